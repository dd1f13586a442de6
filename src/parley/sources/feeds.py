"""Feeds saved as files: RSS, RDF and Atom, and OPML lists of such files. Nothing is fetched."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from parley.record import Article
from parley.sources.page import page_article
from parley.sources.problem import Problem, shown

MOST_ENTRIES = 20_000
ENTRIES = ("item", "entry")
DATES = ("pubdate", "published", "date", "issued", "updated")
BODIES = ("encoded", "content", "description", "summary")
ATOM_LINKS = ("alternate", None)


def read_feed(path: Path, depth: int = 0) -> Iterator[Article | Problem]:
    """The entries of a feed, or of the feeds that a list names as files beside it."""
    root = _root(path.read_bytes())
    if isinstance(root, str):
        yield Problem(shown(path), root, "save the feed again")
        return
    if _tag(root) == "opml":
        yield from _listed(path, root, depth)
        return
    if _tag(root) not in ("rss", "feed", "rdf"):
        yield Problem(shown(path), f"is XML of kind {shown(_tag(root))}, not a feed", "use RSS, Atom or OPML")
        return
    yield from _entries(root, path)


def _root(content: bytes) -> "etree._Element | str":
    """The tree, or what is wrong. Entities are never resolved: a feed needs none, a bomb is made of them."""
    if b"<!ENTITY" in content[: 64 * 1024]:
        return "declares entities of its own, as no feed does"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"is not XML ({error})"
    return root if root is not None else "is not XML"


def _tag(element: "etree._Element") -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _listed(path: Path, root: "etree._Element", depth: int) -> Iterator[Article | Problem]:
    for n, outline in enumerate(root.iter("outline")):
        address = outline.get("xmlUrl") or ""
        parts = urlsplit(address)
        if not address or n >= MOST_ENTRIES:
            continue
        if parts.scheme not in ("", "file"):
            yield Problem(
                f"{shown(path)}: {shown(address)}", "feeds are not fetched", "save the feed as a file beside the list"
            )
        elif depth:
            yield Problem(
                f"{shown(path)}: {shown(address)}", "a list within a list is not followed", "name it as an input"
            )
        else:
            yield from _beside(path, unquote(parts.path))


def _beside(path: Path, name: str) -> Iterator[Article | Problem]:
    try:
        yield from read_feed(path.parent / name, depth=1)
    except OSError as error:
        yield Problem(
            f"{shown(path)}: {shown(name)}", f"cannot be read ({error.strerror})", "save the feed beside the list"
        )


def _entries(root: "etree._Element", path: Path) -> Iterator[Article | Problem]:
    outlet = next((_words(e) for e in root.iter() if _tag(e) == "title"), None)
    entries = [e for e in root.iter() if _tag(e) in ENTRIES][: MOST_ENTRIES + 1]
    if not entries:
        yield Problem(shown(path), "the feed holds no entry", "save the feed again")
    for n, entry in enumerate(entries[:MOST_ENTRIES], 1):
        yield _article(entry, outlet, path, n)
    if len(entries) > MOST_ENTRIES:
        yield Problem(shown(path), f"holds more than {MOST_ENTRIES:,} entries", "split it")


def _article(entry: "etree._Element", outlet: str | None, path: Path, n: int) -> Article | Problem:
    parts: dict[str, etree._Element] = {}
    for child in entry:
        parts.setdefault(_tag(child), child)
    url = _link(entry)
    where = f"{shown(path)}: {shown(url) if url else f'entry {n}'}"
    body = next((words for name in BODIES if name in parts and (words := _markup(parts[name]))), None)
    if body is None:
        return Problem(where, "the entry has no text", "use a feed that carries the articles' text")
    id = url or (_words(parts["guid"]) if "guid" in parts else None) or f"{path.name}#{n}"
    told = {
        "url": url,
        "outlet": outlet,
        "title": _words(parts["title"]) if "title" in parts else None,
        "published": _day(parts),
    }
    known = {k: v for k, v in told.items() if v}
    return page_article(id, f"<html><body>{body}</body></html>".encode(), where, **known)


def _link(entry: "etree._Element") -> str | None:
    for child in entry:
        if _tag(child) == "link":
            if child.get("href") and child.get("rel") in ATOM_LINKS:
                return child.get("href")
            if words := _words(child):
                return words
    return None


def _markup(element: "etree._Element") -> str | None:
    """The element's content as HTML: escaped in RSS, maybe as elements in Atom."""
    if len(element):
        return "".join(etree.tostring(c, encoding="unicode", method="html") for c in element)
    return element.text.strip() if element.text and element.text.strip() else None


def _words(element: "etree._Element") -> str | None:
    return " ".join("".join(map(str, element.itertext())).split()) or None


def _day(parts: dict[str, "etree._Element"]) -> str | None:
    """The entry's ISO time, to the minute and in its own time zone."""
    told = next((words for name in DATES if name in parts and (words := _words(parts[name]))), None)
    return iso_time(told) if told else None


def iso_time(told: str) -> str | None:
    """The ISO time of "Tue, 05 Mar 2024 09:30:00 +0100" or "2024-03-05T09:30:00Z"; None for anything else."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(told.strip())
        except (ValueError, TypeError, IndexError):
            continue
        return when.replace(tzinfo=None).isoformat(timespec="minutes") if when.year > 1900 else None
    return None
