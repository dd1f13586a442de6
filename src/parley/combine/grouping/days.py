"""Days of an event: what is published a week later, or tells of another day, is mostly another event of the same talks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parley.combine.grouping.clusters import Pair
from parley.text.calendar import MONTH

# Days apart -> what is left of two articles' likeness. BASIL: of 150 pairs on one event 94 came out on one day, 38 a
# day apart, 15 two days, 3 more. Within a fortnight talks bring other events (evals/dense); what is told weeks
# later is told of one event again (ECB+).
LEFT = (1.3, 1.1, 1.0, 0.9, 0.85)
FORTNIGHT, LATER = 0.75, 0.8
NEAR = 14
# What is left beside where both name weekdays and none in common. BASIL: so do few pairs on one event; our own fortnight of
# ten events (evals/dense): most pairs on two. Beyond NEAR days a weekday tells
# no event from another (ECB+).
OTHER_DAY = 0.5
OPENING = 600  # code points of an article in which it says when its event was
# "Monday, March 5" is mostly when a page came out
WEEKDAY = re.compile(rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,?\s+(?:\d|{MONTH}\b))")


@dataclass(frozen=True, slots=True)
class Days:
    """The ordinal of the day of publication (None where unknown), and the weekdays that an article's opening names."""

    published: int | None
    weekdays: frozenset[str]

    @classmethod
    def of(cls, published: str | None, text: str) -> "Days":
        """Names of days, not dates: "on Friday" in a paper dated to a Thursday may be the day before it or after."""
        return cls(_day(published), frozenset(m[0] for m in WEEKDAY.finditer(text, 0, OPENING)))

    def tells_of_another(self, other: "Days") -> bool:
        return bool(self.weekdays and other.weekdays) and self.weekdays.isdisjoint(other.weekdays)


def faded(likeness: dict[Pair, float], days: Sequence[Days]) -> dict[Pair, float]:
    """The likeness of pairs, less where both say their day and the days are apart."""
    return {(i, j): value * _left(days[i], days[j]) for (i, j), value in likeness.items()}


def _day(published: str | None) -> int | None:
    """The ordinal of an ISO day; None for a month, a year or no date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _left(a: Days, b: Days) -> float:
    if a.published is None or b.published is None:
        return 1.0
    apart = abs(a.published - b.published)
    if apart > NEAR:
        return LATER
    left = LEFT[apart] if apart < len(LEFT) else FORTNIGHT
    return left * (OTHER_DAY if apart and a.tells_of_another(b) else 1.0)
