"""What a new build changed, told in the record's own nouns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from parley.record import Record
from parley.store.moves import Move


@dataclass(frozen=True, slots=True)
class Change:
    """One noun of the record: how many came and went; `added` names the first few that came."""

    noun: str
    came: int
    went: int
    added: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As it is shown: positions +3 -1"""
        return f"{self.noun} +{self.came}" + (f" -{self.went}" if self.went else "")


@dataclass(frozen=True, slots=True)
class Build:
    """One build that changed the record; `at` is its ISO time (UTC), None where it was not given."""

    position: int
    at: str | None
    changes: tuple[Change, ...]
    moves: tuple[Move, ...] = ()


NAMED = 10  # names told for each noun; the counts are whole
IDENTITY: dict[str, Callable[[Any], str]] = {
    "articles": lambda x: str(x.id),
    "copies": lambda x: f"{x.a} / {x.b}",
    "origins": lambda x: str(x.name),
    "stories": lambda x: str(x.title),
    "actors": lambda x: str(x.name),
    "utterances": lambda x: str(x.id),
    "meetings": lambda x: " ".join(filter(None, (x.date, x.forum, x.place))),
    "positions": lambda x: str(x.id),
    "figures": lambda x: " ".join(str(v) for v in (x.comparator, x.low, x.high, x.unit, x.of) if v is not None),
    "findings": lambda x: str(x.summary),
}


def compare(old: Record, new: Record) -> tuple[Change, ...]:
    """The changes from one record to the next, in the order of IDENTITY; nouns that did not move are left out."""
    changes = []
    for noun, name in IDENTITY.items():
        before, after = _names(getattr(old, noun), name), _names(getattr(new, noun), name)
        came = [x for x in after if x not in before]
        went = [x for x in before if x not in after]
        if came or went:
            changes.append(Change(noun, len(came), len(went), tuple(came[:NAMED])))
    return tuple(changes)


def _names(items: Iterable[Any], name: Callable[[Any], str]) -> dict[str, None]:
    return dict.fromkeys(name(x) for x in items)
