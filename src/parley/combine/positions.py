"""Party x issue x stance over all articles."""

from collections.abc import Sequence

from parley.combine.actors import Roster
from parley.record import Article, Decisions, Issue, Meeting, Origin, Position, Reading

__all__ = ["find_positions"]


def find_positions(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    roster: Roster,
    meetings: Sequence[Meeting],
    origins: Sequence[Origin],
    decisions: Decisions,
) -> tuple[tuple[Issue, ...], tuple[Position, ...]]:
    """Issues grouped by meaning, and the positions on them; decisions about issues and positions are applied."""
    return (), ()
