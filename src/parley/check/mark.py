"""What the check says of one place in a draft."""

from dataclasses import dataclass
from enum import StrEnum

from parley.record import Span


class MarkKind(StrEnum):
    QUOTE = "quote"
    FIGURE = "figure"
    DATE = "date"
    POSITION = "position"


class Verdict(StrEnum):
    """EXACT: found verbatim; CHANGED: found in other words; OTHER_SPEAKER: found, of somebody else; DIFFERS: the record has
    another value; UNKNOWN: not in the record."""

    EXACT = "exact"
    CHANGED = "changed"
    OTHER_SPEAKER = "other_speaker"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points [start, end) of the draft, what the record makes of them, and its evidence; `note` tells the difference."""

    start: int
    end: int
    kind: MarkKind
    verdict: Verdict
    evidence: tuple[Span, ...] = ()
    note: str | None = None

    @property
    def fails(self) -> bool:
        return self.verdict is not Verdict.EXACT
