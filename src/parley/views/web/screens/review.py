"""What the program is least sure of, for a person to accept, put right or reject; decisions count at the next build."""

from collections import Counter

from parley.combine.decisions import id_of, standing
from parley.record import Comparator, CopyKind, Decision, Direction, MeetingStatus, StanceKind
from parley.views import contract
from parley.views.contract import Json
from parley.views.web.deciding import FIELDS, decisions, value_of
from parley.views.web.doubts import UNSURE, Doubt, doubts
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, narrow
from parley.views.web.screen import Asked, MissingError, Shown, paged

STALE = "This form is from an earlier start of the desk. Go back, reload the page, and send it again."
CHOICES = {
    "stance": tuple(StanceKind),
    "kind": tuple(CopyKind),
    "direction": tuple(Direction),
    "status": tuple(MeetingStatus),
    "comparator": tuple(Comparator),
}
LOGGED = 60


def review(asked: Asked) -> Shown:
    if asked.form:
        return _decided(asked)
    index, log = asked.index, asked.desk.decisions()
    counting = standing(log)
    decided = {(d.target, s) for d in counting for s in d.subjects}
    left = [d for d in listed(index) if not any((d.target, i) in decided for i in d.ids)]
    found, facets = narrow(asked, left, _traits(index), kept=False)
    values = {
        "page": paged(asked, found, 20),
        "log": [(d, id_of(d), d in counting) for d in reversed(log)][:LOGGED],
        "logged": len(log),
        "waiting": len(set(counting) ^ set(index.record.decisions)),
        "facets": facets,
        "fields": FIELDS,
        "choices": CHOICES,
        "value_of": value_of,
        "built": "built" in asked.query,
        "unsure": UNSURE,
        "shared": index.once("shared names", lambda: _shared(index)),
    }
    return Shown("review.html", "Review", lambda: _json(found, log), values)


def listed(index: Index) -> list[Doubt]:
    return index.once("doubts", lambda: doubts(index))


def _traits(index: Index) -> list[Trait[Doubt]]:
    return [
        Trait("about", "About", lambda d: (d.target,)),
        Trait("outlet", "Outlet", lambda d: {index.outlet(s.article) for s in d.spans}),
    ]


def _shared(index: Index) -> frozenset[str]:
    """Names that several actors bear: those are chosen by id."""
    return frozenset(name for name, n in Counter(a.name for a in index.record.actors).items() if n > 1)


def _decided(asked: Asked) -> Shown:
    """Writes the decisions, then back to the list."""
    if asked.form.get("token") != asked.desk.token:
        raise MissingError(STALE)
    for decision in decisions(asked.index, listed(asked.index), asked.form):
        asked.desk.decide(decision)
    return Shown("review.html", "Review", dict, moved="/review#queue")


def _json(found: list[Doubt], log: tuple[Decision, ...]) -> Json:
    return {
        "unsure": [{"id": d.key, "about": d.target, "score": d.score, "why": d.why} for d in found],
        "decisions": [contract.decision_json(d) for d in log],
    }
