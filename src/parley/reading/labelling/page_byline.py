"""The authors of a page: as JSON-LD, its head, links to authors' pages or its first lines name them."""

import re
from typing import Any

from parley.reading.labelling.author_names import author_names, is_person
from parley.reading.labelling.page_tree import Page

KEYS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "article:author_name", "dcterms.creator")  # fmt: skip
SIGNED = re.compile(r"^(?:(?:Story |Written |Posted |Words )?[Bb]y|BY)\b[:\s]*(?P<name>[A-Z].{2,80})?$")
# "Posted on March 5, 2024 by Lena Marsh"
DATED = re.compile(r"\b(?:19|20)\d\d\b.{0,30}?\b[Bb]y:?\s+(?P<name>[A-Z].{2,60})$")
NAMED = re.compile(r"by-?line|author[-_]?name|\bauthor\b")
AUTHORS_PAGE = re.compile(r"/(?:authors?|staff|profiles?|contributors?|writers?|by|journalists?|reporters?|people)/[^/?#]+", re.IGNORECASE)  # fmt: skip
ABOVE, BELOW = 4, 25  # lines around the headline in which the authors stand
LONGEST_LINE = 14  # words
MOST_LINKS = 4


def byline(page: Page, top: int, metas: dict[str, str], story: dict[str, Any], outlet: str | None) -> tuple[str, ...]:
    """Authors of the first place that names persons, else of the first that names anybody; where the line that begins
    with "By" names them and more, all of that line. `top` is the headline's line."""
    near = page.lines[max(0, top - ABOVE) : top + BELOW]
    by = _signed([line.text for line in near])
    signed = author_names(by, outlet)
    outright = [story.get("author", []), *([metas[k]] for k in KEYS if k in metas), by]
    nearby = [
        _linked(page, " | ".join(line.text for line in near)),
        [line.text for line in page.lines if NAMED.search(line.names[-60:]) and len(line.text) < 60][:1],
    ]
    told = [author_names(place, outlet) for place in (*outright, *nearby)]
    told += [author_names(place, None) for place in outright]  # "By Harbour Gazette", where it names nobody else
    best = next((names for names in told if any(map(is_person, names))), next(filter(None, told), ()))
    return signed if {*map(str.lower, best)} < {*map(str.lower, signed)} else best


def _signed(near: list[str]) -> list[str]:
    """The words behind "By" near the headline: in its line, or in the next where "By" stands alone."""
    for n, text in enumerate(near):
        match = SIGNED.match(text) or DATED.search(text)
        if match and len(text.split()) <= LONGEST_LINE:
            return [match["name"]] if match["name"] else near[n + 1 : n + 2]
    return []


def _linked(page: Page, near: str) -> list[str]:
    """The words of links to authors' pages that stand near the headline; co-authors stand in one element."""
    for link in page.tree.iter("a"):
        if _leads_to_author(link) and (words := _words(link)) and words in near:
            parent = link.getparent()
            beside = [x for x in (link if parent is None else parent).iter("a") if _leads_to_author(x)]
            return [_words(x) for x in beside[:MOST_LINKS]]
    return []


def _leads_to_author(link: Any) -> bool:
    return "author" in (link.get("rel") or "").split() or AUTHORS_PAGE.search(link.get("href") or "") is not None


def _words(link: Any) -> str:
    return " ".join(link.text_content().split())
