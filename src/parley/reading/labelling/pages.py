"""The kinds of a page's lines: its markup has a say in what belongs to the article, and in roles."""

import re
from collections.abc import Sequence

from parley.learn import MissingModel
from parley.reading.labelling.alignment import held
from parley.reading.labelling.belonging import belongs_on_page
from parley.reading.labelling.extraction import extracted
from parley.reading.labelling.page_features import lines_of
from parley.reading.labelling.page_head import head_of
from parley.reading.labelling.page_tree import page_of
from parley.reading.labelling.roles import settle
from parley.reading.labelling.rules import rule_kinds
from parley.reading.lines import Line
from parley.record import Article, BlockKind
from parley.text.markup import MOST_LINES, ShownLine

HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
CAPTIONS = re.compile(r"caption|photo-?credit|image-?credit|media__meta|credit-?line|figure__")
LONGEST_CAPTION = 90  # words


def page_kinds(article: Article) -> tuple[Sequence[Line], Sequence[BlockKind]] | None:
    """Lines and kinds; None where the markup does not make the article's text (a person may have corrected it)."""
    page = page_of(article.html or "")
    if page is None or len(page.lines) > MOST_LINES or "\n".join(line.text for line in page.lines) != article.text:
        return None
    lines, places = lines_of(page.lines)
    if not lines:
        return None
    title = article.title or head_of(article.html or "", article.url).title
    ruled = rule_kinds(lines, title)
    kept = _kept(article, lines, places, ruled)
    kinds = settle(lines, ruled, kept, title, marked=True) if any(kept) else ruled
    return lines, [_by_markup(line, place, kind) for line, place, kind in zip(lines, places, kinds, strict=True)]


def _kept(
    article: Article, lines: Sequence[Line], places: Sequence[ShownLine], ruled: Sequence[BlockKind]
) -> Sequence[bool]:
    taken = held([line.text for line in lines], extracted(article.html or ""))
    try:
        return belongs_on_page(lines, places, ruled, taken)
    except MissingModel:
        return taken


def _by_markup(line: Line, place: ShownLine, kind: BlockKind) -> BlockKind:
    """What the markup says outright: a figure's caption, a heading."""
    names = " ".join(place.names.split()[-4:])
    caption = "figcaption" in place.tags or CAPTIONS.search(names) is not None
    if caption and kind not in (BlockKind.TITLE, BlockKind.BODY) and len(line.words) <= LONGEST_CAPTION:
        return BlockKind.CAPTION
    if kind is BlockKind.BODY and HEADINGS & set(place.tags[-2:]):
        return BlockKind.HEADING
    return kind
