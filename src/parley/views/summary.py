"""A record in counts and few words."""

from parley.record import Copy, CopyKind, Direction, Position, Record
from parley.store import Move, MoveKind


def distinct_texts(record: Record) -> int:
    """Articles that are not, as a whole, verbatim copies of another one of the record."""
    copied = {_later(c) for c in record.copies if c.kind is CopyKind.VERBATIM}
    return len(record.articles) - len(copied)


def _later(copy: Copy) -> str:
    """The copy of the two; where the direction is unknown, the one that is last in order."""
    match copy.direction:
        case Direction.A_FROM_B:
            return copy.a
        case Direction.B_FROM_A:
            return copy.b
        case _:
            return max(copy.a, copy.b)


def stance(position: Position) -> str:
    """The stance in words; one that hangs on a condition says so, and one without its condition stated is pending."""
    told = position.stance.replace("_", " ")
    if not position.conditional:
        return told
    return f"{told}, if" if position.condition else f"{told} (answer pending)"


def moved(move: Move) -> str:
    """What moved and why, in one line."""
    told = f"second origin: {move.told}" if move.kind is MoveKind.SOURCE else move.told
    return f"{told} [{move.why}]" if move.why else told
