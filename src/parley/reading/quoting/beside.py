"""Which quotations overlap one: found by their places, so that an article of ten thousand quotations is read in time."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from parley.reading.quoting.found import Found, Range


class Beside:
    """Quotations by place."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found = sorted(found, key=lambda f: f.start)
        self._starts = [f.start for f in self._found]
        self._reach = list(accumulate((f.end for f in self._found), max))

    def overlapping(self, start: int, end: int) -> Iterator[Found]:
        """Those between whose first and last code point some of [start, end) lies; last first."""
        n = bisect_left(self._starts, end) - 1
        while n >= 0 and self._reach[n] > start:
            if self._found[n].end > start:
                yield self._found[n]
            n -= 1

    def near(self, found: Found) -> Iterator[Found]:
        return self.overlapping(found.start, found.end)

    def covers(self, part: Range) -> bool:
        """Whether one of their contents shares a code point with the part."""
        return any(s < part[1] and part[0] < e for f in self.overlapping(*part) for s, e in f.contents)
