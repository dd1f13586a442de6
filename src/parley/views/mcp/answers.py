"""The tools' answers, made from a record alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from mcp.server.mcpserver.exceptions import ToolError
from typing_extensions import TypedDict

from parley.check import check_draft
from parley.record import Record, Span
from parley.text.words import fold
from parley.views.contract import Texts
from parley.views.mcp import shapes
from parley.views.summary import distinct_texts

T = TypeVar("T")
PAGE = 20  # items an answer
PASSAGES = 8  # of one fact; the rest is counted
SLICE = 6000  # code points of an article an answer
LONGEST_QUERY = 400


class QuestionError(ToolError):
    """A question that makes no sense; the agent is told the message, which says what would."""


class Told(TypedDict):
    origins: int
    evidence: list[shapes.Evidence]
    more: int


class Worded(TypedDict):
    origins: int
    wordings: list[shapes.Evidence]
    more: int


class Answers:
    """Read-only questions to one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._texts = Texts(record.articles)
        self._said = Counter(u.speaker for u in record.utterances)
        self._held = Counter(p.party for p in record.positions)
        self._names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
        self._origins = {a: o for o in record.origins for a in o.articles}

    def overview(self, cursor: str | None) -> shapes.Overview:
        r = self.record
        listed, following = page(r.readings, cursor)
        return {
            "articles": len(r.articles), "distinct_texts": distinct_texts(r), "origins": len(r.origins),
            "utterances": len(r.utterances), "meetings": len(r.meetings), "positions": len(r.positions),
            "figures": len(r.figures), "findings": len(r.findings),
            "listed": [
                {
                    "id": x.article, "outlet": x.outlet, "title": x.title, "published": x.published,
                    "published_basis": x.published_basis, "origin": self._origins[x.article].name if x.article in self._origins else None,
                }
                for x in listed
            ],
            "next": following,
        }  # fmt: skip

    def article(self, id: str, cursor: str | None) -> shapes.ArticleText:
        reading = next((r for r in self.record.readings if r.article == id), None)
        if reading is None:
            raise QuestionError(f"no article {id!r} in the record; the tool overview lists them")
        start, text = place(cursor), self.record.texts()[id]
        end = min(len(text), start + SLICE)
        return {
            "id": id, "outlet": reading.outlet, "title": reading.title, "published": reading.published,
            "start": start, "length": len(text), "text": text[start:end], "next": str(end) if end < len(text) else None,
        }  # fmt: skip

    def quotes(self, speaker: str | None, words: str | None, cursor: str | None) -> shapes.Quotes:
        said = [
            u
            for u in self.record.utterances
            if holds(self._names.get(u.speaker or ""), speaker)
            and (words is None or any(holds(self._words(s), words) for q in u.quotes for s in q.spans))
        ]
        found, following = page(said, cursor)
        lines: list[shapes.Said] = [
            {
                "id": u.id, "speaker": self._names.get(u.speaker or ""), "drift": u.drift,
                "flags": [*u.flags], "near": [*u.near],
                **self._worded([s for q in u.quotes for s in q.spans]),
            }
            for u in found
        ]  # fmt: skip
        return {"found": lines, "total": len(said), "next": following}

    def positions(
        self,
        party: str | None,
        issue: str | None,
        stance: str | None,
        since: str | None,
        until: str | None,
        cursor: str | None,
    ) -> shapes.Positions:
        held = [
            p
            for p in self.record.positions
            if holds(self._names.get(p.party, p.party), party)
            and holds(self._names.get(p.issue, p.issue), issue)
            and stance in (None, p.stance)
            and between(p.when, since, until)
        ]
        found, following = page(held, cursor)
        lines: list[shapes.PositionLine] = [
            {
                "id": p.id, "party": self._names.get(p.party, p.party), "issue": self._names.get(p.issue, p.issue),
                "stance": p.stance, "what": next(iter(self._evidence([p.words] if p.words else [])), None),
                "conditional": p.conditional, "condition": p.condition, "when": p.when,
                "speaker": self._names.get(p.speaker or ""), "attribution": p.attribution, "score": p.score,
                **self._told(p.evidence), "origins": p.origins,
            }
            for p in found
        ]  # fmt: skip
        return {"found": lines, "total": len(held), "next": following}

    def timeline(self, who: str | None, since: str | None, until: str | None, cursor: str | None) -> shapes.Timeline:
        meetings = sorted(self.record.meetings, key=lambda m: (m.date or "9999", m.id))
        asked = [
            m
            for m in meetings
            if between(m.date, since, until)
            and (who is None or any(holds(self._names.get(p, p), who) for p in m.participants))
        ]
        found, following = page(asked, cursor)
        lines: list[shapes.MeetingLine] = [
            {
                "id": m.id, "date": m.date, "place": m.place, "forum": m.forum,
                "participants": [self._names.get(p, p) for p in m.participants],
                "status": m.status, **self._told(m.evidence),
            }
            for m in found
        ]  # fmt: skip
        return {"found": lines, "total": len(asked), "next": following}

    def figures(self, of: str | None, cursor: str | None) -> shapes.Figures:
        asked = [f for f in self.record.figures if holds(f"{f.unit or ''} {f.of or ''}", of)]
        found, following = page(asked, cursor)
        lines: list[shapes.FigureLine] = [
            {
                "low": f.low, "high": f.high, "comparator": f.comparator, "unit": f.unit, "of": f.of,
                **self._told(f.evidence),
            }
            for f in found
        ]  # fmt: skip
        return {"found": lines, "total": len(asked), "next": following}

    def findings(self, kind: str | None, words: str | None, cursor: str | None) -> shapes.Findings:
        asked = [f for f in self.record.findings if kind in (None, f.kind) and holds(f.summary, words)]
        found, following = page(asked, cursor)
        lines: list[shapes.FindingLine] = [
            {
                "id": f.id, "kind": f.kind, "summary": f.summary,
                **self._told(f.evidence), "origins": f.origins,
            }
            for f in found
        ]  # fmt: skip
        return {"found": lines, "total": len(asked), "next": following}

    def actors(self, name: str | None, cursor: str | None) -> shapes.Actors:
        asked = [a for a in self.record.actors if any(holds(n, name) for n in (a.name, *a.aliases))]
        found, following = page(asked, cursor)
        lines: list[shapes.ActorLine] = [
            {
                "id": a.id, "name": a.name, "kind": a.kind, "party": self._names.get(a.party or ""),
                "offices": [*a.offices], "aliases": [*a.aliases],
                "quotes": self._said[a.id], "positions": self._held[a.id],
                "evidence": self._evidence(a.mentions[:PASSAGES]), "more": max(0, len(a.mentions) - PASSAGES),
            }
            for a in found
        ]  # fmt: skip
        return {"found": lines, "total": len(asked), "next": following}

    def check(self, draft: str) -> shapes.Checked:
        marks = check_draft(self.record, draft)
        return {
            "marks": [
                {
                    "start": m.start, "end": m.end, "text": draft[m.start : m.end], "kind": m.kind.value,
                    "verdict": m.verdict.value, "note": m.note, "evidence": self._evidence(m.evidence[:PASSAGES]),
                    "more": max(0, len(m.evidence) - PASSAGES),
                }
                for m in marks
            ],
            "failed": sum(m.fails for m in marks),
        }  # fmt: skip

    def passages(self, spans: Sequence[Span], cursor: str | None) -> shapes.Passages:
        found, following = page(spans, cursor)
        return {"found": self._evidence(found), "total": len(spans), "next": following}

    def _told(self, spans: Sequence[Span]) -> Told:
        """A fact's first passages, how many are left out, and the origins behind all of them."""
        behind = {self._origins[s.article].id if s.article in self._origins else s.article for s in spans}
        kept = self._evidence(spans[:PASSAGES])
        return {"origins": len(behind), "evidence": kept, "more": len(spans) - len(kept)}

    def _worded(self, spans: Sequence[Span]) -> Worded:
        told = self._told(spans)
        return {"origins": told["origins"], "wordings": told["evidence"], "more": told["more"]}

    def _words(self, span: Span) -> str:
        return str(self._texts.evidence([span])[0]["text"])

    def _evidence(self, spans: Iterable[Span]) -> list[shapes.Evidence]:
        return [
            {"article": e["article"], "start": e["start"], "end": e["end"], "text": e["text"]}
            for e in self._texts.evidence(spans)
        ]


def holds(text: str | None, asked: str | None) -> bool:
    """Whether the text holds the words asked for, whatever their case and accents; nothing asked, everything holds."""
    return asked is None or fold(asked[:LONGEST_QUERY]) in fold(text or "")


def between(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether an ISO prefix may lie between two others; an unknown date lies between none."""
    if date is None:
        return since is None and until is None
    return (since is None or date >= since[: len(date)]) and (until is None or date[: len(until)] <= until)


def page(items: Sequence[T], cursor: str | None) -> tuple[list[T], str | None]:
    """The items from the cursor on, and the cursor of the next page (None at the end)."""
    start = place(cursor)
    end = start + PAGE
    return list(items[start:end]), str(end) if end < len(items) else None


def place(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 12):
        raise QuestionError(f"{cursor[:40]!r} is no cursor; use the `next` of the answer before, or leave it out")
    return int(cursor)
