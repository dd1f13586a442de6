"""Utterances: the same words across outlets, how each worded them, who is said to have spoken."""

from collections.abc import Iterable

from parley.record import Span, Utterance
from parley.views import contract
from parley.views.contract import Json
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, by_words, narrow
from parley.views.web.screen import Asked, Shown, paged

UNRESOLVED = "unresolved"


def quotes(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("quotes", lambda: sorted(index.record.utterances, key=_rank))
    one = asked.query.get("utterance")
    listed = [u for u in every if one in (u.id, *u.near)] if one else every
    found, facets = narrow(asked, listed, _traits(index), kept=one is None)
    page = paged(asked, found, 30)
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


def _traits(index: Index) -> list[Trait[Utterance]]:
    """The party is the speaker's, the issue that of a position in the same words."""
    parties = {a.id: a.party for a in index.record.actors}

    def party(utterance: Utterance) -> list[str]:
        found = parties.get(utterance.speaker or "")
        return [found] if found else []

    return [
        Trait("speaker", "Speaker", lambda u: (u.speaker or UNRESOLVED,), index.actor),
        *by_words(index, _spans, "outlet"),
        Trait("flag", "To look at", flags, lambda f: TOLD.get(f, f)),
        Trait("party", "Speaks for", party, index.actor),
        *by_words(index, _spans, "issue", "date"),
    ]


def _spans(utterance: Utterance) -> Iterable[Span]:
    return (s for q in utterance.quotes for s in q.spans)


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
