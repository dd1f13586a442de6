"""The record's first page: how many origins stand behind the articles, the rounds, what changed, the articles."""

from collections.abc import Sequence
from dataclasses import asdict

from parley.record import Meeting, Reading
from parley.views import contract
from parley.views.contract import Json
from parley.views.web.index import Index
from parley.views.web.screen import Asked, Shown, facet, paged

ROUNDS = 8  # meetings told here; the timeline has all


def home(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("articles", lambda: sorted(index.record.readings, key=lambda r: _when(index, r)))
    found = [r for r in every if _wanted(asked, r)]
    articles = paged(asked, found, 50)
    origins = {o.id: o.name for o in index.record.origins}
    stories = {s.id: s.title for s in index.record.stories}
    facets = (
        facet(asked, "outlet", "Outlet", lambda: map(index.outlet, index.articles)),
        facet(asked, "origin", "Origin", lambda: (o.id for o in index.record.origins for _ in o.articles), origins.get),
        facet(asked, "story", "Event", lambda: (s.id for s in index.record.stories for _ in s.articles), stories.get),
    )
    builds = asked.desk.builds(2)
    build = builds[0] if builds else None
    told = {"build": build, "first": len(builds) < 2, "changes": build.changes if build else ()}
    return Shown(
        "home.html",
        index.name or "Record",
        lambda: _json(asked, articles.items),
        {"articles": articles, "facets": facets, "rounds": index.once("rounds", lambda: _rounds(index)), **told},
    )


def _when(index: Index, reading: Reading) -> tuple[str, str, str]:
    return reading.published or "9999", index.outlet(reading.article), reading.article


def _wanted(asked: Asked, reading: Reading) -> bool:
    index, query = asked.index, asked.query
    origin, story = index.origin_of.get(reading.article), index.story_of.get(reading.article)
    return (
        query.get("outlet") in (None, index.outlet(reading.article))
        and query.get("origin") in (None, origin and origin.id)
        and query.get("story") in (None, story and story.id)
    )


def _rounds(index: Index) -> list[Meeting]:
    """The meetings that most articles tell of, in order of their day."""
    told = sorted(index.record.meetings, key=lambda m: (-len(m.evidence), m.date or "9999"))[:ROUNDS]
    return sorted(told, key=lambda m: m.date or "9999")


def _json(asked: Asked, readings: Sequence[Reading]) -> Json:
    index = asked.index
    return {
        "name": index.name,
        "counts": {
            "articles": len(index.articles),
            "distinct_texts": index.distinct_texts,
            "origins": len(index.record.origins),
        },
        "origins": [contract.origin_json(o) for o in index.record.origins],
        "stories": [contract.story_json(s) for s in index.record.stories],
        "meetings": [contract.meeting_json(m, index.texts) for m in index.record.meetings],
        "changes": [asdict(c) for b in asked.desk.builds(1) for c in b.changes],
        "articles": [
            {"id": r.article, "outlet": r.outlet, "title": r.title, "published": r.published} for r in readings
        ],
    }
