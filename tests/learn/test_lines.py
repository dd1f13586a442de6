"""Trees in one row, and the slots of lines."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.learn.lines import SLOTS, in_row, load, slots, trees_of

# the first asks column 0, then column 1 on its left side; the second is a leaf and nothing else
ARRAYS: dict[str, NDArray[Any]] = {
    "feature": np.array([[0, 1, 0, 0, 0], [0] * 5], np.int16),
    "threshold": np.array([[0.5, 1.0, 0, 0, 0], [0] * 5], np.float32),
    "left": np.array([[1, 2, 2, 3, 4], [0, 1, 2, 3, 4]], np.int16),
    "right": np.array([[4, 3, 2, 3, 4], [0, 1, 2, 3, 4]], np.int16),
    "value": np.array([[9, 9, 1, 2, 4], [0.5, 9, 9, 9, 9]], np.float32),
    "depth": np.array(2),
}


def test_each_row_is_told_by_the_sum_of_its_leaves() -> None:
    rows = np.array([[0, 0], [0, 1], [0, 3], [0.5, 3], [1, 0], [1, 3]], np.float32)
    assert trees_of(ARRAYS).margin(rows).tolist() == [1.5, 1.5, 2.5, 2.5, 4.5, 4.5]


def test_a_row_is_told_the_same_whatever_stands_beside_it() -> None:
    trees = load("lines").trees
    rows = np.random.default_rng(5).normal(0, 50, (700, int(trees.feature.max()) + 1)).astype(np.float32)
    whole = trees.margin(rows)
    assert np.isfinite(whole).all()
    assert [trees.margin(rows[n : n + 1])[0] for n in (0, 350, 699)] == whole[[0, 350, 699]].tolist()


def test_slots_are_those_of_words_and_pairs_and_of_their_number() -> None:
    short, long = slots([["Dockers", "strike"], ["Dockers", "strike"] * 40])
    assert len(short) == 2 * 3 + 1
    assert len(long) == 2 * 31 + 1
    assert short[:2] == long[:2]
    assert all(0 <= slot < SLOTS for slot in (*short, *long))


def test_the_weights_of_a_line_are_scaled_by_the_root_of_their_number() -> None:
    weights = np.array([1, 2, 4, 8], np.float32)
    row = in_row([[0, 0, 1, 1], [3]])
    assert row.means(weights).tolist() == [3, 8]
    assert row.means(np.stack([weights, -weights], 1)).tolist() == [[3, -3], [8, -8]]


def test_half_a_character_is_a_word_like_others() -> None:
    assert len(slots([["\ud800"]])[0]) == 2 * 2 + 1
