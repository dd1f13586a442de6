"""A stance as a cue tells it, before its speaker, condition and score are settled."""

from dataclasses import dataclass

from parley.reading.stancing.holders import Holder
from parley.record import StanceKind


@dataclass(frozen=True)
class Claim:
    """`cue` and `issue` are places [first, end) in the line; `sure` is how often such a cue is right on our own texts."""

    kind: StanceKind
    holders: tuple[Holder, ...]
    cue: tuple[int, int]
    issue: tuple[int, int]
    sure: float = 0.9
    target: str | None = None
    pending: bool = False
