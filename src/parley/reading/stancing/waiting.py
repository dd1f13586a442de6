"""Answers still to come: "has yet to reply to the offer", "has not said whether it will accept", "is studying the draft"."""

from collections.abc import Iterator

from parley.reading.stancing.claim import Claim
from parley.reading.stancing.holders import Holder
from parley.reading.stancing.line import Group, Line
from parley.reading.stancing.moves import CONCESSIONS, ON_TABLE
from parley.reading.stancing.reach import issue_end
from parley.reading.stancing.verbs import Verbs
from parley.record import StanceKind

REPLYING = frozenset("respond responded reply replied answer answered".split())
TELLING = frozenset("say said decide decided indicate indicated reveal revealed".split())
TAKING = frozenset("accept take back support sign join agree endorse ratify adopt approve".split())
STUDYING = frozenset("studying reviewing weighing examining mulling assessing".split())
WAITING = REPLYING | TELLING | STUDYING
PUT = ON_TABLE | frozenset("demand demands request proposals offers text paper suggestion invitation ultimatum".split())
SURE = 0.5  # as for "neither accepted nor rejected": shown, and shown as unsure


class Waiting:
    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs

    def claims(self, line: Line) -> Iterator[Claim]:
        for n in line.verbs:
            word = line.lower[n]
            if word not in WAITING:
                continue
            first = self._issue(line, line.group(n), word)
            end = issue_end(line, first) if first is not None else 0
            if first is None or end <= first:
                continue
            holders = self.verbs.subjects(line, line.group(n)) or self._yet(line, n)
            if holders:
                yield Claim(StanceKind.OPEN_TO, holders, (n, n + 1), (first, end), SURE, pending=True)

    def _issue(self, line: Line, group: Group, word: str) -> int | None:
        """Where what is to be answered begins; None where the verb is no waiting."""
        at = group.verb + 1
        if word in STUDYING:
            return at if PUT & set(line.lower[at : at + 6]) and not group.negated else None
        if not (group.negated or self._still_to(line, group)):
            return None
        if word in REPLYING:
            first = at + (line.lower[at : at + 1] == ["to"])
            return first if PUT & set(line.lower[first : first + 8]) else None
        if line.lower[at : at + 1] != ["whether"]:
            return None
        verb = next((n for n in range(at + 1, min(at + 7, len(line))) if line.lower[n] in TAKING | CONCESSIONS), None)
        if verb is None or verb + 1 >= len(line):
            return None
        return verb + (line.lower[verb] in TAKING)

    def _still_to(self, line: Line, group: Group) -> bool:
        """ "has yet to reply", "was still to decide"."""
        return line.lower[max(0, group.verb - 2) : group.verb] in (["yet", "to"], ["still", "to"])

    def _yet(self, line: Line, n: int) -> tuple[Holder, ...]:
        """Whose reply it is in "Orsova has | yet to reply": the parse makes "has" the verb."""
        have = next((k for k in range(n - 1, max(-1, n - 5), -1) if line.lower[k] in ("has", "have", "had")), None)
        return self.verbs.subjects(line, line.group(have)) if have is not None else ()
