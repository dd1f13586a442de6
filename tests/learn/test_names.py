"""Words are told to be names of a kind; a name goes on only where it began."""

import numpy as np
import pytest

from parley.learn import names, syntax

OUTSIDE, BEGINS, INSIDE = 0, 1, 2


def test_a_person_is_named() -> None:
    doc = syntax.parse("Yesterday President Michael Brown met reporters in London.", (0,))
    assert [t.text for t in doc if t.ent_type_ == "PERSON"][-2:] == ["Michael", "Brown"]
    assert [t.ent_type_ for t in doc if t.text == "London"] == ["PLACE"]
    assert {e.label_ for e in doc.ents} <= set(names.KINDS)


def test_a_name_that_did_not_begin_is_mended_by_the_likeliest_path() -> None:
    scores = np.full((4, names.TAGS), -5, np.float32)
    scores[[0, 3], OUTSIDE] = 0
    scores[1, OUTSIDE], scores[1, BEGINS] = 0.5, 0
    scores[2, INSIDE], scores[2, OUTSIDE] = 2, 0
    assert names.best(scores) == [OUTSIDE, BEGINS, INSIDE, OUTSIDE]


@pytest.mark.parametrize("seed", range(20))
def test_mending_a_stretch_gives_no_name_without_a_beginning(seed: int) -> None:
    told = names.best(np.random.default_rng(seed).normal(size=(40, names.TAGS)).astype(np.float32))
    for before, tag in zip([OUTSIDE, *told], told, strict=False):
        assert tag % 2 or tag == OUTSIDE or before in (tag, tag - 1)
