"""One meeting told by several outlets is one meeting with several pieces of evidence."""

from collections.abc import Sequence

from parley.combine.actors import Roster
from parley.record import Article, Meeting, Reading

__all__ = ["unite_meetings"]


def unite_meetings(articles: Sequence[Article], readings: Sequence[Reading], roster: Roster) -> tuple[Meeting, ...]:
    """In order of date; `participants` become names of the roster's actors."""
    return tuple(m for r in readings for m in r.meetings)
