"""The model of lines: how much the words of a line sound like an article's, and trees over what surrounds it.

Weights: lines_model/{lines,pages}.npz, written by training/{lines,pages}.py; see lines_model/CARD.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any
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
PART = 96  # rows at a time, so that what is looked up stays near at hand, and a long text fills no memory
TREE_KEYS = ("feature", "threshold", "left", "right", "value")
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
REMEMBERED = 50_000  # runs of letters and marks whose words are kept


@dataclass(frozen=True)
class Trees:
    """Boosted trees, their nodes in one row: of two children the right one stands behind the left one. A leaf leads to itself,
    for nothing is higher than its threshold, so that every line takes the same number of steps."""

    feature: Rows
    threshold: Floats
    left: Rows
    value: Floats
    roots: Rows
    depth: int

    def margin(self, rows: Floats) -> Floats:
        """The sum of all trees' leaves, one a row: log-odds."""
        return np.concatenate([self._part(rows[n : n + PART]) for n in range(0, len(rows), PART)])

    def _part(self, rows: Floats) -> Floats:
        """Tree by tree, each over all rows, so that its nodes are near at hand."""
        columns = np.ascontiguousarray(rows.T)
        roots, flat, line = self.roots, columns.ravel(), np.arange(len(rows))
        high = columns.take(self.feature[roots], 0) > self.threshold[roots, None]
        at = self.left[roots, None] + high
        first = self.feature * len(rows)  # of each node's column
        for _ in range(self.depth - 1):
            high = flat.take(first.take(at) + line) > self.threshold.take(at)
            at = self.left.take(at)
            at += high
        total: Floats = np.ascontiguousarray(self.value.take(at).T).sum(axis=1)
        return total


@dataclass(frozen=True)
class Slots:
    """The slots of all lines in one row: where each line's begin, and the root of their number."""

    row: Rows
    starts: Rows
    roots: NDArray[np.float64]

    def means(self, weights: Floats) -> NDArray[np.float64]:
        """The mean weight of each line's slots, scaled by the root of their number; `weights`: of each slot one, or several."""
        sums = np.add.reduceat(weights.take(self.row, 0), self.starts)
        return np.divide(sums.T, self.roots).T


@dataclass(frozen=True)
class LineModel:
    """`again`: trees for a second answer, on what the first says of the lines around; None where one answer is enough."""

    words: Floats
    bias: float
    trees: Trees
    again: Trees | None = None

    def wording(self, bags: Slots) -> Floats:
        """Log-odds, from each line's slots alone, that it belongs to an article."""
        return bags.means(self.words).astype(np.float32) + np.float32(self.bias)


def slots(lines: Iterable[Iterable[str]]) -> list[list[int]]:
    """The slots of each line's words and pairs of words; a line is told as its stretches without blanks."""
    return list(map(_slots, lines))


def in_row(bags: Sequence[Sequence[int]]) -> Slots:
    sizes = np.array(list(map(len, bags)), np.intp)
    row = np.fromiter(chain.from_iterable(bags), np.intp, int(sizes.sum()))
    return Slots(row, sizes.cumsum() - sizes, np.sqrt(sizes))


def _slots(runs: Iterable[str]) -> list[int]:
    words = list(chain.from_iterable(map(_WORDS.__getitem__, runs)))
    if len(words) > HEAD + TAIL:
        words = [*words[:HEAD], *words[-TAIL:]]
    found: list[int] = []
    before = crc32(b"^ ")
    for told, slot, after in (*words, *_WORDS["$"]):
        found.append(slot)
        found.append(crc32(told, before) % SLOTS)
        before = after
    found.append(crc32(b"=%d" % len(words)) % SLOTS)
    return found


def _words(run: str) -> tuple[Word, ...]:
    """The words of a run without blanks; how many digits a number has is told up to four."""
    return tuple(_word("0" * min(4, len(w)) if w.isdigit() else w) for w in TOKEN.findall(run.lower()))


def _word(word: str) -> Word:
    """Its bytes, its slot, and the sum of its bytes and a blank, which the sum of a pair goes on from."""
    told = word.encode("utf-8", "surrogatepass")
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


def trees_of(arrays: Mapping[str, NDArray[Any]], prefix: str = "") -> Trees:
    """Trees from arrays of (tree x node), where links count within the tree and a leaf leads to itself."""
    feature, threshold, left, right, value = (arrays[prefix + key] for key in TREE_KEYS)
    count, size = feature.shape
    roots = np.arange(count) * size
    left, right = ((links + roots[:, None]).ravel() for links in (left, right))
    leaf = left == np.arange(count * size)
    order = np.concatenate((roots, np.stack((left, right), 1)[~leaf].ravel()))  # each left child before the right one
    order = order[np.argsort(order // size, kind="stable")]  # tree by tree
    place = np.zeros(count * size, np.intp)
    place[order] = np.arange(len(order))
    return Trees(
        feature=np.where(leaf, 0, feature.ravel())[order].astype(np.intp),
        threshold=np.where(leaf, np.float32(np.inf), threshold.ravel())[order],
        left=place[left[order]],
        value=value.ravel()[order],
        roots=place[roots],
        depth=int(arrays[prefix + "depth"]),
    )
