"""A draft record to look things up in, and to make findings from."""

from collections.abc import Iterable

from parley.record import Finding, FindingKind, Record, Span, short_id


class Pages:
    """A record with its words, names and origins at hand."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._texts = record.texts()
        self._outlets = {r.article: r.outlet or r.article for r in record.readings}
        self._names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
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

    def finding(self, kind: FindingKind, summary: str, spans: Iterable[Span]) -> Finding:
        """A finding over the spans, in their order; `origins` counts the independent texts behind them."""
        evidence = tuple(dict.fromkeys(spans))
        told = (f"{s.article}:{s.start}:{s.end}" for s in evidence)
        behind = {self._origins.get(s.article) for s in evidence}
        return Finding(short_id("finding", kind, *told), kind, summary, evidence, len(behind - {None}))
