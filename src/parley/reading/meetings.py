"""Meetings that one article tells of."""

from collections.abc import Sequence

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.record import Meeting, TimeExpression

__all__ = ["find_meetings"]


def find_meetings(prose: Prose, cast: Cast, times: Sequence[TimeExpression]) -> tuple[Meeting, ...]:
    """In text order, one for each sentence that tells of one; participants by their names in the cast."""
    return ()
