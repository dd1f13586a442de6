"""Quotations by the trained tagger: an ONNX network over word pieces (card: quotes_model/CARD.md)."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, lru_cache
from importlib import resources
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from parley.learn import REMEMBERED, MissingModel
from parley.learn.decoding import Scored, Tagged, decode, probability
from parley.learn.network import load
from parley.learn.pieces import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["Tagged", "begin", "tag"]

LEAST = 0.35  # of the probability that quotation and source are right; what is below is left out (CARD.md)
LEAST_QUOTED = 0.2  # the same where most stands in quotation marks: those say that somebody's words are told
QUOTED = 0.9
THREADS = 2  # that share one window: more gain little
LONGEST = 400_000  # code points read; the tail of a longer text stays unread, as by the parse
BESIDE = ThreadPoolExecutor(1, "tagger")


def begin(text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
    """Starts what `tag` will be asked for, beside the parse; a worker, which has one core, waits until it is asked."""
    if parent_process() is None:
        _begun(text, tuple(paragraphs))


def tag(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Tagged]:
    """Quotations in the paragraphs, in text order; offsets count code points of `text`.

    The last few are remembered. Raises MissingModel where the weights are not there.
    """
    return list(_begun(text, tuple(paragraphs)).result())


@lru_cache(maxsize=REMEMBERED)
def _begun(text: str, paragraphs: tuple[tuple[int, int], ...]) -> "Future[tuple[Tagged, ...]]":
    return BESIDE.submit(_tagged, text, paragraphs)


def _tagged(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Tagged, ...]:
    weights = calibration()
    read = [(start, end) for start, end in paragraphs if end <= LONGEST]
    found = decode(list(scores(windows(text, read))))
    scored = [t._replace(score=probability(t.sureness, weights)) for t in found]
    return tuple(t for t in scored if t.score >= (LEAST_QUOTED if t.quoted > QUOTED else LEAST))


def folder() -> Path:
    return Path(str(resources.files("parley.learn") / "quotes_model"))


@cache
def calibration() -> tuple[float, ...]:
    return tuple(json.loads((folder() / "calibration.json").read_text(encoding="utf-8"))["weights"])


@cache
def session() -> "InferenceSession":
    """The network, loaded once a process."""
    path = folder() / "tagger.onnx"
    if not path.exists():
        raise MissingModel(
            f"{path}: the quotation tagger is not there; reinstall Parley, or rebuild it with: make train"
        )
    return load(path, threads())


def threads() -> int:
    """A worker has one core; who reads alone has the others too (the sums are of integers: the same on any number of
    threads), where OMP_NUM_THREADS allows it."""
    if parent_process() is not None:
        return 1
    allowed = os.environ.get("OMP_NUM_THREADS", "")
    return min(THREADS, os.cpu_count() or 1, int(allowed) if allowed.isdigit() and int(allowed) else THREADS)


def scores(found: Iterable[Window], network: "InferenceSession | None" = None) -> Iterator[Scored]:
    """Scores of the windows, in their order. One at a time: on one core a batch only adds padding."""
    run = network or session()
    for window in found:
        fed = {"ids": window.ids, "states": window.states, "shapes": window.shapes}
        tags, *pointers = run.run(None, {name: np.array([row], np.int64) for name, row in fed.items()})
        tags = tags - tags.max(-1, keepdims=True)
        yield Scored(window, tags - np.log(np.exp(tags).sum(-1, keepdims=True)), *pointers)
