"""What a page's head and markup say of the article: headline, authors, day and outlet. Nothing is fetched."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import html

from parley.reading.labelling.author_names import author_names
from parley.text.markup import ShownLine, parse, shown_lines

MOST_SCRIPTS, MOST_NODES, LONGEST_SCRIPT = 40, 2_000, 2**20
STORY_TYPES = re.compile(r"Article|Posting|Report|Review|BlogPost|Story|LiveBlog", re.IGNORECASE)
SITE_PARTS = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*|\s+::\s+")
TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
AUTHOR_KEYS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "article:author_name", "dcterms.creator")  # fmt: skip
DATE_KEYS = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "dc.date.issued", "dc.date", "dcterms.created", "article.published", "date", "publication_date", "og:article:published_time", "cxenseparse:recs:publishtime",
)  # fmt: skip
ISO_DAY = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?")
LIKE = 0.5  # share of words: pages.train
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageHead:
    """None and () where the page does not say. `published_basis` names the place in the markup."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_basis: str = "unknown"
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree with its visible lines."""

    tree: html.HtmlElement
    lines: tuple[ShownLine, ...]


@lru_cache(maxsize=2)
def page_of(markup: str) -> Page | None:
    """The parsed page; its steps are taken one after the other, so the last ones are remembered."""
    tree = parse(markup)
    return None if tree is None else Page(tree, tuple(shown_lines(tree)))


def head_of(markup: str, url: str | None) -> PageHead:
    page = page_of(markup)
    if page is None:
        return PageHead()
    metas, story = _metas(page.tree), _story(page.tree)
    outlet = metas.get("og:site_name") or _name(story.get("publisher")) or metas.get("application-name")
    published, basis = _published(page, metas, story, markup, url)
    return PageHead(
        title=_title(page, metas, story, outlet),
        byline=_byline(page, metas, story, outlet),
        published=published,
        published_basis=basis,
        outlet=_clean(outlet),
    )


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of each meta name or property."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _story(tree: html.HtmlElement) -> dict[str, Any]:
    """The node of the page's JSON-LD that describes the article; {} where there is none."""
    best: dict[str, Any] = {}
    for node in _nodes(tree):
        kind = node.get("@type")
        kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
        if STORY_TYPES.search(kinds) and len(node) > len(best):
            best = node
    return best


def _nodes(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Objects of the JSON-LD scripts, at any depth of lists and graphs."""
    waiting: list[Any] = []
    scripts = (s for s in tree.iter("script") if "ld+json" in (s.get("type") or ""))
    for script, _ in zip(scripts, range(MOST_SCRIPTS), strict=False):
        try:
            waiting.append(json.loads((script.text or "")[:LONGEST_SCRIPT].strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [
                v for k, v in node.items() if k in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
            ]


def _name(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _clean(told: str | None) -> str | None:
    """Folded blanks, entities read: JSON-LD often holds "Port &amp; Sea"."""
    if not told:
        return None
    text = " ".join(html.fromstring(f"<p>{told}</p>").text_content().split()) if "&" in told or "<" in told else told
    return " ".join(text.split()) or None


def _key(text: str) -> str:
    return " ".join(WORDS.findall(text.lower().replace("’", "'")))


def _title(page: Page, metas: dict[str, str], story: dict[str, Any], outlet: str | None) -> str | None:
    """The page's one heading that the head's titles resemble, else the headline on which most of them agree."""
    top = list(dict.fromkeys(line.text for line in page.lines if "h1" in line.tags))[:6]
    headline = story.get("headline") if isinstance(story.get("headline"), str) else None
    named = [metas[k] for k in TITLE_KEYS if k in metas]
    told = [without_site(t, outlet, top) for t in map(_clean, [headline, *named, page.tree.findtext(".//title")]) if t]
    alike = [(max((_alike(h, t) for t in told), default=0.0), h) for h in top]
    best = max(alike, default=(0.0, ""), key=lambda x: x[0])
    if best[0] >= LIKE or (len(top) == 1 and best[0] > 0):
        return without_site(best[1], outlet, [])
    votes = Counter(map(_key, told))
    return max(told, key=lambda t: votes[_key(t)]) if told else best[1] or None


def _alike(a: str, b: str) -> float:
    """The share of words that two titles have in common."""
    x, y = set(_key(a).split()), set(_key(b).split())
    return len(x & y) / max(1, min(len(x), len(y))) * min(1.0, len(x) / 3)


def without_site(text: str, outlet: str | None, headings: list[str]) -> str:
    """ "Dockers strike | Harbour Gazette" without the outlet's name; a part that is a heading of the page stays whole."""
    cuts = [m for m in SITE_PARTS.finditer(text)]
    for heading in headings:
        if len(heading) > 12 and text.startswith(heading):
            return heading
    for cut in cuts:
        if outlet and _key(text[cut.end() :]) == _key(outlet):
            return text[: cut.start()]
    last = cuts[-1] if cuts else None
    if last and "|" in last.group() and len(text[last.end() :].split()) <= 4 and len(text[: last.start()].split()) >= 3:
        return text[: last.start()]
    return text


def _byline(page: Page, metas: dict[str, str], story: dict[str, Any], outlet: str | None) -> tuple[str, ...]:
    """Authors of the first place that names any: JSON-LD, meta, rel=author, an element called byline."""
    authors = story.get("author") or story.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    places = [
        [name for a in listed[:20] if (name := _name(a))],
        *([metas[k]] for k in AUTHOR_KEYS if k in metas),
        [e.text_content() for e in page.tree.iter("a") if "author" in (e.get("rel") or "").split()][:6],
        [line.text for line in page.lines if re.search(r"\bby-?line|author[-_]?name|\bauthor\b", line.names)][:3],
    ]
    for place in places:
        names = author_names(place, outlet)
        if names:
            return names
    return ()


def _published(
    page: Page, metas: dict[str, str], story: dict[str, Any], markup: str, url: str | None
) -> tuple[str | None, str]:
    told = [("json-ld", story.get("datePublished")), *(("meta", metas[k]) for k in DATE_KEYS if k in metas)]
    told += [
        ("time element", e.get("datetime"))
        for e in page.tree.iter("time")
        if e.get("pubdate") is not None or "published" in (e.get("class") or "") or e.get("itemprop") == "datePublished"
    ][:1]
    for basis, value in told:
        if isinstance(value, str) and (iso := _iso(value)):
            return iso, basis
    return _searched(markup, url)


def _iso(value: str) -> str | None:
    match = ISO_DAY.match(value)
    if not match or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return None
    day = "-".join(match.group(1, 2, 3))
    return f"{day}T{match[4]}:{match[5]}" if match[4] and (match[4], match[5]) != ("00", "00") else day


def _searched(markup: str, url: str | None) -> tuple[str | None, str]:
    """What htmldate finds in the address or the page's own dates."""
    from htmldate import find_date

    try:
        day = find_date(markup, url=url, original_date=True, extensive_search=False)
    except (ValueError, TypeError, RecursionError, AssertionError):
        return None, "unknown"
    return (day, "page") if day else (None, "unknown")
