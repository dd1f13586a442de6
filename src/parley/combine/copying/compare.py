"""Two articles word by word: what they share, and how much of it is the reporter's own telling."""

from dataclasses import dataclass

import numpy as np

from parley.combine.copying.telling import SEED, Telling
from parley.text.align import Passage, Run, passages, runs

TITLE = 0.5  # part of quoted words that bear capitals


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share. `shares` are parts of each one's words; `told` counts shared words that are neither
    quoted in one of the two nor names; `longest` is the longest run of words that neither quotes."""

    a: Telling
    b: Telling
    found: tuple[Passage, ...]
    shares: tuple[float, float]
    told: int
    quoted: int
    longest: int


def compare(a: Telling, b: Telling) -> Comparison:
    """Runs of equal words of the two bodies, joined to passages."""
    shared = runs(a.seeds, b.seeds)
    words = sum(r.length for r in shared)
    counted = [_count(a, b, run) for run in shared]
    return Comparison(
        a,
        b,
        passages(shared),
        (words / max(len(a), 1), words / max(len(b), 1)),
        told=sum(told for told, _, _ in counted),
        quoted=sum(quoted for _, quoted, _ in counted),
        longest=max((free for _, _, free in counted), default=0),
    )


def _count(a: Telling, b: Telling, run: Run) -> tuple[int, int, int]:
    """Told words, quoted words, and the longest unquoted stretch of a run. "The Tide Turns at Last" in marks is a title:
    nobody said it."""
    here, there = slice(run.a, run.a + run.length), slice(run.b, run.b + run.length)
    quoted = a.quoted[here] | b.quoted[there]
    named = a.named[here] & b.named[there]
    said = int(np.count_nonzero(quoted))
    if not said:
        return run.length - int(np.count_nonzero(named)), 0, run.length
    stretches = np.diff(np.flatnonzero(np.concatenate(([True], quoted, [True])))) - 1
    longest = int(stretches.max(initial=0))
    said = 0 if int((quoted & named).sum()) >= TITLE * said else said
    return (int((~quoted & ~named).sum()) if longest >= SEED else 0), said, longest
