"""The words of a line, of the lines beside it and of its heading, each with its own weights."""

import numpy as np

from parley.learn.lines import in_row
from parley.learn.surroundings import BESIDE, SHARE, Surroundings, beside, load_surroundings


def test_each_place_has_its_own_weights() -> None:
    weights = np.zeros((4, len(BESIDE) + 2), np.float32)
    weights[0, 0] = 1.0  # word 0 of the line itself
    weights[1, 1 + BESIDE.index(-1)] = 2.0  # word 1 of the line before
    weights[2, -1] = 4.0  # word 2 of the heading
    model = Surroundings(weights, 0.5)
    found = model.wording(in_row([[0], [1], [3], [2], [3]]), np.array([-1, -1, -1, -1, 3]))
    assert np.allclose(found, [1.5, 0.5, 0.5 + 2 * SHARE, 0.5, 0.5 + 4 * SHARE])


def test_beyond_the_ends_stands_nothing() -> None:
    column = np.array([1.0, 2.0, 3.0])
    assert beside(column, -1).tolist() == [0, 1, 2]
    assert beside(column, 2).tolist() == [3, 0, 0]
    assert beside(column, 3).tolist() == [0, 0, 0]


def test_the_weights_are_there() -> None:
    model = load_surroundings()
    assert model.weights.shape[1] == len(BESIDE) + 2
    assert np.isfinite(model.weights).all()
