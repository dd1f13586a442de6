"""Where two texts hold the same words in the same order: seeds of a few equal words, extended to whole runs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.text.words import Ids, Places, grams

REPEATS = 6  # a seed that a text repeats more often (a refrain, a table) is no place to start from
MOST_RUNS = 4000  # the longest are kept: bounds the work on hostile input


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words [a, a + length) of one text equal words [b, b + length) of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The runs of `size` words of a text of `words` words: their hashes in order, where each stands, and before which
    number of the order its last equal stands (`ends`)."""

    words: int
    size: int
    ordered: Ids
    places: Places
    ends: Places

    @classmethod
    def of(cls, ids: Ids, size: int) -> "Seeds":
        hashes = grams(ids, size)
        places = np.argsort(hashes)  # equal ones in any order: hits are put in order
        ordered = hashes[places]
        return cls(len(ids), size, ordered, places, np.searchsorted(ordered, ordered, "right"))


def runs(a: Seeds, b: Seeds) -> tuple[Run, ...]:
    """Equal runs of at least a seed's words, in order of `a`; no word of either text lies in two of them."""
    found = _longest_first(*_hits(a, b), a)
    if len(found) < 2:
        return found
    return tuple(sorted(_apart(found, a.words, b.words, a.size)))


def _hits(a: Seeds, b: Seeds) -> tuple[Places, Places]:
    """Places (i, j) where the seeds are equal, all pairs of repeats up to REPEATS."""
    if not len(a.ordered) or not len(b.ordered):
        return a.places[:0], b.places[:0]
    first = b.ordered.searchsorted(a.ordered)  # both in order: neighbours are looked up in neighbouring memory
    equal = b.ordered.take(first, mode="clip") == a.ordered
    i, first = a.places[equal], first[equal]  # most seeds of two texts differ: the rest is dear
    count = b.ends[first] - first
    if len(count) and count.max() > 1:
        count[count > REPEATS] = 0
        i, first = np.repeat(i, count), np.repeat(first, count)
        first += np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
    return i, b.places[first]


def _longest_first(i: Places, j: Places, a: Seeds) -> tuple[Run, ...]:
    """Hits on one diagonal that follow each other are one run."""
    if not len(i):
        return ()
    wide = a.words + 1  # no text ends where the next diagonal begins
    at = (j - i + a.words) * wide + i  # diagonal and place in one number
    at.sort()
    edges = np.flatnonzero(at[1:] - at[:-1] != 1) + 1
    if not len(edges):
        return (_run(int(at[0]), len(at), a),)
    firsts = np.concatenate(([0], edges))
    lengths = np.diff(firsts, append=len(at))
    best = np.lexsort((at[firsts] // wide, at[firsts] % wide, -lengths))[:MOST_RUNS]
    return tuple(_run(key, n, a) for key, n in zip(at[firsts[best]].tolist(), lengths[best].tolist(), strict=True))


def _run(key: int, seeds: int, a: Seeds) -> Run:
    diagonal, start = divmod(key, a.words + 1)
    return Run(start, start + diagonal - a.words, seeds + a.size - 1)


def _apart(found: Iterable[Run], size_a: int, size_b: int, seed: int) -> Iterable[Run]:
    """Each run without the words that a longer one has taken, where at least `seed` are left."""
    taken_a, taken_b = np.zeros(size_a, np.bool_), np.zeros(size_b, np.bool_)
    for run in found:
        free = ~(taken_a[run.a : run.a + run.length] | taken_b[run.b : run.b + run.length])
        kept = _longest_stretch(free)
        if kept[1] < seed:
            continue
        run = Run(run.a + kept[0], run.b + kept[0], kept[1])
        taken_a[run.a : run.a + run.length] = True
        taken_b[run.b : run.b + run.length] = True
        yield run


def _longest_stretch(free: NDArray[np.bool_]) -> tuple[int, int]:
    """Start and length of the longest stretch of True."""
    if free.all():
        return 0, len(free)
    edges = np.diff(np.concatenate(([False], free, [False])).astype(np.int8))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return 0, 0
    best = int(np.argmax(ends - starts))
    return int(starts[best]), int(ends[best] - starts[best])


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring runs taken together: words [a, a_end) of one text and [b, b_end) of the other."""

    a: int
    a_end: int
    b: int
    b_end: int
    runs: tuple[Run, ...]

    @property
    def words(self) -> int:
        """How many words the two stretches share."""
        return sum(r.length for r in self.runs)


def passages(found: Sequence[Run], gap: int = 12) -> tuple[Passage, ...]:
    """Runs in order joined where at most `gap` words lie between them on both sides: a changed word or clause."""
    groups: list[list[Run]] = []
    for run in found:
        last = groups[-1][-1] if groups else None
        if last and 0 <= run.a - last.a - last.length <= gap and 0 <= run.b - last.b - last.length <= gap:
            groups[-1].append(run)
        else:
            groups.append([run])
    return tuple(Passage(g[0].a, g[-1].a + g[-1].length, g[0].b, g[-1].b + g[-1].length, tuple(g)) for g in groups)
