"""The record's first page: how many origins stand behind the articles, the rounds, what changed, the articles."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from parley.record import Meeting, Origin, Reading, Story
from parley.sources.files import TOLD
from parley.store import Move, MoveKind
from parley.views import contract
from parley.views.aspects import TITLES
from parley.views.contract import Json
from parley.views.web.address import article_url, words_url
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, namer, narrow, surroundings
from parley.views.web.screen import Asked, Shown, paged
from parley.views.web.screens.findings import ASKS, differing
from parley.views.web.screens.search import saved

ROUNDS = 8  # meetings told here; the timeline has all
MOVES = 6  # of the last build, the most telling first
DIFFERING, BESIDE_MOVES = 5, 3  # findings told here: after the first build, and below what moved
SEARCHES = 8
KINDS = {
    MoveKind.POSITION: "moved",
    MoveKind.ROUND: "round",
    MoveKind.DIFFERENCE: "differs",
    MoveKind.SOURCE: "2nd origin",
    MoveKind.STAND: "first stance",
    MoveKind.ARTICLE: "article",
    MoveKind.GONE: "gone",
}


def home(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("articles", lambda: sorted(index.record.readings, key=lambda r: _when(index, r)))
    found, facets = narrow(asked, every, _traits(index))
    articles = paged(asked, found, 50)
    builds = asked.desk.builds(2)
    build = builds[0] if builds else None
    most = BESIDE_MOVES if build and build.moves and len(builds) > 1 else DIFFERING
    return Shown(
        "home.html",
        index.name or "Record",
        lambda: _json(asked, articles.items),
        {
            "articles": articles,
            "facets": facets,
            "rounds": index.once("rounds", lambda: _rounds(index)),
            "differing": index.once(f"differing {most}", lambda: differing(index, most)),
            "asks": ASKS,
            "build": build,
            "first": len(builds) < 2,
            "moves": [(m, _place(m)) for m in build.moves] if build else [],
            "shown": MOVES,
            "told": KINDS,
            "saved": sorted(saved(asked), key=lambda s: -s.new)[:SEARCHES],
            "working": asked.desk.workshop.running,
            "kinds": TOLD,
        },
    )


def _place(move: Move) -> str | None:
    """Where a move is shown: the words that it rests on, or its article."""
    if move.evidence:
        return words_url(move.evidence[0])
    return article_url(move.about) if move.kind is MoveKind.ARTICLE and move.about else None


def _when(index: Index, reading: Reading) -> tuple[str, str, str]:
    return reading.published or "9999", index.outlet(reading.article), reading.article


def _traits(index: Index) -> list[Trait[Reading]]:
    origins = {o.id: o.name for o in index.record.origins}
    stories = {s.id: s.title for s in index.record.stories}
    around = surroundings(index)

    def of(groups: Mapping[str, Origin] | Mapping[str, Story], reading: Reading) -> list[str]:
        return [groups[reading.article].id] if reading.article in groups else []

    return [
        Trait("outlet", "Outlet", lambda r: (index.outlet(r.article),)),
        Trait("origin", "Origin", lambda r: of(index.origin_of, r), lambda o: origins.get(o)),
        Trait("story", "Event", lambda r: of(index.story_of, r), lambda s: stories.get(s)),
        Trait(
            "date", TITLES["date"], lambda r: (around.date(r.published),) if r.published else (), namer(index, "date"), True
        ),
    ]  # fmt: skip


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
        "moves": [
            {"kind": m.kind, "told": m.told, "why": m.why, "evidence": index.texts.evidence(m.evidence)}
            for b in asked.desk.builds(1)
            for m in b.moves
        ],
        "articles": [
            {"id": r.article, "outlet": r.outlet, "title": r.title, "published": r.published} for r in readings
        ],
    }
