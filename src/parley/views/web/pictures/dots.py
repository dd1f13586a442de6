"""The values given of one quantity on one scale: a full dot is exact, a ring about, an arrow more or less than."""

from collections.abc import Sequence
from math import isfinite, log10

from markupsafe import Markup

from parley.record import Comparator, Figure
from parley.views.web.telling import amount

WIDTH, HEIGHT, EDGE = 240, 26, 16
MOST = 60  # different values of one quantity that are drawn; the table has all
WIDE = 100  # a largest value this many times the smallest is drawn on a logarithmic scale
OPEN = Markup('<svg class="dots" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" aria-label="{label}">')
AXIS = Markup('<path class="axis" d="M0 {y}H{w}"/>')
UP = frozenset({Comparator.OVER, Comparator.AT_LEAST})
DOWN = frozenset({Comparator.UNDER, Comparator.AT_MOST, Comparator.NEARLY})
RINGS = frozenset({Comparator.ABOUT, Comparator.OVER, Comparator.UNDER, Comparator.NEARLY})


def dots(figures: Sequence[Figure]) -> Markup | None:
    """None where no value is known, or only one: there is nothing to compare."""
    values = sorted({v for f in figures for v in (f.low, f.high) if v is not None and isfinite(v)})
    if len(values) < 2:
        return None
    label = "Values: " + "; ".join(map(amount, figures[:12]))
    y = HEIGHT / 2
    parts = [OPEN.format(w=WIDTH, h=HEIGHT, label=label), AXIS.format(y=y, w=WIDTH)]
    apart = {(f.low, f.high, f.comparator): f for f in figures}
    parts += [_drawn(f, values[0], values[-1], y) for f in list(apart.values())[:MOST]]
    return Markup("").join([*parts, Markup("</svg>")])


def place(value: float, low: float, high: float) -> float:
    """Where on the scale a value lies."""
    if low > 0 and high / low >= WIDE:
        part = (log10(value) - log10(low)) / (log10(high) - log10(low))
    else:
        part = (value - low) / (high - low)
    return round(EDGE + part * (WIDTH - 2 * EDGE), 1)


def _drawn(figure: Figure, low: float, high: float, y: float) -> Markup:
    ends = [place(v, low, high) for v in (figure.low, figure.high) if v is not None and isfinite(v)]
    if not ends:
        return Markup("")
    x, parts = ends[0], []
    if len(ends) == 2 and ends[0] != ends[1]:
        parts.append(Markup('<path class="range" d="M{} {}H{}"/>').format(ends[0], y, ends[1]))
    elif figure.comparator in UP:
        parts.append(Markup('<path class="arrow" d="M{0} {1}h11m-4 -4l4 4l-4 4"/>').format(x + 5, y))
    elif figure.comparator in DOWN:
        parts.append(Markup('<path class="arrow" d="M{0} {1}h-11m4 -4l-4 4l4 4"/>').format(x - 5, y))
    shape = "ring" if figure.comparator in RINGS else "dot"
    parts += [Markup('<circle class="{}" cx="{}" cy="{}" r="4.5"/>').format(shape, end, y) for end in ends]
    return Markup("").join(parts)
