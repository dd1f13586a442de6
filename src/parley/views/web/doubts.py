"""What the program is least sure of, of every kind that a person can decide on."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from parley.combine.decisions import id_of
from parley.record import (
    Copy,
    CopyKind,
    Direction,
    Figure,
    FindingKind,
    Meeting,
    MeetingStatus,
    Position,
    Quote,
    Span,
    Target,
)
from parley.views.web.index import Index

UNSURE = (
    0.85  # quotes, positions and copies below this score are listed; scores are calibrated: about one in seven is wrong
)
NO_SCORE = 0.9  # where facts without a score stand among the others: after what is unsure


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to look at; `ids` are several where articles have the same quotation letter for letter."""

    ids: tuple[str, ...]
    target: Target
    score: float | None
    why: str
    fact: Quote | Position | Copy | Meeting | Figure
    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        return ",".join(self.ids)


def doubts(index: Index) -> list[Doubt]:
    """The least sure first."""
    found = [*_quotes(index), *_positions(index), *_copies(index), *_meetings(index), *_figures(index)]
    return sorted(found, key=lambda d: (NO_SCORE if d.score is None else d.score, d.target, d.ids))


def _quotes(index: Index) -> Iterator[Doubt]:
    same: dict[tuple[str, str | None], list[Quote]] = defaultdict(list)
    for quote in (q for r in index.record.readings for q in r.quotes if q.spans):
        speaker = quote.speaker.name if quote.speaker else None
        if quote.score < UNSURE or speaker is None:
            same[index.said(quote), speaker].append(quote)
    for (_, speaker), quotes in same.items():
        first = min(quotes, key=lambda q: q.score)
        why = "no speaker found" if speaker is None else "who speaks, or where the words end, is unsure"
        spans = tuple(q.spans[0] for q in quotes)
        yield Doubt(tuple(map(id_of, quotes)), Target.QUOTE, first.score, why, first, spans)


def _positions(index: Index) -> Iterator[Doubt]:
    for position in index.record.positions:
        if position.score < UNSURE:
            why = "stance or party is unsure"
            yield Doubt((position.id,), Target.POSITION, position.score, why, position, position.evidence)


def _copies(index: Index) -> Iterator[Doubt]:
    """Copies by which articles are one origin, unsure or of unknown direction."""
    for copy in index.record.copies:
        unknown = copy.direction is Direction.UNKNOWN and copy.kind is not CopyKind.SHARED_SOURCE
        if copy.score < UNSURE or unknown:
            why = "nothing tells which of the two was first" if unknown else "whether one took from the other is unsure"
            yield Doubt((id_of(copy),), Target.COPY, copy.score, why, copy, tuple(p for p, _ in copy.passages[:1]))


def _meetings(index: Index) -> Iterator[Doubt]:
    newest = max((r.published or "" for r in index.record.readings), default="")[:10]
    for meeting in index.record.meetings:
        why = None
        if meeting.date is None:
            why = "no day found"
        elif meeting.status is MeetingStatus.PLANNED and meeting.date < newest[: len(meeting.date)]:
            why = "planned for a day that has passed: was it held?"
        elif not meeting.forum and not meeting.place:
            why = "neither round nor place found"
        if why:
            yield Doubt((meeting.id,), Target.MEETING, None, why, meeting, meeting.evidence)


def _figures(index: Index) -> Iterator[Doubt]:
    """Figures by which outlets are said to differ: one that was read wrongly makes a difference that is none."""
    apart = {s for f in index.record.findings if f.kind in (FindingKind.FIGURE, FindingKind.SCOPE) for s in f.evidence}
    for figure in index.record.figures:
        if apart & set(figure.evidence):
            why = "outlets differ by it"
            yield Doubt((id_of(figure),), Target.FIGURE, None, why, figure, figure.evidence)
