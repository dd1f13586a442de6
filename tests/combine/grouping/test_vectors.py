"""Likeness of articles by rare words."""

import numpy as np
import pytest

from parley.combine.grouping.vectors import vectors
from parley.learn.news_words import Spread
from parley.text.words import ids_of

TEXTS = ["strike port docker port", "strike port docker port", "strike choir festival", "sheep fair"]
BAGS = [ids_of(t.split()) for t in TEXTS]


def test_equal_texts_are_wholly_alike_and_others_not_at_all() -> None:
    alike = vectors(BAGS).likeness(0)
    assert alike == pytest.approx([1.0, 1.0, alike[2], 0.0])
    assert 0 < alike[2] < 0.5


def test_what_is_common_in_news_counts_less() -> None:
    order = np.argsort(ids_of(["strike"]))
    common = Spread(1000, ids_of(["strike"])[order], np.array([900]))
    assert vectors(BAGS, common).likeness(0)[2] < vectors(BAGS).likeness(0)[2]


def test_an_empty_text_is_like_nothing() -> None:
    assert vectors([*BAGS, ids_of([])]).likeness(4).tolist() == [0.0] * 5
    assert len(vectors([])) == 0
