"""From the network's scores to quotations: the best tag sequence, its spans, and which belong together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from parley.learn.pieces import OUTSIDE, SEP, Window

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
Range = tuple[int, int]
SOURCE, CUE, CONTENT = range(3)
TAGS = 7  # outside, then begin and inside of source, cue and content
CUE_OF_CONTENT, SOURCE_OF_CUE, SOURCE_OF_CONTENT = range(3)
NEVER = np.float32(-1e4)
ASKED = 12  # pieces of a span that are asked where they point; more say the same
LINKED = 0.5  # of a content's pointing: less, and the cue is another (CARD.md)
OUTSIDE_BIAS = -0.4  # added to the log-probability of "outside": see CARD.md


@dataclass(frozen=True)
class Scored:
    """A window with the logarithm of each tag's probability, and the two sides of each pointer."""

    window: Window
    tags: Floats  # pieces x tags
    left: Floats  # pointers x pieces x reach: what points
    right: Floats  # pointers x pieces x reach: what is pointed to
    distance: Floats  # pointers x distances, the middle one being 0
    _pointings: dict[tuple[int, int, int], tuple[Floats, Floats]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _places: dict[tuple[int, int, int], tuple[Rows, Rows]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def reach(self) -> Range:
        """Where the first piece that is no mark of ours ends, and the last."""
        return next((end for end in self.ends if end), 0), self.ends[-1]

    def places(self, found: "Sequence[Found]") -> tuple[Rows, Rows]:
        """The first piece of each span in this window and the one after its last; worked out once for each slice of spans."""
        key = found[0].part, found[0].start, len(found)
        if key not in self._places:
            rows = np.array([f.rows if f.scored is self else rows_of(f, self) for f in found])
            self._places[key] = rows[:, 0], rows[:, 1]
        return self._places[key]

    @cached_property
    def ends(self) -> list[int]:
        """Where each piece ends; never falling, so that it can be searched."""
        return list(accumulate((end for _, end in self.window.offsets), max))

    def pointing(self, pointer: int, first: int, last: int) -> tuple[Floats, Floats]:
        """The mean probability with which some of the pieces [first, last) point to each piece of the window; and to
        all the pieces before it."""
        if (pointer, first, last) not in self._pointings:
            self.point(pointer, [(first, last)])
        return self._pointings[pointer, first, last]

    def point(self, pointer: int, spans: Sequence[Range]) -> None:
        """Works out where all the spans point, in a few sums over all that they are asked."""
        asked = [range(first, last, 1 + (last - first - 1) // ASKED) for first, last in spans]
        rows = np.array([row for rows in asked for row in rows])
        far, count = self.distance.shape[1] // 2, len(self.window)
        near = self.distance[pointer][np.clip(np.arange(1 - count, count), -far, far) + far]
        shares = self.left[pointer, rows] @ self.right[pointer].T
        # each row is `near` from another place on: what numpy's sliding_window_view shows, at a tenth of its cost
        shares += np.ndarray((count, count), near.dtype, near, 0, near.strides * 2)[count - 1 - rows]
        shares -= shares.max(1, keepdims=True)
        np.exp(shares, out=shares)
        shares /= shares.sum(1, keepdims=True)
        of_span = np.repeat(np.arange(len(spans)), [len(rows) for rows in asked])
        belongs = (of_span[None, :] == np.arange(len(spans))[:, None]).astype(np.float32)
        means = (belongs / belongs.sum(1, keepdims=True)) @ shares
        sums = np.zeros((len(spans), count + 1), np.float32)
        np.cumsum(means, axis=1, out=sums[:, 1:])
        for (first, last), mean, total in zip(spans, means, sums, strict=True):
            self._pointings[pointer, first, last] = mean, total


@dataclass(frozen=True, slots=True)
class Found:
    """A span of one part; `scored` and `rows` say which window's pieces tell of it."""

    part: int
    start: int
    end: int
    scored: Scored
    rows: tuple[int, int]

    @property
    def sure(self) -> float:
        """The mean probability of its tags."""
        first, last = self.rows
        logs = self.scored.tags[first:last]
        inside = 2 + 2 * self.part
        chosen = [float(logs[0, inside - 1]), *logs[1:, inside].tolist()]
        return exp(sum(chosen) / len(chosen))

    @property
    def quoted(self) -> float:
        """The share of its pieces that stand in quotation marks."""
        first, last = self.rows
        return sum(state != OUTSIDE for state in self.scored.window.states[first:last]) / (last - first)


@dataclass(frozen=True, slots=True)
class Tagged:
    """One quotation: content spans in text order, its cue and source. `sureness`: how sure the network is of the contents,
    the cue, the link between them, and the source; `quoted`: how much stands in quotation marks; `score`: the probability that quotation and source are right."""

    contents: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    sureness: tuple[float, ...]
    quoted: float
    score: float = 0.0


def evidence(sureness: Sequence[float]) -> tuple[float, ...]:
    """Log-odds of each probability, kept within bounds: what a score is computed from."""
    return tuple(log(p / (1 - p)) for p in (min(max(p, 0.001), 0.999) for p in sureness))


def probability(sureness: Sequence[float], weights: Sequence[float]) -> float:
    """`weights`: one for each evidence and a constant, fitted by training.calibrate."""
    told = sum(w * e for w, e in zip(weights, (*evidence(sureness), 1.0), strict=True))
    return 1 / (1 + exp(-told))


def allowed() -> Floats:
    """From tag to tag: inside follows begin or inside of the same part."""
    table = np.zeros((TAGS, TAGS), np.float32)
    for tag in range(2, TAGS, 2):
        table[:, tag] = NEVER
        table[tag - 1 : tag + 1, tag] = 0
    return table


ALLOWED = allowed()


def best_tags(scored: Sequence[Scored], outside: float = OUTSIDE_BIAS) -> list[list[int]]:
    """The most probable allowed tags of each window's pieces: what is best piece by piece where that is allowed; the
    stretches between two breaks where it is not are searched whole, all at once."""
    found: list[list[int]] = []
    stretches: list[tuple[int, int, Floats]] = []  # window, first piece, logs
    for n, s in enumerate(scored):
        logs = s.tags.copy()
        logs[:, 0] += outside
        breaks = [i for i, piece in enumerate(s.window.ids) if piece == SEP or i == 0]
        logs[breaks, 1:] = NEVER
        best = logs.argmax(1)
        broken = np.flatnonzero(ALLOWED[best[:-1], best[1:]] < 0) + 1
        found.append(best.tolist())
        bounds = [*breaks, len(best)]
        for k in sorted({bisect_right(breaks, row) for row in broken.tolist()}):
            stretches.append((n, bounds[k - 1], logs[bounds[k - 1] : bounds[k]]))
    for (n, first, _), path in zip(stretches, _viterbi([logs for *_, logs in stretches]), strict=True):
        found[n][first : first + len(path)] = path
    return found


def _viterbi(stretches: Sequence[Floats]) -> list[list[int]]:
    """The best allowed path through each stretch; shorter ones are filled up with "outside"."""
    if not stretches:
        return []
    logs = np.zeros((max(map(len, stretches)), len(stretches), TAGS), np.float32)
    logs[:, :, 1:] = NEVER
    for n, one in enumerate(stretches):
        logs[: len(one), n] = one
    best, came = logs[0], []
    for step in logs[1:]:
        reached = best[:, :, None] + ALLOWED
        came.append(reached.argmax(1))
        best = reached.max(1) + step
    at = best.argmax(1)
    path = [at]
    rows = np.arange(len(at))
    for back in reversed(came):
        at = back[rows, at]
        path.append(at)
    whole = np.stack(path[::-1], 1).tolist()
    return [row[: len(one)] for row, one in zip(whole, stretches, strict=True)]


def spans(scored: Scored, tags: Sequence[int]) -> Iterator[Found]:
    """The tagged spans that begin behind the window's context."""
    offsets, first = scored.window.offsets, scored.window.first
    at = first
    while at < len(tags):
        tag = tags[at]
        end = at + 1
        if tag % 2:
            while end < len(tags) and tags[end] == tag + 1:
                end += 1
            yield Found((tag - 1) // 2, offsets[at][0], offsets[end - 1][1], scored, (at, end))
        at = end


def decode(scored: Sequence[Scored]) -> list[Tagged]:
    """Quotations in text order."""
    found = [f for s, tags in zip(scored, best_tags(scored), strict=True) for f in spans(s, tags)]
    sources, cues, contents = ([f for f in found if f.part == part] for part in (SOURCE, CUE, CONTENT))
    point_all(contents, (CUE_OF_CONTENT, SOURCE_OF_CONTENT))
    point_all(cues, (SOURCE_OF_CUE,))
    groups: dict[Range, tuple[Found, list[tuple[Found, float]]]] = {}
    for content in contents:
        cue, share = cue_of(content, cues)
        groups.setdefault((cue.start, cue.end), (cue, []))[1].append((content, share))
    return sorted((quotation(cue, group, sources) for cue, group in groups.values()), key=lambda t: t.contents)


def point_all(found: Iterable[Found], pointers: Sequence[int]) -> None:
    """Works out where the spans point, window by window."""
    by_window: dict[int, tuple[Scored, list[Range]]] = {}
    for one in found:
        by_window.setdefault(id(one.scored), (one.scored, []))[1].append(one.rows)
    for scored, spans in by_window.values():
        for pointer in pointers:
            scored.point(pointer, spans)


def cue_of(content: Found, cues: Sequence[Found]) -> tuple[Found, float]:
    """The cue that a content points to, and how much of its pointing goes there.

    Where that is little, the content has a cue that was not tagged, and the piece most pointed to stands for it.
    """
    cues = seen([content], cues)
    shares = pointed(content, CUE_OF_CONTENT, cues)[:-1]
    best = int(np.argmax(shares)) if len(shares) else -1
    if best >= 0 and shares[best] >= LINKED:
        return cues[best], float(shares[best])
    pointing, _ = content.scored.pointing(CUE_OF_CONTENT, *content.rows)
    at = int(np.argmax(pointing))
    start, end = content.scored.window.offsets[at]
    return Found(CUE, start, end, content.scored, (at, at + 1)), float(pointing[at])


def quotation(cue: Found, group: list[tuple[Found, float]], sources: Sequence[Found]) -> Tagged:
    contents = [content for content, _ in group]
    source, sure = source_of(cue, contents, sources)
    sizes = [c.end - c.start for c in contents]
    mean = average([c.sure for c in contents], sizes)
    link = average([share for _, share in group], sizes)
    return Tagged(
        contents=tuple((c.start, c.end) for c in contents),
        cue=(cue.start, cue.end) if cue.start < cue.end else None,
        source=(source.start, source.end) if source else None,
        sureness=(mean, cue.sure, link, sure),
        quoted=average([c.quoted for c in contents], sizes),
    )


def average(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def source_of(cue: Found, contents: Sequence[Found], sources: Sequence[Found]) -> tuple[Found | None, float]:
    """The source that cue and contents point to (None: they point to none), and how sure that is."""
    sources = seen([cue, *contents], sources)
    asked = [(cue, SOURCE_OF_CUE), *((content, SOURCE_OF_CONTENT) for content in contents)]
    weights = np.array([1.0 if pointer == SOURCE_OF_CUE else 1.0 / len(contents) for _, pointer in asked])
    told = np.stack([pointed(one, pointer, sources) for one, pointer in asked])
    logs = weights @ np.log(told + 1e-4) / weights.sum()
    best = int(np.argmax(logs))
    return (sources[best] if best < len(sources) else None), float(np.exp(logs[best]))


def seen(those: Sequence[Found], candidates: Sequence[Found]) -> Sequence[Found]:
    """The candidates (in text order) that stand in the windows of those."""
    low = min(one.scored.reach[0] for one in those)
    high = max(one.scored.reach[1] for one in those)
    return candidates[
        bisect_left(candidates, low, key=lambda c: c.end) : bisect_right(candidates, high, key=lambda c: c.start)
    ]


def pointed(one: Found, pointer: int, candidates: Sequence[Found]) -> Floats:
    """How much of a span's pointing goes to each candidate (0 where one is not in its window), and last, to nothing."""
    mean, total = one.scored.pointing(pointer, *one.rows)
    if not candidates:
        return mean[:1]
    first, last = one.scored.places(candidates)
    told = np.empty(len(candidates) + 1, np.float32)
    np.subtract(total[last], total[first], out=told[:-1])
    told[-1] = mean[0]
    return told


def rows_of(found: Found, scored: Scored) -> Range:
    """The pieces of a span in a window that it was not found in."""
    ends = scored.ends
    first = bisect_right(ends, found.start)
    return first, max(first, min(bisect_left(ends, found.end) + 1, len(ends)))
