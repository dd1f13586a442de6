"""Quotations by a small network of convolutions over words, in numpy alone (card: quotes_fast_model/CARD.md)."""

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from parley.learn import MissingModel
from parley.learn.decoding import Scored, Tagged, decode, probability
from parley.learn.pieces import CLS, OTHER, OUTSIDE, SEP, Window
from parley.learn.tokens import Forms, Tokens, tokenise

__all__ = ["Tagged", "tag"]

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
LEAST = 0.3  # of the probability that quotation and source are right; what is below is left out (CARD.md)
WINDOW = 320  # words of a window, beyond which nothing points
LONGEST_PARAGRAPH = 640  # words that stand in one window; a longer paragraph is cut
CONTEXT = 48  # words before it, which its words may point to
LONGEST = 400_000  # code points read; the tail of a longer text stays unread, as by the parse
PARTS = 3  # words seen by one convolution
AT_ONCE = 1024  # words that a layer looks through before it goes on to the next: more leave the processor's cache
TOGETHER = 8  # words in one row, where it does not matter whose a number is: numpy is quicker over few long rows
MOST_KEPT = 2**20  # numbers: enough for 6,000 words


class Room(threading.local):
    """Memory that a thread keeps from text to text: to get as much anew for each costs a quarter of the time."""

    kept: Floats = np.empty(0, np.float32)

    def of(self, *shapes: tuple[int, int]) -> list[Floats]:
        """An array of each shape, with whatever it was left with."""
        sizes = [rows * columns for rows, columns in shapes]
        told = np.empty(sum(sizes), np.float32) if sum(sizes) > MOST_KEPT else self.kept
        if len(told) < sum(sizes):
            told = self.kept = np.empty(sum(sizes), np.float32)
        ends = list(accumulate(sizes))
        return [told[end - size : end].reshape(shape) for size, end, shape in zip(sizes, ends, shapes, strict=True)]


@dataclass(frozen=True)
class Layer:
    """Each word with those `apart` words before and behind it: weights are (PARTS x width) x width. `constant` holds that of
    one word, or of several side by side."""

    apart: int
    weights: Floats
    constant: Floats

    def __call__(self, padded: Floats, around: int, beside: Floats, told: Floats) -> None:
        """Of words with `around` rows of nothing on both sides; `beside` has room for some of them, each with those beside it."""
        count, width = told.shape
        row, column = padded.strides
        begin = (around - self.apart) * row
        seen = np.ndarray((count, PARTS, width), np.float32, padded, begin, (row, self.apart * row, column))
        for at in range(0, count, len(beside)):
            some, telling = seen[at : at + len(beside)], told[at : at + len(beside)]
            those = beside[: len(some)]
            np.copyto(those.reshape(some.shape), some)
            np.matmul(those, self.weights, out=telling)
            rows = telling.reshape(-1, len(self.constant))
            rows += self.constant
            np.maximum(rows, self.least, out=rows)

    @cached_property
    def least(self) -> Floats:
        """Nothing, once for each column: numpy compares whole rows sooner than each number with one."""
        return np.zeros_like(self.constant)


@dataclass(frozen=True)
class Network:
    forms: Forms
    words: NDArray[np.int8]
    scale: Floats
    tails: Floats
    shapes: Floats
    states: Floats
    layers: tuple[Layer, ...]
    tags: Floats  # tags x width
    tags_constant: Floats
    left: Floats  # pointers x width x reach
    left_constant: Floats
    right: Floats  # pointers x reach x width
    nothing: Floats  # pointers x reach: what points to nobody points here; less the constant of `right`, which is the same for all
    distance: Floats
    room: Room = field(default_factory=Room, repr=False, compare=False)

    def __call__(self, tokens: Tokens) -> Floats:
        """What the layers tell of each word (words x width)."""
        count, width = len(tokens), len(self.scale)
        around, whole = max(layer.apart for layer in self.layers), count + -count % TOGETHER
        padded, beside, told = self.room.of((whole + 2 * around, width), (AT_ONCE, PARTS * width), (whole, width))
        padded[:around] = padded[around + count :] = 0
        x, telling = padded[around : around + count], told[:count]
        np.multiply(self.words.take(tokens.words, 0), self.scale, out=x)
        for table, rows in ((self.tails, tokens.tails), (self.shapes, tokens.shapes), (self.states, tokens.states)):
            x += table.take(rows, 0, out=telling, mode="clip")
        self.layers[0](padded, around, beside, told)
        x[:] = telling
        for layer in self.layers[1:]:
            layer(padded, around, beside, told)
            x += telling
        return x.copy()

    def logs(self, x: Floats) -> Floats:
        """The logarithm of each tag's probability (tags x words): numpy looks through few long rows sooner than through many
        short ones."""
        told: Floats = self.tags @ x.T
        told += self.tags_constant
        told -= told.max(0)
        told -= np.log(np.exp(told).sum(0))
        return told


@dataclass(frozen=True, slots=True)
class Left:
    """What points, worked out for the pieces that are asked: most never are. The first piece has no word."""

    network: Network
    x: Floats

    def __getitem__(self, at: tuple[slice, Rows]) -> Floats:
        pointers, rows = at
        told: Floats = self.x[rows - 1] @ self.network.left[pointers]
        told += self.network.left_constant[pointers]
        if not rows[0]:
            told[:, 0] = 0
        return told


def tag(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Tagged]:
    """Quotations in the paragraphs, in text order; offsets count code points of `text`.

    Raises MissingModel where the weights are not there.
    """
    network = shipped()
    read = [(start, end) for start, end in paragraphs if end <= LONGEST]
    weights = calibration()
    found = decode(list(scores(tokenise(text, read, network.forms), network)))
    scored = [t._replace(score=probability(t.sureness, weights)) for t in found]
    return [t for t in scored if t.score >= LEAST]


def folder() -> Path:
    return Path(str(resources.files("parley.learn") / "quotes_fast_model"))


@cache
def shipped() -> Network:
    return load(folder() / "weights.npz")


@cache
def calibration() -> tuple[float, ...]:
    return tuple(json.loads((folder() / "calibration.json").read_text(encoding="utf-8"))["weights"])


def load(path: Path) -> Network:
    """The network of a weights file."""
    if not path.exists():
        raise MissingModel(f"{path}: the fast tagger is not there; reinstall Parley, or rebuild it with: make train")
    with np.load(path) as kept:
        told = {name: kept[name] for name in kept.files}
    whole = {name: array.astype(np.float32) for name, array in told.items() if array.dtype == np.float16}
    layers = tuple(
        Layer(int(apart), whole[f"layer{n}"], np.tile(whole[f"layer{n}_constant"], TOGETHER))
        for n, apart in enumerate(told["apart"])
    )
    pointers, reach = whole["nothing"].shape
    ends = -2 * pointers * reach, -pointers * reach  # of the heads of tags, and of those of what points
    tags, left, right = np.split(whole["heads"].T, ends)
    of_tags, of_left, of_right = np.split(whole["constant"], ends)
    return Network(
        Forms(told["vocabulary"].tobytes().decode("utf-8").split("\n")),
        told["words"],
        layers=layers,
        tags=tags,
        tags_constant=of_tags[:, None],
        left=left.reshape(pointers, reach, -1).transpose(0, 2, 1).copy(),
        left_constant=of_left.reshape(pointers, 1, reach),
        right=right.reshape(pointers, reach, -1),
        nothing=whole["nothing"] - of_right.reshape(pointers, reach),
        **{name: whole[name] for name in ("scale", "tails", "shapes", "states", "distance")},
    )


def scores(tokens: Tokens, network: Network) -> Iterator[Scored]:
    """Scores of windows that tag every word once, in order. All words are read at once; a window only says what may
    point where."""
    if not len(tokens):
        return
    x = network(tokens)
    logs, right = network.logs(x), network.right @ x.T
    for start, first, end in cut(tokens):
        window = _window(tokens, start, first, end)
        tags = np.zeros((len(logs), len(window)), np.float32)
        tags[:, 1:] = logs[:, start:end]
        there = np.empty((*network.nothing.shape, len(window)), np.float32)
        there[..., 0], there[..., 1:] = network.nothing, right[..., start:end]
        yield Scored(window, tags.T, Left(network, x[start:end]), there.transpose(0, 2, 1), network.distance)


def cut(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Windows of whole paragraphs: where the context begins, where the words do that are tagged, and where they end.
    A paragraph that is longer than a window is cut."""
    breaks = [*np.flatnonzero(tokens.words == SEP).tolist(), len(tokens)]
    first = 0
    for end, after in zip(breaks[1:], [*breaks[2:], breaks[-1]], strict=True):
        while end - first > LONGEST_PARAGRAPH:
            yield max(0, first - CONTEXT), first, first + WINDOW
            first += WINDOW
        if after - first > WINDOW or after == end:
            yield max(0, first - CONTEXT), first, end
            first = end


def _window(tokens: Tokens, start: int, first: int, end: int) -> Window:
    """The words from `start` to `end`, of which those before `first` are context."""
    starts, ends = tokens.starts[start:end].tolist(), tokens.ends[start:end].tolist()
    return Window(
        ids=[CLS, *tokens.words[start:end].tolist()],
        states=[OUTSIDE, *tokens.states[start:end].tolist()],
        shapes=[OTHER, *tokens.shapes[start:end].tolist()],
        offsets=[(0, 0), *zip(starts, ends, strict=True)],
        first=first - start + 1,
        at=start,
    )
