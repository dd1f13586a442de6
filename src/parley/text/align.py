"""Where two texts hold the same words in the same order: seeds of a few equal words, extended to whole runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from parley.text.words import Ids, Places, grams

REPEATS = 6  # a seed that a text repeats more often (a refrain, a table) is no place to start from
MOST_RUNS = 4000  # the longest are kept: bounds the work on hostile input
BUCKETS = 22  # bits of a hash that are counted to leave out seeds that stand once in all texts


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words [a, a + length) of one text equal words [b, b + length) of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The seeds of a text of `words` words that another text may have too, in text order: the number of each, where it
    stands and how often the text has it."""

    words: int
    numbers: Places
    places: Places
    times: Places
    most: int


@dataclass(frozen=True, slots=True, eq=False)
class Aligner:
    """Texts made ready to be aligned with each other. Equal seeds of `size` words have one number in all texts."""

    size: int
    texts: tuple[Seeds, ...]
    numbers: int

    @classmethod
    def of(cls, texts: Sequence[Ids], size: int) -> "Aligner":
        lengths = np.array([len(t) for t in texts], np.int64)
        flat = np.concatenate([*texts, np.empty(0, np.uint64)])
        hashes = grams(flat, size)
        ends = np.cumsum(lengths)
        owner = np.repeat(np.arange(len(texts)), lengths)
        kept = np.flatnonzero((owner[: len(hashes)] == owner[size - 1 :]) & _repeated(hashes))
        distinct, numbers = np.unique(hashes[kept], return_inverse=True)
        bounds = np.searchsorted(kept, np.concatenate(([0], ends))).tolist()
        firsts = (ends - lengths).tolist()
        made = [
            _seeds(length, numbers[start:end], kept[start:end] - first)
            for length, first, (start, end) in zip(lengths.tolist(), firsts, pairwise(bounds), strict=True)
        ]
        return cls(size, tuple(made), len(distinct))

    def runs(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[Run, ...]]:
        """Equal runs of at least a seed's words of each pair (a, b) of two texts, in order of a; no word lies in two of them.

        Pairs with one first text in a row are quick: where its seeds stand is written once into a table of all seeds.
        """
        table, laid, order = np.zeros(self.numbers, np.int64), -1, np.empty(0, np.int64)
        for i, j in pairs:
            a, b = self.texts[i], self.texts[j]
            if i != laid:
                table[self.texts[laid].numbers] = 0
                order = np.argsort(a.numbers, kind="stable") if a.most > 1 else np.arange(len(a.numbers))
                table[a.numbers[order[::-1]]] = np.arange(len(order), 0, -1)  # of equal ones the first is written last
                laid = i
            yield self._runs(a, b, order, table)

    def _runs(self, a: Seeds, b: Seeds, order: Places, table: Places) -> tuple[Run, ...]:
        first = table.take(b.numbers)
        hits = np.flatnonzero(first)
        if not len(hits):
            return ()
        there, at = b.places[hits], first[hits] - 1
        if a.most > 1 or b.most > 1:
            count = a.times[order[at]]
            count[b.times[hits] > REPEATS] = 0
            there = np.repeat(there, count)
            at = np.repeat(at, count) + np.arange(len(there)) - np.repeat(np.cumsum(count) - count, count)
        found = _joined(a.places[order[at]], there, a.words, self.size)
        if len(found) < 2 or _are_apart(found):
            return found
        longest = sorted(found, key=lambda r: (-r.length, r.a, r.b - r.a))[:MOST_RUNS]
        return tuple(sorted(_apart(longest, a.words, b.words, self.size)))


def _repeated(hashes: Ids) -> NDArray[np.bool_]:
    """Which hashes may stand elsewhere too."""
    bucket = (hashes >> np.uint64(64 - BUCKETS)).astype(np.int64)
    return np.bincount(bucket, minlength=1 << BUCKETS)[bucket] > 1


def _seeds(words: int, numbers: Places, places: Places) -> Seeds:
    distinct, back, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    if len(distinct) == len(numbers):
        return Seeds(words, numbers, places, np.ones(len(numbers), np.int64), 1)
    return Seeds(words, numbers, places, counts[back], int(counts.max()))


def _joined(i: Places, j: Places, words: int, size: int) -> tuple[Run, ...]:
    """Hits on one diagonal that follow each other are one run; in order of the first text."""
    if not len(i):
        return ()
    wide = words + 1  # no text ends where the next diagonal begins
    at = (j - i + words) * wide + i  # diagonal and place in one number
    at.sort()
    edges = np.flatnonzero(at[1:] - at[:-1] != 1) + 1
    firsts = [0, *edges.tolist()]
    lengths = [end - first for first, end in pairwise([*firsts, len(at)])]
    found = [_run(key, n + size - 1, words) for key, n in zip(at[firsts].tolist(), lengths, strict=True)]
    return tuple(sorted(found))


def _run(key: int, length: int, words: int) -> Run:
    diagonal, start = divmod(key, words + 1)
    return Run(start, start + diagonal - words, length)


def _are_apart(found: Sequence[Run]) -> bool:
    """Whether runs in order share no word of either text."""
    if any(one.a + one.length > other.a for one, other in pairwise(found)):
        return False
    return all(one[0] + one[1] <= other[0] for one, other in pairwise(sorted((r.b, r.length) for r in found)))


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
