"""What a page's head and markup say of the article: headline, authors, day and outlet. Nothing is fetched."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from lxml import html

from parley.reading.labelling.author_names import author_names, is_person
from parley.text.calendar import full_dates, iso_day
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
NEAR, LONGEST_DATED = 14, 120  # lines below the headline; letters of a line that tells a day
CHANGED = re.compile(r"updated|modified|reviewed|edited|changed|last", re.IGNORECASE)
SIGNED = re.compile(r"^(?:(?:Story |Written |Posted |Words )?[Bb]y|BY)\b[:\s]*(?P<name>[A-Z].{2,80})?$")
NAMED_BYLINE = re.compile(r"by-?line|author[-_]?name|\bauthor\b")
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


@lru_cache(maxsize=2)
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
    names: dict[str, str] = {}
    for node in _nodes(tree):
        kind = node.get("@type")
        kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
        if STORY_TYPES.search(kinds) and len(node) > len(best):
            best = node
        if isinstance(node.get("@id"), str) and isinstance(node.get("name"), str):
            names.setdefault(node["@id"], node["name"])
    return {**best, "author": _named(best.get("author") or best.get("creator"), names)} if best else {}


def _named(authors: Any, names: dict[str, str]) -> list[str]:
    """Names of authors, some of whom are told by a link to another node."""
    found = []
    for author in (authors if isinstance(authors, list) else [authors])[:20]:
        linked = names.get(str(author.get("@id"))) if isinstance(author, dict) else None
        if told := _name(author) or linked:
            found.append(told)
    return found


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
    """The title without its outlet: "Dockers strike | Harbour Gazette"; one that is a heading of the page stays whole."""
    cuts = list(SITE_PARTS.finditer(text))
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
    """Authors of the first place that names persons (JSON-LD, meta, the line that begins with "By", rel=author, an
    element called byline), else of the first that names anybody."""
    places = [
        story.get("author", []),
        *([metas[k]] for k in AUTHOR_KEYS if k in metas),
        _signed(page),
        [e.text_content() for e in page.tree.iter("a") if "author" in (e.get("rel") or "").split()][:4],
        [line.text for line in page.lines if NAMED_BYLINE.search(line.names[-60:]) and len(line.text) < 60][:1],
    ]
    told = [author_names(place, outlet) for place in places]
    return next((names for names in told if any(map(is_person, names))), next(filter(None, told), ()))


def _signed(page: Page) -> list[str]:
    """The words behind "By" near the headline: in its line, or in the next where "By" stands alone."""
    top = next((n for n, line in enumerate(page.lines) if "h1" in line.tags), 0)
    near = [line.text for line in page.lines[max(0, top - 4) : top + 25]]
    for n, text in enumerate(near):
        match = SIGNED.match(text)
        if match and len(text.split()) <= 14:
            return [match["name"]] if match["name"] else near[n + 1 : n + 2]
    return []


def _published(
    page: Page, metas: dict[str, str], story: dict[str, Any], markup: str, url: str | None
) -> tuple[str | None, str]:
    """JSON-LD's day, else the head's, the day shown beside the headline, or what htmldate finds. The day shown counts
    where the other is its neighbour (heads often count in another time zone) or later (a page published anew)."""
    told = [("json-ld", story.get("datePublished")), *(("meta", metas[k]) for k in DATE_KEYS if k in metas)]
    shown = _shown(page)
    for basis, value in told:
        if isinstance(value, str) and (iso := _iso(value)):
            other = shown and shown[:10] != iso[:10] and (shown < iso or abs(_days(shown) - _days(iso)) <= 1)
            return (shown, "page") if other else (iso, basis)
    return (shown, "page") if shown else _searched(markup, url)


def _days(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _shown(page: Page) -> str | None:
    """The first full date near the headline that is not the day of a change."""
    top = next((n for n, line in enumerate(page.lines) if "h1" in line.tags), 0)
    near = [line.text for line in page.lines[top : top + NEAR] if len(line.text) < LONGEST_DATED]
    for n, text in enumerate(near):
        for found in full_dates(text):
            before = (near[n - 1] if n and found.start < 3 else "") + text[: found.start]
            if not CHANGED.search(before[-40:]):
                return found.value
    return None


def _iso(value: str) -> str | None:
    match = ISO_DAY.match(value)
    day = match and iso_day(int(match[1]), int(match[2]), int(match[3]))
    if not match or not day:
        return None
    return f"{day}T{match[4]}:{match[5]}" if match[4] and (match[4], match[5]) != ("00", "00") else day


def _searched(markup: str, url: str | None) -> tuple[str | None, str]:
    """What htmldate finds in the address or the page's own dates."""
    from htmldate import find_date

    try:
        day = find_date(markup, url=url, original_date=True, extensive_search=False)
    except (ValueError, TypeError, RecursionError, AssertionError):
        return None, "unknown"
    return (day, "page") if day else (None, "unknown")
