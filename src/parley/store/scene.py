"""A record looked up for comparing it with the next one: names, origins, and which fact rests on which words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from parley.record import Position, Record, Span


class Evident(Protocol):
    """A noun with an id and evidence."""

    @property
    def id(self) -> str: ...
    @property
    def evidence(self) -> tuple[Span, ...]: ...


E = TypeVar("E", bound=Evident)
LONGEST = 90  # code points of words that are told in a line


class Scene:
    """Look-ups over one of the two records."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.articles = {a.id: a for a in record.articles}
        self._outlets = {r.article: r.outlet for r in record.readings}
        self._titles = {r.article: r.title for r in record.readings}
        self._names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
        self.origin_of = {a: o for o in record.origins for a in o.articles}
        self.stances: dict[tuple[str, str], list[Position]] = defaultdict(list)
        for position in record.positions:
            self.stances[self.stand(position)].append(position)

    def stand(self, position: Position) -> tuple[str, str]:
        """Party and issue by name, which outlives the regrouping of ids."""
        return self.name(position.party), self.name(position.issue)

    def name(self, key: str | None) -> str:
        return self._names.get(key or "", key or "an unresolved speaker")

    def outlet(self, article: str) -> str:
        return self._outlets.get(article) or article

    def title(self, article: str) -> str:
        return self._titles.get(article) or article

    def words(self, span: Span) -> str:
        """The words of a span on one line, cut where they are long."""
        told = " ".join(self.articles[span.article].text[span.start : span.end].split())
        return told if len(told) <= LONGEST else told[: LONGEST - 1].rpartition(" ")[0] + "…"

    def origins(self, spans: Iterable[Span]) -> frozenset[str]:
        """The origins behind spans, each named by one of its articles."""
        articles = {s.article for s in spans}
        return frozenset(self.origin_of[a].articles[0] if a in self.origin_of else a for a in articles)


def by_words(nouns: Sequence[E]) -> dict[Span, list[E]]:
    """The nouns that rest on each span."""
    found: dict[Span, list[E]] = defaultdict(list)
    for noun in nouns:
        for span in noun.evidence:
            found[span].append(noun)
    return found
