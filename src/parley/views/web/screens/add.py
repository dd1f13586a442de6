"""Articles for the record: files dropped onto the page or addresses, and how far their build is."""

from parley.sources.files import TOLD
from parley.views.contract import Json
from parley.views.web.screen import Asked, Shown
from parley.views.web.telling import count
from parley.views.web.work import Work

STAGES = {
    "opening": "Opening the files",
    "reading": "Reading articles",
    "saving": "Putting them together",
    "meaning": "Making passages findable by meaning",
}


def add(asked: Asked) -> Shown:
    work = asked.desk.workshop.work
    first = not asked.index.articles
    return Shown(
        "add.html",
        "A new record" if first else "Add articles",
        lambda: _json(work),
        {"work": work, "stage": told(work) if work else "", "kinds": TOLD, "first": first},
    )


def told(work: Work) -> str:
    """What a build does now: "Reading articles, 12 of 40"."""
    stage = STAGES.get(work.stage, work.stage)
    if work.stage == "opening" and work.articles:
        return f"{stage}, {count(work.articles, 'article')} so far"
    return f"{stage}, {work.done} of {work.total}" if work.total else stage


def _json(work: Work | None) -> Json:
    if work is None:
        return {"running": False}
    return {
        "running": work.running,
        "stage": work.stage,
        "done": work.done,
        "total": work.total,
        "articles": work.articles,
        "error": work.error,
        "problems": [{"input": p.input, "what": p.what, "hint": p.hint, "lost": p.lost} for p in work.problems],
    }
