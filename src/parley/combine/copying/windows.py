"""What two articles have in common in one place: words, each as much as it is rare, in a window of either.

Where every sentence is written anew and its words put in another order, this is what is left of a passage.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.combine.copying.couples import matches
from parley.combine.copying.telling import Telling
from parley.learn.news_words import Spread
from parley.text.words import Ids, Places, stops

# All set on PAN 2013 (training part).
STEP = 24  # telling words; a window is two steps wide, and each word stands in two windows
REPEATS = 20  # windows of one article that hold a word: beyond, it is what the article is about, and marks no place
LEAST_RARITY = 1.0  # of a word that counts
LEAST_TOTAL = 60.0  # weight of a window: the last one of an article may hold few words
WIDTH = 1 << 24  # more windows than any article has

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Rare words of one article in order of their hash, once for each window; `totals`: the weight of each window;
    `known`, `rarity`: the different words and what each weighs."""

    words: Ids
    bins: Places
    weights: Weights
    totals: Weights
    known: Ids
    rarity: Weights
    size: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """The part of their words' weight that the two windows most alike have in common, and that the articles have."""

    part: float
    whole: float


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """Words weigh log(articles / articles with the word), the background's articles counted in."""

    known: Ids
    weights: Weights

    @classmethod
    def of(cls, tellings: Sequence[Telling], background: Spread) -> "Rarity":
        rows = [np.unique(_telling(t)[0]) for t in tellings]
        known, counts = np.unique(np.concatenate([*rows, np.empty(0, np.uint64)]), return_counts=True)
        spread = np.maximum(background.of(known) + counts, 1)
        return cls(known, np.log((background.articles + len(rows)) / spread))

    def windows(self, telling: Telling) -> Windows:
        """Worked out for articles that are compared."""
        ids, stems = _telling(telling)
        return _windows(stems, self.weights[np.searchsorted(self.known, ids)])


def _telling(telling: Telling) -> tuple[Ids, Ids]:
    """The words that are no stop words: ids and stems."""
    kept = ~stops(telling.words.ids)
    return telling.words.ids[kept], telling.words.stems[kept]


def _windows(stems: Ids, rarity: Weights) -> Windows:
    at = np.arange(len(stems)) // STEP
    count = int(at[-1]) + 1 if len(stems) else 0
    totals = np.bincount(at, rarity, count)
    totals[:-1] += totals[1:].copy()
    rare = np.flatnonzero(rarity >= LEAST_RARITY)
    words, bins = np.tile(stems[rare], 2), np.concatenate([at[rare], at[rare] - 1])
    inside = bins >= 0
    words, bins, weights = words[inside], bins[inside], np.tile(rarity[rare], 2)[inside]
    order = np.lexsort((weights, bins, words))
    words, bins, weights = words[order], bins[order], weights[order]
    new = np.concatenate(([True], (np.diff(bins) != 0) | (words[1:] != words[:-1])))[: len(words)]
    words, bins, weights = words[new], bins[new], weights[new]
    known, first = np.unique(words, return_index=True)
    return Windows(words, bins, weights, np.maximum(totals, LEAST_TOTAL), known, weights[first], len(stems))


def likeness(a: Windows, b: Windows) -> Likeness:
    """How much two articles have in common where they have most, and all over: one event is told in the same words."""
    i, j = matches(a.words, b.words, REPEATS)
    if not len(i):
        return Likeness(0.0, 0.0)
    cells, inverse = np.unique(a.bins[i] * WIDTH + b.bins[j], return_inverse=True)
    shared = np.bincount(inverse, (a.weights[i] + b.weights[j]) / 2)
    parts = shared / np.sqrt(a.totals[cells // WIDTH] * b.totals[cells % WIDTH])
    return Likeness(float(parts.max()), _whole(a, b))


def _whole(a: Windows, b: Windows) -> float:
    i, j = matches(a.known, b.known)
    total: float = float(a.rarity.sum() * b.rarity.sum()) ** 0.5
    return float(a.rarity[i].sum() + b.rarity[j].sum()) / 2 / max(total, 1.0)
