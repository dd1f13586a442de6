"""Couples of telling words that few articles share: what is left of a passage when its sentences are written anew."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from parley.combine.copying.telling import Telling
from parley.text.words import Ids, Places, may_repeat, mix, stops

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
    """Rare couples of one article in order of their hash: where they stand, how rare they are, how many have them."""

    hashes: Ids
    places: Places
    weights: Weights
    shared_by: Places


def rare_couples(tellings: Sequence[Telling]) -> tuple[Couples, ...]:
    """For each article the couples that it shares with 1 to CAP - 1 other ones; weight log(articles / articles with it).

    All articles at once: one sort brings equal couples together.
    """
    hashes, owner, places = _couples(tellings)
    kept, hashes, spread = _rare(hashes, owner)
    kept //= REACH
    order = _by_number(owner[kept])
    kept, hashes, spread = kept[order], hashes[order], spread[order]
    bounds = np.searchsorted(owner[kept], np.arange(len(tellings) + 1)).tolist()
    places = places[kept]
    weights = np.log(np.maximum(min(len(tellings), MOST_COUNTED) / np.arange(1, CAP + 2), 1.0)).take(spread - 1)
    parts = [slice(first, end) for first, end in pairwise(bounds)]
    return tuple(Couples(hashes[p], places[p], weights[p], spread[p]) for p in parts)


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
    """Different couples that two articles share outside quotations, headlines and names: how many, and how many of them
    stand in one order in both; `own` counts the reporter's words in the article that has fewer of them."""

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
    own = ~(a.lent[here] | b.lent[there]) & ~(a.named[here] & b.named[there])
    kept = np.flatnonzero(own)
    _, first = np.unique(couples_a.hashes[i[kept]], return_index=True)
    kept = kept[first]
    order = np.lexsort((there[kept], here[kept]))
    ordered = longest_rising(there[kept][order].tolist())
    return Thread(len(kept), ordered, min(int((~a.lent).sum()), int((~b.lent).sum())))


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


def _couples(tellings: Sequence[Telling]) -> tuple[Ids, Places, Places]:
    """Hashes of couples in either order, REACH in a row for each telling word of all articles (0 where the article ends
    before); the article of each word, and its place there."""
    ids, owner, places = flat_words(tellings)
    telling = np.flatnonzero(~stops(ids))
    stems = np.concatenate([*(t.words.stems for t in tellings), np.empty(0, np.uint64)])[telling]
    owner, places = owner[telling], places[telling]
    mixed = mix(stems)
    hashes = np.zeros((len(stems), REACH), np.uint64)
    for n in range(1, min(REACH + 1, len(stems))):
        x, y = stems[:-n], stems[n:]
        both = np.where(x < y, mixed[:-n], mixed[n:]) + np.maximum(x, y)
        hashes[:-n, n - 1] = np.where(owner[n:] == owner[:-n], both, 0)
    return hashes.ravel(), owner, places


def flat_words(tellings: Sequence[Telling]) -> tuple[Ids, Places, Places]:
    """The words of all articles in one row, the article of each, and its place there."""
    sizes = np.array([len(t) for t in tellings], np.int64)
    ids = np.concatenate([*(t.words.ids for t in tellings), np.empty(0, np.uint64)])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return ids, owner, np.arange(len(ids)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _rare(hashes: Ids, owner: Places) -> tuple[Places, Ids, Places]:
    """Couples in 2 to CAP articles: their indices in order of the hash, hashes, and in how many articles each stands.

    A hash and its index are one number: sorting numbers alone is quick. The hash keeps the bits that the index leaves;
    of ten million couples a few hundred meet by chance.
    """
    again = np.flatnonzero(may_repeat(hashes) & (hashes > 0))
    hashes, owner = hashes[again], owner[again // REACH]
    bits = np.uint64(max(len(hashes), 2).bit_length())
    packed = np.sort((hashes >> bits << bits) | np.arange(len(hashes), dtype=np.uint64))
    index = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    packed >>= bits
    new = np.concatenate(([True], packed[1:] != packed[:-1]))[: len(packed)]
    apart = new.copy()
    apart[1:] |= owner[index[1:]] != owner[index[:-1]]
    firsts = np.flatnonzero(new)
    spread = np.add.reduceat(apart.astype(np.int64), firsts) if len(firsts) else firsts
    spread = np.repeat(spread, np.diff(np.append(firsts, len(packed))))
    rare = (spread > 1) & (spread <= CAP)
    return again[index[rare]], packed[rare], spread[rare]


def _by_number(owner: Places) -> Places:
    """Indices in order of the articles' numbers, sixteen bits at a time: numpy sorts short numbers without comparing."""
    order = np.argsort((owner & 0xFFFF).astype(np.uint16), kind="stable")
    high = (owner >> 16).astype(np.uint16)
    return order[np.argsort(high[order], kind="stable")] if high.any() else order


def pack(hashes: Ids, owner: Places) -> Ids:
    """A hash and its article in one number, so that one quick sort brings equal hashes together by article.

    The hash keeps 42 bits: of ten million couples about ten meet by chance.
    """
    return (hashes & ~OWNERS) | owner.astype(np.uint64)


def matches(a: Ids, b: Ids, repeats: int = REPEATS) -> tuple[Places, Places]:
    """Places of equal hashes in two ordered lists, without those that repeat too often."""
    first = np.searchsorted(b, a, "left")
    inside = np.flatnonzero(first < len(b))
    i = inside[b[first[inside]] == a[inside]]
    count = np.searchsorted(b, a[i], "right") - first[i]
    count[count > repeats] = 0
    i, first = np.repeat(i, count), np.repeat(first[i], count)
    return i, first + np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
