"""What the fast tagger sees: words of a text, each by its number, its ending, its capitals and its quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from parley.learn.pieces import DIGIT, LOWER, OTHER, OUTSIDE, SEP, TITLE, UPPER, quote_states

Rows = NDArray[np.intp]
TOKEN = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*|['’](?:s|S|re|ve|ll|d|m)\b|\S")
UNKNOWN, KNOWN = (
    128,
    256,
)  # rows of the word table: below UNKNOWN marks of ours, then unknown words by hash, then known ones
TAILS = 1024  # rows of the table of word endings
TAIL = 3  # letters of an ending
REMEMBERED = 100_000  # forms whose rows are kept at once
MARKS = frozenset("“”„‟\"«»‘’'")


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


class Forms(dict[str, tuple[int, int, int]]):
    """Rows of the tables of words, endings and shapes for each form of a word; worked out once."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        super().__init__()
        self.known = {word: KNOWN + n for n, word in enumerate(vocabulary)}

    def __missing__(self, form: str) -> tuple[int, int, int]:
        lower = form.lower()
        row = self.known.get(lower)
        if row is None:
            row = UNKNOWN + crc32(lower.encode("utf-8", "replace")) % (KNOWN - UNKNOWN)
        told = row, crc32(lower[-TAIL:].encode("utf-8", "replace")) % TAILS, shape(form)
        if len(self) < REMEMBERED:
            self[form] = told
        return told


def shape(form: str) -> int:
    if form.isdigit():
        return DIGIT
    if form.isupper() and len(form) > 1:
        return UPPER
    if form[:1].isupper():
        return TITLE
    return LOWER if form[:1].islower() else OTHER


BREAK = (SEP, 0, OTHER)


def tokenise(text: str, paragraphs: Sequence[tuple[int, int]], forms: Forms) -> Tokens:
    told: list[tuple[int, int, int]] = []
    spans: list[tuple[int, int]] = []
    states: list[int] = []
    for start, end in paragraphs:
        found = [m.span() for m in TOKEN.finditer(text, start, end)]
        told.append(BREAK)
        told += [forms[text[s:e]] for s, e in found]
        spans.append((start, start))
        spans += found
        states.append(OUTSIDE)
        states += _states(text, start, end, found)
    columns = np.array(told, np.intp).reshape(-1, 3).T
    places = np.array(spans, np.intp).reshape(-1, 2).T
    return Tokens(columns[0], columns[1], columns[2], np.array(states, np.intp), places[0], places[1])


def _states(text: str, start: int, end: int, found: Sequence[tuple[int, int]]) -> list[int]:
    if MARKS.isdisjoint(text[start:end]):
        return [OUTSIDE] * len(found)
    states = quote_states(text[start:end])
    return [states[s - start] for s, _ in found]
