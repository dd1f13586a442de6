"""How alike articles are in what they tell: their words, their leads, their names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from parley.combine.copying.telling import Telling
from parley.combine.grouping.clusters import Pair
from parley.combine.grouping.vectors import Bag, Counts, Filling, Numbers, Vectors
from parley.learn.news_words import NOTHING, Spread
from parley.text.words import Ids, Places, split, stops

LEAD = 60  # words of the body that, with the title, tell what happened
FAINT = 0.03  # likeness below is the day's vocabulary

Bags = tuple[
    Bag, Bag, Bag
]  # the telling words of one article: all, those of title and lead, and names inside a sentence


def bags(telling: Telling, title: str) -> Bags:
    ids = telling.words.ids
    lead = np.concatenate([split(title).ids, ids[:LEAD]])
    return _telling(ids), _telling(lead), _telling(ids[telling.named])


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Articles by their rare words: bodies, leads and names. `sums` is where likeness is added up, zero in between."""

    sides: tuple[Vectors, ...]
    sums: Numbers

    @classmethod
    def of(cls, read: Callable[[], Iterable[Sequence[Bags]]], background: Spread = NOTHING) -> "Index":
        """Articles are read twice, some at a time: how many have a word decides what is kept of each."""
        counts = (Counts(), Counts(), Counts())
        for some in read():
            for n, side in enumerate(counts):
                side.add([b[n] for b in some])
        fillings = tuple(Filling(side, background) for side in counts)
        for some in read():
            for n, filling in enumerate(fillings):
                filling.add([b[n] for b in some])
        return cls(tuple(f.vectors for f in fillings), np.zeros(counts[0].size))

    def near(self, of: Bags, passed: Sequence[Places] | None = None) -> tuple[Places, Numbers]:
        """The articles alike to one of these (itself among them) in order, and the mean cosine of body, lead and names.

        `passed` counts for each word of each side how many articles with it were asked about: they are left out.
        """
        found = []
        for n, (side, bag) in enumerate(zip(self.sides, of, strict=True)):
            terms = side.terms(bag)
            before = np.zeros(len(terms), np.int64)
            if passed:
                passed[n][terms] += 1
                before = passed[n][terms]
            found.append(side.near(bag, terms, before))
        others = np.concatenate([o for o, _ in found]).astype(np.int64)
        np.add.at(self.sums, others, np.concatenate([s for _, s in found]))
        near = np.unique(others[self.sums[others] > FAINT * len(self.sides)])
        alike = self.sums[near] / len(self.sides)
        self.sums[others] = 0
        return near, alike


def likeness(of: Sequence[Bags], background: Spread = NOTHING) -> dict[Pair, float]:
    """Pairs (i < j) of articles that share telling words: the mean cosine of body, lead and names, 0..1."""
    index = Index.of(lambda: [of], background)
    passed = [np.zeros(len(side.words), np.int64) for side in index.sides]
    found: dict[Pair, float] = {}
    for i, one in enumerate(of):
        near, alike = index.near(one, passed)
        found |= dict(zip(((i, j) for j in near.tolist()), alike.tolist(), strict=True))
    return found


def _telling(ids: Ids) -> Bag:
    return Bag.of(ids[~stops(ids)])
