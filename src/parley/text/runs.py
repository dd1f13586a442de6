"""A text as runs of what is no blank. Most words can be told within their run, and most runs stand in many texts: what splits
texts into words remembers what it made of a run."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
Runs = tuple[tuple[str, ...], tuple[int, ...]]  # of a part, and where they begin

BEYOND_BLANKS = 0x3001  # code points from here on are none
REMEMBERED = 2  # texts, or parts of one, whose runs several steps ask for in turn


def runs(text: str, parts: Sequence[tuple[int, int]]) -> tuple[Runs, ...]:
    """The runs of each part of the text: of its code points [start, end)."""
    return _runs(text, tuple(parts))


@lru_cache(maxsize=REMEMBERED)
def _runs(text: str, parts: tuple[tuple[int, int], ...]) -> tuple[Runs, ...]:
    found = [tuple(text[start:end].split()) for start, end in parts]
    counts = np.array(list(map(len, found)), np.intp)
    lengths = np.fromiter(map(len, chain.from_iterable(found)), np.intp, int(counts.sum()))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    solid = np.flatnonzero(_solid()[np.minimum(codes, BEYOND_BLANKS)])
    before = np.cumsum(lengths) - lengths
    firsts = np.cumsum(counts) - counts
    skipped = np.searchsorted(solid, [start for start, _ in parts])
    told = before + np.repeat(skipped - np.append(before, 0)[firsts], counts)
    begins = tuple(solid[told].tolist())
    return tuple((run, begins[at : at + len(run)]) for run, at in zip(found, firsts.tolist(), strict=True))


@cache
def _solid() -> NDArray[np.bool_]:
    """Which code points are no blanks; the last stands for all beyond."""
    return np.array([not chr(n).isspace() for n in range(BEYOND_BLANKS + 1)])
