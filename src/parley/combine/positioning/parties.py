"""Which actor of the record holds a stance."""

import re

from parley.combine.actors import Roster
from parley.record import Actor, ActorKind, Reading

# who decides or mediates by office: a party to talks even where no article says for which city or state
PUBLIC = frozenset(
    """mayor governor minister premier president chancellor secretary undersecretary commissioner mediator arbitrator
    conciliator gov sen rep facilitator ombudsman judge senator congressman congresswoman lawmaker king sheriff superintendent""".split()
)
PAST = frozenset("former ex late retired".split())
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
    """The state or body; a person in public office whose state or body nobody tells stands for it; another is no party."""
    key = roster.party_of(actor_of(reading, roster, name))
    actor = roster.actor(key)
    if actor is None or (actor.kind is ActorKind.PERSON and not _in_public_office(actor)):
        return None
    return key


def _in_public_office(person: Actor) -> bool:
    told = [set(o.lower().replace("-", " ").replace(".", "").split()) for o in person.offices]
    return any(PUBLIC & o for o in told) and not any(PAST & o for o in told)
