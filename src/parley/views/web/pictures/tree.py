"""The articles of one origin as a tree: who took the text from whom."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from parley.record import Copy, Direction, Origin
from parley.views.web.address import article_url
from parley.views.web.index import Index
from parley.views.web.telling import day, percent, plain

MOST = 30  # articles of one origin that are drawn; the table has all
ROW, STEP, LEFT, WIDTH = 30, 26, 8, 720
OPEN = Markup('<svg class="tree" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group" aria-label="{label}">')
EDGE = Markup('<path class="edge" d="M{x} {y0}V{y}H{x1}"/>')
NODE = Markup(
    '<circle class="node" cx="{x}" cy="{y}" r="4"/><a href="{url}"><text x="{tx}" y="{ty}">{outlet}'
    '<tspan class="soft" dx="10">{told}</tspan></text></a>'
)
ROOT = Markup(
    '<rect class="root" x="{x}" y="{y}" width="9" height="9"/><text class="name" x="{tx}" y="{ty}">{name}</text>'
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """An article at its place in the tree; `copy` is how it relates to the article above it."""

    article: str
    depth: int
    parent_row: int
    copy: Copy | None


def tree(index: Index, origin: Origin) -> Markup:
    leaves = list(grown(index, origin))[:MOST]
    height = ROW * (len(leaves) + 1)
    label = f"{origin.name}: {len(origin.articles)} articles, as in the table of pairs"
    parts = [OPEN.format(w=WIDTH, h=height, label=label)]
    parts.append(ROOT.format(x=LEFT - 4, y=ROW / 2 - 4, tx=LEFT + 14, ty=ROW / 2 + 5, name=origin.name))
    for row, leaf in enumerate(leaves, 1):
        x, y = LEFT + STEP * leaf.depth, ROW * row + ROW / 2
        above = LEFT + STEP * (leaf.depth - 1)
        parts.append(EDGE.format(x=above, y0=ROW * leaf.parent_row + ROW / 2 + 6, y=y, x1=x - 5))
        parts.append(_node(index, leaf, x, y))
    return Markup("").join([*parts, Markup("</svg>")])


def _node(index: Index, leaf: Leaf, x: float, y: float) -> Markup:
    told = [day(index.published(leaf.article), short=True)]
    if leaf.copy:
        told += [plain(leaf.copy.kind), percent(leaf.copy.shares[0 if leaf.copy.a == leaf.article else 1])]
    words = index.outlet(leaf.article)
    return NODE.format(
        x=x, y=y, tx=x + 12, ty=y + 5, url=article_url(leaf.article), outlet=words[:48], told=" · ".join(told)
    )


def grown(index: Index, origin: Origin) -> Iterator[Leaf]:
    """The tree in rows, top down; an article that took from several stands under the one it shares most with."""
    known = set(origin.articles)
    above = _parents(index, origin)
    below: dict[str | None, list[str]] = defaultdict(list)
    for article in sorted(origin.articles, key=lambda a: (index.published(a) or "9999", a)):
        below[above[article][0] if article in above else None].append(article)
    stack = [(a, 1, 0) for a in reversed(below[None])]
    row = 0
    while stack:
        article, depth, parent_row = stack.pop()
        if article not in known:
            continue
        known.discard(article)
        row += 1
        yield Leaf(article, depth, parent_row, above[article][1] if article in above else None)
        stack += [(a, min(depth + 1, 8), row) for a in reversed(below[article])]


def _parents(index: Index, origin: Origin) -> dict[str, tuple[str, Copy]]:
    """From whom each article took its text; no article is above itself."""
    found: dict[str, tuple[str, Copy]] = {}
    inside = set(origin.articles)
    pairs = {id(c): c for a in origin.articles for c in index.copies_of.get(a, ()) if {c.a, c.b} <= inside}
    for copy in sorted(pairs.values(), key=lambda c: (-max(c.shares), c.a, c.b)):
        if copy.direction not in (Direction.A_FROM_B, Direction.B_FROM_A):
            continue
        taker, giver = (copy.a, copy.b) if copy.direction is Direction.A_FROM_B else (copy.b, copy.a)
        if taker not in found and taker not in _line(found, giver):
            found[taker] = (giver, copy)
    return found


def _line(parents: dict[str, tuple[str, Copy]], article: str) -> set[str]:
    """An article and all above it."""
    line = {article}
    while article in parents:
        article = parents[article][0]
        line.add(article)
    return line
