"""From the network's scores to quotations: the best tag sequence, its spans, and which belong together."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, groupby, pairwise
from math import exp, log
from operator import mul
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from parley.learn.pieces import OUTSIDE, SEP, Window

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
Range = tuple[int, int]
SOURCE, CUE, CONTENT = range(3)
TAGS = 7  # outside, then begin and inside of source, cue and content
CUE_OF_CONTENT, SOURCE_OF_CUE, SOURCE_OF_CONTENT = range(3)
OF_CONTENT, OF_CUE = slice(CUE_OF_CONTENT, None, 2), slice(SOURCE_OF_CUE, SOURCE_OF_CUE + 1)  # pointers
NEVER = np.float32(-1e4)
UNTOLD = 1e-4  # added to what points somewhere before its logarithm is taken
ASKED = 12  # pieces of a span that are asked where they point; more say the same
NO_CUE = -1  # in place of where a cue ends
LINKED = 0.5  # of a content's pointing: less, and the cue is another (CARD.md)
NOWHERE = float(2 * NEVER)
GREATEST = 80.0  # of what is raised to a power as it is
OUTSIDE_BIAS = -0.4  # added to the log-probability of "outside": see CARD.md


class Side(Protocol):
    """One side of some pointers, for some pieces: pointers x pieces x reach."""

    def __getitem__(self, at: tuple[slice, Rows], /) -> Floats: ...


@dataclass(frozen=True)
class Scored:
    """A window with the logarithm of each tag's probability, and the two sides of each pointer."""

    window: Window
    tags: Floats  # pieces x tags
    left: Side  # what points
    right: Floats  # pointers x pieces x reach: what is pointed to
    distance: Floats  # pointers x distances, the middle one being 0
    _pointings: "defaultdict[int, dict[Range, tuple[Pointing, int]]]" = field(
        default_factory=lambda: defaultdict(dict), repr=False, compare=False
    )
    _places: dict[tuple[int, int, int], Floats] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def reach(self) -> Range:
        """Where the first piece that is no mark of ours ends, and the last."""
        offsets = self.window.offsets
        return next((end for _, end in offsets if end), 0), next((end for _, end in reversed(offsets) if end), 0)

    def places(self, those: "Spans") -> Floats:
        """Which pieces of this window (rows) each of those holds, and in the last column the piece that stands for nothing."""
        told = self._places.get(those.key)
        if told is None:
            told = self._places[those.key] = np.zeros((len(self.window), len(those.found) + 1), np.float32)
            told[0, -1] = 1
            for n, f in enumerate(those.found):
                first, last = f.rows if f.scored is self else rows_of(f, self)
                told[first:last, n] = 1
        return told

    def pointing(self, pointer: int, rows: Range) -> tuple["Pointing", int]:
        """Where a span points, and its number among those that were asked with it; one that was not is asked now."""
        if rows not in self._pointings[pointer]:
            self.ask(asked(slice(pointer, pointer + 1), [rows]))
        return self._pointings[pointer][rows]

    def logs(self, pointer: int, rows: Range, those: "Spans") -> Floats:
        """The logarithms of how much of a span's pointing goes to each of those, and last, to nothing."""
        told, n = self.pointing(pointer, rows)
        row: Floats = told.logs(those)[n]
        return row

    def ask(self, *those: "Asked") -> None:
        """Works out where all the spans point, in a few sums over all that they are asked."""
        count, pointers = len(self.window), range(len(self.distance))
        sizes = [len(pointers[one.pointers]) * len(one.rows) for one in those]
        shares = np.empty((sum(sizes), count), np.float32)
        parts = [
            shares[end - size : end].reshape(-1, len(one.rows), count)
            for one, size, end in zip(those, sizes, accumulate(sizes), strict=True)
        ]
        near = self._near()
        for (told, _, rows, _), share in zip(those, parts, strict=True):
            np.matmul(self.left[told, rows], self.right[told].transpose(0, 2, 1), out=share)
            share += near[told, count - 1 - rows]
        if shares.max() > GREATEST or shares[:, 0].min() < -GREATEST:
            shares -= shares.max(1, keepdims=True)
        np.exp(shares, out=shares)
        for (told, spans, _, belongs), share in zip(those, parts, strict=True):
            means = (belongs / (share @ np.ones(count, np.float32))[:, None]) @ share
            for pointer, mean in zip(pointers[told], means, strict=True):
                pointing = Pointing(self, mean)
                self._pointings[pointer].update({span: (pointing, n) for n, span in enumerate(spans)})

    def _near(self) -> Floats:
        """What distance says of each piece (last axis), seen from each piece, the last first (middle axis)."""
        far, count = self.distance.shape[1] // 2, len(self.window)
        told = self.distance.take(np.arange(far + 1 - count, far + count), 1, mode="clip")
        # each row is the first from another place on: what numpy's sliding_window_view shows, at a tenth of its cost
        step, strides = told.itemsize, told.strides
        return np.ndarray((len(told), count, count), told.dtype, told, 0, (strides[0], step, step))


class Asked(NamedTuple):
    """Spans of a window (pieces [first, last)) that are asked where they point. `rows`: some pieces of all; `belongs`: what
    part of a span's answer is each piece's (spans x rows)."""

    pointers: slice
    spans: Sequence[Range]
    rows: Rows
    belongs: Floats


def asked(pointers: slice, spans: Sequence[Range]) -> Asked:
    """The spans, for each of the pointers."""
    chosen = [range(first, last, 1 + (last - first - 1) // ASKED) for first, last in spans]
    ends = list(accumulate(map(len, chosen)))
    belongs = np.zeros((len(spans), ends[-1]), np.float32)
    for share, those, end in zip(belongs, chosen, ends, strict=True):
        share[end - len(those) : end] = 1 / len(those)
    return Asked(pointers, spans, np.fromiter(chain.from_iterable(chosen), np.intp, ends[-1]), belongs)


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where spans of a window point: the mean probability with which some of their pieces point to each piece."""

    scored: Scored
    means: Floats  # spans x pieces
    _logs: dict[tuple[int, int, int], Floats] = field(default_factory=dict, repr=False, compare=False)

    def to(self, those: "Spans") -> Floats:
        """How much of each span's pointing goes to each of those (0 where one is not in the window), and last, to nothing."""
        told: Floats = self.means @ self.scored.places(those)
        return told

    def logs(self, those: "Spans") -> Floats:
        """The logarithms of the same."""
        if those.key not in self._logs:
            self._logs[those.key] = np.log(self.to(those) + UNTOLD)
        return self._logs[those.key]


class Found(NamedTuple):
    """A span of one part; `scored` and `rows` say which window's pieces tell of it. `sure`: the mean probability of its
    tags; `quoted`: the share of its pieces that stand in quotation marks."""

    part: int
    start: int
    end: int
    scored: Scored
    rows: Range
    sure: float
    quoted: float


@dataclass(frozen=True, slots=True)
class Spans:
    """Some of the spans of one part, in text order; `key` tells them from others."""

    found: Sequence[Found]
    key: tuple[int, int, int]


class Part:
    """All spans of one part, in text order."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = found
        self.starts, self.ends = [f.start for f in found], [f.end for f in found]
        self._seen: dict[Range, Spans] = {}

    def seen(self, those: Sequence[Found]) -> Spans:
        """What stands in the windows of those."""
        reaches = [one.scored.reach for one in those]
        low, high = min(reaches)[0], max(reach[1] for reach in reaches)
        if (low, high) not in self._seen:
            first, last = bisect_left(self.ends, low), bisect_right(self.starts, high)
            part = self.found[0].part if self.found else SOURCE
            self._seen[low, high] = Spans(self.found[first:last], (part, first, last))
        return self._seen[low, high]


class Tagged(NamedTuple):
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
    bounded = [0.001 if p < 0.001 else 0.999 if p > 0.999 else p for p in sureness]
    return tuple([log(p / (1 - p)) for p in bounded])


def probability(sureness: Sequence[float], weights: Sequence[float]) -> float:
    """`weights`: one for each evidence and a constant, fitted by training.calibrate."""
    told = sum(map(mul, weights, (*evidence(sureness), 1.0)))
    return 1 / (1 + exp(-told))


def allowed() -> Floats:
    """From tag to tag: inside follows begin or inside of the same part."""
    table = np.zeros((TAGS, TAGS), np.float32)
    for tag in range(2, TAGS, 2):
        table[:, tag] = NEVER
        table[tag - 1 : tag + 1, tag] = 0
    return table


ALLOWED = allowed()
GOES_ON = (0, 0, 1, 0, 2, 0, 3)  # for each tag, the part that it goes on
INSIDES = np.array(GOES_ON) > 0


def best_tags(scored: Sequence[Scored], outside: float = OUTSIDE_BIAS) -> list[Rows]:
    """The most probable allowed tags of each window's pieces: what is best piece by piece where that is allowed; the
    stretches between two breaks where it is not are searched whole."""
    if not scored:
        return []
    logs = np.concatenate([s.tags for s in scored])
    logs[:, 0] += outside
    breaks = _breaks(scored)
    logs[breaks, 1:] = NEVER
    best: Rows = logs.argmax(1)
    broken = np.flatnonzero(ALLOWED[best[:-1], best[1:]] < 0) + 1
    bounds = [*breaks, len(best)]
    for n in {bisect_right(breaks, at) for at in broken.tolist()}:
        best[bounds[n - 1] : bounds[n]] = best_path(logs[bounds[n - 1] : bounds[n]].tolist())
    edges = [0, *accumulate(len(s.window) for s in scored)]
    return [best[a:b] for a, b in pairwise(edges)]


def _breaks(scored: Sequence[Scored]) -> list[int]:
    """The first piece of each window, and its breaks between paragraphs."""
    found: list[int] = []
    at = 0
    for s in scored:
        found.append(at)
        found += [at + n for n, piece in enumerate(s.window.ids) if piece == SEP and n]
        at += len(s.window)
    return found


def best_path(logs: Sequence[Sequence[float]]) -> list[int]:
    """The best allowed path through the pieces of a stretch (Viterbi), number by number: over so few tags that is done
    sooner than with arrays. `source`, `cue` and `content` are the best paths that end in a begin or inside of that part."""
    best, source, cue, content = 0.0, NOWHERE, NOWHERE, NOWHERE
    came: list[tuple[int, int, int, int]] = []  # the tags in which the four end at each piece
    for outside, b_source, i_source, b_cue, i_cue, b_content, i_content in logs:
        begun, source, source_tag = best + b_source, source + i_source, 2
        if source <= begun:
            source, source_tag = begun, 1
        begun, cue, cue_tag = best + b_cue, cue + i_cue, 4
        if cue <= begun:
            cue, cue_tag = begun, 3
        begun, content, content_tag = best + b_content, content + i_content, 6
        if content <= begun:
            content, content_tag = begun, 5
        best, tag = best + outside, 0
        if source > best:
            best, tag = source, source_tag
        if cue > best:
            best, tag = cue, cue_tag
        if content > best:
            best, tag = content, content_tag
        came.append((tag, source_tag, cue_tag, content_tag))
    path: list[int] = []
    part = 0  # which of the four a piece belongs to for the sake of the one behind it
    for tags in reversed(came):
        path.append(tags[part])
        part = GOES_ON[tags[part]]
    return path[::-1]


def spans(scored: Scored, tags: Rows) -> Iterator[Found]:
    """The tagged spans that begin behind the window's context."""
    window, offsets = scored.window, scored.window.offsets
    logs = scored.tags[np.arange(len(tags)), tags].tolist()
    edges = np.flatnonzero(~INSIDES[tags])
    for tag, (first, last) in zip(tags[edges].tolist(), pairwise([*edges.tolist(), len(tags)]), strict=True):
        if tag and first >= window.first:
            size = last - first
            start, end = offsets[first][0], offsets[last - 1][1]
            sure = exp(sum(logs[first:last]) / size)
            quoted = 1 - window.states[first:last].count(OUTSIDE) / size
            yield Found(tag // 2, start, end, scored, (first, last), sure, quoted)


def decode(scored: Sequence[Scored]) -> list[Tagged]:
    """Quotations in text order."""
    found = [f for s, tags in zip(scored, best_tags(scored), strict=True) for f in spans(s, tags)]
    sources, cues, contents = ([f for f in found if f.part == part] for part in (SOURCE, CUE, CONTENT))
    _ask(contents, cues)
    groups: dict[Range, tuple[Found, list[tuple[Found, float]]]] = {}
    for content, (cue, share) in zip(contents, cues_of(contents, Part(cues)), strict=True):
        key = (cue.start, cue.end) if cue.end else (content.start, NO_CUE)
        groups.setdefault(key, (cue, []))[1].append((content, share))
    told = Part(sources)
    return sorted((quotation(cue, group, told) for cue, group in groups.values()), key=lambda t: t.contents)


def _ask(contents: Sequence[Found], cues: Sequence[Found]) -> None:
    """Asks all of a window together."""
    for key, scored in {id(c.scored): c.scored for c in contents}.items():
        those, beside = ([f.rows for f in part if id(f.scored) == key] for part in (contents, cues))
        of_contents = asked(OF_CONTENT, those)
        scored.ask(of_contents, *([asked(OF_CUE, beside)] if beside else []))


def cues_of(contents: Sequence[Found], cues: Part) -> Iterator[tuple[Found, float]]:
    """The cue that each content points to, and how much of its pointing goes there.

    Where that is little, the content has a cue that was not tagged, and the piece most pointed to stands for it.
    """
    for _, group in groupby(contents, key=lambda c: id(c.scored)):
        those = list(group)
        seen, (pointing, _) = cues.seen(those[:1]), those[0].scored.pointing(CUE_OF_CONTENT, those[0].rows)
        if not seen.found:
            yield from map(_untagged, those, pointing.means)
            continue
        shares = pointing.to(seen)[:, :-1]
        best = zip(shares.argmax(1).tolist(), shares.max(1).tolist(), strict=True)
        for content, (cue, share), pointed in zip(those, best, pointing.means, strict=True):
            yield (seen.found[cue], share) if share >= LINKED else _untagged(content, pointed)


def _untagged(content: Found, pointed: Floats) -> tuple[Found, float]:
    scored, at = content.scored, int(pointed.argmax())
    start, end = scored.window.offsets[at]
    sure = exp(float(scored.tags[at, 1 + 2 * CUE]))
    quoted = float(scored.window.states[at] != OUTSIDE)
    return Found(CUE, start, end, scored, (at, at + 1), sure, quoted), float(pointed[at])


def quotation(cue: Found, group: list[tuple[Found, float]], sources: Part) -> Tagged:
    contents = [content for content, _ in group]
    source, sure = source_of(cue, contents, sources.seen([cue, *contents]))
    sizes = [c.end - c.start for c in contents]
    return Tagged(
        contents=tuple((c.start, c.end) for c in contents),
        cue=(cue.start, cue.end) if cue.start < cue.end else None,
        source=(source.start, source.end) if source else None,
        sureness=(
            average([c.sure for c in contents], sizes), cue.sure, average([share for _, share in group], sizes), sure
        ),
        quoted=average([c.quoted for c in contents], sizes),
    )  # fmt: skip


def average(values: Sequence[float], weights: Sequence[float]) -> float:
    if len(values) == 1:
        return values[0]
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def source_of(cue: Found, contents: Sequence[Found], sources: Spans) -> tuple[Found | None, float]:
    """The source that cue and contents point to (None: they point to none), and how sure that is."""
    told = [c.scored.logs(SOURCE_OF_CONTENT, c.rows, sources) for c in contents]
    mean: Floats = told[0] if len(told) == 1 else sum(told[1:], told[0]) / np.float32(len(told))
    logs = (cue.scored.logs(SOURCE_OF_CUE, cue.rows, sources) + mean) / 2
    best = int(logs.argmax())
    return (sources.found[best] if best < len(sources.found) else None), exp(logs[best])


def rows_of(found: Found, scored: Scored) -> Range:
    """The pieces of a span in a window that it was not found in."""
    ahead, count = found.scored.window.at - scored.window.at, len(scored.window)
    first, last = (min(max(1, row + ahead), count) for row in found.rows)
    return first, last
