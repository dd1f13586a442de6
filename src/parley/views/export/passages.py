"""The passages of a site as a script: a page opened from a file may run one, but not fetch anything."""

import json
from collections.abc import Callable, Iterator

from parley.record import Article, Reading
from parley.store.sqlite import SEARCHED
from parley.views.web.address import anchor, article_url
from parley.views.web.index import Index
from parley.views.web.telling import day
from parley.views.withheld import WithheldText


def passages_js(index: Index, file_of: Callable[[str], str]) -> str:
    """`articles`: [file, outlet, headline, day]; `passages`: [number of the article, place in it, words]."""
    articles, passages = [], []
    for number, reading in enumerate(index.record.readings):
        article = index.articles[reading.article]
        headline, told = index.title(article.id), day(reading.published, short=True) if reading.published else ""
        articles.append([file_of(article_url(article.id)), index.outlet(article.id), headline, told])
        passages += [[number, place, words] for place, words in _passages(article, reading, headline)]
    told_all = json.dumps({"articles": articles, "passages": passages}, separators=(",", ":"))
    return f'"use strict";\nconst RECORD = {told_all};\n'


def _passages(article: Article, reading: Reading, headline: str) -> Iterator[tuple[str, str]]:
    if isinstance(article.text, WithheldText):
        yield "", headline
        return
    for block in reading.blocks:
        if block.kind in SEARCHED:
            yield anchor(block.span), " ".join(article.words(block.span).split())
