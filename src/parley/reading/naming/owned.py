"""Offices told without a name: "Sweden's trade minister said", and later "Trade Minister Milo Ruzek"."""

from collections.abc import Iterator

from parley.reading.naming.appositions import party_at
from parley.reading.naming.entities import Entity
from parley.reading.naming.line import Kind, Line
from parley.reading.naming.scene import Scene
from parley.reading.naming.spotting import office_end
from parley.text.spelling import office_key

LONGEST_OWNER = 8  # words
Owned = tuple[str, Entity, Line, int, int]  # key of the office, whose it is, and the words [first, last) for both


def meet_owned(scene: Scene) -> None:
    """Tells the party of who holds an office that one body alone is said to have, and places the unnamed mentions."""
    owned = list(_owned_offices(scene))
    owners: dict[str, list[Entity]] = {}
    for key, party, *_ in owned:
        if party not in owners.setdefault(key, []):
            owners[key].append(party)
    for key, parties in owners.items():
        holders = [p for p in scene.table.persons if key in p.offices]
        if len(parties) == 1 and len(holders) == 1 and holders[0].party is None:
            holders[0].party = parties[0]
    for key, party, line, first, last in owned:
        held = [p for p in scene.table.persons if key in p.offices and p.party is party]
        if len(held) == 1:
            scene.place(held[0], line, first, last, counts=False)
            held[0].aliases.add(line.slice(first, last).replace("The ", "the "))


def _owned_offices(scene: Scene) -> Iterator[Owned]:
    for line in scene.lines:
        places = {n for n in line.owners if n}
        places.update([n + 1 for n, known in line.known.items() if known[1] is Kind.ADJECTIVE and n + 1 < line.size])
        for n in sorted(places):
            if line.lowers[n] in ("’s", "'s"):
                owner, begin = _owner(scene, line, n), n + 1
            elif line.known[n - 1][0] == 1 and line.lower(n - 2) == "the":
                owner, begin = (n - 2, scene.table.of_entry(line.known[n - 1][2])), n
            else:
                continue
            end = office_end(line, begin) if owner else None
            if owner and end is not None and end > begin + 1 and _nameless(line, end):
                yield office_key(line.slice(begin, end)), owner[1], line, owner[0], end


def _owner(scene: Scene, line: Line, n: int) -> tuple[int, Entity] | None:
    """The body whose mention ends before word n, and where the mention begins."""
    for first in range(max(0, n - LONGEST_OWNER), n):
        found = party_at(scene, line, first)
        if found and found[0] == n:
            return first, found[1]
    return None


def _nameless(line: Line, end: int) -> bool:
    """Whether no name follows the office: not "Sweden's trade minister, Milo Ruzek,"."""
    after = end + 1 if line.lower(end) == "," else end
    return not (line.named(after) and line.joined(after))
