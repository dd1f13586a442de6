"""The model of lines: how much the words of a line sound like an article's, and trees over what surrounds it.

Weights: lines_model/{lines,pages}.npz, written by training/{lines,pages}.py; see lines_model/CARD.md.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from parley.learn import MissingModel
from parley.text.once import Kept

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
Word = tuple[bytes, int, int]

SLOTS = 2**15  # hashed words and pairs of words
HEAD, TAIL = 24, 6  # words read at a line's start and end: long lines need no more
PART = 512  # rows at a time, so that a long text fills no memory
TREE_KEYS = ("feature", "threshold", "left", "right", "value")
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
REMEMBERED = 50_000  # runs of letters and marks whose words are kept


@dataclass(frozen=True)
class Trees:
    """Boosted trees, their nodes in one row. A leaf leads to itself, so that every line takes the same number of steps."""

    feature: Rows
    threshold: Floats
    children: Rows  # of each node the left one and the right one
    value: Floats
    roots: Rows
    depth: int

    def margin(self, rows: Floats) -> Floats:
        """The sum of all trees' leaves, one a row: log-odds."""
        return np.concatenate([self._part(rows[n : n + PART]) for n in range(0, len(rows), PART)])

    def _part(self, rows: Floats) -> Floats:
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        flat = np.ascontiguousarray(rows).ravel()
        starts = (np.arange(len(rows)) * rows.shape[1])[:, None]
        for _ in range(self.depth):
            high = flat.take(self.feature.take(at) + starts) > self.threshold.take(at)
            at = self.children.take(2 * at + high)
        total: Floats = self.value.take(at).sum(axis=1)
        return total


@dataclass(frozen=True)
class LineModel:
    """`again`: trees for a second answer, on what the first says of the lines around; None where one answer is enough."""

    words: Floats
    bias: float
    trees: Trees
    again: Trees | None = None

    def wording(self, bags: Sequence[Sequence[int]]) -> Floats:
        """Log-odds, from each line's slots alone, that it belongs to an article."""
        return score_words(bags, self.words) + np.float32(self.bias)


def slots(texts: Sequence[str]) -> list[list[int]]:
    """The slots of each line's words and pairs of words."""
    return [_slots(text) for text in texts]


def score_words(of_lines: Sequence[Sequence[int]], weights: Floats) -> Floats:
    """Mean weight of a line's slots, scaled by the root of their number."""
    lengths = np.array([len(s) for s in of_lines])
    flat = weights[np.fromiter(chain.from_iterable(of_lines), np.int64, int(lengths.sum()))]
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    total: Floats = (np.add.reduceat(flat, starts) / np.sqrt(lengths)).astype(np.float32)
    return total


def _slots(text: str) -> list[int]:
    words = list(chain.from_iterable(map(_WORDS.__getitem__, text[:4000].split())))
    if len(words) > HEAD + TAIL:
        words = [*words[:HEAD], *words[-TAIL:]]
    found: list[int] = []
    before = crc32(b"^ ")
    for told, slot, after in (*words, *_WORDS["$"]):
        found += (slot, crc32(told, before) % SLOTS)
        before = after
    found.append(crc32(b"=%d" % len(words)) % SLOTS)
    return found


def _words(run: str) -> tuple[Word, ...]:
    """The words of a run without blanks; how many digits a number has is told up to four."""
    return tuple(_word("0" * min(4, len(w)) if w.isdigit() else w) for w in TOKEN.findall(run.lower()))


def _word(word: str) -> Word:
    """Its bytes, its slot, and the sum of its bytes and a blank, which the sum of a pair goes on from."""
    told = word.encode()
    one = crc32(told)
    return told, one % SLOTS, crc32(b" ", one)


_WORDS = Kept(_words, REMEMBERED)


@cache
def load(name: str) -> LineModel:
    """The weights called `name` (lines: of plain text, pages: of HTML), read once a process."""
    path = resources.files("parley.learn") / "lines_model" / f"{name}.npz"
    if not path.is_file():
        raise MissingModel(f"{path} is missing; make it with: python -m training.{name} GOLD_FOLDER")
    with path.open("rb") as file:
        arrays = np.load(file, allow_pickle=False)
        again = trees_of(arrays, "again_") if "again_depth" in arrays else None
        return LineModel(arrays["words"].astype(np.float32), float(arrays["bias"]), trees_of(arrays), again)


def trees_of(arrays: "np.lib.npyio.NpzFile", prefix: str = "") -> Trees:
    """Trees from arrays of (tree x node), where links count within the tree."""
    table = {key: arrays[prefix + key] for key in TREE_KEYS}
    count, size = table["feature"].shape
    roots = np.arange(count) * size
    children = np.stack([table["left"], table["right"]], -1) + roots[:, None, None]
    return Trees(
        feature=table["feature"].ravel().astype(np.intp),
        threshold=table["threshold"].ravel(),
        children=children.ravel().astype(np.intp),
        value=table["value"].ravel(),
        roots=roots,
        depth=int(arrays[prefix + "depth"]),
    )
