"""Statements that a person coded in Discourse Network Analyzer, held against a record: what both say, and where they differ."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.check.names import is_named
from parley.check.positions import AGAINST
from parley.record import Decision, DecisionKind, Position, Record, Span, StanceKind, Target
from parley.text.things import thing
from parley.text.words import fold

NEEDED = ("organization", "concept", "agreement")
YES, NO = ("1", "yes", "true", "agree"), ("0", "no", "false", "disagree")
MOST = 200_000  # rows that are read


class CodingError(ValueError):
    """A table that is no export of coded statements; the message says what is missing."""


class Coded(StrEnum):
    """AGREES: the record has the position and the same side; DIFFERS: the other side; MISSING: no such position."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Statement:
    """One row: who holds which view of a concept, where; an empty cell is ""."""

    row: int
    person: str
    organization: str
    concept: str
    agrees: bool
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    statement: Statement
    coded: Coded
    position: Position | None


def statements(table: str) -> list[Statement]:
    """The rows of DNA's CSV export; columns may stand in any order. Raises CodingError."""
    head = table[:4096].partition("\n")[0]
    rows = csv.DictReader(io.StringIO(table), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [n for n in NEEDED if n not in (rows.fieldnames or ())]
    if missing:
        raise CodingError(f"has no column {', '.join(missing)}; export the statements from DNA as CSV, one a row")
    try:
        return [_statement(n, row) for n, row in enumerate(rows, 2) if n <= MOST]
    except csv.Error as error:
        raise CodingError(f"is a damaged table ({error})") from error


def hold_coding(record: Record, found: Sequence[Statement]) -> Iterator[Held]:
    """Each statement with the record's position of the same party on the same thing, in the same article where it says."""
    coding = Coding(record)
    for statement in found:
        position = coding.position(statement)
        if position is None:
            yield Held(statement, Coded.MISSING, None)
        else:
            same = (position.stance not in AGAINST) is statement.agrees
            yield Held(statement, Coded.AGREES if same else Coded.DIFFERS, position)


def decisions(found: Iterable[Held], author: str, at: str) -> list[Decision]:
    """What the coding decides, once a position: it is sure, or its stance is the other side, as most of its statements say.

    Nothing is decided where they are even, nor of what the record lacks.
    """
    told: dict[str, list[Held]] = defaultdict(list)
    for held in found:
        if held.position is not None:
            told[held.position.id].append(held)
    made = []
    for key, same in told.items():
        agree = sum(h.coded is Coded.AGREES for h in same)
        if 2 * agree != len(same):
            coded = Coded.AGREES if 2 * agree > len(same) else Coded.DIFFERS
            first = next(h for h in same if h.coded is coded)
            made.append(_decision(key, first.statement, coded, author, at))
    return made


def _decision(position: str, told: Statement, coded: Coded, author: str, at: str) -> Decision:
    stance = StanceKind.SUPPORTS if told.agrees else StanceKind.REJECTS
    field, value = ("score", "1.0") if coded is Coded.AGREES else ("stance", stance.value)
    reason = f"coded in DNA: {told.concept}, {'agreement' if told.agrees else 'disagreement'}"
    return Decision(DecisionKind.CORRECT, Target.POSITION, (position,), reason, author, at, field, value)


class Coding:
    """A record's positions, to be found by what a coder wrote down."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._texts = record.texts()
        self._issues = {i.id: i.name for i in record.issues}
        self._titles = {fold(r.title or r.article): r.article for r in record.readings}

    def position(self, statement: Statement) -> Position | None:
        """The position that agrees with the coder before one that does not; in the coded words before elsewhere in the article."""
        article = self._article(statement)
        places = [
            (self._apart(p, statement, article), (p.stance not in AGAINST) is not statement.agrees, n, p)
            for n, p in enumerate(self._about(statement))
        ]
        near = [place for place in places if place[0] is not None]
        return min(near, key=lambda x: (x[0] or 0, x[1], x[2]))[3] if near else None

    def _about(self, statement: Statement) -> Iterator[Position]:
        names = [n for n in (statement.organization, statement.person) if n]
        named = [a for a in self._record.actors if any(is_named(a, n) for n in names)]
        parties = {key for a in named for key in (a.id, a.party) if key}
        concept = thing(statement.concept)
        for position in self._record.positions:
            issue = self._issues.get(position.issue, "")
            if position.party in parties and (fold(issue) == fold(statement.concept) or concept & thing(issue)):
                yield position

    def _article(self, statement: Statement) -> str | None:
        """None where the coder named no document."""
        if not statement.document:
            return None
        return self._titles.get(fold(statement.document), statement.document)

    def _apart(self, position: Position, statement: Statement, article: str | None) -> int | None:
        """0 where the coded words are the position's own, 1 in the same article, None elsewhere."""
        told = [s for s in position.evidence if article in (None, s.article)]
        if statement.text and any(self._shares(s, statement.text) for s in told):
            return 0
        return 1 if told else None

    def _shares(self, span: Span, text: str) -> bool:
        at = self._texts[span.article].find(text.strip())
        return at >= 0 and at < span.end and span.start < at + len(text.strip())


def _statement(row: int, cells: Mapping[str, str | None]) -> Statement:
    def cell(name: str) -> str:
        return (cells.get(name) or "").strip().removeprefix("'")  # as spreadsheets need it before a sign

    told = cell("agreement").lower()
    if told not in YES + NO:
        raise CodingError(f"row {row}: agreement is {told[:20]!r}; DNA writes 1 or 0")
    document = cell("docTitle") or cell("document")
    return Statement(row, cell("person"), cell("organization"), cell("concept"), told in YES, document, cell("text"))
