"""Politeness: what robots.txt allows, one request a second a host, nothing twice, no hop unchecked."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from parley.sources.fetching.addresses import Address, address_of, public_hosts
from parley.sources.fetching.exchange import TRY_LATER, Answer, exchange
from parley.sources.fetching.refusal import FetchError
from parley.sources.fetching.robots import ALL, NOTHING, Robots, robots_of

ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/*;q=0.8"
)
PAUSE = 1.0  # seconds between two requests to a host
MOST_HOPS = 5
LONGEST_WAY = 90.0  # seconds of all hops to a page
REST = 600.0  # seconds for which a host that did not answer is left alone
LONGEST_REST = 24 * 3600.0
ROBOTS_KEPT = 24 * 3600.0  # seconds (RFC 9309)
MOVED = (301, 302, 303, 307, 308)
BUSY = (429, 500, 502, 503, 504)

Resolve = Callable[[Address], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server knows whether we have its newest answer: ETag and Last-Modified, "" where it gave none."""

    etag: str = ""
    modified: str = ""


@dataclass(slots=True)
class Visits:
    """What is remembered between two looks: validators by feed address, and the ids of articles read before."""

    validators: dict[str, Validators] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def copied(self) -> "Visits":
        """The same, which further visits leave as it is."""
        return Visits(dict(self.validators), set(self.known))


@dataclass(frozen=True, slots=True)
class Fetched:
    """`address` is where the answer was found; `kind` its content type in small letters."""

    address: Address
    kind: str
    body: bytes
    validators: Validators


@dataclass
class Web:
    """Fetches over http and https. Clock, sleep and name look-up can be others in tests."""

    visits: Visits = field(default_factory=Visits)
    resolve: Resolve = public_hosts
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    seconds: float = 30.0
    _next: dict[str, float] = field(default_factory=dict)
    _resting: dict[str, tuple[float, FetchError]] = field(default_factory=dict)
    _robots: dict[str, tuple[float, Robots]] = field(default_factory=dict)

    def get(self, url: str) -> Fetched:
        """What stands at the address, maybe elsewhere by now. Raises FetchError."""
        fetched = self.news(url, None)
        if fetched is None:
            raise _refused(304)
        return fetched

    def news(self, url: str, known: Validators | None) -> Fetched | None:
        """As `get`; None where nothing changed since `known`."""
        address, start = address_of(url), self.clock()
        for _ in range(MOST_HOPS + 1):
            answer = self._polite(address, _conditions(known))
            if answer.status not in MOVED:
                return _fetched(address, answer)
            address = address.next(answer.headers.get("location", ""))
            if self.clock() > start + LONGEST_WAY:
                break
        raise FetchError("leads from one address to the next without end", "name the page's own address")

    def _polite(self, address: Address, conditions: Mapping[str, str]) -> Answer:
        robots = self._robots_of(address)
        if not robots.allows(address.target):
            raise FetchError("its robots.txt asks programs not to read it", "save the page as a file")
        return self._ask(address, conditions, robots.pause or 0.0)

    def _robots_of(self, address: Address) -> Robots:
        until, robots = self._robots.get(address.site, (0.0, ALL))
        if address.site not in self._robots or until < self.clock():
            robots = self._fresh_robots(address)
            self._robots[address.site] = (self.clock() + ROBOTS_KEPT, robots)
        return robots

    def _fresh_robots(self, address: Address) -> Robots:
        """Everything is allowed where there is no robots.txt, nothing where the site cannot tell (RFC 9309)."""
        at = address.next("/robots.txt")
        for _ in range(MOST_HOPS + 1):
            answer = self._ask(at, {})
            if answer.status not in MOVED:
                break
            at = at.next(answer.headers.get("location", ""))
        if answer.status == 200:
            return robots_of(answer.body)
        return NOTHING if answer.status >= 500 else ALL

    def _ask(self, address: Address, conditions: Mapping[str, str], pause: float = 0.0) -> Answer:
        """One request, when the host's time has come; a host that fails is left alone for a while."""
        until, failed = self._resting.get(address.host, (0.0, None))
        if failed is not None and self.clock() < until:
            raise failed
        hosts = self.resolve(address)
        self._wait(address.host, max(PAUSE, pause))
        try:
            headers = {"User-Agent": agent(), "Accept": ACCEPTED, "Accept-Encoding": "gzip", "Connection": "close"}
            answer = exchange(address, hosts, {**headers, **conditions}, seconds=self.seconds)
        except FetchError as error:
            if error.later:
                self._resting[address.host] = (self.clock() + REST, error)
            raise
        if answer.status in BUSY:
            rest = _asked_rest(answer.headers.get("retry-after", ""))
            self._resting[address.host] = (self.clock() + rest, _refused(answer.status))
        return answer

    def _wait(self, host: str, pause: float) -> None:
        now = self.clock()
        start = max(now, self._next.get(host, now))
        if start > now:
            self.sleep(start - now)
        self._next[host] = start + pause


@cache
def agent() -> str:
    """How we name ourselves to servers."""
    try:
        name = f"Parley/{version('parley')}"
    except PackageNotFoundError:  # run from its sources
        name = "Parley"
    return f"{name} (reads feeds and articles that a person asked for; obeys robots.txt)"


def _conditions(known: Validators | None) -> dict[str, str]:
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
    return {name: value for name, value in told.items() if value}


def _fetched(address: Address, answer: Answer) -> Fetched | None:
    if answer.status == 304:
        return None
    if answer.status != 200:
        raise _refused(answer.status)
    validators = Validators(*(_header(answer, name) for name in ("etag", "last-modified")))
    return Fetched(address, answer.headers.get("content-type", "").lower(), answer.body, validators)


def _header(answer: Answer, name: str) -> str:
    """A header that can be sent back as it came; "" for one that cannot."""
    value = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and len(value) < 300 else ""


def _refused(status: int) -> FetchError:
    match status:
        case 401 | 402 | 403 | 451:
            return FetchError(f"its host does not show it to programs ({status})", "save the page as a file")
        case 404 | 410:
            return FetchError(f"is not there any more ({status})", "look at the address")
        case _ if status in BUSY:
            return FetchError(f"its host is busy ({status})", TRY_LATER, later=True)
        case _:
            return FetchError(f"its host answered with {status}", "look at the address")


def _asked_rest(told: str) -> float:
    """Seconds of a Retry-After header, which counts them or names a time; REST where it tells nothing."""
    if told.isascii() and told.isdigit() and len(told) < 9:
        return min(LONGEST_REST, max(REST, float(told)))
    try:
        seconds = parsedate_to_datetime(told).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return REST
    return min(LONGEST_REST, max(REST, seconds))
