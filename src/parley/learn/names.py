"""Which words are names, and of what kind: a small network over what the syntax pipeline makes of them (syntax_model/CARD.md)."""

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from parley.learn import MissingModel
from parley.learn.morphology import annotate

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
KINDS = ("PERSON", "ORG", "PLACE", "EVENT", "OBJECT")
TAGS = 1 + 2 * len(KINDS)  # outside, then begin and inside of each kind
BEGINS, INSIDE = 3, 1  # spaCy's ENT_IOB
NEVER = -1e4


def named(doc: "Doc") -> "Doc":
    """The same text, its words' `ent_type_` set. Raises MissingModel where the weights are not there."""
    if len(doc):
        told = np.array(tags(beside(np.asarray(doc.tensor, np.float32))))
        strings = np.array([0, *(doc.vocab.strings.add(kind) for kind in KINDS)], np.uint64)
        iob = np.where(told == 0, 2, np.where(told % 2 == 1, BEGINS, INSIDE)).astype(np.uint64)
        columns = np.stack([iob, strings[(told + 1) // 2]], axis=1)
        annotate(doc, ("ENT_IOB", "ENT_TYPE"), columns)
    return doc


def beside(words: Floats) -> Floats:
    """Each word's numbers with those of the words on both sides: (words, 3 x width)."""
    blank = np.zeros((1, words.shape[1]), np.float32)
    return np.hstack([words, np.vstack([blank, words[:-1]]), np.vstack([words[1:], blank])])


def tags(seen: Floats) -> list[int]:
    """The likeliest sequence of tags in which a name begins before it goes on."""
    model = weights()
    scores = np.maximum(seen @ model["hidden"] + model["hidden_bias"], 0) @ model["out"] + model["out_bias"]
    return best(scores)


def best(scores: Floats) -> list[int]:
    """The path of the highest sum; only words near a possible name are looked at one by one."""
    told = scores.argmax(1)
    broken = np.flatnonzero(_continues(told))
    chosen: list[int] = told.tolist()
    for start, end in stretches(broken.tolist(), chosen):
        chosen[start:end] = _path(scores[start:end])
    return chosen


def _continues(told: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Where a name goes on that did not begin."""
    before = np.concatenate([[0], told[:-1]])
    goes_on: NDArray[np.bool_] = (told > 0) & (told % 2 == 0) & (before != told) & (before != told - 1)
    return goes_on


def stretches(broken: list[int], told: list[int]) -> list[tuple[int, int]]:
    """The runs of words that are not plainly outside around each such place, with one on each side."""
    found: list[tuple[int, int]] = []
    for at in broken:
        if found and at < found[-1][1]:
            continue
        start, end = at, at + 1
        while start > 0 and told[start - 1]:
            start -= 1
        while end < len(told) and told[end]:
            end += 1
        found.append((max(start - 1, 0), min(end + 1, len(told))))
    return found


def _path(scores: Floats) -> list[int]:
    moves = _moves()
    total, back = scores[0] + moves[0], []
    for row in scores[1:]:
        reached = total[:, None] + moves
        came = reached.argmax(0)
        back.append(came)
        total = reached[came, np.arange(TAGS)] + row
    path = [int(total.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]


@cache
def _moves() -> Floats:
    """What is added for each step from tag to tag: a name goes on only where one of its kind stands before."""
    moves = np.zeros((TAGS, TAGS), np.float32)
    for inside in range(2, TAGS, 2):
        moves[:, inside] = NEVER
        moves[inside - 1 : inside + 1, inside] = 0
    return moves


@cache
def weights() -> dict[str, Floats]:
    path = Path(str(resources.files("parley.learn") / "syntax_model" / "names.npz"))
    if not path.exists():
        raise MissingModel(f"{path}: the model of names is not there; reinstall Parley, or rebuild it with: make train")
    with np.load(path) as kept:
        return {name: kept[name].astype(np.float32) for name in kept.files}
