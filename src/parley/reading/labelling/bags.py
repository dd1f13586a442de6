"""The content words of lines, and which lines share them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from parley.reading.lines import SHORT, Line
from parley.reading.signs import MASK, ONE, STOP_WORDS

LONGEST_BAG = 60  # words


@dataclass(frozen=True)
class Bags:
    """The content words of all lines in one row, as numbers, with the line of each; and how many each line has. `whole`: the
    row holds those of whole lines, not only of their beginnings."""

    words: NDArray[np.intp]
    lines: NDArray[np.intp]
    sizes: NDArray[np.intp]
    whole: bool

    def uses(self, weights: NDArray[np.float64] | NDArray[np.float32]) -> NDArray[np.float64]:
        """Of each word in the row, the sum of the weights of the lines that hold it."""
        return np.bincount(self.words, weights[self.lines])[self.words].astype(np.float64, copy=False)

    def means(self, told: NDArray[np.float64] | NDArray[np.bool_], empty: float) -> NDArray[np.float64]:
        """Of each line the mean of what is told of its words; of one that has none `empty`."""
        found: NDArray[np.float64] = np.bincount(self.lines, told, len(self.sizes)) / np.maximum(1, self.sizes)
        found[self.sizes == 0] = empty
        return found


def bags_of(lines: Sequence[Line]) -> Bags:
    """Of each line's beginning."""
    return _in_row([content_words(line) for line in lines], all(map(_is_short, lines)))


def whole_bags_of(lines: Sequence[Line]) -> Bags:
    return _in_row([line.content for line in lines], True)


def _in_row(bags: Sequence[set[str]], whole: bool) -> Bags:
    words = [sorted(bag) for bag in bags]  # in one order, for sums of floats depend on it
    sizes = np.array(list(map(len, bags)), np.intp)
    return Bags(numbered(chain.from_iterable(words)), np.arange(len(bags)).repeat(sizes), sizes, whole)


def content_words(line: Line) -> set[str]:
    """Those of a line's beginning."""
    if _is_short(line):
        return line.content
    return {word for word in line.lower[:LONGEST_BAG] if len(word) > SHORT} - STOP_WORDS


def _is_short(line: Line) -> bool:
    return line.counts & MASK["words"] <= LONGEST_BAG * ONE["words"]


def numbered(keys: Iterable[Hashable]) -> NDArray[np.intp]:
    """A number for each key, the same for equal ones: they count up from 0 in the order in which keys are new."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.intp)
