"""Bodies spoken of by the last word of their name: "the Guild", "Teamsters officials", "Authority chief Edwin Sorley"."""

from parley.reading.naming.entities import Entity
from parley.reading.naming.line import Kind, Line, Name
from parley.reading.naming.scene import Scene
from parley.record import ActorKind
from parley.text.offices import BODIES, BODY_WORDS, WEAK_BODIES
from parley.text.words import fold

# nouns that alone, with a capital and "the", name a party ("the Guild"); "the House", "the Times" name others
PARTIES = frozenset(
    """union federation brotherhood guild association company corporation authority commission council committee board agency
    airline district ministry organisation organization alliance league institute university hospital chamber coalition
    congress confederation consortium society fund trust""".split()
)
HEADS = PARTIES | (BODY_WORDS | frozenset(BODIES)) - WEAK_BODIES - {
    "us",
    "rail",
    "energy",
    "house",
    "times",
    "post",
    "news",
}


def place_short_forms(scene: Scene, waiting: list[tuple[Line, Name]]) -> list[tuple[Line, Name]]:
    """Places names that are the last word of a body's own name, and gives back the others.

    A noun such as "Guild" is nobody's surname; where no body of that name is told of it is left to the descriptions.
    """
    bodies: dict[str, list[Entity]] = {}
    for body in scene.table.bodies:
        for word in _heads(body):
            bodies.setdefault(word, []).append(body)
    return [w for w in waiting if not _placed(scene, bodies, *w)]


def _heads(body: Entity) -> set[str]:
    """The last word of each of its names, and the one before "of": "Brotherhood" and "Carters"."""
    if body.kind is ActorKind.PERSON or (body.entry and body.entry.state):
        return set()
    found: set[str] = set()
    for form in body.forms:
        words = [fold(w) for w in form.replace("’", "'").split()]
        if len(words) > 1:
            found.add(words[-1])
            found.update(words[n - 1] for n in range(1, len(words)) if words[n] in ("of", "for"))
    return found & HEADS


def _placed(scene: Scene, bodies: dict[str, list[Entity]], line: Line, name: Name) -> bool:
    word = line.lower(name.first)
    if word not in bodies and word not in PARTIES:
        return False
    if name.kind is not Kind.PLAIN or name.last - name.first > 1 or scene.table.bears(word):
        return False
    fits = bodies.get(word)
    if not fits:
        return line.lower(name.first - 1) == "the"
    if name.first in line.firsts and scene.seen.small(word):
        return False
    at = line.starts[name.first]
    body = max(fits, key=lambda b: b.last_before(at))
    definite = line.lower(name.first - 1) == "the"
    scene.place(body, line, name.first - definite, name.last, counts=False)
    if definite:
        body.aliases.add("the " + line.slice(name.first, name.last))
    return True
