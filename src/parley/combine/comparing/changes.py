"""Positions over time and over outlets: what moved, and what is told with a different reach."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from parley.combine.comparing.finding import Pages
from parley.record import Finding, FindingKind, Position, Stance, StanceKind
from parley.text.things import thing

REACHING = (StanceKind.DEMANDS, StanceKind.OFFERS, StanceKind.REFUSES)
TOWARDS = {StanceKind.ACCEPTS: 3, StanceKind.OFFERS: 2, StanceKind.SUPPORTS: 2, StanceKind.OPEN_TO: 1}
AGAINST = {StanceKind.REJECTS: -2, StanceKind.REFUSES: -2, StanceKind.DENIES: -2}


def changes_of_position(pages: Pages) -> Iterator[Finding]:
    """A party that stands otherwise on an issue at a later day than before."""
    for (party, issue), held in _by_party_and_issue(pages).items():
        dated = sorted((p for p in held if p.when), key=lambda p: (p.when or "", p.id))
        for before, after in pairwise(dated):
            if _moved(before, after):
                told = (
                    f"{pages.name(party)}, {pages.name(issue)}: {_stance(before)} ({before.when})"
                    f" → {_stance(after)} ({after.when})"
                )
                yield pages.finding(FindingKind.CHANGE, told, [before.evidence[0], after.evidence[0]])


def scopes_of_demands(pages: Pages) -> Iterator[Finding]:
    """One demand or offer of one party, told by independent outlets with a different reach."""
    stances = {s.span: s for r in pages.record.readings for s in r.stances}
    for held in (p for p in pages.record.positions if p.stance in REACHING and p.origins > 1):
        told = _different([stances[e] for e in held.evidence if e in stances])
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


def _moved(before: Position, after: Position) -> bool:
    """Whether two stances on one issue lie on different sides; a day given as a month is not before one of its days."""
    a, b = before.when or "", after.when or ""
    sides = _side(before.stance), _side(after.stance)
    return not b.startswith(a[:10]) and a < b and 0 not in sides and sides[0] * sides[1] < 0


def _side(stance: StanceKind) -> int:
    return TOWARDS.get(stance, 0) or AGAINST.get(stance, 0)


def _stance(position: Position) -> str:
    return position.stance.replace("_", " ") + (" if" if position.conditional else "")
