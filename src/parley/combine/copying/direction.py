"""Who has the words from whom, by the strongest evidence there is. Scrape times and photo credits never count."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from parley.combine.copying.provenance import Provenance, provenance, same_name
from parley.record import Article, CreditKind, Direction, Reading
from parley.text.once import Once

CLOCK_DOUBT = timedelta(hours=26)  # stated times lack their zone: two clocks of one moment differ by up to 26 hours
NOTHING_SHOWS = "nothing shows who had the words first"
SIDES = (Direction.A_FROM_B, Direction.B_FROM_A)


@dataclass(frozen=True)
class Side:
    """One article of a pair."""

    article: Article
    reading: Reading

    @Once
    def source(self) -> Provenance:
        """Worked out for articles that share words with another."""
        return provenance(self.article, self.reading)

    @property
    def outlet(self) -> str | None:
        return self.article.outlet or self.reading.outlet

    def names(self, kind: CreditKind) -> tuple[str, ...]:
        return tuple(c.name for c in self.reading.credits if c.kind is kind)


Evidence = tuple[Direction, str]


def direction_of(a: Side, b: Side) -> tuple[Direction, tuple[str, ...]]:
    """The direction and the reasons, strongest first; weaker evidence that disagrees is not listed."""
    found = [*_by_credit(a, b), *_by_giver(a, b), *_by_agency(a, b), *_by_time(a, b)]
    if not found:
        return Direction.UNKNOWN, (NOTHING_SHOWS,)
    first = found[0][0]
    return first, tuple(reason for direction, reason in found if direction is first)


def _by_credit(a: Side, b: Side) -> Iterator[Evidence]:
    """ "This article first appeared in The Harbour Post": a names where b stands, or b gives no source of its own."""
    for (taker, giver), direction in zip(((a, b), (b, a)), SIDES, strict=True):
        for name in taker.names(CreditKind.REPUBLISHED):
            unsaid = giver.outlet is None and not giver.names(CreditKind.REPUBLISHED)
            if unsaid or same_name(name, giver.outlet):
                yield direction, f"{taker.article.id} credits {name}"
            else:
                yield Direction.COMMON_SOURCE, f"{taker.article.id} credits {name}, which {giver.article.id} is not"


def _by_giver(a: Side, b: Side) -> Iterator[Evidence]:
    """A page that one links to or names as the giver: the other's own, or one that the other names too."""
    for (taker, giver), direction in zip(((a, b), (b, a)), SIDES, strict=True):
        for name in taker.source.givers.values():
            if same_name(name, giver.outlet):
                yield direction, f"{taker.article.id} names {name}, where {giver.article.id} stands"
    for bare, name in a.source.givers.items():
        if bare in b.source.givers:
            yield Direction.COMMON_SOURCE, f"both name {name}"


def _by_agency(a: Side, b: Side) -> Iterator[Evidence]:
    """An agency that one credits stands behind the words that both carry, whether the other says so or not."""
    for (taker, giver), direction in zip(((a, b), (b, a)), SIDES, strict=True):
        for name in taker.source.agencies.values():
            if same_name(name, giver.outlet):
                yield direction, f"{giver.article.id} is {name}'s own page, which {taker.article.id} credits"
    first, second = a.source.agencies, b.source.agencies
    shared = [name for bare, name in first.items() if bare in second]
    if shared:
        yield Direction.COMMON_SOURCE, f"both credit {shared[0]}"
    elif own := _own_page(a, b):
        yield own
    elif named := [(s.article.id, name) for s in (a, b) for name in s.source.agencies.values()]:
        yield Direction.COMMON_SOURCE, f"{named[0][0]} credits {named[0][1]} for words that both carry"


def _own_page(a: Side, b: Side) -> Evidence | None:
    """An agency's own page signs itself, and the other names nobody: it has the words from there."""
    for giver, taker, direction in ((b, a, SIDES[0]), (a, b, SIDES[1])):
        for name in giver.source.agencies.values():
            if same_name(name, giver.outlet) and taker.outlet and not taker.source.agencies:
                return direction, f"{giver.article.id} is {name}'s own page; {taker.article.id} names no source"
    return None


def _by_time(a: Side, b: Side) -> Iterator[Evidence]:
    """The later one took from the earlier one, where no clock or time zone can turn the order round."""
    first, second = _moments(a.reading.published), _moments(b.reading.published)
    if first is None or second is None:
        return
    for earlier, later, direction in ((second, first, SIDES[0]), (first, second, SIDES[1])):
        if later[0] - earlier[1] >= CLOCK_DOUBT:
            yield direction, "published more than a day later"


def _moments(published: str | None) -> tuple[datetime, datetime] | None:
    """The first and last moment that an ISO day or minute may mean; None for a month, a year or no date."""
    if published is None or len(published) < len("2000-01-01"):
        return None
    try:
        start = datetime.fromisoformat(published[:16])
    except ValueError:
        return None
    return start, start if len(published) > len("2000-01-01") else start + timedelta(days=1)
