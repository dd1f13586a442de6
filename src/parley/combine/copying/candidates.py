"""Which pairs of articles may share text: rare runs of words, looked up in postings. No pair is compared untold."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from parley.combine.copying.telling import Telling
from parley.text.words import Ids, grams, mix, stops

SHORT, LONG = 3, 5
SHORT_CAP, LONG_CAP = 8, 48  # a run of words in more articles is a phrase of the day and points at nobody
MOST_GRAMS = 24_000_000  # beyond, an even sample of all runs is kept (FracMinHash): memory stays bounded
NEIGHBOURS = 4  # articles that each one is paired with where a text stands in more than LONG_CAP of them
LEAST_SHORT, LEAST_LONG = 3, 2

Pairs = NDArray[np.int64]


def candidate_pairs(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of articles that share rare runs of words, in order."""
    total = sum(map(len, tellings))
    keep = np.uint64(min(1.0, MOST_GRAMS / max(total, 1)) * (2**64 - 2**12))
    short = _shared([_sketch(t, SHORT, keep) for t in tellings], SHORT_CAP, LEAST_SHORT)
    long = _shared([_sketch(t, LONG, keep) for t in tellings], LONG_CAP, LEAST_LONG)
    return sorted({*short, *long})


def _sketch(telling: Telling, size: int, keep: np.uint64) -> Ids:
    """The runs of words that stand for an article: those not made of stop words alone, sampled evenly by their hash."""
    ids = telling.words.ids
    mixed = grams(ids, size)
    empty = stops(ids)
    if len(mixed):
        said = sum(empty[n : n + len(mixed)].astype(np.int8) for n in range(size))
        mixed = mixed[(said < size - (size > SHORT)) & (mix(mixed) <= keep)]
    return np.unique(mixed)


def _shared(sketches: Sequence[Ids], cap: int, least: int) -> Iterator[tuple[int, int]]:
    """Pairs of documents that hold at least `least` runs in common."""
    if not sketches:
        return
    owner = np.repeat(np.arange(len(sketches)), [len(s) for s in sketches])
    flat = np.concatenate(sketches)
    order = np.argsort(flat, kind="stable")
    flat, owner = flat[order], owner[order]
    firsts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1]))) if len(flat) else np.empty(0, np.int64)
    sizes = np.diff(np.append(firsts, len(flat)))
    keys = [_pairs_of(owner, firsts[sizes == m], m, cap) for m in np.unique(sizes).tolist() if m > 1]
    if not keys:
        return
    pairs, counts = np.unique(np.concatenate(keys), return_counts=True)
    for key in pairs[counts >= least].tolist():
        yield key >> 32, key & 0xFFFFFFFF


def _pairs_of(owner: Pairs, firsts: Pairs, size: int, cap: int) -> Pairs:
    """Pairs (packed in one number) within postings of `size` documents; neighbours only in a long one."""
    reach = size - 1 if size <= cap else NEIGHBOURS
    if reach == NEIGHBOURS and cap < LONG_CAP:
        return np.empty(0, np.int64)
    members = owner[firsts[:, None] + np.arange(size)]
    return np.concatenate([((members[:, :-n] << 32) | members[:, n:]).ravel() for n in range(1, reach + 1)])
