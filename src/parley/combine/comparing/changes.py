"""Positions over time and over outlets: what moved, and what is told with a different reach."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from parley.combine.comparing.finding import Pages
from parley.record import Finding, FindingKind, Position, Stance, StanceKind
from parley.text.things import thing

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
REACHING = (StanceKind.DEMANDS, StanceKind.OFFERS, StanceKind.REFUSES)
TOWARDS = {StanceKind.ACCEPTS: 3, StanceKind.OFFERS: 2, StanceKind.SUPPORTS: 2, StanceKind.OPEN_TO: 1}
AGAINST = {StanceKind.REJECTS: -2, StanceKind.REFUSES: -2, StanceKind.DENIES: -2}


def changes_of_position(pages: Pages) -> Iterator[Finding]:
    """A party that stands otherwise on an issue at a later day than before."""
    for (party, issue), held in _by_party_and_issue(pages).items():
        dated = sorted((p for p in held if p.when), key=lambda p: (p.when or "", p.id))
        for before, after in pairwise(dated):
            if _later(before, after) and (_turned(before, after) or _other_number(pages, before, after)):
                held_then, held_now = (f"{_stance(p)}{_what(pages, p)} ({p.when})" for p in (before, after))
                told = f"{pages.name(party)}, {pages.name(issue)}: {held_then} → {held_now}"
                yield pages.finding(FindingKind.CHANGE, told, [before.evidence[0], after.evidence[0]])


def told_and_denied(pages: Pages) -> Iterator[Finding]:
    """What one origin says a party threatens, and another that it denies."""
    for (party, issue), held in _by_party_and_issue(pages).items():
        told = [next((p for p in held if p.stance is kind), None) for kind in (StanceKind.THREATENS, StanceKind.DENIES)]
        if told[0] and told[1]:
            sides = " | ".join(f"{_stance(p)}{_what(pages, p)}" for p in told if p)
            spans = [p.evidence[0] for p in told if p]
            found = pages.finding(FindingKind.ATTRIBUTION, f"{pages.name(party)}, {pages.name(issue)}: {sides}", spans)
            if found.origins > 1:
                yield found


def scopes_of_demands(pages: Pages) -> Iterator[Finding]:
    """One demand or offer of one party, told by independent outlets with a different reach."""
    for held in (p for p in pages.record.positions if p.stance in REACHING and p.origins > 1):
        told = _different(pages.stances(held))
        if len({s.span.article for s in told}) > 1:
            reach = " | ".join(f"“{s.issue}”" for s in told)
            summary = f"{pages.name(held.party)} {_stance(held)}: {reach}"
            found = pages.finding(FindingKind.SCOPE, summary, [s.span for s in told])
            if found.origins > 1:
                yield found


def _different(stances: list[Stance]) -> list[Stance]:
    """One stance for each reach: what it names, no other one names wholly."""
    found: list[Stance] = []
    for stance in stances:
        if not any(thing(stance.issue) <= thing(s.issue) for s in found):
            found = [s for s in found if not thing(s.issue) <= thing(stance.issue)] + [stance]
    return found


def _by_party_and_issue(pages: Pages) -> Mapping[tuple[str, str], list[Position]]:
    found: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in pages.record.positions:
        found[position.party, position.issue].append(position)
    return found


def _later(before: Position, after: Position) -> bool:
    """A day given as a month is not before one of its days."""
    a, b = before.when or "", after.when or ""
    return a < b and not b.startswith(a[:10])


def _turned(before: Position, after: Position) -> bool:
    """Whether the stances lie on different sides, a party is open to what it had demanded something about, or takes what it
    was open to."""
    gave_way = before.stance is StanceKind.DEMANDS and after.stance in (StanceKind.OPEN_TO, StanceKind.ACCEPTS)
    settled = before.stance is StanceKind.OPEN_TO and after.stance is StanceKind.ACCEPTS
    return gave_way or settled or _side(before.stance) * _side(after.stance) < 0


def _other_number(pages: Pages, before: Position, after: Position) -> bool:
    """Whether one offer or demand is told with other numbers: "4 percent", then "6 percent"."""
    then, now = (NUMBER.findall(_what(pages, p)) for p in (before, after))
    return before.stance is after.stance and bool(then) and bool(now) and then != now


def _what(pages: Pages, position: Position) -> str:
    return f" “{pages.words(position.words)}”" if position.words else ""


def _side(stance: StanceKind) -> int:
    return TOWARDS.get(stance, 0) or AGAINST.get(stance, 0)


def _stance(position: Position) -> str:
    return position.stance.replace("_", " ") + (" if" if position.conditional else "")
