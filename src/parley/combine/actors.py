"""Actors merged across articles, with their offices and aliases."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parley.combine.casting.merging import decide, unite_offices
from parley.combine.casting.same import Told, body_key, chosen_name, group_actors
from parley.record import (
    Actor,
    ActorKind,
    Article,
    Decision,
    DecisionKind,
    Decisions,
    Reading,
    Target,
    short_id,
)

__all__ = ["Roster", "unite_actors"]


@dataclass(frozen=True)
class Roster:
    """The actors of a record, and which of them a name of an article's reading means."""

    actors: tuple[Actor, ...]
    _ids: Mapping[tuple[str, str], str] = field(repr=False, default_factory=dict)
    _anywhere: Mapping[str, str] = field(repr=False, default_factory=dict)
    _by_id: Mapping[str, Actor] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {a.id: a for a in self.actors})

    def id_of(self, article: str, name: str | None) -> str | None:
        """The record's actor for a name that the reading of `article` gave; None where it is not one.

        A state or body that this article does not name itself is found by its name or alias in the others.
        """
        if not name:
            return None
        return self._ids.get((article, name)) or self._anywhere.get(body_key(name))

    def actor(self, key: str | None) -> Actor | None:
        return self._by_id.get(key) if key else None

    def party_of(self, key: str | None) -> str | None:
        """The state or body that an actor speaks for; the actor itself where it speaks for itself."""
        actor = self.actor(key)
        return None if actor is None else actor.party or actor.id


def unite_actors(articles: Sequence[Article], readings: Sequence[Reading], decisions: Decisions) -> Roster:
    """One actor a person or body, in order of name; merges and splits that a person decided are applied."""
    told = [Told(r.article, a) for r in readings for a in r.actors]
    groups = _identified(group_actors(told), decisions)
    ids = {(t.article, t.actor.name): key for key, group in groups.items() for t in group}
    made = [_united(key, group, ids) for key, group in groups.items()]
    actors, into = decide(sorted(made, key=lambda a: (a.name, a.kind, a.id)), decisions)
    kept = {a.id for a in actors}
    ids = {at: into.get(key, key) for at, key in ids.items()}
    return Roster(actors, {at: key for at, key in ids.items() if key in kept}, _anywhere(actors))


def _identified(groups: Iterable[list[Told]], decisions: Decisions) -> dict[str, list[Told]]:
    """Each group under its id; a group that a person split, under an id for each name (or article) in it."""
    split = {s for d in decisions if _splits(d) for s in d.subjects}
    found: dict[str, list[Told]] = {}
    for group in groups:
        key = short_id("actor", chosen_name(group), _kind(group))
        if key not in split:
            found.setdefault(key, []).extend(group)
            continue
        several = len({t.actor.name for t in group}) > 1
        for t in group:
            part = t.actor.name if several else t.article
            found.setdefault(short_id("actor", key, part), []).append(t)
    return found


def _splits(decision: Decision) -> bool:
    return decision.target is Target.ACTOR and decision.kind is DecisionKind.SPLIT


def _kind(group: Sequence[Told]) -> ActorKind:
    """The kind most articles give it; the first of equals."""
    counts = Counter(t.actor.kind for t in group)
    return min(counts, key=lambda k: (-counts[k], k))


def _united(key: str, group: Sequence[Told], ids: Mapping[tuple[str, str], str]) -> Actor:
    name = chosen_name(group)
    aliases = {n for t in group for n in (t.actor.name, *t.actor.aliases)} - {name}
    parties = Counter(p for t in group if t.actor.party and (p := ids.get((t.article, t.actor.party))) and p != key)
    return Actor(
        id=key,
        name=name,
        kind=_kind(group),
        aliases=tuple(sorted(aliases)),
        offices=unite_offices(o for t in group for o in t.actor.offices),
        party=min(parties, key=lambda p: (-parties[p], p)) if parties else None,
        mentions=tuple(sorted({m for t in group for m in t.actor.mentions})),
    )


def _anywhere(actors: Sequence[Actor]) -> Mapping[str, str]:
    """States and bodies by every name that means only one of them."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        if actor.kind is not ActorKind.PERSON:
            for name in (actor.name, *actor.aliases):
                found.setdefault(body_key(name), set()).add(actor.id)
    return {name: keys.copy().pop() for name, keys in found.items() if len(keys) == 1}
