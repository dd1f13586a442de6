"""What a first answer says of the lines around each line of a plain text, of lines like it, and of the whole text. A second
answer is given on these. The model is trained on this very function."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.bags import Bags, numbered
from parley.reading.labelling.features import Matrix, spreads
from parley.reading.labelling.text_form import form_of
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
    margin = margins.astype(np.float64).clip(-FARTHEST, FARTHEST)
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
    root, count = np.sqrt(letters), len(margin)
    mean = spreads(np.array([chance, margin, chance * letters, letters, margin * root, root]), AROUND)
    weighed = mean[4] / mean[5]
    beside = mean[1] - mean[1].max(1, keepdims=True), weighed - weighed.max(1, keepdims=True)
    yield from np.array((mean[0], mean[1], mean[2] / mean[3], weighed, *beside)).swapaxes(0, 1).reshape(-1, count)
    for reach in NEAR:
        highest, lowest = _highest(np.array((margin, -margin)), reach)
        yield from (highest[:count], highest[reach:], -lowest[:count], -lowest[reach:])


def _highest(columns: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """The highest value from each line to the one `reach` further down, and before these, of those that begin above the first."""
    wide = np.full((len(columns), columns.shape[1] + 2 * reach), -FARTHEST)
    wide[:, reach:-reach] = columns
    shape = (reach + 1, len(columns), columns.shape[1] + reach)
    # row n holds what stands n lines further down: what numpy's sliding_window_view shows, at a tenth of its cost
    found: NDArray[np.float64] = np.ndarray(shape, wide.dtype, wide, 0, (wide.strides[1], *wide.strides)).max(0)
    return found


def _stretches(margin: Column, chance: Column, letters: Column) -> Iterator[Column]:
    """How far the sum of all that is proven lies under its extremes before and after; and the stretches in which it rises most."""
    count = len(margin)
    at = np.arange(count, dtype=np.float64)
    told = (margin * np.sqrt(letters)).cumsum()
    rest = told[-1] - told
    yield told - np.maximum.accumulate(told)
    yield told - np.minimum.accumulate(told)
    yield rest - np.maximum.accumulate(rest[::-1])[::-1]
    yield rest - np.minimum.accumulate(rest[::-1])[::-1]
    starts, ends = _best_stretches(margin + np.array(RAISED)[:, None])
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        size = end - start
        yield from (at - start, end - at)
        yield from np.array(((size / count,), (chance[start:end].sum() / size if size else 0.0,))).repeat(count, 1)


def _best_stretches(margins: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Of each row the lines [start, end) whose sum is highest."""
    told = np.zeros((len(margins), margins.shape[1] + 1))
    margins.cumsum(1, out=told[:, 1:])
    lowest = np.minimum.accumulate(told, 1)
    ends = (told - lowest).argmax(1)
    return (told == lowest[np.arange(len(told)), ends, None]).argmax(1), ends


def _distances(chance: Column) -> Iterator[Column]:
    """To the first and the last line that is likely of the article, to the nearest ones, and the gap between these."""
    count = len(chance)
    at = np.arange(count, dtype=np.float64)
    there = chance > np.array(SURE)[:, None]
    first, last = there.argmax(1)[:, None], count - 1 - there[:, ::-1].argmax(1)[:, None]
    before = np.maximum.accumulate(np.where(there, at, -FAR), 1)
    after = np.minimum.accumulate(np.where(there, at, count + FAR)[:, ::-1], 1)[:, ::-1]
    near, gap = np.minimum(np.array((at - before, after - at)), FAR), np.minimum(after - before, GAP)
    yield from np.array((at - first, last - at, *near, gap)).swapaxes(0, 1).reshape(-1, count)


def _page(margin: Column, chance: Column, letters: Column) -> Iterator[Column]:
    """The whole text: how much article it seems to hold and how sure that is; a line's rank; how much is told by here."""
    expected, sure, count = chance * letters, chance > 0.5, len(margin)
    whole, likely, certain, lines = letters.sum(), chance.sum(), float(expected[sure].sum()), np.count_nonzero(sure)
    total = max(1.0, float(expected.sum()))
    order = np.argsort(margin, kind="stable")
    ranked = margin[order]
    best, worst = ranked[-max(1, count // 20) :], ranked[: max(1, count // 5)]
    top, high, low = best.sum() / len(best), ranked[(count - 1) * 3 // 4], worst.sum() / len(worst)
    yield from np.array([
        total, total / whole, likely, likely / count, count, certain / max(1.0, float(letters[sure].sum())),
        certain / total, ranked[count // 2], top, chance[sure].sum() / max(1, lines), lines, (top + low) / 2,
    ])[:, None].repeat(count, 1)  # fmt: skip
    rank, below = np.empty(count), np.empty(count)
    rank[order], below[order] = np.arange(count) / count, letters[order].cumsum() / whole
    yield from (margin - top, margin - high, rank, below, expected.cumsum() / total, chance.cumsum() / likely)


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
    keys: tuple[Iterable[Hashable], ...] = (
        [line.text for line in lines],
        [tuple(line.words[:1]) for line in lines],
        [tuple(line.words[-1:]) for line in lines],
        forms,
        zip(forms, [*forms[1:], None], strict=True),
    )
    for of_lines in keys:
        group = numbered(of_lines)
        often = np.bincount(group)[group].astype(np.float64)
        others = (np.bincount(group, chance)[group] - chance) / np.maximum(1, often - 1)
        others[often < 2] = -1
        yield from (others, often)


def _cohesion(bags: Bags, chance: Column) -> Iterator[Column | NDArray[np.float32]]:
    """The share of a line's content words that the article's other lines use, that residue uses, and on which side they stand."""
    own = chance[bags.lines]
    inside, outside = bags.uses(chance) - own, bags.uses(1 - chance) - 1 + own
    side = (inside + 0.1) / (inside + outside + 0.2)
    ways = ((np.minimum(1.0, inside), -1.0), (np.minimum(1.0, outside), -1.0), (side, 0.5))
    told = np.array([bags.means(told, empty) for told, empty in ways])
    yield from told
    yield from spreads(told[::2], (2, 6)).swapaxes(0, 1).reshape(-1, len(chance))
