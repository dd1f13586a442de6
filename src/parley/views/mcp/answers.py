"""The tools' answers, made from a record alone."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from parley.check import check_draft
from parley.record import Record, Span
from parley.text.words import fold
from parley.views.contract import Texts
from parley.views.mcp import shapes
from parley.views.summary import distinct_texts

T = TypeVar("T")
PAGE = 20  # items an answer
SLICE = 6000  # code points of an article an answer
LONGEST_QUERY = 400


class CursorError(ValueError):
    """A cursor that no answer gave."""


class Answers:
    """Read-only questions to one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._texts = Texts(record.articles)
        self._names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
        self._origins = {a: o.name for o in record.origins for a in o.articles}

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
                    "published_basis": x.published_basis, "origin": self._origins.get(x.article),
                }
                for x in listed
            ],
            "next": following,
        }  # fmt: skip

    def article(self, id: str, cursor: str | None) -> shapes.ArticleText:
        reading = next((r for r in self.record.readings if r.article == id), None)
        if reading is None:
            raise ValueError(f"no article {id!r} in the record; the tool overview lists them")
        start, text = place(cursor), self.record.texts()[id]
        end = min(len(text), start + SLICE)
        return {
            "id": id, "outlet": reading.outlet, "title": reading.title, "published": reading.published,
            "start": start, "text": text[start:end], "next": str(end) if end < len(text) else None,
        }  # fmt: skip

    def quotes(self, speaker: str | None, words: str | None, cursor: str | None) -> shapes.Quotes:
        said = (u for u in self.record.utterances if holds(self._names.get(u.speaker or ""), speaker))
        lines: list[shapes.Said] = [
            {
                "id": u.id, "speaker": self._names.get(u.speaker or ""), "drift": u.drift,
                "flags": [*u.flags], "near": [*u.near],
                "wordings": self._evidence(s for q in u.quotes for s in q.spans),
            }
            for u in said
        ]  # fmt: skip
        found, following = page([x for x in lines if any(holds(w["text"], words) for w in x["wordings"])], cursor)
        return {"found": found, "next": following}

    def positions(
        self, party: str | None, issue: str | None, stance: str | None, cursor: str | None
    ) -> shapes.Positions:
        held = [
            p
            for p in self.record.positions
            if holds(self._names.get(p.party, p.party), party)
            and holds(self._names.get(p.issue, p.issue), issue)
            and stance in (None, p.stance)
        ]
        found, following = page(held, cursor)
        lines: list[shapes.PositionLine] = [
            {
                "id": p.id, "party": self._names.get(p.party, p.party), "issue": self._names.get(p.issue, p.issue),
                "stance": p.stance, "what": next(iter(self._evidence([p.words] if p.words else [])), None),
                "conditional": p.conditional, "condition": p.condition, "when": p.when,
                "speaker": self._names.get(p.speaker or ""), "attribution": p.attribution, "origins": p.origins,
                "score": p.score, "evidence": self._evidence(p.evidence),
            }
            for p in found
        ]  # fmt: skip
        return {"found": lines, "next": following}

    def timeline(self, cursor: str | None) -> shapes.Timeline:
        found, following = page(sorted(self.record.meetings, key=lambda m: m.date or "9999"), cursor)
        lines: list[shapes.MeetingLine] = [
            {
                "id": m.id, "date": m.date, "place": m.place, "forum": m.forum, "participants": [*m.participants],
                "status": m.status, "evidence": self._evidence(m.evidence),
            }
            for m in found
        ]  # fmt: skip
        return {"found": lines, "next": following}

    def figures(self, of: str | None, cursor: str | None) -> shapes.Figures:
        asked = [f for f in self.record.figures if holds(f"{f.unit or ''} {f.of or ''}", of)]
        found, following = page(asked, cursor)
        lines: list[shapes.FigureLine] = [
            {
                "low": f.low, "high": f.high, "comparator": f.comparator, "unit": f.unit, "of": f.of,
                "evidence": self._evidence(f.evidence),
            }
            for f in found
        ]  # fmt: skip
        return {"found": lines, "next": following}

    def findings(self, kind: str | None, cursor: str | None) -> shapes.Findings:
        found, following = page([f for f in self.record.findings if kind in (None, f.kind)], cursor)
        lines: list[shapes.FindingLine] = [
            {
                "id": f.id, "kind": f.kind, "summary": f.summary, "origins": f.origins,
                "evidence": self._evidence(f.evidence),
            }
            for f in found
        ]  # fmt: skip
        return {"found": lines, "next": following}

    def actors(self, name: str | None, cursor: str | None) -> shapes.Actors:
        asked = [a for a in self.record.actors if any(holds(n, name) for n in (a.name, *a.aliases))]
        found, following = page(asked, cursor)
        lines: list[shapes.ActorLine] = [
            {
                "id": a.id, "name": a.name, "kind": a.kind, "party": self._names.get(a.party or ""),
                "offices": [*a.offices], "aliases": [*a.aliases],
            }
            for a in found
        ]  # fmt: skip
        return {"found": lines, "next": following}

    def check(self, draft: str) -> shapes.Checked:
        marks = check_draft(self.record, draft)
        return {
            "marks": [
                {
                    "start": m.start, "end": m.end, "kind": m.kind, "verdict": m.verdict, "note": m.note,
                    "evidence": self._evidence(m.evidence),
                }
                for m in marks
            ],
            "failed": sum(m.fails for m in marks),
        }  # fmt: skip

    def passages(self, spans: Sequence[Span], cursor: str | None) -> shapes.Passages:
        found, following = page(spans, cursor)
        return {"found": self._evidence(found), "next": following}

    def _evidence(self, spans: Iterable[Span]) -> list[shapes.Evidence]:
        return [
            {"article": e["article"], "start": e["start"], "end": e["end"], "text": e["text"]}
            for e in self._texts.evidence(spans)
        ]


def holds(text: str | None, asked: str | None) -> bool:
    """Whether the text holds the words asked for, whatever their case and accents; nothing asked, everything holds."""
    return asked is None or fold(asked[:LONGEST_QUERY]) in fold(text or "")


def page(items: Sequence[T], cursor: str | None) -> tuple[list[T], str | None]:
    """The items from the cursor on, and the cursor of the next page (None at the end)."""
    start = place(cursor)
    end = start + PAGE
    return list(items[start:end]), str(end) if end < len(items) else None


def place(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 12):
        raise CursorError(f"{cursor[:40]!r} is no cursor; use the `next` of the answer before, or leave it out")
    return int(cursor)
