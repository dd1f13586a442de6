"""A site of files: the desk's own pages, with links that need no server and a search that runs in the browser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape
from importlib import resources
from itertools import chain
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from starlette.routing import compile_path

from parley.record import Decisions, Record, short_id
from parley.store import Build, Hit
from parley.views.export.json_whole import record_json
from parley.views.export.passages import passages_js
from parley.views.web.address import article_url, pair_url
from parley.views.web.app import SCREENS
from parley.views.web.desk import Desk
from parley.views.web.index import Index
from parley.views.web.render import page
from parley.views.web.screen import Asked, MissingError, Screen, Shown
from parley.views.web.screens import home

LINK = re.compile(r' (href|src|action)="(/[^"]*)"')  # an article's own quotation marks are escaped, so it has none
ANCHOR = re.compile(r' id="([um][0-9A-Za-z]+)"')
LISTED = ("/quotes", "/timeline")  # nouns on these are led to by name, whatever page they stand on
FILTERS = {  # one filter at a time; without those of which every noun has its own
    "/": ("outlet", "origin", "story"),
    "/copies": ("kind", "outlet", "direction", "origin"),
    "/quotes": ("speaker", "outlet", "flag"),
    "/positions": ("issue", "party", "stance", "meeting", "until"),
    "/timeline": ("status", "who", "place", "outlet"),
    "/figures": ("unit", "outlet"),
    "/findings": ("kind",),
    "/actors": ("kind", "party"),
}
FIXED = {"/search": "search.html", "/record.json": "record.json", "/passages.js": "passages.js"}
MOST_PAGES = 200_000
LONGEST_NAME = 40
Files = Iterator[tuple[str, bytes]]


class StillDesk(Desk):
    """A record without its file: nothing is searched, built or decided."""

    def __init__(self, decisions: Decisions) -> None:
        super().__init__(Path())
        self._decisions = decisions

    def builds(self, limit: int) -> tuple[Build, ...]:
        return ()

    def decisions(self) -> Decisions:
        return self._decisions

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        return ()


def site_pages(record: Record, name: str = "record") -> Files:
    """(file name, content) of each file: start at index.html. Equal records, equal files."""
    return Site(Index(record, 0, name)).files()


class Site:
    """Pages are made once each; a link to what no file shows becomes plain text."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._desk = StillDesk(index.record.decisions)
        self._screens = [(compile_path(address)[0], screen) for address, screen in SCREENS]
        self._named: dict[str, str] = {}  # address -> file
        self._targets: dict[str, str | None] = {}
        self._waiting: list[str] = []
        self._alone = {o.id: o.articles[0] for o in index.record.origins if len(o.articles) == 1}
        self._anchors: dict[str, str] = {}  # a noun's anchor -> the address of the page that tells it

    def files(self) -> Files:
        first = dict(chain.from_iterable(map(self._pages_of, LISTED)))
        for address, html in first.items():
            self._anchors |= dict.fromkeys(ANCHOR.findall(html), address)
        seeds = ["/", *FILTERS, *map(article_url, self._index.articles), *map(pair_url, self._index.record.copies)]
        for address in (*first, *seeds):
            self._file(address)
        while self._waiting:
            address = self._waiting.pop()
            html = first.get(address) or self._html(address)
            yield self._named[address], self._led(html, self._named[address]).encode("utf-8", "replace")
        yield from self._still_files()

    def _still_files(self) -> Files:
        """What no screen makes: the search, the whole record, the look."""
        yield "search.html", self._led(self._search(), "search.html").encode("utf-8", "replace")
        yield "passages.js", passages_js(self._index, lambda at: self._target(at) or "").encode()
        yield "record.json", record_json(self._index.record).encode("utf-8", "surrogatepass")
        for asset in sorted(resources.files("parley.views.web").joinpath("static").iterdir(), key=lambda f: f.name):
            yield f"static/{asset.name}", asset.read_bytes()

    # pages

    def _pages_of(self, address: str) -> Iterator[tuple[str, str]]:
        """Every page of a list without a filter."""
        for number in range(1, MOST_PAGES):
            at = address if number == 1 else f"{address}?page={number}"
            html = self._html(at)
            yield at, html
            if ' rel="next"' not in html:
                return

    def _html(self, address: str) -> str:
        asked, screen = self._asked(address)
        shown = screen(asked)
        facets = [f for f in shown.values.get("facets", ()) if f.key in FILTERS.get(asked.address, ())]
        return page(asked, replace(shown, values={**shown.values, "facets": facets}))

    def _asked(self, address: str) -> tuple[Asked, Screen]:
        split = urlsplit(address)
        query = dict(parse_qsl(split.query))
        if split.path == "/":
            return Asked(self._desk, self._index, "/", query=query, still=True), home
        for pattern, screen in self._screens:
            if found := pattern.match(unquote(split.path)):
                return Asked(self._desk, self._index, split.path, found.groupdict(), query, still=True), screen
        raise MissingError(address)

    def _search(self) -> str:
        shown = Shown("site_search.html", "Search", dict)
        return page(Asked(self._desk, self._index, "/search", still=True), shown)

    # links

    def _led(self, html: str, file: str) -> str:
        """The page with links to files beside it."""
        back = "../" * file.count("/")

        def led(link: re.Match[str]) -> str:
            target = self._target(unescape(link[2]))
            return f' {link[1]}="{escape(back + target)}"' if target else ""

        return LINK.sub(led, html)

    def _target(self, url: str) -> str | None:
        """The file (with the place in it) that shows what a desk's address shows; None where none does."""
        if url not in self._targets:
            self._targets[url] = self._found(url)
        return self._targets[url]

    def _found(self, url: str) -> str | None:
        split = urlsplit(url)
        if split.path.startswith("/static/"):
            return split.path[1:]
        if split.path in FIXED:
            return FIXED[split.path]
        address, place = self._address(split.path, dict(parse_qsl(split.query)), split.fragment)
        return None if address is None else self._file(address) + (f"#{place}" if place else "")

    def _address(self, path: str, query: dict[str, str], place: str) -> tuple[str | None, str]:
        """The address by which a site knows a page: without layers, by one filter, a listed noun by its page."""
        if path.startswith("/articles/"):
            return (path if unquote(path.removeprefix("/articles/")) in self._index.articles else None), place
        if path.startswith("/copies/"):
            return path, place
        if path not in FILTERS or query.keys() - {*FILTERS[path], "page", "utterance"}:
            return None, ""
        if path == "/quotes" and "utterance" in query:
            place = f"u{query['utterance']}"
        if path in LISTED and place in self._anchors:
            return self._anchors[place], place
        if path == "/" and query.get("origin") in self._alone:
            return article_url(self._alone[query["origin"]]), ""
        key = next((k for k in FILTERS[path] if query.get(k)), None)
        kept = ({key: query[key]} if key else {}) | {k: v for k, v in query.items() if k == "page" and v != "1"}
        return path + ("?" + urlencode(kept) if kept else ""), place

    def _file(self, address: str) -> str:
        """The file of an address, which is made when it is first led to."""
        if address not in self._named and len(self._named) < MOST_PAGES:
            self._named[address] = file_name(address)
            self._waiting.append(address)
        return self._named[address]


def file_name(address: str) -> str:
    """A name that every file system takes: the address's letters, and its hash where they do not tell it whole."""
    if address == "/":
        return "index.html"
    path, _, query = address.partition("?")
    if not query and path.count("/") == 1:
        return f"{path[1:]}.html"
    folder, _, rest = path[1:].partition("/")
    words = re.sub(r"[^a-z0-9]+", "-", unquote(f"{rest} {query}").lower()).strip("-")[:LONGEST_NAME].strip("-")
    return f"{folder or 'articles'}/{words}-{short_id(address)[:8]}.html"
