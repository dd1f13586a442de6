"""Articles behind addresses: of a page, of each new entry of a feed, of the feeds of a list."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from parley.record import Article
from parley.sources.decoding import decode
from parley.sources.feeds import Entry, Feed, FeedList, entry_article, parse_feed
from parley.sources.fetching.addresses import Address, address_of
from parley.sources.fetching.refusal import FetchError
from parley.sources.fetching.web import Fetched, Web
from parley.sources.page import charset_of, page_article
from parley.sources.problem import Problem, shown

MOST_FEEDS = 500  # of one list
MOST_PAGES = 50  # new articles that are fetched from one feed at a time
LONGEST_FEED = 900.0  # seconds spent on the pages of one feed
FULL = 1500  # letters of an entry that holds its article; a summary has fewer
FIRST_TAG = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?(\w+)")
COMMENT = re.compile(rb"<!--.{0,2000}?-->", re.DOTALL)
FEED_TAGS = (b"rss", b"feed", b"rdf", b"opml")
HEADED = re.compile(r"<title|<h1|og:title", re.IGNORECASE)
GOES_ON = re.compile(r"(?:…\]?|\.\.\.\]?|\b(?:read|continue|full)\b[\w ]{2,20})\W{0,4}$", re.IGNORECASE)
HOST_NAMES = ("www.", "feeds.", "rss.", "feed.")


def follow(url: str, web: Web) -> Iterator[Article | Problem]:
    """The articles behind an address that a person gave; of a feed those that are new since the last look."""
    yield from _followed(url, shown(url), web, listed=False)


def follow_list(addresses: tuple[str, ...], where: str, web: Web) -> Iterator[Article | Problem]:
    """Those of the feeds of a list."""
    for address in addresses[:MOST_FEEDS]:
        if address.lower().startswith(("http:", "https:")):
            yield from _followed(address, f"{where}: {shown(address)}", web, listed=True)
        else:
            yield Problem(f"{where}: {shown(address)}", "is not an address of the web", "name the file as an input")
    if len(addresses) > MOST_FEEDS:
        yield Problem(where, f"names more than {MOST_FEEDS} feeds", "split the list")


def _followed(url: str, where: str, web: Web, listed: bool) -> Iterator[Article | Problem]:
    try:
        fetched = web.news(url, web.visits.validators.get(url))
    except FetchError as error:
        yield Problem(where, error.what, error.hint)
        return
    if fetched is None:
        return
    found = parse_feed(fetched.body) if _is_feed(fetched) else None
    match found:
        case None:
            yield _page(fetched, url, where)
        case Feed():
            yield from _news(found, fetched, url, where, web)
        case FeedList() if listed:
            yield Problem(where, "a list within a list is not followed", "name it as an input")
        case FeedList():
            yield from follow_list(found.addresses, where, web)
        case str():
            yield Problem(where, found, "look at the address, or save the feed as a file")


def _is_feed(fetched: Fetched) -> bool:
    tag = FIRST_TAG.search(COMMENT.sub(b"", fetched.body[:20_000]))
    return tag is not None and tag[1].lower() in FEED_TAGS


def _news(feed: Feed, fetched: Fetched, url: str, where: str, web: Web) -> Iterator[Article | Problem]:
    """Entries not read before. While some are left for the next look, the feed counts as changed."""
    if not feed.entries:
        yield Problem(where, "the feed holds no entry", "look at the address")
    left: Counter[str] = Counter()
    fetches, end = 0, web.clock() + LONGEST_FEED
    for n, given in enumerate(feed.entries, 1):
        entry = replace(given, url=_whole(given.url, fetched.address))
        id = entry.url or entry.guid or f"{url}#{n}"
        if id in web.visits.known:
            continue
        own = entry_article(entry, feed.outlet, f"{where}: {shown(id)}", id)
        fetch = _is_short(entry, own)
        if fetch and (fetches >= MOST_PAGES or web.clock() > end):
            left["too many for one look"] += 1
            continue
        fetches += fetch
        try:
            yield from _behind(entry, own, feed, fetched.address, web) if fetch else [own]
        except FetchError as error:
            left[error.what] += 1
            continue
        web.visits.known.add(id)
    for why, count in left.items():
        yield Problem(where, f"{count} of its articles were not fetched: {why}", "look again later", lost=False)
    if not left:
        web.visits.validators[url] = fetched.validators


def _whole(url: str | None, base: Address) -> str | None:
    """The link as a whole address; None for one that leads to no place on the web."""
    try:
        return base.next(url).url if url else None
    except FetchError:
        return None


def _is_short(entry: Entry, own: Article | Problem) -> bool:
    """Whether the entry links to more than it holds: it has a summary, or a beginning that says that it goes on."""
    if entry.url is None:
        return False
    return isinstance(own, Problem) or len(own.text) < FULL or GOES_ON.search(own.text[-40:]) is not None


def _behind(entry: Entry, own: Article | Problem, feed: Feed, at: Address, web: Web) -> Iterator[Article | Problem]:
    """The page that the entry links to, else its own words. Raises FetchError where the next look should try again."""
    url = entry.url or ""
    try:
        page = _page(web.get(url), url, shown(url))
    except FetchError as error:
        if error.later:
            raise
        page = Problem(shown(url), error.what, error.hint)
    if isinstance(page, Article):
        yield _completed(page, entry, feed.outlet if _same_site(at, url) else None)
    elif isinstance(own, Article):
        yield own
        yield Problem(page.input, f"{page.what}; the feed's own words were read", page.hint, lost=False)
    else:
        yield page


def _completed(page: Article, entry: Entry, outlet: str | None) -> Article:
    """The page with what the feed says of it where the page is silent; its own day and authors go before the feed's."""
    markup = page.html or ""
    return replace(
        page,
        outlet=None if "og:site_name" in markup else outlet,
        title=None if HEADED.search(markup) else entry.title,
        published=entry.published,
        published_basis="feed",
        byline=entry.byline,
    )


def _same_site(feed: Address, url: str) -> bool:
    """Whether the feed is the outlet's own; others collect what many outlets wrote."""
    one, other = (_bare(feed.host), _bare(address_of(url).host))
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _bare(host: str) -> str:
    return next((host.removeprefix(name) for name in HOST_NAMES if host.startswith(name)), host)


def _page(fetched: Fetched, url: str, where: str) -> Article | Problem:
    kind = fetched.kind.partition(";")[0].strip()
    if kind in ("text/html", "application/xhtml+xml", "") or fetched.body.lstrip()[:1] == b"<":
        return page_article(url, fetched.body, where, charset=charset_of(fetched.kind), url=url)
    text = decode(fetched.body) if kind.startswith("text/") else None
    if text is None or not text.strip():
        return Problem(where, f"is no page but {shown(kind)}", "download it and name the file")
    return Article(url, text, url=url)
