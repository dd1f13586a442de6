"""Couples of telling words that few articles share: what is left of a passage when its sentences are written anew."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.combine.copying.telling import Telling
from parley.text.words import Ids, Mask, Places, mix, stops

REACH = 3  # telling words apart, stop words not counted
CAP = 30  # a couple in more articles says nothing of two of them
MOST_COUNTED = 1500  # articles: in larger records a couple is no rarer, so that thresholds on weights hold
REPEATS = 3  # places of one couple in one article that are compared
NEAR = 15  # words between two couples of one cluster, in both articles (PAN 2013, training part)

OWNER_BITS = np.uint64(22)  # up to four million articles
OWNERS = np.uint64(2**22 - 1)

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Couples:
    """Rare couples of one article in order of their hash: where they stand, how rare they are, whether a speaker's."""

    hashes: Ids
    places: Places
    weights: Weights
    quoted: Mask
    shared_by: Places


def rare_couples(tellings: Sequence[Telling]) -> tuple[Couples, ...]:
    """For each article the couples that it shares with 1 to CAP - 1 other ones; weight log(articles / articles with it)."""
    listed = [_couples(t) for t in tellings]
    sizes = [len(hashes) for hashes, _ in listed]
    flat = np.concatenate([*(h for h, _ in listed), np.empty(0, np.uint64)])
    owner = np.repeat(np.arange(len(tellings)), sizes)
    spread = _spread(flat, owner)
    bounds = np.cumsum([0, *sizes])
    parts = [slice(bounds[n], bounds[n + 1]) for n in range(len(tellings))]
    return tuple(
        _rare(t, *listing, spread[part], len(tellings))
        for t, listing, part in zip(tellings, listed, parts, strict=True)
    )


def densest(a: Couples, b: Couples, least: float) -> float:
    """The weight of the heaviest cluster of couples that two articles share; 0 where none can reach `least`."""
    i, j = matches(a.hashes, b.hashes)
    best = 0.0
    if float(a.weights[i].sum()) < least:
        return best
    for part in clustered(a.places[i], b.places[j], NEAR):
        if float(a.weights[i[part]].sum()) >= least:
            _, first = np.unique(a.hashes[i[part]], return_index=True)
            best = max(best, float(a.weights[i[part[first]]].sum()))
    return best


@dataclass(frozen=True, slots=True)
class Thread:
    """Different couples that two articles share outside quotations and names: how many, and how many of them stand in
    one order in both; `own` counts the unquoted words of the article that has fewer of them."""

    couples: int
    ordered: int
    own: int

    @property
    def density(self) -> float:
        """Shared couples for each word of the shorter telling."""
        return self.couples / max(self.own, 1)

    @property
    def order(self) -> float:
        """The same of couples in one order."""
        return self.ordered / max(self.own, 1)


def thread(a: Telling, couples_a: Couples, b: Telling, couples_b: Couples) -> Thread:
    """How far two articles tell the same in the same order."""
    i, j = matches(couples_a.hashes, couples_b.hashes)
    here, there = couples_a.places[i], couples_b.places[j]
    own = ~(couples_a.quoted[i] | couples_b.quoted[j]) & ~(a.named[here] & b.named[there])
    kept = np.flatnonzero(own)
    _, first = np.unique(couples_a.hashes[i[kept]], return_index=True)
    kept = kept[first]
    order = np.lexsort((there[kept], here[kept]))
    ordered = longest_rising(there[kept][order].tolist())
    return Thread(len(kept), ordered, min(int((~a.quoted).sum()), int((~b.quoted).sum())))


def longest_rising(places: Sequence[int]) -> int:
    """The length of the longest strictly rising subsequence (patience sorting)."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def clustered(i: Places, j: Places, gap: int) -> list[Places]:
    """Which of the places (i, j) belong together: no more than `gap` lies between neighbours on either side."""
    whole = [np.arange(len(i))] if len(i) else []
    while True:
        parts = [q for p in whole for rows in _cut(i, p, gap) for q in _cut(j, rows, gap)]
        if len(parts) == len(whole):
            return parts
        whole = parts


def _cut(values: Places, part: Places, gap: int) -> list[Places]:
    if len(part) < 2:
        return [part]
    ordered = part[np.argsort(values[part], kind="stable")]
    cuts = np.flatnonzero(np.diff(values[ordered]) > gap) + 1
    return np.split(ordered, cuts) if len(cuts) else [ordered]


def _couples(telling: Telling) -> tuple[Ids, Places]:
    """Couples in either order by their first word's place."""
    places = np.flatnonzero(~stops(telling.words.ids))
    stems = telling.words.stems[places]
    pairs = [(stems[:-n], stems[n:]) for n in range(1, REACH + 1) if len(stems) > n]
    hashes = [mix(np.minimum(x, y)) + np.maximum(x, y) for x, y in pairs]
    return (
        np.concatenate([*hashes, np.empty(0, np.uint64)]),
        np.concatenate([*(places[: len(h)] for h in hashes), np.empty(0, np.int64)]),
    )


def _spread(flat: Ids, owner: Places) -> Places:
    """In how many articles each couple stands; `flat` lists them article by article."""
    if not len(flat):
        return np.empty(0, np.int64)
    packed = pack(flat, owner)
    order = np.argsort(packed)
    packed = packed[order]
    new = np.concatenate(([True], (packed[1:] >> OWNER_BITS) != (packed[:-1] >> OWNER_BITS)))
    apart = np.concatenate(([True], packed[1:] != packed[:-1]))
    firsts = np.flatnonzero(new)
    spread = np.empty(len(flat), np.int64)
    spread[order] = np.repeat(np.add.reduceat(apart.astype(np.int64), firsts), np.diff(np.append(firsts, len(flat))))
    return spread


def pack(hashes: Ids, owner: Places) -> Ids:
    """A hash and its article in one number, so that one quick sort brings equal hashes together by article.

    The hash keeps 42 bits: of ten million couples about ten meet by chance.
    """
    return (hashes & ~OWNERS) | owner.astype(np.uint64)


def _rare(telling: Telling, hashes: Ids, places: Places, spread: Places, count: int) -> Couples:
    kept = np.flatnonzero((spread > 1) & (spread <= CAP))
    kept = kept[np.argsort(hashes[kept], kind="stable")]
    at = places[kept]
    weights = np.log(np.maximum(min(count, MOST_COUNTED) / spread[kept], 1.0))
    return Couples(hashes[kept], at, weights, telling.quoted[at], spread[kept])


def matches(a: Ids, b: Ids, repeats: int = REPEATS) -> tuple[Places, Places]:
    """Places of equal hashes in two ordered lists, without those that repeat too often."""
    first = np.searchsorted(b, a, "left")
    inside = np.flatnonzero(first < len(b))
    i = inside[b[first[inside]] == a[inside]]
    count = np.searchsorted(b, a[i], "right") - first[i]
    count[count > repeats] = 0
    i, first = np.repeat(i, count), np.repeat(first[i], count)
    return i, first + np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
