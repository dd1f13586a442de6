"""A draft record to look things up in, and to make findings from."""

from collections.abc import Iterable

from parley.record import Finding, FindingKind, Position, Record, Span, Stance, short_id

DAY = len("2024-03-05")
UNDATED = "9999"


class Pages:
    """A record with its words, names and origins at hand."""

    def __init__(self, record: Record) -> None:
        self.record = record
        # of copies of one text the earliest is cited
        self.readings = sorted(record.readings, key=lambda r: (r.published or UNDATED, r.article))
        self._texts = record.texts()
        self._outlets = {r.article: r.outlet or r.article for r in record.readings}
        self._names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
        self._days = {r.article: (r.published or "")[:DAY] for r in record.readings}
        self._stances = {(s.span, s.stance): s for r in record.readings for s in r.stances}
        self._stories = {a: s.id for s in record.stories for a in s.articles}
        self._negotiations = {a: s.negotiation for s in record.stories for a in s.articles}
        self._origins = {a: n for n, o in enumerate(record.origins) for a in o.articles}

    def words(self, span: Span) -> str:
        """The words of a span on one line."""
        return " ".join(self._texts[span.article][span.start : span.end].split())

    def text(self, article: str) -> str:
        return self._texts[article]

    def outlet(self, article: str) -> str:
        """The outlet of an article, its id where no outlet is known."""
        return self._outlets.get(article, article)

    def name(self, key: str | None) -> str | None:
        """The name of an actor or issue."""
        return self._names.get(key or "", key)

    def day(self, article: str) -> str | None:
        """The day on which the article was published, None where it is not known to the day."""
        day = self._days.get(article, "")
        return day if len(day) == DAY else None

    def one_origin(self, a: str, b: str) -> bool:
        return a == b or (a in self._origins and self._origins[a] == self._origins.get(b))

    def story(self, article: str) -> str:
        """The story of an article, the article itself where it has none."""
        return self._stories.get(article, article)

    def negotiation(self, article: str) -> str:
        """The negotiation of an article, the article itself where it has none."""
        return self._negotiations.get(article, article)

    def stances(self, position: Position) -> list[Stance]:
        """The stances that a position was made of, those of the earliest articles first."""
        found = [s for e in position.evidence if (s := self._stances.get((e, position.stance)))]
        return sorted(found, key=lambda s: (self._days.get(s.span.article, ""), s.span))

    def finding(self, kind: FindingKind, summary: str, spans: Iterable[Span]) -> Finding:
        """A finding over the spans, in their order; `origins` counts the independent texts behind them."""
        evidence = tuple(dict.fromkeys(spans))
        told = (f"{s.article}:{s.start}:{s.end}" for s in evidence)
        behind = {self._origins.get(s.article) for s in evidence}
        return Finding(short_id("finding", kind, *told), kind, summary, evidence, len(behind - {None}))
