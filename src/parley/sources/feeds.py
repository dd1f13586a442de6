"""Feeds (RSS, RDF, Atom) and OPML lists of feeds as nouns, and the articles of those saved as files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree

from parley.record import Article
from parley.sources.page import page_article
from parley.sources.problem import Problem, shown

if TYPE_CHECKING:
    from parley.sources.fetching import Web

MOST_ENTRIES = 20_000
MOST_AUTHORS = 8
KINDS = ("rss", "feed", "rdf")
ENTRIES = ("item", "entry")
DATES = ("pubdate", "published", "date", "issued", "updated")
BODIES = ("encoded", "content", "description", "summary")
AUTHORS = ("creator", "author")
ATOM_LINKS = ("alternate", None)
MEDIA = ("{http://search.yahoo.com/mrss", "{http://www.itunes.com")  # titles and contents of pictures and podcasts
SAVE_AGAIN = "save the feed again"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; None and () where it does not. `body` is markup, often of a summary only."""

    title: str | None
    url: str | None
    guid: str | None
    published: str | None
    byline: tuple[str, ...]
    body: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    outlet: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FeedList:
    """The addresses of an OPML list, as it writes them."""

    addresses: tuple[str, ...]


def parse_feed(content: bytes) -> Feed | FeedList | str:
    """The feed or list, or what is wrong with it."""
    root = _root(content)
    if isinstance(root, str):
        return root
    if _tag(root) == "opml":
        told = (outline.get("xmlUrl") for outline in root.iter("outline"))
        return FeedList(tuple(dict.fromkeys(a.strip() for a in told if a and a.strip()))[:MOST_ENTRIES])
    if _tag(root) not in KINDS:
        return f"is XML of kind {shown(_tag(root))}, not a feed"
    outlet = next((_words(e) for e in root.iter() if _tag(e) == "title"), None)
    entries = (e for e in root.iter() if _tag(e) in ENTRIES)
    return Feed(outlet, tuple(_entry(e) for e, _ in zip(entries, range(MOST_ENTRIES + 1), strict=False)))


def read_feed(path: Path, web: "Web | None" = None, depth: int = 0) -> Iterator[Article | Problem]:
    """The entries of a saved feed, or of the feeds that a list names: as files beside it, and where there is a `web`
    on it."""
    found = parse_feed(path.read_bytes())
    if isinstance(found, str):
        yield Problem(shown(path), found, "use RSS, Atom or OPML" if "not a feed" in found else SAVE_AGAIN)
    elif isinstance(found, FeedList):
        for address in found.addresses:
            yield from _listed(path, address, web, depth)
    else:
        yield from entry_articles(found, shown(path), path.name)


def entry_articles(feed: Feed, where: str, name: str) -> Iterator[Article | Problem]:
    """Articles of what the feed itself says; an entry without address or id is called after the feed's `name`."""
    if not feed.entries:
        yield Problem(where, "the feed holds no entry", SAVE_AGAIN)
    for n, entry in enumerate(feed.entries[:MOST_ENTRIES], 1):
        yield entry_article(entry, feed.outlet, f"{where}: {shown(entry.url or f'entry {n}')}", f"{name}#{n}")
    if len(feed.entries) > MOST_ENTRIES:
        yield Problem(where, f"holds more than {MOST_ENTRIES:,} entries", "split it")


def entry_article(entry: Entry, outlet: str | None, where: str, name: str) -> Article | Problem:
    if entry.body is None:
        return Problem(where, "the entry has no text", "use a feed that carries the articles' text")
    told = {"url": entry.url, "outlet": outlet, "title": entry.title, "published": entry.published}
    told["published_basis"] = "feed" if entry.published else None
    known = {k: v for k, v in told.items() if v}
    page = f"<html><body>{entry.body}</body></html>".encode("utf-8", "replace")
    return page_article(entry.url or entry.guid or name, page, where, byline=entry.byline, **known)


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


def _listed(path: Path, address: str, web: "Web | None", depth: int) -> Iterator[Article | Problem]:
    """One feed of a list that is a file."""
    scheme = address.partition(":")[0].lower() if ":" in address else ""
    where = f"{shown(path)}: {shown(address)}"
    if scheme in ("http", "https") and web is not None:
        from parley.sources.fetching import follow_list

        yield from follow_list((address,), shown(path), web)
    elif scheme not in ("", "file"):
        yield Problem(where, "feeds are not fetched", "name the list itself as an input, or save the feed beside it")
    elif depth:
        yield Problem(where, "a list within a list is not followed", "name it as an input")
    else:
        try:
            yield from read_feed(path.parent / unquote(urlsplit(address).path), depth=1)
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or "no file name"
            yield Problem(where, f"cannot be read ({told})", "save the feed beside the list")


def _entry(element: "etree._Element") -> Entry:
    parts: dict[str, etree._Element] = {}
    for child in element:
        if not (isinstance(child.tag, str) and child.tag.startswith(MEDIA)):
            parts.setdefault(_tag(child), child)
    return Entry(
        title=_words(parts["title"]) if "title" in parts else None,
        url=_link(element),
        guid=_words(parts["guid"]) if "guid" in parts else None,
        published=_day(parts),
        byline=_authors(element),
        body=next((words for name in BODIES if name in parts and (words := _markup(parts[name]))), None),
    )


def _link(entry: "etree._Element") -> str | None:
    for child in entry:
        if _tag(child) == "link":
            if child.get("href") and child.get("rel") in ATOM_LINKS:
                return child.get("href")
            if words := _words(child):
                return words
    return None


def _authors(entry: "etree._Element") -> tuple[str, ...]:
    """Names in dc:creator or Atom's author; an author of RSS 2.0 is an address of mail: "desk@a.example (Lena Marsh)"."""
    found: dict[str, None] = {}
    for child in entry:
        if _tag(child) in AUTHORS:
            name = next((e for e in child if _tag(e) == "name"), child)
            words = _words(name) or ""
            inner = words.partition("(")[2].rpartition(")")[0] if "@" in words else words
            found.update({inner.strip(): None} if 0 < len(inner.strip()) < 80 else {})
    return tuple(found)[:MOST_AUTHORS]


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
