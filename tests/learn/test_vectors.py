"""Vectors of words are those of the pipeline's tok2vec, whatever was read before."""

import numpy as np
import pytest

from parley.learn import syntax, vectors
from parley.learn.syntax import pipeline
from parley.learn.vectors import Vectors

TEXTS = (
    "",
    "Talks",
    "Nora Vance, who leads the dockers, said on Tuesday: “We won't sign a contract without rest.”",
    "The company offered 4 percent.\n\n\nThe guild, which asked for 9, refused it at 10:35 p.m. (http://linden.example).",
    "rest " * 200,
)


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_the_pipelines_own(text: str) -> None:
    doc = pipeline().make_doc(text)
    (wanted,) = syntax.tok2vec().predict([doc])
    told = syntax.vectors()(doc)
    assert told.shape == wanted.shape
    assert np.allclose(told, wanted, atol=1e-4)


def test_what_was_read_before_changes_no_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    model = syntax.tok2vec()
    docs = [pipeline().make_doc(text) for text in TEXTS]
    fresh = [Vectors(model)(doc) for doc in docs]
    monkeypatch.setattr(vectors, "REMEMBERED", 8)  # forgets at nearly every text
    used = Vectors(model)
    for n in (3, 2, 4, 1, 0, 2, 3, 2):
        assert (used(docs[n]) == fresh[n]).all()
