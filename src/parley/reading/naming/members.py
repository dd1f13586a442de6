"""Bodies without a name, told by whom they unite: "the employers' federation", "the pilots union"."""

from collections.abc import Iterator

from parley.reading.naming.descriptions import acts_at
from parley.reading.naming.entities import Entity
from parley.reading.naming.groups import GROUPS
from parley.reading.naming.line import Line
from parley.reading.naming.scene import Scene
from parley.record import ActorKind
from parley.text.words import fold

UNITING = frozenset("union federation association league guild brotherhood chamber council alliance lobby".split())
Place = tuple[Line, int, int]  # words [first, last) from "the" to the noun


def find_members_bodies(scene: Scene) -> None:
    """Places such bodies: the named body where the article tells of one that fits, else one of their own that acts."""
    places: dict[tuple[str, str], list[Place]] = {}
    for members, noun, place in _phrases(scene):
        places.setdefault((members, noun), []).append(place)
    for (members, noun), found in places.items():
        alone = sum(n == noun for _, n in places) == 1
        body = _named(scene, members, noun, alone)
        if body is None and (len(found) > 1 or any(acts_at(scene, *place) for place in found)):
            body = _unnamed(scene, noun, found[0])
        for line, first, last in found if body else ():
            assert body is not None
            scene.place(body, line, first, last, counts=False)
            body.aliases.add("the " + line.slice(first + 1, last))


def _phrases(scene: Scene) -> Iterator[tuple[str, str, Place]]:
    for line in scene.lines:
        for n in [n + 1 for n in line.articles if n + 1 < line.size]:
            members = line.lowers[n]
            if not members.endswith("s") or n in line.capitals:
                continue
            owned = line.lower(n + 1) in ("'", "’") and line.end(n) == line.starts[n + 1]
            at = n + 2 if owned else n + 1
            fits = owned or members[:-1] in GROUPS
            if fits and line.lower(at) in UNITING and line.joined(at) and at not in line.capitals:
                yield members, line.lower(at), (line, n - 1, at + 1)


def _named(scene: Scene, members: str, noun: str, alone: bool) -> Entity | None:
    """The body whose name tells of the same members, or the only one of that sort if its name tells of none."""
    fits = scene.by_noun.get(noun, [])
    same = [b for b in fits if members in _words(b)]
    if len(same) == 1:
        return same[0]
    only = fits[0] if len(fits) == 1 and alone else None
    return only if only and not any(w[:-1] in GROUPS for w in _words(only) if w.endswith("s")) else None


def _words(body: Entity) -> set[str]:
    return set(fold(body.name).replace("’", " ").replace("'", " ").split())


def _unnamed(scene: Scene, noun: str, place: Place) -> Entity:
    line, first, last = place
    body = Entity(ActorKind.ORGANISATION, fixed=line.slice(first + 1, last), pronoun="it")
    scene.table.bodies.append(body)
    scene.by_noun.setdefault(noun, []).append(body)
    return body
