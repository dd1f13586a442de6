"""Likeness of articles by rare words."""

import numpy as np
import pytest

from parley.combine.grouping.likeness import Index, likeness
from parley.combine.grouping.vectors import Bag, Counts, Filling
from parley.learn.news_words import NOTHING, Spread
from parley.text.words import ids_of

TEXTS = ["strike port docker port", "strike port docker port", "strike choir festival", "sheep fair"]
BAGS = [Bag.of(ids_of(t.split())) for t in TEXTS]


def alike(bags: list[Bag], background: Spread = NOTHING) -> list[float]:
    """The cosine of the first text with every later one."""
    counts = Counts()
    counts.add(bags)
    filling = Filling(counts, background)
    for bag in bags:
        filling.add([bag])
    of = filling.vectors
    terms = of.terms(bags[0])
    others, shared = of.near(bags[0], terms, np.ones(len(terms), np.int64))
    found: list[float] = np.bincount(others.astype(np.int64), shared, len(bags))[1:].tolist()
    return found


def test_equal_texts_are_wholly_alike_and_others_not_at_all() -> None:
    same, like, unlike = alike(BAGS)
    assert same == pytest.approx(1.0)
    assert 0 < like < 0.5
    assert unlike == 0.0


def test_what_is_common_in_news_counts_less() -> None:
    order = np.argsort(ids_of(["strike"]))
    common = Spread(1000, ids_of(["strike"])[order], np.array([900]))
    assert alike(BAGS, common)[1] < alike(BAGS)[1]


def test_an_empty_text_is_like_nothing() -> None:
    assert alike([Bag.of(ids_of([])), *BAGS]) == [0.0] * 4
    assert likeness([]) == {}


def test_an_index_knows_in_every_order_of_reading_what_pairs_are_alike() -> None:
    of = [(bag, bag, bag) for bag in BAGS]
    one, by_one = Index.of(lambda: [of]), Index.of(lambda: [[x] for x in of])
    pairs: dict[tuple[int, int], float] = {}
    for i, x in enumerate(of):
        near, values = one.near(x)
        again, same = by_one.near(x)
        assert (near.tolist(), values.tolist()) == (again.tolist(), same.tolist())
        pairs |= {(i, j): value for j, value in zip(near.tolist(), values.tolist(), strict=True) if i < j}
    assert pairs == pytest.approx(likeness(of))
