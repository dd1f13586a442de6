"""Measures and threats outside the talks: sanctions, strikes, drills, deadlines."""

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.record import Measure

__all__ = ["find_measures"]


def find_measures(prose: Prose, cast: Cast) -> tuple[Measure, ...]:
    return ()
