"""Actors merged across articles, with their offices and aliases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parley.record import Actor, Article, Decisions, Reading, short_id

__all__ = ["Roster", "unite_actors"]


@dataclass(frozen=True)
class Roster:
    """The actors of a record, and which of them a name of an article's reading means."""

    actors: tuple[Actor, ...]
    _ids: Mapping[tuple[str, str], str] = field(repr=False, default_factory=dict)

    def id_of(self, article: str, name: str | None) -> str | None:
        """The record's actor for a name that the reading of `article` gave; None where it is not one."""
        return self._ids.get((article, name)) if name else None

    def actor(self, key: str | None) -> Actor | None:
        return next((a for a in self.actors if a.id == key), None)

    def party_of(self, key: str | None) -> str | None:
        """The state or body that an actor speaks for; the actor itself where it speaks for itself."""
        actor = self.actor(key)
        return actor and (actor.party or actor.id)


def unite_actors(articles: Sequence[Article], readings: Sequence[Reading], decisions: Decisions) -> Roster:
    """One actor a person or body, in order of name; merges and splits that a person decided are applied."""
    names = sorted({(a.name, a.kind) for r in readings for a in r.actors})
    ids = {(r.article, a.name): short_id("actor", a.name, a.kind) for r in readings for a in r.actors}
    return Roster(tuple(Actor(short_id("actor", n, k), n, k) for n, k in names), ids)
