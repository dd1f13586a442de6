"""Positions of a draft against the record's: who demands, offers or rejects what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parley.check.mark import Mark, MarkKind, Verdict
from parley.check.names import is_named
from parley.record import Actor, Position, Record, Span, Stance, StanceKind
from parley.text.things import thing

TOWARDS = frozenset({StanceKind.OFFERS, StanceKind.SUPPORTS, StanceKind.ACCEPTS, StanceKind.OPEN_TO})
AGAINST = frozenset({StanceKind.REJECTS, StanceKind.REFUSES, StanceKind.DENIES})
ALIKE = 0.6  # of the draft's words for an issue found in the record's, from which it is the same issue (planted draft)
CLOSE = 0.6  # of the words shared with the closest position, from which another tells of the same thing
LEAST = 0.5  # a stance with a lower score is no position of the draft
TOLD = 4  # positions told of a mark
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class KnownPositions:
    """The positions of a record, by party and by what they are about."""

    def __init__(self, record: Record) -> None:
        self._texts = record.texts()
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}
        self._issues = {i.id: i.name for i in record.issues}
        self._known = [
            (p, thing(self._named(p)), thing(" ".join(map(self._words, p.evidence)))) for p in record.positions
        ]

    def hold(self, stances: Sequence[Stance], text: str) -> Iterator[Mark]:
        """One mark for each stance of the draft, from the word that tells it to the end of what it is about.

        "The authority refused." names nothing itself: it is marked where it is found, and never accused.
        """
        for stance in (s for s in stances if s.score >= LEAST and thing(s.issue)):
            at = text.find(stance.issue, stance.span.start, stance.span.end)
            mark = self._held(stance)
            if at >= 0:
                ends = max(stance.cue.end, at + len(stance.issue))
                yield replace(mark, start=min(stance.cue.start, at), end=ends)
            elif not mark.fails:
                yield replace(mark, start=stance.cue.start, end=stance.cue.end)

    def _held(self, stance: Stance) -> Mark:
        parties, near = self._parties(stance.party), self._about(stance.issue)
        own = closest([(p, shared) for p, shared in near if p.party in parties])
        same = [p for p in own if one_side(p.stance, stance.stance)]
        numbers = [p for p in same if self._numbers_agree(stance, p)]
        if numbers:
            contrary = [p for p in own if contradict(p.stance, stance.stance)]
            note = f"the record also has: {self._told(contrary)}" if contrary else None
            return self._mark(stance, Verdict.EXACT, numbers, note)
        if same:
            return self._mark(stance, Verdict.DIFFERS, same)
        if own:
            opposed = all(contradict(p.stance, stance.stance) for p in own)
            return self._mark(stance, Verdict.DIFFERS if opposed else Verdict.CHANGED, own)
        others = [p for p, _ in near if p.stance is stance.stance and self._numbers_agree(stance, p)]
        if others:
            name = self._name(others[0].party)
            return self._mark(stance, Verdict.OTHER_SPEAKER, others, f"the record has it of {name}")
        note = "the record has no position of this party on this"
        return Mark(stance.span.start, stance.span.end, MarkKind.POSITION, Verdict.UNKNOWN, (), note)

    def _parties(self, name: str) -> set[str]:
        """Whom a name in the draft can mean, and those for whom a person of that name speaks."""
        named = [a for a in self._actors.values() if is_named(a, name)]
        return {key for a in named for key in (a.id, a.party) if key}

    def _about(self, issue: str) -> list[tuple[Position, int]]:
        """Positions on the same thing: their own words or the issue's name share a word, and their sentence most of them. How many
        words they share themselves comes along."""
        asked = thing(issue)
        return [
            (p, len(asked & named))
            for p, named, around in self._known
            if asked & named and len(asked & (named | around)) >= ALIKE * len(asked)
        ]

    def _numbers_agree(self, stance: Stance, position: Position) -> bool:
        """ "a 5 percent raise" is not "a 4 percent raise"; where either gives no number, nothing is contradicted."""
        asked, known = NUMBER.findall(stance.issue), NUMBER.findall(self._named(position))
        return not asked or not known or bool({*asked} & {*known})

    def _named(self, position: Position) -> str:
        words = self._words(position.words) if position.words else ""
        return f"{self._issues.get(position.issue, '')} {words}"

    def _words(self, span: Span) -> str:
        return self._texts[span.article][span.start : span.end]

    def _name(self, party: str) -> str:
        return self._actors[party].name if party in self._actors else party

    def _mark(self, stance: Stance, verdict: Verdict, held: Sequence[Position], note: str | None = None) -> Mark:
        found = note if note or verdict is Verdict.EXACT else f"the record has: {self._told(held)}"
        evidence = tuple(dict.fromkeys(e for p in held for e in p.evidence))
        return Mark(stance.span.start, stance.span.end, MarkKind.POSITION, verdict, evidence, found)

    def _told(self, held: Sequence[Position]) -> str:
        told = dict.fromkeys(f"{p.stance.replace('_', ' ')} “{self._what(p)}”" for p in held)
        return ", ".join([*told][:TOLD])

    def _what(self, position: Position) -> str:
        return " ".join(self._words(position.words).split()) if position.words else self._issues.get(position.issue, "")


def closest(near: Sequence[tuple[Position, int]]) -> list[Position]:
    """Those that share the most words with the draft's, and nearly as many."""
    most = max((shared for _, shared in near), default=0)
    return [p for p, shared in near if shared >= CLOSE * most]


def one_side(a: StanceKind, b: StanceKind) -> bool:
    """Whether two stances say the same of a draft's sentence: "rejects" and "refuses" do, "is open to" and "accepts" do not."""
    return a is b or {a, b} <= AGAINST or {a, b} <= {StanceKind.SUPPORTS, StanceKind.ACCEPTS}


def contradict(a: StanceKind, b: StanceKind) -> bool:
    """Only yes and no contradict each other: who rejects a plan may well demand another."""
    return (a in TOWARDS and b in AGAINST) or (a in AGAINST and b in TOWARDS)
