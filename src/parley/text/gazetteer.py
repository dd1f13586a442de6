"""States and organisations by every name under which news writes of them (`gazetteer.txt`)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources

PIECE = re.compile(r"(?:[A-Z]\.)+|[^\W_]+(?:['’-][^\W_]+)*|[^\s\w]")


@dataclass(frozen=True)
class Entry:
    """`names` mean the entity itself, `adjectives` belong to it or are its people, `seats` are places that stand for its
    government, `descriptions` are common nouns for it ("the alliance")."""

    name: str
    state: bool
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    group: bool = False
    place: bool = False


@dataclass(frozen=True)
class Gazetteer:
    """Entries by name, by adjective, by seat."""

    by_name: dict[str, Entry] = field(default_factory=dict)
    by_adjective: dict[str, Entry] = field(default_factory=dict)
    by_seat: dict[str, Entry] = field(default_factory=dict)
    by_place: dict[str, Entry] = field(default_factory=dict)  # places that speak for nobody; not among those found
    longest: dict[str, int] = field(default_factory=dict)  # first word -> most words of a name that begins so

    @cached_property
    def descriptions(self) -> frozenset[str]:
        """Common nouns that can mean one of the entities."""
        return frozenset(d for e in self.by_name.values() for d in e.descriptions)

    def find(self, words: str) -> Entry | None:
        """The entity that the words name, by its own name, a seat of government or its adjective."""
        return self.by_name.get(words) or self.by_seat.get(words) or self.by_adjective.get(words)


@cache
def gazetteer() -> Gazetteer:
    found = Gazetteer()
    for line in resources.files("parley.text").joinpath("gazetteer.txt").read_text("utf-8").splitlines():
        if line.startswith("PLACE "):
            places = line.removeprefix("PLACE ").split("|")
            found.by_place.update({name: Entry(name, False, (name,), place=True) for name in places})
            _note_lengths(found, places)
        elif line.startswith(("STATE ", "GROUP ", "BODY ")):
            entry = _entry(line)
            found.by_name.update(dict.fromkeys(entry.names, entry))
            found.by_adjective.update(dict.fromkeys(entry.adjectives, entry))
            found.by_seat.update(dict.fromkeys(entry.seats, entry))
            _note_lengths(found, (*entry.names, *entry.adjectives, *entry.seats))
    return found


def _note_lengths(found: Gazetteer, names: Iterable[str]) -> None:
    for name in names:
        size = name.count(" ") + name.count("-") + 1
        for first in {(PIECE.match(name) or [name])[0], name.split(" ", 1)[0]}:
            if size > found.longest.get(first, 0):
                found.longest[first] = size


def _entry(line: str) -> Entry:
    kind, rest = line.split(" ", 1)
    name, *columns = rest.split("|")
    first, second, third = (tuple(x for x in column.split(",") if x) for column in [*columns, "", "", ""][:3])
    if kind == "STATE":
        return Entry(name, True, (name, *third), first, second)
    if kind == "GROUP":
        return Entry(name, False, first, third, descriptions=second, group=True)
    return Entry(name, False, (name, *first), third, descriptions=second)
