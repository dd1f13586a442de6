"""Days between two publications: what is told a week later is mostly another event of the same talks."""

from collections.abc import Sequence
from datetime import date

from parley.combine.grouping.clusters import Pair

# Days apart -> what is left of two articles' likeness. BASIL: of 150 pairs on one event 94 came out on one day, 38 a
# day apart, 15 two days, 3 more. ECB+ tells of one event weeks apart too, so that days weigh little beside words.
LEFT = (1.0, 1.0, 1.0, 0.9, 0.85)
LATER = 0.8


def faded(likeness: dict[Pair, float], published: Sequence[str | None]) -> dict[Pair, float]:
    """The likeness of pairs, less where both say their day and the days are apart."""
    days = [_day(p) for p in published]
    return {(i, j): value * _left(days[i], days[j]) for (i, j), value in likeness.items()}


def _day(published: str | None) -> int | None:
    """The ordinal of an ISO day; None for a month, a year or no date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _left(a: int | None, b: int | None) -> float:
    if a is None or b is None:
        return 1.0
    apart = abs(a - b)
    return LEFT[apart] if apart < len(LEFT) else LATER
