"""Who demands, offers or rejects what: a grid of parties and issues, and the evidence of each cell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.record import Position
from parley.views import contract
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, by_words, narrow
from parley.views.web.screen import Asked, Shown, paged
from parley.views.web.telling import gathering, plain, tone

PARTIES = 5  # columns that a page holds; "party" asks for one
MOST_STOPS = 24  # days that the track above the grid has
CLOSER = frozenset(
    {"party", "issue", "meeting", "stance", "speaker", "outlet", "date"}
)  # asked for one, evidence is listed
Cells = dict[tuple[str, str], list[Position]]


@dataclass(frozen=True, slots=True)
class Stop:
    """A day on which positions were taken: its name on the track, and where the grid stands as of that day."""

    day: str
    name: str
    count: int
    url: str
    here: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A stance that a party held for one or more positions in a row; `moved` where it is a change of the step before."""

    positions: tuple[Position, ...]
    moved: bool
    origins: int

    @property
    def first(self) -> Position:
        return self.positions[0]


def positions(asked: Asked) -> Shown:
    index = asked.index
    every = index.record.positions
    prior = asked.query.get("meeting") or asked.query.get("until")
    found, facets = narrow(
        asked, [p for p in every if _listed(asked, p)] if prior else every, _traits(index), not prior
    )
    whole = index.once("positions", lambda: _grid(every))
    narrowed = CLOSER & {key for key, value in asked.query.items() if value}
    # as of an earlier day, parties and issues keep their places
    parties, named, cells = _grid(found) if narrowed else (whole[0], whole[1], _cells(found))
    issues = paged(asked, named, 20)
    shown = {(p, i) for p in parties[:PARTIES] for i in issues.items} & cells.keys()
    closer = found if narrowed else []
    return Shown(
        "positions.html",
        "Positions",
        lambda: {"positions": [contract.position_json(p, index.texts) for p in found]},
        {
            "parties": parties[:PARTIES],
            "hidden": parties[PARTIES:],
            "issues": issues,
            "cells": {key: steps(index, cells[key]) for key in shown},
            "closer": sorted(closer, key=lambda p: _order(index, p))[: 400 if asked.still else 40],
            "many": len(closer),
            "facets": facets,
            "stops": stops(asked),
            "until": asked.query.get("until"),
            "undated": sum(p.when is None for p in every),
        },
    )


def stops(asked: Asked) -> list[Stop]:
    """The days on which positions were taken, in order; of many, those with most of them."""
    index = asked.index
    counts = index.once("stops", lambda: Counter(p.when[:10] for p in index.record.positions if p.when))
    days = sorted(sorted(counts, key=lambda d: (-counts[d], d))[:MOST_STOPS])
    rounds = index.once("rounds by day", lambda: _rounds(index))
    chosen = asked.query.get("until")
    return [Stop(d, rounds.get(d, ""), counts[d], asked.url(until=d), d == chosen) for d in days]


def _rounds(index: Index) -> dict[str, str]:
    """The meeting of a day that most positions were taken at."""
    held = sorted((m for m in index.record.meetings if m.date), key=lambda m: index.positions_at[m.id])
    return {(m.date or "")[:10]: gathering(m) for m in held if index.positions_at[m.id]}


def steps(index: Index, held: Sequence[Position]) -> list[Step]:
    """Positions in order of time, equal ones of one day as one step; what is told of one day is no change of that day."""
    groups: list[list[Position]] = []
    for position in sorted(held, key=lambda p: (p.when or "9999", p.id)):
        if groups and _same(groups[-1][-1], position):
            groups[-1].append(position)
        else:
            groups.append([position])
    before = [None, *(g[-1] for g in groups)]
    return [
        Step(
            tuple(g),
            earlier is not None and _moved(earlier, g[0]),
            index.origins(s.article for p in g for s in p.evidence),
        )
        for g, earlier in zip(groups, before, strict=False)
    ]


def _moved(earlier: Position, later: Position) -> bool:
    """Whether a party turned, or set or dropped a condition, on a later day ("2024-03" is not before one of its days)."""
    if not earlier.when or not later.when or later.when <= earlier.when or later.when.startswith(earlier.when):
        return False
    return tone(earlier.stance) != tone(later.stance) or earlier.conditional != later.conditional


def _same(a: Position, b: Position) -> bool:
    return (a.stance, a.conditional, a.condition, a.when) == (b.stance, b.conditional, b.condition, b.when)


def _grid(found: Sequence[Position]) -> tuple[list[str], list[str], Cells]:
    """Parties and issues, those with most positions first, and what stands where they meet."""
    parties = [p for p, _ in Counter(p.party for p in found).most_common()]
    return parties, _issues(found), _cells(found)


def _cells(found: Iterable[Position]) -> Cells:
    cells: Cells = defaultdict(list)
    for position in found:
        cells[position.party, position.issue].append(position)
    return dict(cells)


def _issues(found: Iterable[Position]) -> list[str]:
    """Issues on which most parties stand first, then those with most positions."""
    parties: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for position in found:
        parties[position.issue].add(position.party)
        counts[position.issue] += 1
    return sorted(counts, key=lambda i: (-len(parties[i]), -counts[i], i))


def _listed(asked: Asked, position: Position) -> bool:
    """Of the meeting that is asked for, and known by the day of which the grid is asked."""
    meeting, until = asked.query.get("meeting"), asked.query.get("until")
    known = not until or (position.when is not None and position.when[:10] <= until)
    return known and (not meeting or position.meeting == meeting)


def _traits(index: Index) -> list[Trait[Position]]:
    return [
        Trait("party", "Party", lambda p: (p.party,), index.actor),
        Trait("issue", "Issue", lambda p: (p.issue,), index.issue),
        Trait("stance", "Stance", lambda p: (p.stance,), plain),
        Trait("speaker", "Speaker", lambda p: (p.speaker,) if p.speaker else (), index.actor),
        *by_words(index, lambda p: p.evidence, "outlet", "date"),
    ]


def _order(index: Index, position: Position) -> tuple[str, str, str, str]:
    return index.actor(position.party) or "", index.issue(position.issue), position.when or "9999", position.id
