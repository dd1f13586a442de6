"""One article: its whole text with layers of facts, each fact beside its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from parley.record import Block, BlockKind, Figure, Quote, Reading, Span
from parley.views import contract
from parley.views.web.address import anchor, asked_url
from parley.views.web.index import Index
from parley.views.web.marks import Mark, marked
from parley.views.web.screen import Asked, MissingError, Shown
from parley.views.web.telling import amount, counted, day, gathering, plain

LAYERS = {
    "quotes": "Quotes",
    "positions": "Positions",
    "figures": "Figures",
    "meetings": "Meetings",
    "times": "Times",
    "actors": "Actors",
    "copied": "Words found elsewhere",
}
FIRST = ("quotes", "positions", "figures", "meetings")
SURE = 0.5  # below this a quote's speaker is shown as doubtful: wrong more often than right
UNKNOWN = "The record holds no article “{}”. The first page lists all of them; search finds words in them."


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in the margin: what it says (record values only), and where it is told in full."""

    layer: str
    spans: tuple[Span, ...]
    label: str
    detail: str = ""
    url: str | None = None
    doubt: str | None = None
    number: int = 0

    @property
    def anchor(self) -> str:
        return anchor(self.spans[0])


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and the facts told in it; `kind` is None where the text is not labelled."""

    kind: BlockKind | None
    anchor: str
    html: Markup
    facts: tuple[Fact, ...]


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
            "rows": laid_out(index, article, layers),
            "layers": [(k, name, k in layers, _toggled(asked, layers, k)) for k, name in LAYERS.items()],
            "copies": sorted(index.copies_of.get(article, ()), key=lambda c: -max(c.shares)),
            "origin": index.origin_of.get(article),
        },
    )


def _layers(asked: str | None) -> tuple[str, ...]:
    return FIRST if asked is None else tuple(k for k in LAYERS if k in asked.split("."))


def _toggled(asked: Asked, layers: Sequence[str], key: str) -> str:
    kept = [k for k in LAYERS if (k in layers) != (k == key)]
    return asked.url(layers=".".join(kept) or "none")


@lru_cache(maxsize=64)
def laid_out(index: Index, article: str, layers: tuple[str, ...]) -> tuple[tuple[Row, ...], ...]:
    """Rows in text order, neighbouring furniture together."""
    reading, text = index.readings[article], index.articles[article].text
    facts = [replace(f, number=n) for n, f in enumerate(facts_of(index, reading, layers), 1)]
    marks = _marks(index, reading, layers, facts)
    groups: list[list[Row]] = []
    for block in covered(reading.blocks, article, text):
        row = _row(block, text, marks, facts)
        together = groups and row.kind is BlockKind.FURNITURE and groups[-1][-1].kind is BlockKind.FURNITURE
        groups[-1].append(row) if together else groups.append([row])
    return tuple(map(tuple, groups))


def _row(block: Block, text: str, marks: Sequence[Mark], facts: Sequence[Fact]) -> Row:
    start, end = block.span.start, block.span.end
    here = tuple(f for f in facts if start <= f.spans[0].start < end)
    html = marked(text, start, end, [m for m in marks if m.start < end and m.end > start])
    return Row(block.kind, anchor(block.span), html, here)


def covered(blocks: Iterable[Block], article: str, text: str) -> Iterator[Block]:
    """The blocks, and what lies between them as body: nothing of the text is left out."""
    at = 0
    for block in sorted(blocks, key=lambda b: b.span):
        if block.span.start > at and text[at : block.span.start].strip():
            yield Block(BlockKind.BODY, Span(article, at, block.span.start))
        if block.span.end > at:
            yield replace(block, span=replace(block.span, start=max(at, block.span.start)))
            at = block.span.end
    if text[at:].strip():
        yield Block(BlockKind.BODY, Span(article, at, len(text)))


def facts_of(index: Index, reading: Reading, layers: Sequence[str]) -> list[Fact]:
    """The facts of the margin in text order."""
    found: list[Fact] = []
    if "quotes" in layers:
        found += [_quote(index, q) for q in reading.quotes if q.spans]
    if "positions" in layers:
        found += _positions(index, reading.article)
    if "figures" in layers:
        found += [_figure(f) for f in reading.figures]
    if "meetings" in layers:
        found += _meetings(index, reading.article)
    return sorted(found, key=lambda f: (f.spans[0].start, f.spans[0].end, f.layer))


def _quote(index: Index, quote: Quote) -> Fact:
    utterance = index.utterance_of.get(quote.spans)
    named = index.actor(utterance.speaker) if utterance and utterance.speaker else None
    name = named or (quote.speaker.name if quote.speaker else None)
    words = [plain(quote.kind)]
    if utterance and len(utterance.quotes) > 1:
        words.append(f"in {len({q.spans[0].article for q in utterance.quotes})} articles")
    if utterance and utterance.drift:
        words.append("worded differently")
    doubt = f"unsure, score {quote.score:.2f}" if quote.score < SURE else None
    url = f"/quotes?utterance={utterance.id}" if utterance else None
    return Fact("quotes", quote.spans, name or "speaker unresolved", ", ".join(words), url, doubt)


def _positions(index: Index, article: str) -> Iterator[Fact]:
    for position in index.positions_of.get(article, ()):
        stance = plain(position.stance) + (" if …" if position.conditional else "")
        label = f"{index.actor(position.party)}: {stance}"
        url = asked_url("/positions", party=position.party, issue=position.issue) + f"#p{position.id}"
        doubt = f"unsure, score {position.score:.2f}" if position.score < SURE else None
        for span in (s for s in position.evidence if s.article == article):
            yield Fact("positions", (span,), label, index.issue(position.issue), url, doubt)


def _figure(figure: Figure) -> Fact:
    url = asked_url("/figures", unit=figure.unit or "none")
    return Fact("figures", figure.evidence[:1], amount(figure), counted(figure), url)


def _meetings(index: Index, article: str) -> Iterator[Fact]:
    for meeting in index.meetings_of.get(article, ()):
        detail = ", ".join(filter(None, (day(meeting.date), meeting.place if meeting.forum else None, meeting.status)))
        for span in (s for s in meeting.evidence if s.article == article):
            yield Fact("meetings", (span,), gathering(meeting), detail, f"/timeline#m{meeting.id}")


def _marks(index: Index, reading: Reading, layers: Sequence[str], facts: Sequence[Fact]) -> list[Mark]:
    """One mark a span: whatever rests on it becomes one element, so that every anchor is unique."""
    kinds: dict[Span, set[str]] = {s: set() for s in index.evidence_of.get(reading.article, ())}
    notes: dict[Span, list[int]] = defaultdict(list)
    for fact in facts:
        notes[fact.spans[-1]].append(fact.number)
    for layer, span in _layered(index, reading):
        kinds.setdefault(span, set())
        if layer in layers:
            kinds[span].add(layer)
    return [
        Mark(span.start, span.end, tuple(sorted(kinds[span])), anchor(span), tuple(notes[span]))
        for span in sorted(kinds)
        if span.start < span.end
    ]


def _layered(index: Index, reading: Reading) -> Iterator[tuple[str, Span]]:
    yield from (("quotes", s) for q in reading.quotes for s in q.spans)
    yield from (("figures", f.evidence[0]) for f in reading.figures)
    yield from (("times", t.span) for t in reading.times)
    yield from (("actors", m) for a in reading.actors for m in a.mentions)
    for fact in (*_positions(index, reading.article), *_meetings(index, reading.article)):
        yield fact.layer, fact.spans[0]
    yield from (("copied", s) for s in shared(index, reading.article))


def shared(index: Index, article: str) -> list[Span]:
    """The words of an article that other articles have too, overlaps joined."""
    spans = sorted(
        span
        for copy in index.copies_of.get(article, ())
        for pair in copy.passages
        for span in pair
        if span.article == article
    )
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
