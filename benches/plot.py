"""Figures that grow with a collection, as one SVG: what is done in a second, and what is held, over the number of articles."""

from collections.abc import Mapping, Sequence
from math import log10

WIDTH, HEIGHT, LEFT, TOP = 720, 300, 60, 44
RATES = (
    ("aligned", "pairs aligned", "#7a3d7a"),
    ("words_to_index", "articles, words to candidates by runs", "#1f5fa8"),
    ("words_to_pairs", "articles, words to all candidates", "#3d7a3d"),
    ("raw_to_pairs", "articles, text to all candidates", "#b3541e"),
    ("story_step", "articles joined to their story", "#555555"),
)
HELD = (
    ("disk_mb", "index of copies on disk, MB", "#b3541e"),
    ("index_mib", "memory of the index of copies, MiB", "#1f5fa8"),
    ("stories_mib", "memory of the index of stories, MiB", "#555555"),
)
PANELS = (("A second, one core", RATES, range(2, 6)), ("Held", HELD, range(1, 5)))  # title, lines, powers of ten

Rows = Sequence[Mapping[str, float]]


def plot(rows: Rows) -> str:
    """Both axes logarithmic; every point bears its figure. A step that stops at fewer articles has no point beyond."""
    parts = [
        f'<g transform="translate(0 {n * HEIGHT})">\n{chr(10).join(_panel(rows, *panel))}\n</g>'
        for n, panel in enumerate(PANELS)
    ]
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT * len(PANELS)}" font-family="sans-serif"'
        f' font-size="11"><title>Copies and stories as a collection grows</title>\n{body}\n</svg>\n'
    )


def _panel(rows: Rows, title: str, lines: Sequence[tuple[str, str, str]], powers: range) -> list[str]:
    parts = [f'<text x="8" y="14" font-weight="bold">{title}</text>', *_axes(rows, powers)]
    for n, (key, name, colour) in enumerate(lines):
        points = [(_x(r["articles"], rows), _y(r[key], powers), r[key]) for r in rows if key in r]
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<text x="{x:.0f}" y="{y - 5:.0f}" fill="{colour}">{value:,.0f}</text>' for x, y, value in points]
        parts.append(f'<text x="{LEFT + 140 + 290 * (n % 2)}" y="{14 + 13 * (n // 2)}" fill="{colour}">— {name}</text>')
    return parts


def _axes(rows: Rows, powers: range) -> list[str]:
    across = [
        f'<line x1="{LEFT}" x2="{WIDTH - 20}" y1="{_y(10**n, powers):.0f}" y2="{_y(10**n, powers):.0f}" stroke="#ddd"/>'
        f'<text x="8" y="{_y(10**n, powers) + 4:.0f}">{10**n:,}</text>'
        for n in powers
    ]
    below = [
        f'<text x="{_x(row["articles"], rows):.0f}" y="{HEIGHT - 8}" text-anchor="middle">{row["articles"]:,.0f} articles</text>'
        for row in rows
    ]
    return across + below


def _x(articles: float, rows: Rows) -> float:
    low, high = log10(rows[0]["articles"]), log10(rows[-1]["articles"])
    return LEFT + 40 + (WIDTH - LEFT - 120) * (log10(articles) - low) / max(high - low, 1e-9)


def _y(value: float, powers: range) -> float:
    part = (log10(max(value, 1)) - powers[0]) / (powers[-1] - powers[0])
    return HEIGHT - 30 - (HEIGHT - 40 - TOP) * part
