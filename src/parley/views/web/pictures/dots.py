"""The values given of one quantity on one scale: a full dot is exact, a ring about, an arrow more or less than."""

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite, log10

from markupsafe import Markup

from parley.record import Comparator, Figure
from parley.views.web.telling import amount, number

WIDTH, LANE, EDGE, FOOT = 300, 15, 26, 17
NEAR = 13  # dots nearer than this stand below each other
LANES = 6
MOST = 60  # different values of one quantity that are drawn; the table has all
WIDE = 100  # a largest value this many times the smallest is drawn on a logarithmic scale
LETTER = 6.4  # width of a digit below the scale
OPEN = Markup('<svg class="dots" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" aria-label="{label}">')
AXIS = Markup('<path class="axis" d="M0 {y}H{w}"/>')
TICK = Markup(
    '<path class="axis" d="M{x} {y}v4"/><text class="soft" x="{x}" y="{t}" text-anchor="middle">{told}</text>'
)
UP = frozenset({Comparator.OVER, Comparator.AT_LEAST})
DOWN = frozenset({Comparator.UNDER, Comparator.AT_MOST, Comparator.NEARLY})
RINGS = frozenset({Comparator.ABOUT, Comparator.OVER, Comparator.UNDER, Comparator.NEARLY})


def dots(figures: Sequence[Figure]) -> Markup | None:
    """None where no value is known, or only one: there is nothing to compare."""
    values = sorted({v for f in figures for v in _ends(f)})
    if len(values) < 2:
        return None
    apart = list({(f.low, f.high, f.comparator): f for f in figures if _ends(f)}.values())[:MOST]
    lanes = _lanes([[place(v, values[0], values[-1]) for v in _ends(f)] for f in apart])
    base = LANE * (max(lanes) + 1) + 4
    label = "Values: " + "; ".join(map(amount, figures[:12]))
    parts = [OPEN.format(w=WIDTH, h=base + FOOT, label=label), AXIS.format(y=base, w=WIDTH)]
    parts += _ticks(values, base)
    parts += [
        _drawn(f, values[0], values[-1], base - 4 - LANE * (n + 0.5)) for f, n in zip(apart, lanes, strict=True)
    ]  # fmt: skip
    return Markup("").join([*parts, Markup("</svg>")])


def place(value: float, low: float, high: float) -> float:
    """Where on the scale a value lies."""
    if low > 0 and high / low >= WIDE:
        part = (log10(value) - log10(low)) / (log10(high) - log10(low))
    else:
        part = (value - low) / (high - low)
    return round(EDGE + part * (WIDTH - 2 * EDGE), 1)


def _ends(figure: Figure) -> list[float]:
    return [v for v in (figure.low, figure.high) if v is not None and isfinite(v)]


def _lanes(places: Iterable[Sequence[float]]) -> list[int]:
    """The lowest lane in which each has room; where all are full, the last."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LANES)]
    found: list[int] = []
    for at in places:
        left, right = min(at) - NEAR, max(at) + NEAR
        free = (n for n, lane in enumerate(taken) if all(right <= a or left >= b for a, b in lane))
        lane = next(free, LANES - 1)
        taken[lane].append((min(at), max(at)))
        found.append(lane)
    return found


def _ticks(values: Sequence[float], y: float) -> Iterator[Markup]:
    """Numbers below the scale: the smallest and the largest, and those between for which there is room."""
    shown: list[tuple[float, float]] = []
    for value in (values[0], values[-1], *values[1:-1]):
        x, told = place(value, values[0], values[-1]), short(value)
        half = len(told) * LETTER / 2 + 4
        if all(x + half <= a or x - half >= b for a, b in shown):
            shown.append((x - half, x + half))
            x = min(max(x, half), WIDTH - half)
            yield TICK.format(x=round(x, 1), y=y, t=y + FOOT - 3, told=told)


def short(value: float) -> str:
    """A number for a scale: 25,000,000 is 25m."""
    for size, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:.4g}{letter}"
    return number(value)


def _drawn(figure: Figure, low: float, high: float, y: float) -> Markup:
    ends = [place(v, low, high) for v in _ends(figure)]
    x, parts = ends[0], []
    if len(ends) == 2 and ends[0] != ends[1]:
        parts.append(Markup('<path class="range" d="M{} {}H{}"/>').format(ends[0], y, ends[1]))
    elif figure.comparator in UP:
        parts.append(Markup('<path class="arrow" d="M{0} {1}h11m-4 -4l4 4l-4 4"/>').format(x + 5, y))
    elif figure.comparator in DOWN:
        parts.append(Markup('<path class="arrow" d="M{0} {1}h-11m4 -4l-4 4l4 4"/>').format(x - 5, y))
    shape = "ring" if figure.comparator in RINGS else "dot"
    parts += [
        Markup('<circle class="{}" cx="{}" cy="{}" r="4.5"/>').format(shape, end, y) for end in dict.fromkeys(ends)
    ]
    return Markup("").join(parts)
