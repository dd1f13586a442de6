"""How alike articles are in what they tell: their words, their leads, their names."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from parley.combine.copying.telling import Telling
from parley.combine.grouping.clusters import Pair
from parley.combine.grouping.vectors import Vectors, vectors
from parley.learn.news_words import NOTHING, Spread
from parley.text.words import Ids, split, stops

LEAD = 60  # words of the body that, with the title, tell what happened
FAINT = 0.03  # likeness below is the day's vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """The telling words of one article: all, those of title and lead, and names inside a sentence."""

    body: Ids
    lead: Ids
    names: Ids


def bags(telling: Telling, title: str) -> Bags:
    ids = telling.words.ids
    lead = np.concatenate([split(title).ids, ids[:LEAD]])
    return Bags(_telling(ids), _telling(lead), _telling(ids[telling.named]))


def likeness(of: Sequence[Bags], background: Spread = NOTHING) -> dict[Pair, float]:
    """Pairs (i < j) of articles that share telling words: the mean cosine of body, lead and names, 0..1."""
    sides: tuple[Vectors, ...] = tuple(
        vectors(rows, background) for rows in ([b.body for b in of], [b.lead for b in of], [b.names for b in of])
    )
    found: dict[Pair, float] = {}
    for i in range(len(of)):
        others, shared = zip(*(side.later(i) for side in sides), strict=True)
        alike = np.bincount(np.concatenate(others), np.concatenate(shared), len(of))[i + 1 :] / len(sides)
        near = np.flatnonzero(alike > FAINT)
        found |= dict(zip(((i, i + 1 + j) for j in near.tolist()), alike[near].tolist(), strict=True))
    return found


def _telling(ids: Ids) -> Ids:
    return ids[~stops(ids)]
