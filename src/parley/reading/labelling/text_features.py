"""What tells article from residue in plain text, where no markup does: the words around a line, how far it is from long
paragraphs, and what is told again. The model is trained on this very function."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.bags import Bags, numbered, whole_bags_of
from parley.reading.labelling.features import OWN, PLACES, RULES, Matrix, features, shifted, spread, spreads
from parley.reading.labelling.text_form import text_form
from parley.reading.lines import Line
from parley.record import BlockKind

Column = NDArray[np.float32]

CHARS, WORDS, ENDS_STOP = map(OWN.index, ("chars", "words", "ends_stop"))
PARAGRAPH, ENDS_SENTENCE = (len(OWN) + RULES.index(name) for name in ("paragraph", "ends_sentence"))
TOLD = len(OWN) + len(RULES) + 2 + PLACES.index("told")

LONG = 160  # letters of a long paragraph
FAR, FARTHEST = 99, 199  # lines
LONGEST_HEADING, SHORT = 10, 5  # words
SURE = 3.0  # log-odds beyond which the words of one line prove no more


def text_features(
    lines: Sequence[Line], kinds: Sequence[BlockKind], wording: Column, around: Column, bags: Bags
) -> Matrix:
    """One row a line. `wording`: how much its words sound like an article's; `around`: the same with those around it;
    `bags`: its content words."""
    rows = features(lines, kinds, wording, bags if bags.whole else whole_bags_of(lines))
    columns = [
        around, *(shifted(around, by) for by in (-2, -1, 1, 2)), *spreads(around, (2, 6, 20)), *_flow(rows, around),
        *_paragraphs(rows), *_again(lines, rows), *_headed(rows, wording, around), spread(wording, 30),
        *text_form(lines, rows, wording, around, bags),
    ]  # fmt: skip
    return np.concatenate([rows.T, np.array(columns, np.float32)]).T


def headings(lines: Sequence[Line]) -> NDArray[np.int64]:
    """The number of the short line without a full stop that stands nearest above each line, -1 where none does."""
    return _above(np.array([len(line.words) <= LONGEST_HEADING and not line.ends_sentence for line in lines]))


def _above(there: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The number of the line that is there and stands nearest above each line, -1 where none does."""
    found = np.full(len(there), -1)
    np.maximum.accumulate(np.where(there, np.arange(len(there)), -1)[:-1], out=found[1:])
    return found


def _flow(rows: Matrix, around: Column) -> list[NDArray[np.float64]]:
    """How far the sum of what the words prove lies under its highest and over its lowest before, and under its highest after."""
    letters = np.sqrt(rows[:, CHARS], dtype=np.float64)
    told = (around.clip(-SURE, SURE) * letters).cumsum()
    rest = told[-1] - told
    return [
        told - np.maximum.accumulate(told),
        told - np.minimum.accumulate(told),
        rest - np.maximum.accumulate(rest[::-1])[::-1],
    ]


def _paragraphs(rows: Matrix) -> list[NDArray[np.float64] | Column]:
    """Distances to long paragraphs, the gap between paragraphs in which a line stands, and how dense they are around."""
    count = len(rows)
    at = np.arange(count, dtype=np.float64)
    letters, paragraph = rows[:, CHARS], rows[:, PARAGRAPH] > 0
    long = paragraph & (letters >= LONG)
    (last, before), (following, after) = _nearest(np.array((long, paragraph)), at)
    short = (rows[:, WORDS] <= SHORT).astype(np.float32)
    far = spread(np.array((letters, rows[:, PARAGRAPH], short, rows[:, ENDS_STOP])), 30)
    told = long.cumsum()
    return [
        *np.minimum(np.array((at - last, following - at)), FAR), *np.minimum(np.array((following - last, after - before)), FARTHEST),
        told / max(1, told[-1]), np.full(count, float(told[-1])), *far[:2], spread(short, 12), *far[2:],
    ]  # fmt: skip


def _nearest(there: NDArray[np.bool_], at: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of each row the nearest line that is there, at or before each line; and at or after it."""
    last = np.maximum.accumulate(np.where(there, at, -FAR), 1)
    return last, np.minimum.accumulate(np.where(there, at, len(at) + FAR)[:, ::-1], 1)[:, ::-1]


def _again(lines: Sequence[Line], rows: Matrix) -> list[Column | NDArray[np.float64]]:
    """How much around a line stands elsewhere too, as menus do, and how many lines open with the same two words."""
    again = (rows[:, TOLD] > 1).astype(np.float32)
    opening = numbered([tuple(line.words[:2]) for line in lines])
    return [*spreads(again, (3, 12, 30)), again.cumsum(dtype=np.float32) / len(lines), np.bincount(opening)[opening]]


def _headed(rows: Matrix, wording: Column, around: Column) -> list[Column]:
    """What the words of the heading say."""
    above = _above((rows[:, WORDS] <= LONGEST_HEADING) & (rows[:, ENDS_SENTENCE] == 0))
    told = np.array((wording, around))[:, above]
    told[:, above < 0] = -9
    return list(told)
