"""What moved from one build to the next, and why: told by a fixed pattern of the records' own values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.record import Finding, FindingKind, Meeting, MeetingStatus, Position, Record, Span, Utterance
from parley.store.scene import Scene, by_words

MOST = 60  # moves of a kind that one build tells; `compare` has the counts
OPENERS = frozenset("if unless until when once without provided".split())  # a condition that says so itself: "if a ..."
NAMED = 3  # articles named as the reason


class MoveKind(StrEnum):
    """In the order in which they are told."""

    POSITION = "position"  # a party moved on an issue
    ROUND = "round"  # a meeting that the record did not have, or that was held, moved or called off
    DIFFERENCE = "difference"  # outlets now differ
    SOURCE = "source"  # a second origin for what one alone had told
    STAND = "stand"  # a party's first stance on an issue
    ARTICLE = "article"
    GONE = "gone"  # no longer in the record


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that moved: what, why, and the words of the new record that it rests on.

    `about` is the id of the position, meeting, finding, utterance or article.
    """

    kind: MoveKind
    told: str
    why: str
    about: str | None = None
    evidence: tuple[Span, ...] = ()


def moves(old: Record, new: Record) -> tuple[Move, ...]:
    """The moves in the order of their kinds; none from an empty record: of a first build everything is new."""
    if not old.articles:
        return ()
    turn = Turn(old, new)
    finders: Sequence[Callable[[Turn], Iterable[Move]]] = (
        _positions, _rounds, _differences, _sources, _articles, _gone,
    )  # fmt: skip
    found = [m for find in finders for m in find(turn)]
    order = list(MoveKind)
    kinds: dict[MoveKind, list[Move]] = {kind: [] for kind in order}
    for move in found:
        kinds[move.kind].append(move)
    return tuple(m for kind in order for m in kinds[kind][:MOST])


class Turn:
    """Two records, and the articles that came or were changed between them."""

    def __init__(self, old: Record, new: Record) -> None:
        self.old, self.new = Scene(old), Scene(new)
        before = self.old.articles
        self.came = [a for a in self.new.articles if a not in before]
        self.edited = [a for a, article in self.new.articles.items() if a in before and before[a].text != article.text]
        self.decided = [d for d in new.decisions if d not in old.decisions]

    def why(self, spans: Iterable[Span]) -> str:
        """The reason: new or changed articles among the evidence, else a decision, else another reading."""
        articles = {s.article for s in spans}
        if told := _listed(self.new, [a for a in self.came if a in articles]):
            return f"new: {told}"
        if told := _listed(self.new, [a for a in self.edited if a in articles]):
            return f"changed text: {told}"
        if self.decided:
            reasons = [f"“{d.reason}”" for d in self.decided if d.reason][:NAMED]
            return "a decision" + (f": {', '.join(reasons)}" if reasons else "")
        if self.came:
            return f"read together with {_listed(self.new, self.came)}"
        return "read anew by another version of Parley, or without an article"


def _listed(scene: Scene, articles: Sequence[str]) -> str:
    named = [scene.outlet(a) for a in articles[:NAMED]]
    return ", ".join(dict.fromkeys(named)) + (f" and {len(articles) - NAMED} more" if len(articles) > NAMED else "")


def _positions(turn: Turn) -> Iterator[Move]:
    """A stance that the old record did not have, against the party's last one before it; or its first on the issue."""
    known = by_words(turn.old.record.positions)
    for position in turn.new.record.positions:
        if any(_same_stance(position, p) for s in position.evidence for p in known.get(s, ())):
            continue
        party, issue = turn.new.stand(position)
        before = turn.old.stances.get((party, issue), [])
        if any(_same_stance(position, p) for p in before):
            continue
        told, why = _stance(position), turn.why(position.evidence)
        earlier = [p for p in before if (p.when or "") <= (position.when or "9999")]
        if not before:
            yield Move(MoveKind.STAND, f"{party}: {issue}: {told}", why, position.id, position.evidence)
        elif earlier:
            last = max(earlier, key=lambda p: (p.when or "", p.id))
            yield Move(
                MoveKind.POSITION, f"{party}: {issue}: {_stance(last)} → {told}", why, position.id, position.evidence
            )


def _same_stance(a: Position, b: Position) -> bool:
    return a.stance is b.stance and a.conditional == b.conditional


def _stance(position: Position) -> str:
    told = position.stance.value.replace("_", " ")
    if position.condition:
        opened = position.condition.split(" ", 1)[0].lower() in OPENERS
        told += f", {position.condition}" if opened else f", if {position.condition}"
    elif position.conditional:
        told += ", on a condition"
    return told + _on(position.when)


def _on(when: str | None) -> str:
    return f" ({when})" if when else ""


def _rounds(turn: Turn) -> Iterator[Move]:
    ids, known = {m.id: m for m in turn.old.record.meetings}, by_words(turn.old.record.meetings)
    for meeting in turn.new.record.meetings:
        before = ids.get(meeting.id) or next((m for s in meeting.evidence for m in known.get(s, ())), None)
        told = " ".join(filter(None, (meeting.forum or "meeting", meeting.place and f"in {meeting.place}")))
        why = turn.why(meeting.evidence)
        if before is None:
            status = "" if meeting.status is MeetingStatus.HELD else f", {meeting.status}"
            yield Move(MoveKind.ROUND, f"{told}{_on(meeting.date)}{status}", why, meeting.id, meeting.evidence)
        elif changed := _changed(before, meeting):
            yield Move(MoveKind.ROUND, f"{told}: {changed}", why, meeting.id, meeting.evidence)


def _changed(before: Meeting, now: Meeting) -> str:
    told = [f"{before.status} → {now.status}"] if before.status is not now.status else []
    if before.date != now.date:
        told.append(f"{before.date or 'undated'} → {now.date or 'undated'}")
    return ", ".join(told)


APART = (FindingKind.FIGURE, FindingKind.DATE, FindingKind.ATTRIBUTION, FindingKind.WORDING, FindingKind.SCOPE)


def _differences(turn: Turn) -> Iterator[Move]:
    """Where outlets now differ; a party that moved is told by its position, and agreement by its new source."""
    ids, summaries = _known(turn.old.record.findings)
    for finding in turn.new.record.findings:
        if finding.kind in APART and finding.id not in ids and (finding.kind, finding.summary) not in summaries:
            told = f"{finding.kind} now differs: {finding.summary}"
            yield Move(MoveKind.DIFFERENCE, told, turn.why(finding.evidence), finding.id, finding.evidence)


def _known(findings: Iterable[Finding]) -> tuple[set[str], set[tuple[FindingKind, str]]]:
    found = tuple(findings)
    return {f.id for f in found}, {(f.kind, f.summary) for f in found}


def _sources(turn: Turn) -> Iterator[Move]:
    """Words or a stance that one origin told, and now a second."""
    said = {q.spans: u for u in turn.old.record.utterances for q in u.quotes}
    for utterance in turn.new.record.utterances:
        spans = _said(utterance)
        before = next((said[q.spans] for q in utterance.quotes if q.spans in said), None)
        if before and _joined(turn, _said(before), spans):
            told = f"“{turn.new.words(spans[0])}” ({turn.new.name(utterance.speaker)})"
            yield _second(turn, told, utterance.id, spans)
    held = by_words(turn.old.record.positions)
    for position in turn.new.record.positions:
        stance = next((p for s in position.evidence for p in held.get(s, ()) if _same_stance(position, p)), None)
        if stance and _joined(turn, stance.evidence, position.evidence):
            party, issue = turn.new.stand(position)
            yield _second(turn, f"{party}: {issue}: {_stance(position)}", position.id, position.evidence)


def _said(utterance: Utterance) -> tuple[Span, ...]:
    return tuple(s for q in utterance.quotes for s in q.spans)


def _joined(turn: Turn, before: Iterable[Span], now: Iterable[Span]) -> bool:
    return len(turn.old.origins(before)) == 1 and len(turn.new.origins(now)) > 1


def _second(turn: Turn, told: str, about: str, spans: tuple[Span, ...]) -> Move:
    return Move(MoveKind.SOURCE, told, turn.why(spans), about, spans)


def _articles(turn: Turn) -> Iterator[Move]:
    for article in turn.came:
        origin = turn.new.origin_of.get(article)
        others = [a for a in origin.articles if a in turn.old.articles] if origin else []
        told = f"goes back to {origin.name}" if origin and others else "an origin of its own"
        if origin and not others and len(origin.articles) > 1:
            told = f"goes back to {origin.name}, new too"
        title = turn.new.title(article)
        why = "; ".join(origin.reasons[:1]) if origin and others else ""
        yield Move(MoveKind.ARTICLE, f"{turn.new.outlet(article)}, {title}: {told}", why, article)
    for article in turn.edited:
        yield Move(MoveKind.ARTICLE, f"{turn.new.outlet(article)}: its text changed", "", article)


def _gone(turn: Turn) -> Iterator[Move]:
    """Differences and stances that the new record does not tell any more though their articles are still there."""
    _, summaries = _known(turn.new.record.findings)
    stands = by_words(turn.new.record.findings)
    for finding in turn.old.record.findings:
        grown = any(f.kind is finding.kind for s in finding.evidence for f in stands.get(s, ()))
        if finding.kind in APART and not grown and (finding.kind, finding.summary) not in summaries:
            yield Move(MoveKind.GONE, f"no longer told: {finding.summary}", turn.why(finding.evidence))
    told = by_words(turn.new.record.positions)
    for position in turn.old.record.positions:
        stays = any(s.article in turn.new.articles for s in position.evidence)
        if stays and not any(_same_stance(position, p) for s in position.evidence for p in told.get(s, ())):
            party, issue = turn.old.stand(position)
            line = f"no longer told: {party}: {issue}: {_stance(position)}"
            yield Move(MoveKind.GONE, line, turn.why(position.evidence))
