"""Passages that hold the words searched for, or are near in meaning; searches saved under a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl, urlencode

from markupsafe import Markup

from parley.record import Span
from parley.store import SavedError
from parley.views.contract import Json
from parley.views.search import LONGEST, By, Found, again, by_of
from parley.views.web.index import Index
from parley.views.web.marks import Mark, marked
from parley.views.web.narrowing import by_words, narrow, surroundings
from parley.views.web.screen import Asked, MissingError, Shown, paged

MOST = 200  # passages that one search brings
STALE = "This form is from an earlier start of the desk. Go back, reload the page, and send it again."
WAYS = {By.BOTH: "words and meaning", By.WORDS: "words only", By.MEANING: "meaning only"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved search: where it leads, what it finds now, and how much of that came with the last build."""

    name: str
    url: str
    found: int
    new: int


def search(asked: Asked) -> Shown:
    if asked.form:
        return _saved(asked)
    index, query, by = asked.index, asked.query.get("q", "").strip()[:LONGEST], by_of(asked.query.get("by", ""))
    every = passages(asked)
    found, facets = narrow(asked, every, by_words(index, _span), kept=False)
    page = paged(asked, _together(index, found), 25)
    new = asked.desk.arrivals(index.version) if index.version > 1 else frozenset()
    return Shown(
        "search.html",
        f"Search: {query}" if query else "Search",
        lambda: {"query": query, "by": by, "hits": [_json(index, f) for f in found]},
        {
            "query": query,
            "by": by,
            "ways": WAYS,
            "page": page,
            "hits": [(same, highlighted(index, same[0])) for same in page.items],
            "passages": len(found),
            "new": new,
            "facets": facets,
            "full": len(every) == MOST,
            "without": asked.desk.meaning() is None,
            "origins": index.origins(f.span.article for f in found),
            "saved": () if query else saved(asked),
            "asked_for": kept_query(asked.query.items()),
            "named": next((s.name for s in asked.desk.saved() if s.query == kept_query(asked.query.items())), None),
        },
    )


def passages(asked: Asked) -> list[Found]:
    """What the address searches for, before it is narrowed by facets."""
    query = asked.query.get("q", "").strip()
    found = asked.desk.find(query, by_of(asked.query.get("by", "")), MOST) if query else ()
    return [f for f in found if f.span.article in asked.index.articles]


def _together(index: Index, found: Iterable[Found]) -> list[tuple[Found, ...]]:
    """Passages that hold the same words, letter for letter, stand together where the best of them would."""
    same: dict[str, list[Found]] = {}
    for one in found:
        same.setdefault(index.words(one.span), []).append(one)
    return [tuple(group) for group in same.values()]


def _span(found: Found) -> Iterable[Span]:
    return (found.span,)


def kept_query(items: Iterable[tuple[str, str]]) -> str:
    """The part of an address's query that a saved search keeps: not the page, nothing empty, in one order."""
    return urlencode(sorted((k, v) for k, v in items if v and k != "page"))


def saved(asked: Asked) -> list[Kept]:
    """The saved searches, made once a build; none on a page that stands still."""
    listed = () if asked.still else asked.desk.saved()
    return [asked.index.once(("saved", s.name, s.query), partial(_run, asked, s.name, s.query)) for s in listed]


def _run(asked: Asked, name: str, query: str) -> Kept:
    index = asked.index
    found = [f for f in again(asked.desk.find, query, surroundings(index), MOST) if f.span.article in index.articles]
    came = asked.desk.arrivals(index.version) if index.version > 1 else frozenset()
    return Kept(name, f"/search?{query}", len(found), sum(f.span.article in came for f in found))


def _saved(asked: Asked) -> Shown:
    """Saves or forgets a search, then back to it."""
    form = asked.form
    if form.get("token") != asked.desk.token:
        raise MissingError(STALE)
    name, query = form.get("name", "").strip(), kept_query(parse_qsl(form.get("query", "")[:2000]))
    if form.get("act") == "forget":
        asked.desk.forget_search(name)
        return Shown("search.html", "Search", dict, moved="/search")
    try:
        asked.desk.save_search(name, query)
    except SavedError as error:
        raise MissingError(f"This search was not saved: {error}.") from error
    return Shown("search.html", "Search", dict, moved=f"/search?{query}")


def _json(index: Index, found: Found) -> Json:
    return {
        **index.texts.evidence((found.span,))[0],
        "matches": [[m.start, m.end] for m in found.matches],
        "by": found.by,
        "likeness": found.likeness,
    }


def highlighted(index: Index, found: Found) -> Markup:
    text = index.articles[found.span.article].text
    layer = "near" if found.by is By.MEANING else "hit"
    whole = found.matches == (found.span,)
    return marked(
        text, found.span.start, found.span.end, [Mark(m.start, m.end, (layer,)) for m in found.matches if not whole]
    )
