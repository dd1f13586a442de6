"""The actors of one article: names, offices, descriptions and pronouns, resolved within the text."""

from parley.reading.cast import Cast
from parley.reading.naming.appositions import tell_offices
from parley.reading.naming.descriptions import describe
from parley.reading.naming.entities import Entity
from parley.reading.naming.groups import find_groups
from parley.reading.naming.members import find_members_bodies
from parley.reading.naming.naming import fill
from parley.reading.naming.owned import meet_owned
from parley.reading.naming.pronouns import resolve_pronouns
from parley.reading.naming.roles import meet_roles
from parley.reading.naming.scene import Scene
from parley.reading.prose import Prose
from parley.record import Actor, ActorKind, Span, short_id

__all__ = ["find_cast"]

LONGEST_CAST = 500  # actors of one article; a text that names more is a list


def find_cast(prose: Prose, parsed: bool = True) -> Cast:
    """Everybody whom the article names, with every mention of them.

    Not `parsed`: by the words alone; pronouns and groups without a name ("the dockers") are left out.
    """
    scene = Scene(prose, parsed)
    fill(scene)
    describe(scene)
    find_members_bodies(scene)
    if parsed:
        find_groups(scene)
    tell_offices(scene)
    meet_owned(scene)
    meet_roles(scene)
    if parsed:
        resolve_pronouns(scene)
    named = sorted(((e.first, e.name, e) for e in scene.table if e.spans), key=lambda told: told[:2])[:LONGEST_CAST]
    actors = tuple(_actor(name, entity, prose.article.id) for _, name, entity in named)
    meant = {a.id: e.pronoun for a, (_, _, e) in zip(actors, named, strict=True) if e.pronoun}
    return Cast(actors, meant)


def _actor(name: str, entity: Entity, article: str) -> Actor:
    return Actor(
        id=short_id("actor", name, entity.kind),
        name=name,
        kind=entity.kind,
        aliases=_aliases(name, entity),
        offices=tuple(entity.offices.values()) if entity.kind is ActorKind.PERSON else (),
        party=entity.party.name if entity.party else None,
        mentions=tuple([Span(article, start, end) for start, end in sorted(entity.spans)]),
    )


def _aliases(name: str, entity: Entity) -> tuple[str, ...]:
    """The other ways in which the article writes of it; one that only lacks a full stop is left out."""
    told = entity.aliases.union(entity.forms) - {name}
    return tuple(sorted(t for t in told if t + "." not in told))
