"""Tokens, tags, lemmas, a Universal Dependencies parse and names, by a small spaCy pipeline (card: syntax_model/CARD.md)."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from parley.learn import REMEMBERED, MissingModel

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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
    doc = nlp.make_doc(text[:LONGEST])
    # all at once: to set `token.is_sent_start` looks through the whole text each time
    starts = np.isin(doc.to_array("IDX"), np.array(sentence_starts, np.uint64))
    doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]
    for _, step in nlp.pipeline:
        doc = step(doc)
    return doc


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
