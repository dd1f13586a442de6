"""Who copied whom: origins that several articles go back to, and every related pair with its reasons."""

from parley.record import Copy, Direction
from parley.views import contract
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, narrow
from parley.views.web.pictures.tree import tree
from parley.views.web.screen import Asked, Shown, paged
from parley.views.web.telling import plain


def copies(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("copies", lambda: sorted(index.record.copies, key=lambda c: (-max(c.shares), c.a, c.b)))
    one = asked.query.get("article")
    listed = [c for c in every if one in (c.a, c.b)] if one else every
    found, facets = narrow(asked, listed, _traits(index), kept=one is None)
    pairs = paged(asked, found, 40)
    wide = [o for o in index.record.origins if len(o.articles) > 1 and asked.query.get("origin") in (None, o.id)]
    wide.sort(key=lambda o: (-len(o.articles), o.name))
    trees = [(o, tree(index, o)) for o in wide[:12]]
    return Shown(
        "copies.html",
        "Who copied whom",
        lambda: {
            "origins": [contract.origin_json(o) for o in index.record.origins],
            "copies": [contract.copy_json(c) for c in found],
        },
        {"pairs": pairs, "trees": trees, "hidden": len(wide) - len(trees), "facets": facets},
    )


def _traits(index: Index) -> list[Trait[Copy]]:
    return [
        Trait("kind", "Kind", lambda c: (c.kind,), plain),
        Trait("outlet", "Outlet", lambda c: (index.outlet(c.a), index.outlet(c.b))),
        Trait("direction", "Direction", lambda c: (told(c.direction),)),
    ]


def told(direction: Direction) -> str:
    """Which of the two was first is told by the pair; here, whether that is known."""
    known = direction in (Direction.A_FROM_B, Direction.B_FROM_A)
    return "one took from the other" if known else plain(direction)
