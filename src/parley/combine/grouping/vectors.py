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
COMMON, LONGEST = (
    400,
    2000,
)  # a word in more articles than this (and in more than half), or in more than that, points at
# none: postings stay short


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Unit vectors of articles over words: rows [first[d], first[d + 1]) of `terms` and `weights` are article d's, and
    `places` says where each row stands among the postings."""

    first: Indices
    terms: Indices
    weights: Numbers
    places: Indices
    postings: Indices
    posting_weights: Numbers
    posting_first: Indices

    def __len__(self) -> int:
        return len(self.first) - 1

    def later(self, article: int) -> tuple[Indices, Numbers]:
        """For each word of one article, the later articles that have it and what it adds to their cosine."""
        own = slice(self.first[article], self.first[article + 1])
        start = self.places[own] + 1
        sizes = self.posting_first[self.terms[own] + 1] - start
        total = int(sizes.sum())
        offsets = np.arange(total) + np.repeat(start - np.cumsum(sizes) + sizes, sizes)
        return self.postings[offsets], np.repeat(self.weights[own], sizes) * self.posting_weights[offsets]


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
    kept = spread[terms] <= max(COMMON, min(count // 2, LONGEST))
    return _posted(count, len(vocabulary), owner[kept], terms[kept], weights[kept])


def _posted(count: int, words: int, owner: Indices, terms: Indices, weights: Numbers) -> Vectors:
    order = np.argsort(terms, kind="stable")
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return Vectors(
        np.searchsorted(owner, np.arange(count + 1)),
        terms,
        weights,
        places,
        owner[order],
        weights[order],
        np.searchsorted(terms[order], np.arange(words + 1)),
    )
