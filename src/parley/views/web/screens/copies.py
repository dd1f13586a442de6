"""Who copied whom: origins that several articles go back to, and every related pair with its reasons."""

from parley.record import Copy
from parley.views import contract
from parley.views.web.pictures.tree import tree
from parley.views.web.screen import Asked, Shown, facet, paged


def copies(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("copies", lambda: sorted(index.record.copies, key=lambda c: (-max(c.shares), c.a, c.b)))
    found = [c for c in every if _wanted(asked, c)]
    pairs = paged(asked, found, 40)
    wide = [o for o in index.record.origins if len(o.articles) > 1 and asked.query.get("origin") in (None, o.id)]
    wide.sort(key=lambda o: (-len(o.articles), o.name))
    trees = [(o, tree(index, o)) for o in wide[:12]]
    facets = (
        facet(asked, "kind", "Kind", lambda: (c.kind for c in index.record.copies), lambda k: k.replace("_", " ")),
        facet(asked, "outlet", "Outlet", lambda: (index.outlet(x) for c in index.record.copies for x in (c.a, c.b))),
    )
    return Shown(
        "copies.html",
        "Who copied whom",
        lambda: {
            "origins": [contract.origin_json(o) for o in index.record.origins],
            "copies": [contract.copy_json(c) for c in found],
        },
        {"pairs": pairs, "trees": trees, "hidden": len(wide) - len(trees), "facets": facets},
    )


def _wanted(asked: Asked, copy: Copy) -> bool:
    index, query = asked.index, asked.query
    return (
        query.get("kind") in (None, copy.kind)
        and query.get("outlet") in (None, index.outlet(copy.a), index.outlet(copy.b))
        and query.get("article") in (None, copy.a, copy.b)
    )
