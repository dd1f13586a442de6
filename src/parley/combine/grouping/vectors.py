"""Articles as weighted words, and the likeness of each to those that share rare words with it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.learn.news_words import NOTHING, Spread
from parley.text.words import Ids

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

OWN = 2  # weight of an article of the record beside one of the background (ECB+ train, whole and topic by topic)
COMMON = 400  # a word in more articles than this (and in more than half) points at none: postings stay short


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Unit vectors of articles over words: rows [first[d], first[d + 1]) of `terms` and `weights` are article d's."""

    first: Indices
    terms: Indices
    weights: Numbers
    postings: Indices
    posting_weights: Numbers
    posting_first: Indices

    def __len__(self) -> int:
        return len(self.first) - 1

    def likeness(self, article: int) -> Numbers:
        """The cosine of one article with every article."""
        own = slice(self.first[article], self.first[article + 1])
        terms, weights = self.terms[own], self.weights[own]
        sizes = self.posting_first[terms + 1] - self.posting_first[terms]
        total = int(sizes.sum())
        if not total:
            return np.zeros(len(self))
        offsets = np.arange(total) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        at = np.repeat(self.posting_first[terms], sizes) + offsets
        shared = np.repeat(weights, sizes) * self.posting_weights[at]
        return np.bincount(self.postings[at], shared, len(self)).astype(np.float64)


def vectors(bags: Sequence[Ids], background: Spread = NOTHING) -> Vectors:
    """Unit vectors with weight (1 + log count) * log(1 + articles / articles with the word).

    The articles are these ones, each counted OWN times, and those of the background: in a record of a dozen articles
    about one meeting, and in one of thousands about a year of talks, a word is about as rare.
    """
    count = len(bags)
    flat = np.concatenate([*bags, np.empty(0, np.uint64)])
    owner = np.repeat(np.arange(count), [len(b) for b in bags])
    vocabulary, terms = np.unique(flat, return_inverse=True)
    cells, counts = np.unique(owner * len(vocabulary) + terms, return_counts=True)
    owner, terms = cells // max(len(vocabulary), 1), cells % max(len(vocabulary), 1)
    spread = np.bincount(terms, minlength=len(vocabulary))
    known = background.of(vocabulary) + OWN * spread
    rarity = np.log1p((background.articles + OWN * count) / np.maximum(known, 1))
    weights = (1 + np.log(counts)) * rarity[terms]
    norms = np.sqrt(np.bincount(owner, weights**2, count))
    weights = weights / np.maximum(norms[owner], 1e-12)
    kept = (spread[terms] <= COMMON) | (spread[terms] * 2 <= count)
    return _posted(count, len(vocabulary), owner[kept], terms[kept], weights[kept])


def _posted(count: int, words: int, owner: Indices, terms: Indices, weights: Numbers) -> Vectors:
    order = np.lexsort((owner, terms))
    return Vectors(
        np.searchsorted(owner, np.arange(count + 1)),
        terms,
        weights,
        owner[order],
        weights[order],
        np.searchsorted(terms[order], np.arange(words + 1)),
    )
