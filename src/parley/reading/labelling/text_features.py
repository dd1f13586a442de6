"""What tells article from residue in plain text, where no markup does: the words around a line, how far it is from long
paragraphs, and what is told again. The model is trained on this very function."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.features import OWN, Matrix, features, shifted, spread
from parley.reading.labelling.text_form import Bags, text_form
from parley.reading.lines import Line
from parley.record import BlockKind

Column = NDArray[np.float32]

LONG = 160  # letters of a long paragraph
FAR, FARTHEST = 99, 199  # lines
LONGEST_HEADING, SHORT = 10, 5  # words
SURE = 3.0  # log-odds beyond which the words of one line prove no more


def text_features(
    lines: Sequence[Line], kinds: Sequence[BlockKind], wording: Column, around: Column, bags: Bags
) -> Matrix:
    """One row a line. `wording`: how much its words sound like an article's; `around`: the same with those around it;
    `bags`: its content words."""
    rows = features(lines, kinds, wording)
    columns = [
        around, *(shifted(around, by) for by in (-2, -1, 1, 2)), *(spread(around, reach) for reach in (2, 6, 20)), *_flow(rows, around),
        *_paragraphs(lines, rows), *_again(lines), *_headed(lines, wording, around), spread(wording, 30),
        *text_form(lines, rows, wording, around, bags),
    ]  # fmt: skip
    return np.concatenate([rows.T, np.array(columns, np.float32)]).T


def headings(lines: Sequence[Line]) -> NDArray[np.int64]:
    """The number of the short line without a full stop that stands nearest above each line, -1 where none does."""
    heads = [len(line.words) <= LONGEST_HEADING and not line.ends_sentence for line in lines]
    last = np.maximum.accumulate(np.where(heads, np.arange(len(lines)), -1))
    return np.concatenate([[-1], last[:-1]]).astype(np.int64)


def _flow(rows: Matrix, around: Column) -> list[NDArray[np.float64]]:
    """How far the sum of what the words prove lies under its highest and over its lowest before, and under its highest after."""
    letters = np.sqrt(rows[:, OWN.index("chars")], dtype=np.float64)
    told = np.cumsum(np.clip(around, -SURE, SURE) * letters)
    rest = told[-1] - told
    return [
        told - np.maximum.accumulate(told),
        told - np.minimum.accumulate(told),
        rest - np.maximum.accumulate(rest[::-1])[::-1],
    ]


def _paragraphs(lines: Sequence[Line], rows: Matrix) -> list[NDArray[np.float64] | Column]:
    """Distances to long paragraphs, the gap between paragraphs in which a line stands, and how dense they are around."""
    at = np.arange(len(lines), dtype=np.float64)
    paragraph = np.array([line.paragraph for line in lines])
    letters = rows[:, OWN.index("chars")]
    long = paragraph & (letters >= LONG)
    (last, following), (before, after) = _nearest(long, at), _nearest(paragraph, at)
    short = (rows[:, OWN.index("words")] <= SHORT).astype(np.float32)
    far = spread(np.array([letters, paragraph, short, rows[:, OWN.index("ends_stop")]], np.float32), 30)
    return [
        np.minimum(at - last, FAR), np.minimum(following - at, FAR), np.minimum(following - last, FARTHEST), np.minimum(after - before, FARTHEST),
        np.cumsum(long) / max(1, long.sum()), np.full(len(lines), float(long.sum())), *far[:2], spread(short, 12), *far[2:],
    ]  # fmt: skip


def _nearest(there: NDArray[np.bool_], at: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The nearest line that is there, at or before each line and at or after it."""
    beyond = len(at) + FAR
    last = np.maximum.accumulate(np.where(there, at, -FAR))
    return last, np.minimum.accumulate(np.where(there, at, beyond)[::-1])[::-1]


def _again(lines: Sequence[Line]) -> list[Column | NDArray[np.float64]]:
    """How much around a line stands elsewhere too, as menus do, and how many lines open with the same two words."""
    told = Counter(line.text for line in lines)
    opened = Counter(tuple(line.words[:2]) for line in lines)
    again = np.array([told[line.text] > 1 for line in lines], np.float32)
    alike = np.array([opened[tuple(line.words[:2])] for line in lines], np.float32)
    return [
        spread(again, 3),
        spread(again, 12),
        spread(again, 30),
        np.cumsum(again, dtype=np.float32) / len(lines),
        alike,
    ]


def _headed(lines: Sequence[Line], wording: Column, around: Column) -> list[Column]:
    """What the words of the heading say."""
    above = headings(lines)
    return [np.where(above >= 0, told[above], -9).astype(np.float32) for told in (wording, around)]
