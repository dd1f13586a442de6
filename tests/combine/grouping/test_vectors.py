"""Likeness of articles by rare words."""

import numpy as np
import pytest

from parley.combine.grouping.vectors import Vectors, vectors
from parley.learn.news_words import Spread
from parley.text.words import ids_of

TEXTS = ["strike port docker port", "strike port docker port", "strike choir festival", "sheep fair"]
BAGS = [ids_of(t.split()) for t in TEXTS]


def alike(of: Vectors) -> list[float]:
    """The cosine of the first text with every later one."""
    others, shared = of.later(0)
    found: list[float] = np.bincount(others, shared, len(of))[1:].tolist()
    return found


def test_equal_texts_are_wholly_alike_and_others_not_at_all() -> None:
    same, like, unlike = alike(vectors(BAGS))
    assert same == pytest.approx(1.0)
    assert 0 < like < 0.5
    assert unlike == 0.0


def test_what_is_common_in_news_counts_less() -> None:
    order = np.argsort(ids_of(["strike"]))
    common = Spread(1000, ids_of(["strike"])[order], np.array([900]))
    assert alike(vectors(BAGS, common))[1] < alike(vectors(BAGS))[1]


def test_an_empty_text_is_like_nothing() -> None:
    assert alike(vectors([ids_of([]), *BAGS])) == [0.0] * 4
    assert len(vectors([])) == 0
