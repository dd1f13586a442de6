"""Who demands, offers, accepts or rejects what, sentence by sentence."""

from collections.abc import Sequence

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.record import Quote, Stance

__all__ = ["find_stances"]


def find_stances(prose: Prose, cast: Cast, quotes: Sequence[Quote]) -> tuple[Stance, ...]:
    """In text order; `party`, `target` and `speaker` are names of the cast."""
    return ()
