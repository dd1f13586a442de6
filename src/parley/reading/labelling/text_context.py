"""What a first answer says of the lines around each line of a plain text, of lines like it, and of the whole text. A second
answer is given on these. The model is trained on this very function."""

from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from parley.reading.labelling.features import Matrix, numbered, spread
from parley.reading.labelling.text_form import Bags, form_of
from parley.reading.lines import Line

Column = NDArray[np.float64]

FARTHEST = 8.0  # log-odds
AROUND = (2, 5, 12, 30)  # lines
NEAR = (5, 15)  # lines above or below of which the highest and lowest count
RAISED = (0.0, 1.0, 2.0)  # log-odds added to all lines, to find the stretch that would be the article
SURE = (0.5, 0.9)
FAR, GAP = 99, 199  # lines


def text_context(lines: Sequence[Line], margins: NDArray[np.float32], bags: Bags) -> Matrix:
    """One row a line; `margins` are the first answer's log-odds that it belongs to the article, `bags` its content words."""
    margin = np.clip(margins.astype(np.float64), -FARTHEST, FARTHEST)
    chance = 1 / (1 + np.exp(-margin))
    letters = np.array([len(line.text) for line in lines], np.float64)
    columns = [
        margin,
        *_around(margin, chance, letters),
        *_stretches(margin, chance, letters),
        *_distances(chance),
        *_page(margin, chance, letters),
        *_runs(margin, chance, letters),
        *_alike(lines, chance),
        *_cohesion(bags, chance),
    ]
    return np.array(columns).astype(np.float32).T


def _around(margin: Column, chance: Column, letters: Column) -> Iterator[Column | NDArray[np.float32]]:
    """Means of the lines around, against the text's highest too; and the extremes just above and below."""
    root = np.sqrt(letters)
    told = np.array([chance, margin, chance * letters, letters, margin * root, root])
    for reach in AROUND:
        mean = spread(told, reach)
        weighed = mean[4] / mean[5]
        yield from (mean[0], mean[1], mean[2] / mean[3], weighed, mean[1] - mean[1].max(), weighed - weighed.max())
    count = len(margin)
    for reach in NEAR:
        for edge, extreme in ((-FARTHEST, np.max), (FARTHEST, np.min)):
            beyond = np.full(reach, edge)
            windows = sliding_window_view(np.concatenate([beyond, margin, beyond]), reach + 1)
            found: Column = extreme(windows, axis=1)
            yield from (found[:count], found[reach:])


def _stretches(margin: Column, chance: Column, letters: Column) -> Iterator[Column]:
    """How far the sum of all that is proven lies under its extremes before and after; and the stretch in which it rises most."""
    count = len(margin)
    at = np.arange(count, dtype=np.float64)
    told = np.cumsum(margin * np.sqrt(letters))
    rest = told[-1] - told
    yield told - np.maximum.accumulate(told)
    yield told - np.minimum.accumulate(told)
    yield rest - np.maximum.accumulate(rest[::-1])[::-1]
    yield rest - np.minimum.accumulate(rest[::-1])[::-1]
    for raised in RAISED:
        start, end = _best_stretch(margin + raised)
        yield from (at - start, end - at, np.full(count, (end - start) / count))
        yield np.full(count, chance[start:end].mean() if end > start else 0.0)


def _best_stretch(margin: Column) -> tuple[int, int]:
    """The lines [start, end) whose sum is highest."""
    told = np.concatenate([[0.0], np.cumsum(margin)])
    end = int(np.argmax(told - np.minimum.accumulate(told)))
    return int(np.argmin(told[: end + 1])), end


def _distances(chance: Column) -> Iterator[Column]:
    """To the first and the last line that is likely of the article, to the nearest ones, and the gap between these."""
    count = len(chance)
    at = np.arange(count, dtype=np.float64)
    for sure in SURE:
        there = chance > sure
        found = np.flatnonzero(there)
        first, last = (found[0], found[-1]) if len(found) else (0, count - 1)
        before = np.maximum.accumulate(np.where(there, at, -FAR))
        after = np.minimum.accumulate(np.where(there, at, count + FAR)[::-1])[::-1]
        yield from (at - first, last - at, np.minimum(at - before, FAR), np.minimum(after - at, FAR))
        yield np.minimum(after - before, GAP)


def _page(margin: Column, chance: Column, letters: Column) -> Iterator[Column]:
    """The whole text: how much article it seems to hold and how sure that is; a line's rank; how much is told by here."""
    expected, sure, count = chance * letters, chance > 0.5, len(margin)
    total = max(1.0, float(expected.sum()))
    order = np.argsort(margin, kind="stable")
    ranked = margin[order]
    top, high, low = (
        ranked[-max(1, count // 20) :].mean(),
        ranked[(count - 1) * 3 // 4],
        ranked[: max(1, count // 5)].mean(),
    )
    for told in (
        total, total / letters.sum(), chance.sum(), chance.mean(), count, expected[sure].sum() / max(1.0, float(letters[sure].sum())),
        expected[sure].sum() / total, ranked[count // 2], top, chance[sure].sum() / max(1, sure.sum()), sure.sum(), (top + low) / 2,
    ):  # fmt: skip
        yield np.full(count, float(told))
    rank, below = np.empty(count), np.empty(count)
    rank[order], below[order] = np.arange(count) / count, np.cumsum(letters[order]) / letters.sum()
    yield from (margin - top, margin - high, rank, below, np.cumsum(expected) / total, np.cumsum(chance) / chance.sum())


def _runs(margin: Column, chance: Column, letters: Column) -> Iterator[Column | NDArray[np.bool_]]:
    """The run of likely or of unlikely lines in which each stands, those beside it, and how far off the longest article run is."""
    sure = chance > 0.5
    opens = np.concatenate([[True], sure[1:] != sure[:-1]])
    run = np.cumsum(opens) - 1
    count, size, sums = np.bincount(run), np.bincount(run, letters), np.bincount(run, margin)
    yield from (sure, count[run], size[run], (sums / count)[run])
    for told in (count, size):
        padded = np.concatenate([[0.0], told, [0.0]])
        yield from (padded[run], padded[run + 2])
    yield run - float(np.argmax(np.where(sure[opens], size, 0)))


def _alike(lines: Sequence[Line], chance: Column) -> Iterator[Column]:
    """What is said of the other lines that say the same, begin or end with the same word, or have the same form."""
    forms = [form_of(line) for line in lines]
    keys: tuple[Sequence[Hashable], ...] = (
        [line.text for line in lines],
        [tuple(line.words[:1]) for line in lines],
        [tuple(line.words[-1:]) for line in lines],
        forms,
        list(zip(forms, [*forms[1:], None], strict=True)),
    )
    for of_lines in keys:
        group = numbered(of_lines)
        count = np.bincount(group)[group].astype(np.float64)
        others = (np.bincount(group, chance)[group] - chance) / np.maximum(1, count - 1)
        yield from (np.where(count > 1, others, -1), count)


def _cohesion(bags: Bags, chance: Column) -> Iterator[Column | NDArray[np.float32]]:
    """The share of a line's content words that the article's other lines use, that residue uses, and on which side they stand."""
    own = chance[bags.lines]
    inside, outside = bags.uses(chance) - own, bags.uses(1 - chance) - 1 + own
    side = (inside + 0.1) / (inside + outside + 0.2)
    ways = ((np.minimum(1.0, inside), -1.0), (np.minimum(1.0, outside), -1.0), (side, 0.5))
    told = np.array([bags.means(told, empty) for told, empty in ways])
    yield from told
    for reach in (2, 6):
        yield from spread(told[::2], reach)
