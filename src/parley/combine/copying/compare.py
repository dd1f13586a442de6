"""Two articles word by word: what they share, and how much of it is the reporter's own telling."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from parley.combine.copying.telling import SEED, Telling
from parley.text.align import Aligner, Passage, Run, passages

TITLE = 0.5  # part of quoted words that bear capitals


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share. `shares` are parts of each one's words without a headline; `told` counts shared words that are neither
    quoted in one of the two nor names; `longest` is the longest run of words that neither quotes."""

    a: Telling
    b: Telling
    found: tuple[Passage, ...]
    shares: tuple[float, float]
    told: int
    quoted: int
    longest: int


def aligned(tellings: Sequence[Telling], pairs: Iterable[tuple[int, int]]) -> Iterator[Comparison]:
    """The pairs compared, in their order: quickest where pairs of one first article follow each other."""
    numbers = list(pairs)
    used = sorted({n for pair in numbers for n in pair})
    place = {n: k for k, n in enumerate(used)}
    aligner = Aligner.of([tellings[n].words.ids for n in used], SEED)
    found = aligner.runs((place[i], place[j]) for i, j in numbers)
    return (compare(tellings[i], tellings[j], shared) for (i, j), shared in zip(numbers, found, strict=True))


def compare(a: Telling, b: Telling, shared: Sequence[Run]) -> Comparison:
    """What runs of equal words of the two bodies amount to, joined to passages."""
    counted = [_count(a, b, run) for run in shared]
    return Comparison(
        a,
        b,
        passages(shared),
        (_part(a, [(r.a, r.length) for r in shared]), _part(b, [(r.b, r.length) for r in shared])),
        told=sum(told for told, _, _ in counted),
        quoted=sum(quoted for _, quoted, _ in counted),
        longest=max((free for _, _, free in counted), default=0),
    )


def _part(of: Telling, stretches: Sequence[tuple[int, int]]) -> float:
    """How much of an article stretches of so many words make up."""
    words = sum(length for _, length in stretches)
    if of.size < len(of):
        words -= sum(int(np.count_nonzero(of.headline[start : start + length])) for start, length in stretches)
    return words / max(of.size, 1)


def _count(a: Telling, b: Telling, run: Run) -> tuple[int, int, int]:
    """Told words, quoted words, and the longest unquoted stretch of a run. "The Tide Turns at Last" in marks is a title:
    nobody said it."""
    here, there = slice(run.a, run.a + run.length), slice(run.b, run.b + run.length)
    named = a.named[here] & b.named[there]
    if a.spoken[here.stop] == a.spoken[run.a] and b.spoken[there.stop] == b.spoken[run.b]:
        return run.length - int(np.count_nonzero(named)), 0, run.length
    quoted = a.quoted[here] | b.quoted[there]
    said = int(np.count_nonzero(quoted))
    stretches = np.diff(np.flatnonzero(np.concatenate(([True], quoted, [True])))) - 1
    longest = int(stretches.max(initial=0))
    said = 0 if int((quoted & named).sum()) >= TITLE * said else said
    return (int((~quoted & ~named).sum()) if longest >= SEED else 0), said, longest
