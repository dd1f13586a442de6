"""Utterances: the same words across outlets, how each worded them, who is said to have spoken."""

from collections.abc import Iterable

from parley.record import Utterance
from parley.views import contract
from parley.views.contract import Json
from parley.views.web.index import Index
from parley.views.web.screen import Asked, Shown, facet, paged

UNRESOLVED = "unresolved"


def quotes(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("quotes", lambda: sorted(index.record.utterances, key=_rank))
    found = [u for u in every if _wanted(asked, u)] if asked.query else every
    page = paged(asked, found, 30)
    facets = (
        facet(asked, "speaker", "Speaker", lambda: (u.speaker or UNRESOLVED for u in every), index.actor),
        facet(asked, "outlet", "Outlet", lambda: (o for u in every for o in outlets(index, u))),
        facet(asked, "flag", "To look at", lambda: (f for u in every for f in flags(u)), lambda f: TOLD.get(f, f)),
    )
    return Shown(
        "quotes.html",
        "Quotes",
        lambda: {"utterances": [_json(index, u) for u in page.items], "page": page.number, "pages": page.pages},
        {"page": page, "facets": facets, "told": TOLD},
    )


TOLD = {
    "drift": "worded differently",
    "wording": "words changed inside quotation marks",
    "speaker": "given to different speakers",
    "polarity": "a “not” comes or goes",
    "translation": "differs by translation",
    "near": "close to another speaker’s words",
    "several": "in several articles",
}


def flags(utterance: Utterance) -> list[str]:
    found: list[str] = [f.value for f in utterance.flags]
    found += ["drift"] * utterance.drift + ["near"] * bool(utterance.near)
    return found + ["several"] * (len({q.spans[0].article for q in utterance.quotes if q.spans}) > 1)


def outlets(index: Index, utterance: Utterance) -> Iterable[str]:
    return dict.fromkeys(index.outlet(q.spans[0].article) for q in utterance.quotes if q.spans)


def _wanted(asked: Asked, utterance: Utterance) -> bool:
    index, query = asked.index, asked.query
    return (
        query.get("utterance") in (None, utterance.id, *utterance.near)
        and query.get("speaker") in (None, utterance.speaker or UNRESOLVED)
        and ("outlet" not in query or query["outlet"] in outlets(index, utterance))
        and ("flag" not in query or query["flag"] in flags(utterance))
    )


def _rank(utterance: Utterance) -> tuple[int, int, str]:
    """What outlets worded differently first, then what most articles have."""
    return -len(utterance.flags) - utterance.drift, -len(utterance.quotes), utterance.id


def _json(index: Index, utterance: Utterance) -> Json:
    spans = [s for q in utterance.quotes for s in q.spans]
    return {
        **contract.utterance_json(utterance),
        "name": index.actor(utterance.speaker),
        "evidence": index.texts.evidence(spans),
        "origins": index.origins(s.article for s in spans),
    }
