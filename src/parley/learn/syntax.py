"""Tokens, tags, lemmas and a Universal Dependencies parse, by a small spaCy pipeline (card: syntax_model/CARD.md)."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from parley.learn import REMEMBERED, MissingModel
from parley.learn.morphology import Morphology, annotate
from parley.learn.names import named
from parley.learn.parser import Parser
from parley.learn.vectors import Vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSED: list[int | str] = ["HEAD", "DEP", "SENT_START"]
LONGEST = 400_000  # code points parsed at once; longer text is cut off here, its tail stays unread


def parse(text: str, sentence_starts: Sequence[int] = ()) -> "Doc":
    """The parsed text; `token.idx` counts code points of `text`, and a sentence begins at each of `sentence_starts`.

    The last few are remembered: an undated article is read again once its story has dated it. Raises MissingModel where
    the weights are not there.
    """
    return _parsed(text, tuple(sentence_starts))


@lru_cache(maxsize=REMEMBERED)
def _parsed(text: str, sentence_starts: tuple[int, ...]) -> "Doc":
    doc = pipeline().make_doc(text[:LONGEST])
    doc.tensor = vectors()(doc)  # type: ignore[assignment]
    morphology()(doc)
    _parse(doc, sentence_starts)
    return named(doc)


def _parse(doc: "Doc", starts: tuple[int, ...]) -> None:
    """Parses what stands between the starts side by side: two thirds of the time that one after the other takes."""
    parts = list(_parts(doc, starts))
    if parts:
        parser()(parts)
        annotate(doc, PARSED, np.concatenate([part.to_array(PARSED) for part in parts]))


def _parts(doc: "Doc", starts: tuple[int, ...]) -> "Iterator[Doc]":
    """The same tokens, cut where one begins at a start."""
    from spacy.tokens import Doc

    told = doc.to_array(["IDX", "ORTH", "SPACY"])
    cuts = np.flatnonzero(np.isin(told[:, 0], np.array(starts, np.uint64))).tolist()
    for first, end in pairwise([0, *(c for c in cuts if c), len(doc)]):
        if first < end:
            words, spaces = told[first:end, 1].tolist(), told[first:end, 2].astype(bool).tolist()
            part = Doc(doc.vocab, words=words, spaces=spaces)
            part.tensor = doc.tensor[first:end]
            yield part


@cache
def parser() -> Parser:
    return Parser(pipeline().get_pipe("parser"))


@cache
def morphology() -> Morphology:
    return Morphology(pipeline())


@cache
def vectors() -> Vectors:
    """What the pipeline's later steps look at, by its own weights."""
    return Vectors(tok2vec())


def tok2vec() -> Any:
    """The pipeline's model of words."""
    step: Any = pipeline().get_pipe("tok2vec")  # spaCy's types know a step as a function alone
    return step.model


@cache
def pipeline() -> "Language":
    """The pipeline, loaded once a process (about half a second)."""
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    path = Path(str(resources.files("parley.learn") / "syntax_model"))
    if not (path / "config.cfg").exists():
        raise MissingModel(f"{path}: the syntax model is not there; reinstall Parley, or rebuild it with: make train")
    before = get_current_ops()
    # numpy's own product of matrices: two to three times as fast as BLIS, which thinc brings, on processors with AVX-512
    set_current_ops(NumpyOps(use_blis=False))
    try:
        return spacy.load(path)
    finally:
        set_current_ops(before)
