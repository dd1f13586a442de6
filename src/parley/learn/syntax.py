"""Tokens, tags, lemmas and a Universal Dependencies parse, by a small spaCy pipeline (card: syntax_model/CARD.md)."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from parley.learn import REMEMBERED, MissingModel
from parley.learn.names import named

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSER = "parser"
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
    nlp = pipeline()
    text = text[:LONGEST]
    doc = nlp.make_doc(text)
    for name, step in nlp.pipeline:
        if name == PARSER:
            _beside(step, doc, [nlp.make_doc(part) for part in _parts(text, sentence_starts)])
        else:
            doc = step(doc)
    return named(doc)


def _beside(parser: "Callable[[Doc], Doc]", doc: "Doc", parts: "list[Doc]") -> None:
    """Parses the parts of the text side by side, which takes two thirds of the time that one after the other does."""
    at = 0
    for part in parts:
        part.tensor = doc.tensor[at : at + len(part)]
        at += len(part)
    parser.set_annotations(parts, parser.predict(parts))  # type: ignore[attr-defined]
    found = [part.to_array(PARSED) for part in parts]
    if found:
        doc.from_array(PARSED, np.concatenate(found))  # type: ignore[arg-type]


def _parts(text: str, starts: Sequence[int]) -> list[str]:
    """The text, cut before each sentence start."""
    bounds = [0, *sorted({s for s in starts if 0 < s < len(text)}), len(text)]
    return [text[a:b] for a, b in pairwise(bounds) if a < b]


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
