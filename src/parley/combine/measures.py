"""Measures and threats across outlets."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from parley.combine.actors import Roster
from parley.combine.positioning.parties import actor_of
from parley.record import ActorKind, Article, Measure, Reading

__all__ = ["unite_measures"]


def unite_measures(articles: Sequence[Article], readings: Sequence[Reading], roster: Roster) -> tuple[Measure, ...]:
    """One measure an actor, kind, target and status, with the words of all outlets; `actor` and `target` become actor ids.

    A measure whose actor is nobody in the record is left out.
    """
    told: dict[tuple[str, str, str, str], list[Measure]] = defaultdict(list)
    for reading in readings:
        for measure in reading.measures:
            actor = _body(reading, roster, measure.actor)
            if actor:
                target = _body(reading, roster, measure.target)
                told[actor, measure.kind, target or "", measure.status].append(
                    replace(measure, actor=actor, target=target)
                )
    return tuple(_united(same) for _, same in sorted(told.items()))


def _body(reading: Reading, roster: Roster, name: str | None) -> str | None:
    """The state or body; a person's measures are those of the party."""
    key = actor_of(reading, roster, name)
    actor = roster.actor(key)
    return roster.party_of(key) if actor and actor.kind is ActorKind.PERSON else key


def _united(same: Sequence[Measure]) -> Measure:
    condition = next((m.condition for m in same if m.condition), None)
    return replace(same[0], condition=condition, evidence=tuple(sorted({e for m in same for e in m.evidence})))
