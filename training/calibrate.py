"""How sure is sure: fits the probability that a tagged quotation and its source are right, on held-out documents."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from parley.learn import convolution, tagger
from parley.learn.decoding import Tagged, decode, evidence
from parley.learn.network import load
from parley.learn.pieces import windows
from parley.learn.tokens import tokenise
from training.gold import paragraphs

ROUNDS = 50
RIDGE = 1.0  # keeps the weights small: a held-out set has about a thousand quotations


def slow(weights: Path) -> Callable[[str], list[Tagged]]:
    """What the tagger of these weights finds in a text."""
    network = load(weights)
    return lambda text: decode(list(tagger.scores(windows(text, paragraphs(text)), network)))


def fast(weights: Path) -> Callable[[str], list[Tagged]]:
    """The same of the fast tagger."""
    network = convolution.load(weights)
    return lambda text: decode(list(convolution.scores(tokenise(text, paragraphs(text), network.forms), network)))


def calibrate(docs: Iterable[dict], find: Callable[[str], list[Tagged]], out: Path) -> None:
    """Writes the weights of a logistic regression over `evidence`."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    for doc in docs:
        for tagged in find(doc["text"]):
            rows.append(evidence(tagged.sureness))
            right.append(agrees(doc, tagged))
    if not rows:
        raise SystemExit(
            f"{out}: nothing to calibrate, for the tagger finds nothing in the held-out texts: train it longer"
        )
    fitted = logistic(np.array(rows), np.array(right, float))
    told = {"weights": [round(float(w), 4) for w in fitted], "quotations": len(rows), "right": sum(right)}
    out.write_text(json.dumps(told) + "\n", encoding="utf-8")


def agrees(doc: dict, tagged: Tagged) -> bool:
    """Whether an annotated quotation shares half of its letters and has the same source, or none either."""
    ours = letters(doc["text"], tagged.contents)
    for quote in doc["quotes"]:
        theirs = letters(doc["text"], quote["spans"])
        if ours & theirs and len(ours & theirs) >= 0.5 * len(ours | theirs):
            said_by = letters(doc["text"], quote.get("speaker_spans") or [])
            meant = letters(doc["text"], [tagged.source] if tagged.source else [])
            return (
                len(said_by & meant) >= 0.5 * min(len(said_by), len(meant)) if said_by and meant else said_by == meant
            )
    return False


def letters(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def logistic(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights by Newton's method; the last is the constant."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - p) - RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(curve, slope)
    return weights
