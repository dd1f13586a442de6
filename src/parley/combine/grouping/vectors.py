"""Articles as weighted words, and the likeness of each to those that share rare words with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from parley.learn.news_words import NOTHING, Spread
from parley.text.words import Ids, Places

Numbers = NDArray[np.float64]
Owners = NDArray[np.uint32]

OWN = 2  # weight of an article of the record beside one of the background (ECB+ train, whole and topic by topic)
# A word in more articles than COMMON (and in more than half), or in more than LONGEST, points at none: postings stay short.
# Likeness is then that of the words that are left: of 30 events planted among 100,000 articles 29 are found so, and few
# where words without postings still make the vectors longer (benches/scale)
COMMON, LONGEST = 400, 1000


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """The different words of one article, in order, and 1 + log of how often each stands there."""

    words: Ids
    logs: Numbers

    @classmethod
    def of(cls, ids: Ids) -> "Bag":
        words, counts = np.unique(ids, return_counts=True)
        return cls(words, 1 + np.log(counts))


@dataclass(slots=True, eq=False)
class Counts:
    """How many articles there are, their words in order, and how many articles have each."""

    size: int = 0
    words: Ids = field(default_factory=lambda: np.empty(0, np.uint64))
    spread: Places = field(default_factory=lambda: np.empty(0, np.int64))

    def add(self, bags: Sequence[Bag]) -> None:
        self.size += len(bags)
        more, counts = np.unique(_words(bags), return_counts=True)
        self.words, place = np.unique(np.concatenate((self.words, more)), return_inverse=True)
        both = np.concatenate((self.spread, counts))
        self.spread = np.bincount(place, both, len(self.words)).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Unit vectors of articles over words, as postings: rows [first[w], first[w + 1]) of `articles` and `weights` tell in
    which articles word w stands, in their order, and what it weighs there: (1 + log count) times its rarity. Words that
    are too common have no rows and no weight.

    Rarity is log(1 + articles / articles with the word). The articles are these ones, each counted OWN times, and those
    of the background: in a record of a dozen articles about one meeting, and in one of thousands about a year of talks,
    a word is about as rare.
    """

    words: Ids
    rarity: Numbers
    first: Places
    articles: Owners
    weights: NDArray[np.float32]

    def terms(self, bag: Bag) -> Places:
        """The numbers of the words of one of these articles."""
        return self.words.searchsorted(bag.words)

    def near(self, bag: Bag, terms: Places, passed: Places) -> tuple[Owners, Numbers]:
        """For each word of one article, the articles that have it, without the first `passed` ones, and what it adds to
        their cosine."""
        weights = bag.logs * self.rarity[terms] * (self.first[terms] < self.first[terms + 1])
        weights /= max(float(np.sqrt((weights**2).sum())), 1e-12)
        start, end = self.first[terms] + passed, self.first[terms + 1]
        some = start < end
        start, sizes, weights = start[some], (end - start)[some], weights[some]
        at = np.arange(int(sizes.sum())) + np.repeat(start - np.cumsum(sizes) + sizes, sizes)
        return self.articles.take(at), np.repeat(weights, sizes) * self.weights.take(at)


class Filling:
    """Vectors in the making: room for the postings of all articles counted, written some articles at a time."""

    def __init__(self, counts: Counts, background: Spread = NOTHING) -> None:
        known = np.maximum(background.of(counts.words) + OWN * counts.spread, 1)
        rarity = np.log1p((background.articles + OWN * counts.size) / known)
        most = max(COMMON, min(counts.size // 2, LONGEST))
        self.kept = counts.spread <= most
        first = np.concatenate(([0], np.cumsum(np.where(self.kept, counts.spread, 0))))
        self.free, self.done = first[:-1].copy(), 0
        total = int(first[-1])
        self.vectors = Vectors(counts.words, rarity, first, np.empty(total, np.uint32), np.empty(total, np.float32))

    def add(self, bags: Sequence[Bag]) -> None:
        """The next articles, in their order."""
        of = self.vectors
        terms = of.words.searchsorted(_words(bags))
        owner = np.repeat(np.arange(len(bags)), [len(b.words) for b in bags])
        weights = np.concatenate([*(b.logs for b in bags), np.empty(0)]) * of.rarity[terms]
        weights *= self.kept[terms]
        weights /= np.maximum(np.sqrt(np.bincount(owner, weights**2, len(bags))), 1e-12)[owner]
        rare = np.flatnonzero(self.kept[terms])
        order = rare[np.argsort(terms[rare], kind="stable")]
        terms = terms[order]
        starts = np.flatnonzero(np.diff(terms, prepend=-1))
        sizes = np.diff(starts, append=len(terms))
        places = self.free[terms] + np.arange(len(terms)) - np.repeat(starts, sizes)
        of.articles[places] = owner[order] + self.done
        of.weights[places] = weights[order]
        self.free[terms[starts]] += sizes
        self.done += len(bags)


def _words(bags: Sequence[Bag]) -> Ids:
    return np.concatenate([*(b.words for b in bags), np.empty(0, np.uint64)])
