"""The actors of one article: names, offices, descriptions and pronouns, resolved within the text."""

from parley.reading.cast import Cast
from parley.reading.prose import Prose

__all__ = ["find_cast"]


def find_cast(prose: Prose) -> Cast:
    return Cast(())
