"""The facts of one article as its margin tells them: record values only, each with the words it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parley.record import Figure, Quote, Reading, Span
from parley.views.web.address import anchor, asked_url
from parley.views.web.index import Index
from parley.views.web.telling import amount, counted, day, doubt, gathering, plain

LAYERS = {
    "quotes": "Quotes",
    "positions": "Positions",
    "figures": "Figures",
    "meetings": "Meetings",
    "times": "Times",
    "actors": "Actors",
    "copied": "Words found elsewhere",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in the margin: what it says, where it is told in full, and whether it stands in a picture's caption."""

    layer: str
    spans: tuple[Span, ...]
    label: str
    detail: str = ""
    url: str | None = None
    doubt: str | None = None
    number: int = 0
    caption: bool = False

    @property
    def anchor(self) -> str:
        return anchor(self.spans[0])


def facts_of(index: Index, reading: Reading, layers: Sequence[str]) -> list[Fact]:
    """The facts of the margin in text order, numbered."""
    found: list[Fact] = []
    if "quotes" in layers:
        found += [_quote(index, q) for q in reading.quotes if q.spans]
    if "positions" in layers:
        found += _positions(index, reading.article)
    if "figures" in layers:
        found += [_figure(f) for f in reading.figures]
    if "meetings" in layers:
        found += _meetings(index, reading.article)
    if "times" in layers:
        found += [
            Fact("times", (t.span,), day(t.value) if t.value else "unresolved", plain(t.kind)) for t in reading.times
        ]
    found.sort(key=lambda f: (f.spans[0].start, f.spans[0].end, f.layer))
    return [replace(f, number=n, caption=index.in_caption(f.spans[0])) for n, f in enumerate(found, 1)]


def layered(index: Index, reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every marked span of an article with its layer."""
    yield from (("quotes", s) for q in reading.quotes for s in q.spans)
    yield from (("credits", c.span) for c in reading.credits)
    yield from (("figures", f.evidence[0]) for f in reading.figures)
    yield from (("times", t.span) for t in reading.times)
    yield from (("actors", m) for a in reading.actors for m in a.mentions)
    for fact in (*_positions(index, reading.article), *_meetings(index, reading.article)):
        yield fact.layer, fact.spans[0]
    yield from (("copied", s) for s in shared(index, reading.article))


def shared(index: Index, article: str) -> list[Span]:
    """The words of an article that other articles have too, overlaps joined."""
    passages = (pair for copy in index.copies_of.get(article, ()) for pair in copy.passages)
    found: list[Span] = []
    for span in sorted(s for pair in passages for s in pair if s.article == article):
        if found and span.start <= found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _quote(index: Index, quote: Quote) -> Fact:
    utterance = index.utterance_of.get(quote.spans)
    named = index.actor(utterance.speaker) if utterance and utterance.speaker else None
    name = named or (quote.speaker.name if quote.speaker else None)
    words = [plain(quote.kind)]
    articles = len({q.spans[0].article for q in utterance.quotes}) if utterance else 1
    if articles > 1:
        words.append(f"in {articles} articles")
    if utterance and utterance.drift:
        words.append("worded differently")
    url = f"/quotes?utterance={utterance.id}" if utterance else None
    unsure = doubt(quote.score)
    label = "speaker unresolved" if not name else f"unresolved, perhaps {name}" if unsure else name
    return Fact("quotes", quote.spans, label, ", ".join(words), url, unsure)


def _positions(index: Index, article: str) -> Iterator[Fact]:
    for position in index.positions_of.get(article, ()):
        stance = plain(position.stance) + (" if …" if position.conditional else "")
        label = f"{index.actor(position.party)}: {stance}"
        url = asked_url("/positions", party=position.party, issue=position.issue) + f"#p{position.id}"
        for span in (s for s in position.evidence if s.article == article):
            yield Fact("positions", (span,), label, index.issue(position.issue), url, doubt(position.score))


def _figure(figure: Figure) -> Fact:
    url = asked_url("/figures", unit=figure.unit or "none")
    return Fact("figures", figure.evidence[:1], amount(figure), counted(figure), url)


def _meetings(index: Index, article: str) -> Iterator[Fact]:
    for meeting in index.meetings_of.get(article, ()):
        detail = ", ".join(filter(None, (day(meeting.date), meeting.place if meeting.forum else None, meeting.status)))
        for span in (s for s in meeting.evidence if s.article == article):
            yield Fact("meetings", (span,), gathering(meeting), detail, f"/timeline#m{meeting.id}")
