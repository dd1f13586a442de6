"""Passages told in other words: sentences alike in their telling words, in neighbouring places of both articles.

After Sanchez-Perez, Sidorov and Gelbukh, "A winning approach to text alignment for text reuse detection" (PAN 2014).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.combine.copying.couples import clustered
from parley.combine.copying.telling import Telling
from parley.text.words import Mask, Places, stops

Matrix = NDArray[np.float64]

# All set on PAN 2013 (training part) and on BASIL, whose same-event articles are not reworded copies.
COSINE, DICE = 0.33, 0.33  # two sentences alike
GAP = 4  # sentences between two alike ones that still belong to one passage
WHOLE = 0.34  # cosine of two passages taken whole
LEAST_WORDS = 4  # a sentence of fewer words is read with the next one
LEAST_COMMON = 2  # words of a sentence that the other article knows: with fewer no two sentences are alike
MOST_SENTENCES = 1200  # of an article: bounds the work on hostile input
MOST_CELLS = 20_000_000


@dataclass(frozen=True, slots=True)
class Retold:
    """Words [a, a_end) of one article tell what words [b, b_end) of the other tell; `kept` words stand in both."""

    a: int
    a_end: int
    b: int
    b_end: int
    kept: int
    likeness: float


def retold(a: Telling, b: Telling) -> tuple[Retold, ...]:
    """Passages retold, in order of the first article."""
    alike = _Sentences.of(a, b)
    if alike is None:
        return ()
    i, j = np.nonzero(alike.seeds())
    found = _passages(alike, i, j, GAP)
    return tuple(sorted(found, key=lambda r: (r.a, r.b)))


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One article as sentences: counts of the words that both know, and the size of each sentence in all its words."""

    counts: Matrix
    norms: Matrix
    sizes: Matrix
    firsts: Places
    squares: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class _Sentences:
    """Two articles as sentences, and the weights of the words that both know."""

    a: _Side
    b: _Side
    weights: Matrix

    @classmethod
    def of(cls, a: Telling, b: Telling) -> "_Sentences | None":
        (rows_a, firsts_a), (rows_b, firsts_b) = _sentences(a), _sentences(b)
        own_a, own_b = _content(a) & (rows_a < MOST_SENTENCES), _content(b) & (rows_b < MOST_SENTENCES)
        words, terms = np.unique(np.concatenate([a.words.stems[own_a], b.words.stems[own_b]]), return_inverse=True)
        size_a, size_b = min(len(firsts_a) - 1, MOST_SENTENCES), min(len(firsts_b) - 1, MOST_SENTENCES)
        cells_a = _cells(rows_a[own_a], terms[: own_a.sum()], len(words))
        cells_b = _cells(rows_b[own_b], terms[own_a.sum() :], len(words))
        spread_a, spread_b = (np.bincount(c.terms, minlength=len(words)) for c in (cells_a, cells_b))
        both = np.flatnonzero((spread_a > 0) & (spread_b > 0))
        if not len(both) or (size_a + size_b) * len(both) > MOST_CELLS:
            return None
        weights = np.log((size_a + size_b) / np.maximum(spread_a + spread_b, 1)) + 0.1
        sides = cells_a.side(weights, both, size_a, firsts_a), cells_b.side(weights, both, size_b, firsts_b)
        return cls(*sides, weights[both])

    def seeds(self) -> Mask:
        """Which sentences of a are alike to which of b."""
        i, j = (np.flatnonzero((side.counts > 0).sum(1) >= LEAST_COMMON) for side in (self.a, self.b))
        left, right = self.a.counts[i].astype(np.float32), self.b.counts[j].astype(np.float32)
        cosine = (left * self.weights.astype(np.float32) ** 2) @ right.T / np.outer(self.a.norms[i], self.b.norms[j])
        common = np.minimum(left, 1) @ np.minimum(right, 1).T
        dice = 2 * common / np.maximum(self.a.sizes[i][:, None] + self.b.sizes[j][None, :], 1)
        seeds = np.zeros((len(self.a.counts), len(self.b.counts)), np.bool_)
        seeds[np.ix_(i, j)] = (cosine > COSINE) & (dice > DICE)
        return seeds

    def whole(self, a: slice, b: slice) -> tuple[float, int]:
        """Cosine of two stretches of sentences, and how many different words stand in both."""
        left, right = self.a.counts[a].sum(0), self.b.counts[b].sum(0)
        norms = [
            np.sqrt(((n * self.weights) ** 2).sum() + x)
            for n, x in ((left, self.a.squares[a].sum()), (right, self.b.squares[b].sum()))
        ]
        cosine = float((left * right * self.weights**2).sum() / max(norms[0] * norms[1], 1e-9))
        return cosine, int(((left > 0) & (right > 0)).sum())


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """How often each word stands in each sentence."""

    rows: Places
    terms: Places
    counts: Matrix

    def side(self, weights: Matrix, both: Places, size: int, firsts: Places) -> _Side:
        squares = (self.counts * weights[self.terms]) ** 2
        column = np.full(len(weights), -1)
        column[both] = np.arange(len(both))
        shared = column[self.terms] >= 0
        cells = self.rows[shared] * len(both) + column[self.terms[shared]]
        counts = np.bincount(cells, self.counts[shared], size * len(both)).reshape(size, len(both))
        norms = np.maximum(np.sqrt(np.bincount(self.rows, squares, size)), 1e-9)
        own = np.bincount(self.rows[~shared], squares[~shared], size).astype(np.float64)
        sizes = np.bincount(self.rows, minlength=size).astype(np.float64)
        return _Side(counts.astype(np.float64), norms, sizes, firsts, own)


def _cells(rows: Places, terms: Places, width: int) -> _Cells:
    cells, counts = np.unique(rows * width + terms, return_counts=True)
    return _Cells(cells // max(width, 1), cells % max(width, 1), counts.astype(np.float64))


def _content(telling: Telling) -> Mask:
    return ~stops(telling.words.ids)


def _sentences(telling: Telling) -> tuple[Places, Places]:
    """The sentence of each word, and the first word of each sentence (with the end); short ones run into the next."""
    changes = np.flatnonzero(np.diff(telling.words.sentences, prepend=-1) != 0)
    firsts = [0]
    for first in changes[1:].tolist():
        if first - firsts[-1] >= LEAST_WORDS:
            firsts.append(first)
    edges = np.array([*firsts, len(telling)], np.int64)
    return np.searchsorted(edges, np.arange(len(telling)), "right") - 1, edges


def _passages(alike: _Sentences, i: Places, j: Places, gap: int) -> Iterator[Retold]:
    """Clusters of alike sentences, taken apart at smaller gaps where they do not match as a whole."""
    for part in clustered(i, j, gap + 1):
        rows, columns = i[part], j[part]
        a, b = slice(int(rows.min()), int(rows.max()) + 1), slice(int(columns.min()), int(columns.max()) + 1)
        likeness, kept = alike.whole(a, b)
        if likeness >= WHOLE:
            ends = alike.a.firsts[a.stop], alike.b.firsts[b.stop]
            yield Retold(
                int(alike.a.firsts[a.start]), int(ends[0]), int(alike.b.firsts[b.start]), int(ends[1]), kept, likeness
            )
        elif gap:
            yield from _passages(alike, rows, columns, gap - 1)
