"""One article: its whole text with layers of facts, each fact beside its words."""

from collections.abc import Sequence

from parley.record import Reading, Span
from parley.views import contract
from parley.views.web.facts import LAYERS, Fact, facts_of
from parley.views.web.index import Index
from parley.views.web.layout import laid_out
from parley.views.web.screen import Asked, MissingError, Shown

FIRST = ("quotes", "positions", "figures", "meetings")
UNKNOWN = "The record holds no article “{}”. The first page lists all of them; search finds words in them."


def reader(asked: Asked) -> Shown:
    index, article = asked.index, asked.path["article"]
    if article not in index.readings:
        raise MissingError(UNKNOWN.format(article))
    reading = index.readings[article]
    layers = _layers(asked.query.get("layers"))
    return Shown(
        "reader.html",
        index.title(article),
        lambda: contract.reading_json(reading, index.articles[article].text),
        {
            "reading": reading,
            "article": index.articles[article],
            "rows": () if index.withheld else laid_out(index, article, layers),
            "places": _places(index, reading) if index.withheld else (),
            "layers": [(k, name, k in layers, _toggled(asked, layers, k)) for k, name in LAYERS.items()],
            "copies": sorted(index.copies_of.get(article, ()), key=lambda c: -max(c.shares)),
            "origin": index.origin_of.get(article),
        },
    )


def _places(index: Index, reading: Reading) -> list[tuple[Span, list[Fact]]]:
    """Every place that a fact rests on, with the facts told of it: all of an article whose words are withheld."""
    found: dict[Span, list[Fact]] = {s: [] for s in index.evidence_of.get(reading.article, ())}
    for credit in reading.credits:
        found.setdefault(credit.span, [])
    for fact in facts_of(index, reading, FIRST):
        found.setdefault(fact.spans[0], []).append(fact)
    return sorted(found.items())


def _layers(asked: str | None) -> tuple[str, ...]:
    return FIRST if asked is None else tuple(k for k in LAYERS if k in asked.split("."))


def _toggled(asked: Asked, layers: Sequence[str], key: str) -> str:
    kept = [k for k in LAYERS if (k in layers) != (k == key)]
    return asked.url(layers=".".join(kept) or "none")
