"""Where two texts hold the same words in the same order: seeds of a few equal words, extended to whole runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from parley.text.words import Ids, Mask, Places, grams, may_repeat

REPEATS = 6  # a seed that a text repeats more often (a refrain, a table) is no place to start from
MOST_RUNS = 4000  # the longest are kept: bounds the work on hostile input
BLOCK = 256  # pairs that are aligned at once


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words [a, a + length) of one text equal words [b, b + length) of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True, eq=False)
class Aligner:
    """Texts made ready to be aligned with each other: rows [bounds[t], bounds[t + 1]) are seeds of `size` words of text t.

    Only seeds that may stand twice are held. Equal ones have one number in all texts; `places` tell where each stands
    in its text, `times` how often that text has it, and `order` names each text's rows again, equal ones together.
    """

    size: int
    words: Places
    bounds: tuple[int, ...]
    numbers: Places
    places: Places
    times: Places
    order: Places

    @classmethod
    def of(cls, texts: Sequence[Ids], size: int) -> "Aligner":
        words = np.array([len(t) for t in texts], np.int64)
        hashes = grams(np.concatenate([*texts, np.empty(0, np.uint64)]), size)
        owner = np.repeat(np.arange(len(texts)), words)
        kept = np.flatnonzero(owner[: len(hashes)] == owner[size - 1 :])
        kept = kept[may_repeat(hashes[kept])]
        owner = owner[kept]
        distinct, numbers = np.unique(hashes[kept], return_inverse=True)
        order = np.argsort(owner * len(distinct) + numbers, kind="stable")
        new = np.flatnonzero(np.diff(numbers[order], prepend=-1) | np.diff(owner[order], prepend=-1))
        counts = np.diff(new, append=len(order))
        times = np.empty(len(order), np.int64)
        times[order] = np.repeat(counts, counts)
        bounds = np.searchsorted(owner, np.arange(len(texts) + 1)).tolist()
        return cls(size, words, tuple(bounds), numbers, kept - (np.cumsum(words) - words)[owner], times, order)

    def runs(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[Run, ...]]:
        """Equal runs of at least a seed's words of each pair (a, b) of two texts, in order of a; no word lies in two.

        Pairs with one first text in a row are quick: where its seeds stand is written once into a table of all seeds.
        """
        asked, table = iter(pairs), np.zeros(int(self.numbers.max(initial=-1)) + 1, np.int64)
        while block := list(islice(asked, BLOCK)):
            yield from self._block(block, table)

    def _block(self, block: Sequence[tuple[int, int]], table: Places) -> Iterator[tuple[Run, ...]]:
        found = self._hits(block, table)
        pair, a, b, length = self._joined(*found, int(self.words[[n for p in block for n in p]].max()) + 1)
        clash = set(pair[1:][_clashes(pair, a, a + length)].tolist())
        order = np.lexsort((b, pair))
        clash |= set(pair[1:][_clashes(pair[order], b[order], (b + length)[order])].tolist())
        made = [Run(*run) for run in zip(a.tolist(), b.tolist(), length.tolist(), strict=True)]
        bounds = np.searchsorted(pair, np.arange(len(block) + 1)).tolist()
        for n, ((i, j), (start, end)) in enumerate(zip(block, pairwise(bounds), strict=True)):
            runs = tuple(made[start:end])
            yield self._cleared(runs, i, j) if n in clash else runs

    def _hits(self, block: Sequence[tuple[int, int]], table: Places) -> tuple[Places, Places, Places]:
        """Number of the pair, and where in a and in b one seed stands: all pairs of repeats up to REPEATS in b."""
        bounds, laid, firsts = self.bounds, slice(0, 0), []
        for n, (i, j) in enumerate(block):
            if not n or i != block[n - 1][0]:
                table[self.numbers[laid]] = 0
                laid = slice(bounds[i], bounds[i + 1])
                rows = self.order[laid][::-1]  # of equal ones the first is written last
                table[self.numbers[rows]] = np.arange(laid.stop, laid.start, -1)
            firsts.append(table.take(self.numbers[bounds[j] : bounds[j + 1]]))
        table[self.numbers[laid]] = 0
        sizes = np.array([len(f) for f in firsts])
        first = np.concatenate(firsts)
        hits = np.flatnonzero(first)
        pair = np.searchsorted(np.cumsum(sizes), hits, "right")
        rows = hits + (np.array([bounds[j] for _, j in block]) - np.cumsum(sizes) + sizes)[pair]
        at = first[hits] - 1
        count = self.times[self.order[at]]
        count[self.times[rows] > REPEATS] = 0
        if len(count) and (count.max() > 1 or count.min() < 1):
            pair, rows, at = np.repeat(pair, count), np.repeat(rows, count), np.repeat(at, count)
            at += np.arange(len(at)) - np.repeat(np.cumsum(count) - count, count)
        return pair, self.places[self.order[at]], self.places[rows]

    def _joined(self, pair: Places, i: Places, j: Places, wide: int) -> tuple[Places, Places, Places, Places]:
        """Hits on one diagonal that follow each other are one run: pair, start in a, start in b, length; in order."""
        at = ((pair * 2 + 1) * wide + j - i) * wide + i  # pair, diagonal and place in one number
        at.sort(kind="stable")
        firsts = np.flatnonzero(np.diff(at, prepend=-2) != 1)
        length = np.diff(firsts, append=len(at)) + self.size - 1
        diagonal, start = np.divmod(at[firsts], wide)
        pair, diagonal = np.divmod(diagonal, 2 * wide)
        there = start + diagonal - wide
        order = np.lexsort((there, start, pair))
        return pair[order], start[order], there[order], length[order]

    def _cleared(self, found: Sequence[Run], i: int, j: int) -> tuple[Run, ...]:
        """Runs that share words, so that none do: the longest are kept whole."""
        longest = sorted(found, key=lambda r: (-r.length, r.a, r.b - r.a))[:MOST_RUNS]
        return tuple(sorted(_apart(longest, int(self.words[i]), int(self.words[j]), self.size)))


def _clashes(pair: Places, starts: Places, ends: Places) -> Mask:
    """Which stretches, but for the first, begin before the one ends that stands before it in the same pair."""
    clash: Mask = (pair[1:] == pair[:-1]) & (starts[1:] < ends[:-1])
    return clash


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
