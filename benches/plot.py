"""Figures that grow with a collection, as one SVG: articles a second, disk and memory, over the number of articles."""

from collections.abc import Mapping, Sequence
from math import log10

WIDTH, HEIGHT, LEFT, TOP = 640, 330, 60, 30
LINES = (
    ("words_to_index", "articles a second, words to candidates", "#1f5fa8"),
    ("disk_mb", "index on disk, MB", "#b3541e"),
    ("peak_mib", "memory at most, MiB", "#3d7a3d"),
)
TICKS = range(7)  # powers of ten


def plot(rows: Sequence[Mapping[str, float]]) -> str:
    """Both axes logarithmic; every point bears its figure."""
    parts = [*_axes(rows)]
    for n, (key, name, colour) in enumerate(LINES):
        points = [(_x(row["articles"], rows), _y(row[key]), row[key]) for row in rows]
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<text x="{x:.0f}" y="{y - 6:.0f}" fill="{colour}">{value:,.0f}</text>' for x, y, value in points]
        parts.append(f'<text x="{LEFT + 10}" y="{TOP + 14 * n - 12}" fill="{colour}">{name}</text>')
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11">'
        f"<title>The index of copies as a collection grows</title>\n{body}\n</svg>\n"
    )


def _axes(rows: Sequence[Mapping[str, float]]) -> list[str]:
    across = [
        f'<line x1="{LEFT}" x2="{WIDTH - 20}" y1="{_y(10**n):.0f}" y2="{_y(10**n):.0f}" stroke="#ddd"/>'
        f'<text x="8" y="{_y(10**n) + 4:.0f}">{10**n:,}</text>'
        for n in TICKS
    ]
    below = [
        f'<text x="{_x(row["articles"], rows):.0f}" y="{HEIGHT - 8}" text-anchor="middle">{row["articles"]:,.0f}</text>'
        for row in rows
    ]
    return across + below


def _x(articles: float, rows: Sequence[Mapping[str, float]]) -> float:
    low, high = log10(rows[0]["articles"]), log10(rows[-1]["articles"])
    return LEFT + 40 + (WIDTH - LEFT - 120) * (log10(articles) - low) / max(high - low, 1e-9)


def _y(value: float) -> float:
    return HEIGHT - 40 - (HEIGHT - 50 - TOP) * log10(max(value, 1)) / max(TICKS)
