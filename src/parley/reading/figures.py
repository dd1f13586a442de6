"""Quantities of one article."""

from collections.abc import Sequence

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.record import Figure, TimeExpression

__all__ = ["find_figures"]


def find_figures(prose: Prose, cast: Cast, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """In text order; dates, scores of rank and numbers of clauses are no figures."""
    return ()
