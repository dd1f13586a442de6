"""What the fast tagger sees: words of a text, each by its number, its ending, its capitals and its quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from parley.learn.pieces import DIGIT, LOWER, MARKS, OTHER, OUTSIDE, SEP, TITLE, UPPER, quote_states
from parley.text.runs import runs

Rows = NDArray[np.intp]
TOKEN = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*|['’](?:s|S|re|ve|ll|d|m)\b|\S")
UNKNOWN, KNOWN = (
    128,
    256,
)  # rows of the word table: below UNKNOWN marks of ours, then unknown words by hash, then known ones
TAILS = 1024  # rows of the table of word endings
TAIL = 3  # letters of an ending
BITS = 20, 10, 3  # of the numbers of a word, an ending and a shape
REMEMBERED = 100_000  # runs whose rows are kept at once


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of paragraphs in text order, a break before each paragraph; `starts` and `ends` are code points of the text."""

    words: Rows
    tails: Rows
    shapes: Rows
    states: Rows
    starts: Rows
    ends: Rows

    def __len__(self) -> int:
        return len(self.words)


class Forms(dict[str, tuple[int, ...]]):
    """For each run of a text without blanks its words, each as one number (see `packed`); worked out once."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        super().__init__()
        self.known = {word: KNOWN + n for n, word in enumerate(vocabulary)}

    def __missing__(self, run: str) -> tuple[int, ...]:
        forms = TOKEN.findall(run)
        told = (self._packed(run),) if len(forms) == 1 else tuple(chain.from_iterable(map(self.__getitem__, forms)))
        if len(self) < REMEMBERED:
            self[run] = told
        return told

    def _packed(self, form: str) -> int:
        lower = form.lower()
        row = self.known.get(lower)
        if row is None:
            row = UNKNOWN + crc32(lower.encode("utf-8", "replace")) % (KNOWN - UNKNOWN)
        return packed(row, crc32(lower[-TAIL:].encode("utf-8", "replace")) % TAILS, shape(form), len(form))


def packed(row: int, tail: int, shape: int, length: int) -> int:
    """Rows of the tables of words, endings and shapes, and the length in code points."""
    word, ending, capitals = BITS
    return ((length << capitals | shape) << ending | tail) << word | row


def shape(form: str) -> int:
    if form.isdigit():
        return DIGIT
    if form.isupper() and len(form) > 1:
        return UPPER
    if form[:1].isupper():
        return TITLE
    return LOWER if form[:1].islower() else OTHER


BREAK = (packed(SEP, 0, OTHER, 0),)


def tokenise(text: str, paragraphs: Sequence[tuple[int, int]], forms: Forms) -> Tokens:
    found: list[tuple[int, ...]] = []
    begins: list[int] = []
    breaks: list[int] = []
    for (start, _), (told, places) in zip(paragraphs, runs(text, paragraphs), strict=True):
        breaks.append(len(found))
        found.append(BREAK)
        found += map(forms.__getitem__, told)
        begins.append(start)
        begins += places
    counts = np.fromiter(map(len, found), np.intp, len(found))
    lengths = np.fromiter(chain.from_iterable(found), np.intp, int(counts.sum()))
    columns: list[Rows] = []
    for bits in BITS:
        columns.append(lengths & ((1 << bits) - 1))
        lengths >>= bits
    words, tails, shapes = columns
    firsts, before = np.cumsum(counts) - counts, np.cumsum(lengths) - lengths
    starts = before + np.repeat(np.array(begins, np.intp) - before[firsts], counts)
    states = _states(text, paragraphs, starts)
    states[firsts[breaks]] = OUTSIDE
    return Tokens(words, tails, shapes, states, starts, starts + lengths)


def _states(text: str, paragraphs: Sequence[tuple[int, int]], starts: Rows) -> Rows:
    states = bytearray(len(text) + 1)  # OUTSIDE
    for start, end in paragraphs:
        if MARKS.search(text, start, end):
            states[start:end] = quote_states(text[start:end])
    return np.frombuffer(states, np.uint8)[starts].astype(np.intp)
