"""A record in counts."""

from parley.record import Copy, CopyKind, Direction, Record


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
