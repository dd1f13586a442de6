"""Passages that hold the words searched for."""

from markupsafe import Markup

from parley.store import Hit
from parley.views.web.index import Index
from parley.views.web.marks import Mark, marked
from parley.views.web.screen import Asked, Shown, facet, paged

MOST = 200  # passages that one search brings


def search(asked: Asked) -> Shown:
    index, query = asked.index, asked.query.get("q", "").strip()[:300]
    every = [h for h in asked.desk.search(query, MOST) if h.span.article in index.articles] if query else []
    found = [h for h in every if asked.query.get("outlet") in (None, index.outlet(h.span.article))]
    page = paged(asked, found, 25)
    hits = [(h, highlighted(index, h)) for h in page.items]
    facets = (facet(asked, "outlet", "Outlet", lambda: (index.outlet(h.span.article) for h in every), kept=False),)
    return Shown(
        "search.html",
        f"Search: {query}" if query else "Search",
        lambda: {
            "query": query,
            "hits": [
                {**index.texts.evidence((h.span,))[0], "matches": [[m.start, m.end] for m in h.matches]} for h in found
            ],
        },
        {
            "query": query,
            "page": page,
            "hits": hits,
            "facets": facets,
            "full": len(every) == MOST,
            "origins": index.origins(h.span.article for h in found),
        },
    )


def highlighted(index: Index, hit: Hit) -> Markup:
    text = index.articles[hit.span.article].text
    return marked(text, hit.span.start, hit.span.end, [Mark(m.start, m.end, ("hit",)) for m in hit.matches])
