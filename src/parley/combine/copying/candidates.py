"""Which pairs of articles may share text: rare couples and runs of words, looked up in postings, never pair by pair."""

from collections.abc import Iterable, Sequence

import numpy as np

from parley.combine.copying.couples import OWNER_BITS, OWNERS, Couples, flat_words, pack
from parley.combine.copying.telling import Telling
from parley.text.words import Ids, Places, grams, may_repeat, mix

RUN = 5  # words
COUPLE_CAP, RUN_CAP = 8, 48  # what stands in more articles is a phrase of the day and points at nobody
MOST_RUNS = 24_000_000  # beyond, an even sample of all runs is kept (FracMinHash): memory stays bounded
NEIGHBOURS = 4  # articles that each one is paired with where a run stands in more than RUN_CAP of them
LEAST_COUPLES, LEAST_RUNS = 5, 2  # shared, to be compared at all (PAN 2013, training part: no copy is lost)


def candidate_pairs(tellings: Sequence[Telling], couples: Sequence[Couples]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of articles that share rare couples or runs of words, in order."""
    ids, owner, _ = flat_words(tellings)
    rare = paired(_rare(couples), COUPLE_CAP, 0, LEAST_COUPLES)
    runs = paired(sampled_runs(ids, owner, min(1.0, MOST_RUNS / max(len(ids), 1))), RUN_CAP, NEIGHBOURS, LEAST_RUNS)
    return sorted({*rare, *runs})


def _rare(couples: Sequence[Couples]) -> Ids:
    shared_by = np.concatenate([*(c.shared_by for c in couples), np.empty(0, np.int64)])
    owner = np.repeat(np.arange(len(couples)), [len(c.hashes) for c in couples])
    hashes = np.concatenate([*(c.hashes for c in couples), np.empty(0, np.uint64)])
    kept = shared_by <= COUPLE_CAP
    return pack(mix(hashes[kept]), owner[kept])


def sampled_runs(ids: Ids, owner: Places, part: float) -> Ids:
    """Runs of words, each packed with its article: `part` of them, the same ones in all articles (FracMinHash).

    `ids` are the words of whole articles in one row, `owner` the article of each.
    """
    hashes = grams(ids, RUN)
    owner, ends = owner[: len(hashes)], owner[RUN - 1 :]
    kept = owner == ends
    if part < 1:
        kept &= hashes <= np.uint64(part * (2**64 - 2**12))
    return pack(mix(hashes[kept]), owner[kept])


def paired(packed: Ids, cap: int, beyond: int, least: int) -> Iterable[tuple[int, int]]:
    """Pairs of articles with at least `least` hashes in common; `beyond`: see _pairs_of."""
    packed = packed[may_repeat(packed)]
    packed.sort()
    met = (packed[1:] >> OWNER_BITS) == (packed[:-1] >> OWNER_BITS)
    met &= packed[1:] != packed[:-1]  # a hash that stands twice in one article meets nobody
    again = np.concatenate((met, [False]))[: len(packed)]
    again[1:] |= met
    packed = packed[again]
    packed = packed[np.concatenate(([True], packed[1:] != packed[:-1]))[: len(packed)]]
    flat = packed >> OWNER_BITS
    firsts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1]))[: len(flat)])
    sizes = np.diff(np.append(firsts, len(flat)))
    owner = (packed & OWNERS).astype(np.int64)
    keys = [_pairs_of(owner, firsts[sizes == m], m, cap, beyond) for m in np.unique(sizes).tolist() if m > 1]
    pairs, counts = np.unique(np.concatenate([*keys, np.empty(0, np.int64)]), return_counts=True)
    return ((key >> 32, key & 0xFFFFFFFF) for key in pairs[counts >= least].tolist())


def _pairs_of(owner: Places, firsts: Places, size: int, cap: int, beyond: int) -> Places:
    """Pairs (packed in one number) in postings of `size` articles: all, or each with the next `beyond` in a long one."""
    reach = size - 1 if size <= cap else beyond
    members = owner[firsts[:, None] + np.arange(size)]
    found = [((members[:, :-n] << 32) | members[:, n:]).ravel() for n in range(1, reach + 1)]
    return np.concatenate([*found, np.empty(0, np.int64)])
