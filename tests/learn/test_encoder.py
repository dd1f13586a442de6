from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from parley.learn import MissingModel, encoder

SAME = [
    ("The union wants wages to rise by six percent.", "Dockworkers demand a pay increase of 6 per cent."),
    (
        "The two sides will meet again in Geneva on Monday.",
        "Their talks will resume on Monday in the Swiss city of Geneva.",
    ),
    ("The minister refused to extend the ceasefire.", "No prolongation of the truce, the minister said."),
]
PUBLISHED = [  # the example on MiniLM's own page, with the likeness that its authors' weights give
    ("That is a very happy person", 0.943),
    ("That is a happy dog", 0.695),
    ("Today is a sunny day", 0.257),
]


@pytest.mark.parametrize(("told", "retold"), SAME)
def test_what_means_the_same_is_nearer_than_what_does_not(told: str, retold: str) -> None:
    others = [words for pair in SAME if told not in pair for words in pair]
    near = encoder.encode([told]) @ encoder.encode([retold, *others]).T
    assert near[0, 0] > near[0, 1:].max() + 0.2


@pytest.mark.parametrize(("other", "likeness"), PUBLISHED)
def test_eight_bits_keep_the_likeness_of_the_whole_weights(other: str, likeness: float) -> None:
    a, b = encoder.encode(["That is a happy person", other])
    assert abs(float(a @ b) - likeness) < 0.04


def test_vectors_are_of_length_one_and_in_the_order_of_the_texts() -> None:
    texts = [words for pair in SAME for words in pair]
    found = encoder.encode(texts)
    assert found.shape == (6, encoder.WIDTH) and found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.array_equal(encoder.encode(texts[::-1]), found[::-1])


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    alone = encoder.encode([SAME[0][0]])
    assert np.array_equal(encoder.encode([SAME[1][0] * 20, SAME[0][0], "", SAME[0][0]])[[1, 3]], alone.repeat(2, 0))


@pytest.mark.parametrize("text", ["", " ", "\0", "x" * 1_000_000, "the end of talks " * 10_000, "🤝" * 500, "\ud800"])
def test_any_text_has_a_vector(text: str) -> None:
    assert np.isfinite(encoder.encode([text])).all()


def test_no_texts_have_no_vectors() -> None:
    assert encoder.encode([]).shape == (0, encoder.WIDTH)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    encoder.session.cache_clear()
    with (
        patch("parley.learn.encoder.resources.files", return_value=tmp_path),
        pytest.raises(MissingModel, match="onnx"),
    ):
        encoder.encode(["a strike"])
    encoder.session.cache_clear()
