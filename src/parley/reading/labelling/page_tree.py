"""A page parsed once: its tree, its visible lines, its meta elements and the JSON-LD node of its article."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from parley.text.markup import ShownLine, shown_page

MOST_SCRIPTS, MOST_NODES, LONGEST_SCRIPT = 40, 2_000, 2**20
MOST_AUTHORS = 20
STORY_TYPES = re.compile(r"Article|Posting|Report|Review|BlogPost|Story|LiveBlog", re.IGNORECASE)
PARTS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree with its visible lines."""

    tree: html.HtmlElement
    lines: tuple[ShownLine, ...]


def page_of(markup: str) -> Page | None:
    """The parsed page."""
    found = shown_page(markup)
    return None if found is None else Page(*found)


def metas_of(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of each meta name or property."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def story_of(tree: html.HtmlElement) -> dict[str, Any]:
    """The node of the page's JSON-LD that describes the article, with the day of its page where it tells none itself;
    {} where there is neither."""
    best: dict[str, Any] = {}
    names: dict[str, str] = {}
    day: Any = None
    for node in _nodes(tree):
        kind = node.get("@type")
        kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
        if STORY_TYPES.search(kinds) and len(node) > len(best):
            best = node
        if "WebPage" in kinds and node.get("datePublished"):
            day = node["datePublished"]
        if isinstance(node.get("@id"), str) and isinstance(node.get("name"), str):
            names.setdefault(node["@id"], node["name"])
    found = {"datePublished": day, **best} if day else dict(best)
    return {**found, "author": _named(best.get("author") or best.get("creator"), names)} if best else found


def _named(authors: Any, names: dict[str, str]) -> list[str]:
    """Names of authors, some of whom are told by a link to another node."""
    found = []
    for author in (authors if isinstance(authors, list) else [authors])[:MOST_AUTHORS]:
        linked = names.get(str(author.get("@id"))) if isinstance(author, dict) else None
        if told := name_of(author) or linked:
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
            waiting += [v for k, v in node.items() if k in PARTS]


def name_of(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def cleaned(told: str | None) -> str | None:
    """Folded blanks, entities read: JSON-LD often holds "Port &amp; Sea"."""
    if not told:
        return None
    text = " ".join(html.fromstring(f"<p>{told}</p>").text_content().split()) if "&" in told or "<" in told else told
    return " ".join(text.split()) or None


def key_of(text: str) -> str:
    """A title's words alone, by which two of them are compared."""
    return " ".join(WORDS.findall(text.lower().replace("’", "'")))


def likeness(a: str, b: str) -> float:
    """The share of words that two titles have in common."""
    x, y = set(key_of(a).split()), set(key_of(b).split())
    return len(x & y) / max(1, min(len(x), len(y))) * min(1.0, len(x) / 3)


def headline_at(page: Page, title: str | None) -> int:
    """The line of the heading that is most like the title, else of the first main heading, else the page's first."""
    tops = [n for n, line in enumerate(page.lines) if "h1" in line.tags][:12]
    if title:
        same = [n for n, line in enumerate(page.lines) if line.text == title and "a" not in line.tags]
        tops = tops if any(likeness(title, page.lines[n].text) > 0 for n in tops) else same[:1] or tops
        return max(tops, key=lambda n: (likeness(title, page.lines[n].text), -n), default=0)
    return tops[0] if tops else 0
