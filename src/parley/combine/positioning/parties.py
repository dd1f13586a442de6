"""Which actor of the record holds a stance."""

import re

from parley.combine.actors import Roster
from parley.record import ActorKind, Reading

FOLLOWERS = re.compile(r"(.{1,200}) and (?:its|their) (allies|partners|supporters)$")


def actor_of(reading: Reading, roster: Roster, name: str | None) -> str | None:
    """The record's actor of a name of the reading; "Kestrel and its allies" is one that only stances name."""
    if name is None:
        return None
    key = roster.id_of(reading.article, name)
    if key is None and FOLLOWERS.match(name):
        key = next((a.id for a in roster.actors if name == a.name), None)
    return key


def party_of(reading: Reading, roster: Roster, name: str) -> str | None:
    """The state or body; a person who speaks for nobody known is no party to talks."""
    key = roster.party_of(actor_of(reading, roster, name))
    actor = roster.actor(key)
    return None if actor is None or actor.kind is ActorKind.PERSON else key
