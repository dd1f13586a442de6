"""What a page's head and markup say of the article: headline, authors, day and outlet. Nothing is fetched."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from parley.reading.labelling.page_byline import byline
from parley.reading.labelling.page_dates import published
from parley.reading.labelling.page_tree import (
    Page,
    cleaned,
    headline_at,
    key_of,
    likeness,
    metas_of,
    name_of,
    page_of,
    story_of,
)

SITE_PARTS = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*|\s+::\s+")
TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
LIKE = 0.5  # share of words: pages.train


@dataclass(frozen=True, slots=True)
class PageHead:
    """None and () where the page does not say. `published_basis` names the place in the markup."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_basis: str = "unknown"
    outlet: str | None = None


@lru_cache(maxsize=2)
def head_of(markup: str, url: str | None) -> PageHead:
    page = page_of(markup)
    if page is None:
        return PageHead()
    metas, story = metas_of(page.tree), story_of(page.tree)
    outlet = metas.get("og:site_name") or name_of(story.get("publisher")) or metas.get("application-name")
    title = _title(page, metas, story, outlet)
    top = headline_at(page, title)
    day, basis = published(page, top, metas, story, markup, url)
    return PageHead(title, byline(page, top, metas, story, outlet), day, basis, cleaned(outlet))


def _title(page: Page, metas: dict[str, str], story: dict[str, Any], outlet: str | None) -> str | None:
    """The page's one heading that the head's titles resemble, else the headline on which most of them agree."""
    top = list(dict.fromkeys(line.text for line in page.lines if "h1" in line.tags))[:6]
    headline = story.get("headline") if isinstance(story.get("headline"), str) else None
    named = [metas[k] for k in TITLE_KEYS if k in metas]
    told = [without_site(t, outlet, top) for t in map(cleaned, [headline, *named, page.tree.findtext(".//title")]) if t]
    alike = [(max((likeness(h, t) for t in told), default=0.0), h) for h in top]
    best = max(alike, default=(0.0, ""), key=lambda x: x[0])
    if best[0] >= LIKE or (len(top) == 1 and best[0] > 0):
        return without_site(best[1], outlet, [])
    votes = Counter(map(key_of, told))
    return max(told, key=lambda t: votes[key_of(t)]) if told else best[1] or None


def without_site(text: str, outlet: str | None, headings: list[str]) -> str:
    """The title without its outlet: "Dockers strike | Harbour Gazette"; one that is a heading of the page stays whole."""
    cuts = list(SITE_PARTS.finditer(text))
    for heading in headings:
        if len(heading) > 12 and text.startswith(heading):
            return heading
    for cut in cuts:
        if outlet and key_of(text[cut.end() :]) == key_of(outlet):
            return text[: cut.start()]
    last = cuts[-1] if cuts else None
    if last and "|" in last.group() and len(text[last.end() :].split()) <= 4 and len(text[: last.start()].split()) >= 3:
        return text[: last.start()]
    return text
