"""Measures and threats across outlets."""

from collections.abc import Sequence

from parley.combine.actors import Roster
from parley.record import Article, Measure, Reading

__all__ = ["unite_measures"]


def unite_measures(articles: Sequence[Article], readings: Sequence[Reading], roster: Roster) -> tuple[Measure, ...]:
    """`actor` and `target` become actor ids."""
    return tuple(m for r in readings for m in r.measures)
