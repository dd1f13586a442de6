"""What the program is least sure of, for a person to accept, put right or reject; decisions count at the next build."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from parley.combine.decisions import id_of, standing
from parley.record import Decision, DecisionKind, Position, Quote, StanceKind, Target
from parley.views import contract
from parley.views.contract import Json
from parley.views.web.index import Index
from parley.views.web.screen import Asked, MissingError, Shown, facet, paged

UNSURE = 0.85  # quotes and positions below this score are listed; scores are calibrated, so about one in seven is wrong
STALE = "This form is from an earlier start of the desk. Go back, reload the page, and send it again."


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to look at."""

    id: str
    target: Target
    score: float
    fact: Quote | Position


def review(asked: Asked) -> Shown:
    if asked.form:
        return _decided(asked)
    index, log = asked.index, asked.desk.decisions()
    counting = standing(log)
    decided = {(d.target, s) for d in counting for s in d.subjects}
    every = index.once("doubts", lambda: sorted(_doubts(index), key=lambda d: (d.score, d.id)))
    doubts = [d for d in every if (d.target, d.id) not in decided]
    open_ones = [d for d in doubts if asked.query.get("about") in (None, d.target)]
    facets = (facet(asked, "about", "About", lambda: (d.target for d in doubts), kept=False),)
    page = paged(asked, open_ones, 20)
    values = {
        "page": page,
        "log": [(d, id_of(d), d in counting) for d in reversed(log)][:60],
        "logged": len(log),
        "facets": facets,
        "stances": list(StanceKind),
        "built": "built" in asked.query,
        "unsure": UNSURE,
    }
    return Shown("review.html", "Review", lambda: _json(open_ones, log), values)


def _doubts(index: Index) -> Iterator[Doubt]:
    for quote in (q for r in index.record.readings for q in r.quotes if q.spans):
        if quote.score < UNSURE or quote.speaker is None or quote.speaker.name is None:
            yield Doubt(id_of(quote), Target.QUOTE, quote.score, quote)
    for position in index.record.positions:
        if position.score < UNSURE:
            yield Doubt(position.id, Target.POSITION, position.score, position)


def _decided(asked: Asked) -> Shown:
    """Writes the decision, then back to the list."""
    if asked.form.get("token") != asked.desk.token:
        raise MissingError(STALE)
    asked.desk.decide(decision(asked.index, asked.form))
    return Shown("review.html", "Review", dict, moved="/review#queue")


def decision(index: Index, form: Mapping[str, str]) -> Decision:
    """The decision that a form asks for. Accepting makes a fact sure: it is corrected to what it already says.

    Undoing a decision is rejecting it.
    """
    try:
        target, act = Target(form.get("target", "")), form.get("act", "")
    except ValueError:
        raise MissingError("The form names nothing that can be decided. Go back and reload the page.") from None
    subject, reason = form.get("id", ""), form.get("reason", "").strip()[:500]
    author, at = form.get("author", "").strip()[:80] or "desk", datetime.now(UTC).isoformat(timespec="seconds")
    if act == "reject" or target is Target.DECISION:
        return Decision(DecisionKind.REJECT, target, (subject,), reason, author, at)
    field, value = _correction(index, target, subject, act, form.get("value", "").strip()[:200])
    return Decision(DecisionKind.CORRECT, target, (subject,), reason, author, at, field, value)


def _correction(index: Index, target: Target, subject: str, act: str, value: str) -> tuple[str, str | None]:
    if target is Target.POSITION:
        if act == "fix" and value in set(StanceKind):
            return "stance", value
        return "score", "1.0"
    if act == "fix":
        return "speaker", value or None
    quote = next((q for r in index.record.readings for q in r.quotes if id_of(q) == subject), None)
    return "speaker", quote.speaker.name if quote and quote.speaker else None


def _json(doubts: list[Doubt], log: tuple[Decision, ...]) -> Json:
    return {
        "unsure": [{"id": d.id, "about": d.target, "score": d.score} for d in doubts],
        "decisions": [contract.decision_json(d) for d in log],
    }
