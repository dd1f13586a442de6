"""What a first answer says of the lines around each line of a page: beside it, in elements of its kind, in those that
hold it. A second answer is given on these. The model is trained on this very function."""

import re
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.bags import numbered
from parley.reading.labelling.features import Matrix, shifted, spread
from parley.reading.lines import Line
from parley.text.markup import ShownLine

Column = NDArray[np.float64]

DIGITS = re.compile(r"\d+")
BESIDE, AROUND, AROUND_LETTERS = (-3, -2, -1, 1, 2, 3), (2, 5, 12, 30), (3, 10, 30)  # lines
LEVELS = 7  # elements around a line, innermost first
HEARTS = (0.5, 0.8, 0.95)  # shares of the expected article by which its element is known
FARTHEST = 12.0  # log-odds


def page_context(
    lines: Sequence[Line], places: Sequence[ShownLine], margins: Sequence[float], taken: Sequence[bool]
) -> Matrix:
    """One row a line; `margins` are the first answer's log-odds that it belongs to the article."""
    margin = np.array(margins, np.float64)
    chance = 1 / (1 + np.exp(-np.clip(margin, -FARTHEST, FARTHEST)))
    letters = np.array([len(line.text) for line in lines], np.float64)
    chosen = np.array(taken, np.float64)
    columns = [
        *_beside(margin, chance, letters),
        *_alike(places, chance, letters, chosen),
        *_within(lines, places, chance, letters),
        *_page(chance, letters, chosen),
    ]
    return np.column_stack(columns).astype(np.float32)


def _beside(margin: Column, chance: Column, letters: Column) -> Iterator[Column | NDArray[np.float32]]:
    yield margin
    narrow = margin.astype(np.float32)
    for by in BESIDE:
        yield shifted(narrow, by)
    for reach in AROUND:
        yield spread(chance.astype(np.float32), reach)
    for reach in AROUND_LETTERS:
        yield spread((chance * letters).astype(np.float32), reach) / spread(letters.astype(np.float32), reach)


def _alike(places: Sequence[ShownLine], chance: Column, letters: Column, chosen: Column) -> Iterator[Column]:
    """Lines whose elements are of the same tags and names: what is said of them all, their share, their number."""
    inner = {p.names: tuple(DIGITS.sub("", name) for name in p.names.split()[-3:]) for p in places}
    keys: tuple[list[Hashable], ...] = (
        [(p.tags, inner[p.names]) for p in places],
        [(p.tags[-3:], inner[p.names][-1:]) for p in places],
        [p.tags for p in places],
        [p.tags[-1:] for p in places],
    )
    for of_lines in keys:
        group = numbered(of_lines)
        whole = np.bincount(group, letters)
        for told in (np.bincount(group, chance * letters) / whole, whole / letters.sum()):
            yield told[group]
        yield np.bincount(group)[group].astype(np.float64)
        yield (np.bincount(group, chosen * letters) / whole)[group]


def _within(
    lines: Sequence[Line], places: Sequence[ShownLine], chance: Column, letters: Column
) -> Iterator[Column | NDArray[np.bool_]]:
    """The elements around each line: what is said of all their lines, and how far it is to the article's own element."""
    depths = np.array([len(p.elements) for p in places], np.int64)
    element = np.array([e for p in places for e in p.elements], np.int64)
    line = np.repeat(np.arange(len(places)), depths)
    linked = np.array([p.linked for p in places], np.float64)
    prose = letters * np.array([x.paragraph for x in lines], np.float64)
    expected, whole, links, paragraphs = (
        np.bincount(element, weight[line]) for weight in (chance * letters, letters, linked, prose)
    )
    count = np.bincount(element).astype(np.float64)
    held = np.maximum(whole, 1)
    starts = np.cumsum(depths) - depths
    for level in range(LEVELS):
        at = element[starts + np.maximum(depths - 1 - level, 0)]
        yield (expected / held)[at]
        yield (whole / letters.sum())[at]
        yield (links / held)[at]
        yield (paragraphs / held)[at]
        yield count[at]
    deep = np.arange(len(element)) - np.repeat(starts, depths)
    for share in HEARTS:
        within = expected[element] >= share * (chance * letters).sum()
        best = int(np.argmax(np.where(within, deep, -1)))
        heart = element[starts[line[best]] : best + 1]
        common: Column = np.bincount(line, np.isin(element, heart), len(places)).astype(np.float64)
        yield float(len(heart)) - common
        yield depths.astype(np.float64) - common
        yield common == len(heart)


def _page(chance: Column, letters: Column, chosen: Column) -> Iterator[Column]:
    """The whole page: how much article it seems to hold, how sure that is, and how much of it has been told by here."""
    expected, taken, sure = chance * letters, (chosen * letters).sum(), chance > 0.5
    total = max(1.0, float(expected.sum()))
    agreed = (expected * chosen).sum()
    for told in (
        expected.sum(), expected.sum() / letters.sum(), taken / letters.sum(), agreed / max(1.0, taken), agreed / total, len(letters),
        expected[sure].sum() / max(1.0, float(letters[sure].sum())), expected[sure].sum() / total,
    ):  # fmt: skip
        yield np.full(len(letters), float(told))
    yield np.cumsum(expected) / total
