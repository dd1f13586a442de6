"""Whether a name in a draft can mean an actor of the record."""

from parley.record import Actor
from parley.text.words import fold


def is_named(actor: Actor, name: str) -> bool:
    """One of its names, or the same last word: "Vance" and "the company's Nora Vance" are Nora Vance."""
    asked = fold(name).replace("’", "'")
    known = [fold(n).replace("’", "'") for n in (actor.name, *actor.aliases)]
    return asked in known or asked.split()[-1:] in [n.split()[-1:] for n in known]
