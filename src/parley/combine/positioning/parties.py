"""Which actor of the record holds a stance."""

from parley.combine.actors import Roster
from parley.record import ActorKind, Reading


def actor_of(reading: Reading, roster: Roster, name: str | None) -> str | None:
    """The record's actor of a name of the reading; a party's name may be no mention of its own there."""
    if name is None:
        return None
    key = roster.id_of(reading.article, name)
    if key is None:
        same = [a.id for a in roster.actors if name == a.name] or [a.id for a in roster.actors if name in a.aliases]
        key = same[0] if len(same) == 1 else None
    return key


def party_of(reading: Reading, roster: Roster, name: str) -> str | None:
    """The state or body; a person who speaks for nobody known is no party to talks."""
    key = roster.party_of(actor_of(reading, roster, name))
    actor = roster.actor(key)
    return None if actor is None or actor.kind is ActorKind.PERSON else key
