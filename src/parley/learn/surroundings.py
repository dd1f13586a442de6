"""How much the words of a line, of the lines beside it and of the heading above it sound like an article's.

Weights: lines_model/lines.npz, written by training/lines.py; see lines_model/CARD.md.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from parley.learn import MissingModel
from parley.learn.lines import Floats, Slots

BESIDE = (-2, -1, 1, 2)  # lines further down
SHARE = 0.7  # of a neighbour's words against the line's own
NO_HEADING = -1


@dataclass(frozen=True)
class Surroundings:
    """`weights`: slots x (the line itself, each of BESIDE, the heading)."""

    weights: Floats
    bias: float

    def wording(self, bags: Slots, headings: NDArray[np.int64]) -> Floats:
        """Log-odds that each line belongs to an article; `headings`: the number of the line that heads it, or NO_HEADING."""
        told = bags.means(self.weights)
        total = told[:, 0] + SHARE * np.where(headings >= 0, told[headings, -1], 0)
        for column, by in enumerate(BESIDE, 1):
            total += SHARE * beside(told[:, column], by)
        log_odds: Floats = (total + self.bias).astype(np.float32)
        return log_odds


def beside(column: NDArray[np.float64], by: int) -> NDArray[np.float64]:
    """The value of the line `by` lines further down, 0 beyond the ends."""
    out = np.zeros_like(column)
    if abs(by) < len(column):
        out[max(0, -by) : len(column) - max(0, by)] = column[max(0, by) : len(column) - max(0, -by)]
    return out


@cache
def load_surroundings() -> Surroundings:
    """The weights, read once a process."""
    path = resources.files("parley.learn") / "lines_model" / "lines.npz"
    if not path.is_file():
        raise MissingModel(f"{path} is missing; make it with: python -m training.lines GOLD_FOLDER")
    with path.open("rb") as file:
        arrays = np.load(file, allow_pickle=False)
        return Surroundings(arrays["around"].astype(np.float32, order="C"), float(arrays["around_bias"]))
