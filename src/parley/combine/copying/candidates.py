"""Which pairs of articles may share text: rare couples and runs of words, looked up in postings, never pair by pair."""

from collections.abc import Iterable, Sequence

import numpy as np

from parley.combine.copying.couples import OWNER_BITS, OWNERS, Couples, flat_words, pack
from parley.combine.copying.telling import Telling
from parley.text.words import Ids, Places, grams, mix

RUN = 5  # words
COUPLE_CAP, RUN_CAP = 8, 48  # what stands in more articles is a phrase of the day and points at nobody
MOST_RUNS = 24_000_000  # beyond, an even sample of all runs is kept (FracMinHash): memory stays bounded
NEIGHBOURS = 4  # articles that each one is paired with where a run stands in more than RUN_CAP of them
LEAST_COUPLES, LEAST_RUNS = 5, 2  # shared, to be compared at all (PAN 2013, training part: no copy is lost)


def candidate_pairs(tellings: Sequence[Telling], couples: Sequence[Couples]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of articles that share rare couples or runs of words, in order."""
    rare = _shared(*_rare(couples), COUPLE_CAP, 0, LEAST_COUPLES)
    runs = _shared(*_sampled(tellings), RUN_CAP, NEIGHBOURS, LEAST_RUNS)
    return sorted({*rare, *runs})


def _rare(couples: Sequence[Couples]) -> tuple[Ids, Places]:
    shared_by = np.concatenate([*(c.shared_by for c in couples), np.empty(0, np.int64)])
    owner = np.repeat(np.arange(len(couples)), [len(c.hashes) for c in couples])
    hashes = np.concatenate([*(c.hashes for c in couples), np.empty(0, np.uint64)])
    kept = shared_by <= COUPLE_CAP
    return mix(hashes[kept]), owner[kept]


def _sampled(tellings: Sequence[Telling]) -> tuple[Ids, Places]:
    """Runs of words and their articles, an even sample that is the same in all articles."""
    ids, owner, _ = flat_words(tellings)
    hashes = grams(ids, RUN)
    owner = owner[: len(hashes)]
    whole = owner == np.concatenate([owner[RUN - 1 :], np.full(min(RUN - 1, len(owner)), -1)])
    if len(ids) > MOST_RUNS:
        whole &= mix(hashes) <= np.uint64(MOST_RUNS / len(ids) * (2**64 - 2**12))
    return hashes[whole], owner[whole]


def _shared(hashes: Ids, owner: Places, cap: int, beyond: int, least: int) -> Iterable[tuple[int, int]]:
    """Pairs of articles with at least `least` hashes in common; `beyond`: see _pairs_of."""
    packed = np.sort(pack(hashes, owner))
    packed = packed[np.concatenate(([True], packed[1:] != packed[:-1]))[: len(packed)]]
    flat, owner = packed >> OWNER_BITS, (packed & OWNERS).astype(np.int64)
    firsts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1]))[: len(flat)])
    sizes = np.diff(np.append(firsts, len(flat)))
    keys = [_pairs_of(owner, firsts[sizes == m], m, cap, beyond) for m in np.unique(sizes).tolist() if m > 1]
    pairs, counts = np.unique(np.concatenate([*keys, np.empty(0, np.int64)]), return_counts=True)
    return ((key >> 32, key & 0xFFFFFFFF) for key in pairs[counts >= least].tolist())


def _pairs_of(owner: Places, firsts: Places, size: int, cap: int, beyond: int) -> Places:
    """Pairs (packed in one number) in postings of `size` articles: all, or each with the next `beyond` in a long one."""
    reach = size - 1 if size <= cap else beyond
    members = owner[firsts[:, None] + np.arange(size)]
    found = [((members[:, :-n] << 32) | members[:, n:]).ravel() for n in range(1, reach + 1)]
    return np.concatenate([*found, np.empty(0, np.int64)])
