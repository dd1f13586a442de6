"""From which sides a list can be narrowed: outlet, speaker, party, issue and date of any words of a record."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from parley.record import Record, Span

FEW_DAYS = 20  # a record whose articles are of fewer days is narrowed by day, else by month


@dataclass(frozen=True, slots=True)
class Aspects:
    """Outlets by name; speakers, parties and issues by id; dates as ISO prefixes of publication."""

    outlet: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    party: frozenset[str] = frozenset()
    issue: frozenset[str] = frozenset()
    date: frozenset[str] = frozenset()


TITLES = {"outlet": "Outlet", "speaker": "Speaker", "party": "Party", "issue": "Issue", "date": "Published"}

Fact = tuple[int, int, str | None, str | None, str | None]  # start, end, speaker, party, issue


class Surroundings:
    """Who speaks and what is at issue in each stretch of each article."""

    def __init__(self, record: Record) -> None:
        self._outlets = {r.article: r.outlet or r.article for r in record.readings}
        self._days = {r.article: r.published for r in record.readings if r.published}
        self.precision = 10 if len({d[:10] for d in self._days.values()}) <= FEW_DAYS else 7
        self._record = record

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        """By article, in text order; a list that is narrowed by outlet and date alone needs none."""
        record, found = self._record, defaultdict[str, list[Fact]](list)
        parties = {a.id: a.party for a in record.actors}
        for utterance in (u for u in record.utterances if u.speaker):
            party = parties.get(utterance.speaker or "")
            for span in (s for q in utterance.quotes for s in q.spans):
                found[span.article].append((span.start, span.end, utterance.speaker, party, None))
        for p in record.positions:
            for span in p.evidence:
                found[span.article].append((span.start, span.end, p.speaker, p.party, p.issue))
        for facts in found.values():
            facts.sort(key=lambda f: f[0])
        return found

    def of(self, spans: Iterable[Span]) -> Aspects:
        """The aspects of all facts that share a word with the spans."""
        told = list(spans)
        met = [f for s in told for f in self._around(s)]
        articles = {s.article for s in told}
        return Aspects(
            outlet=frozenset(self._outlets.get(a, a) for a in articles),
            speaker=frozenset(f[2] for f in met if f[2]),
            party=frozenset(f[3] for f in met if f[3]),
            issue=frozenset(f[4] for f in met if f[4]),
            date=frozenset(self.date(self._days[a]) for a in articles if a in self._days),
        )

    def _around(self, span: Span) -> Iterator[Fact]:
        facts = self._facts.get(span.article, [])
        for n in range(bisect_left(facts, span.end, key=lambda f: f[0])):
            if facts[n][1] > span.start:
                yield facts[n]

    def date(self, when: str) -> str:
        """The day or month by which this record is narrowed."""
        return when[: self.precision]
