"""The facts of a record with their evidence, for formats that point into articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from parley.record import Article, Record, Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One noun of the record: its kind, its id, a label made of its own values, and its spans."""

    noun: str
    id: str
    label: str
    evidence: tuple[Span, ...]


def source_of(article: Article) -> str:
    """The address of an article, a URN of its text's hash where it has none."""
    return article.url or f"urn:sha256:{article.sha256}"


def facts(record: Record) -> Iterator[Fact]:
    """Utterances, meetings, positions and findings in the record's order."""
    names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
    for u in record.utterances:
        spans = tuple(s for q in u.quotes for s in q.spans)
        yield Fact("utterance", u.id, names.get(u.speaker or "", "unresolved speaker"), spans)
    for m in record.meetings:
        yield Fact("meeting", m.id, " ".join(filter(None, (m.status, m.date, m.forum, m.place))), m.evidence)
    for p in record.positions:
        told = f"{names.get(p.party, p.party)} {p.stance.replace('_', ' ')} {names.get(p.issue, p.issue)}"
        yield Fact("position", p.id, told, p.evidence)
    for f in record.findings:
        yield Fact("finding", f.id, f.summary, f.evidence)
