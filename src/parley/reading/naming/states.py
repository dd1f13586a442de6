"""States that the gazetteer lacks, told by their adjective or by what only states have: "Norland's parliament"."""

from collections.abc import Iterable

from parley.reading.naming.entities import Entity
from parley.reading.naming.evidence import acts
from parley.reading.naming.lexicon import first_names
from parley.reading.naming.line import Kind, Line, Name
from parley.reading.naming.scene import Scene
from parley.reading.naming.spotting import office_end
from parley.record import ActorKind
from parley.text.words import fold

DEMONYMS = ("n", "an", "ian", "ese", "ish", "i")
VOWELS = frozenset("aeoy")
SHORT = 3  # letters of names too short to be told by their adjective
SPEAKS_FOR_STATE = frozenset("minister ministers premier ambassador".split())
OWNED = frozenset("parliament capital ambassador embassy borders".split())  # "Norland's parliament"
OF_STATES = frozenset("government parliament republic kingdom".split())  # "the government of Norland"


def find_states(scene: Scene, groups: dict[str, list[tuple[Line, Name]]]) -> None:
    """Adds the states among plain names of one word."""
    titles = {line.texts[n.whole] for line, n in scene.names if n.kind is Kind.PERSON and n.whole < n.first}
    adjectives = {w for w in groups.keys() | titles if w.endswith(DEMONYMS) and " " not in w}
    names = sorted(n for n in groups if len(n) > SHORT and " " not in n and not n.isupper())
    names = [n for n in names if fold(n) not in first_names() and not scene.table.bears(n)]
    for name in names:
        if scene.table.find_body(name):
            continue
        told = _adjectives(name, adjectives) if adjectives else []
        if told or any(_owns(line, n) for line, n in groups[name]):
            state = _state(scene, name)
            for adjective in told:
                scene.table.alias(state, adjective)
    for name in names:  # "Norland and Corvane agreed" where one of both is known to be a state
        beside = any(_beside(scene, line, n) for line, n in groups[name])
        if beside and scene.table.find_body(name) is None and not scene.seen.small(name.lower()):
            _state(scene, name)


def _state(scene: Scene, name: str) -> Entity:
    state = scene.table.body(name)
    state.kind, state.fixed = ActorKind.STATE, name
    return state


def _adjectives(name: str, adjectives: Iterable[str]) -> list[str]:
    stem = name[:-1] if name[-1] in VOWELS else name
    near = [w for w in adjectives if len(w) > len(name) and w.startswith(stem)]
    return sorted(w for w in near if w.removeprefix(name) in DEMONYMS or w.removeprefix(stem) in DEMONYMS)


def _owns(line: Line, name: Name) -> bool:
    """Whether a place of the name tells what only states have; "the Vance government" tells none."""
    if line.lower(name.last) in ("’s", "'s"):
        end = office_end(line, name.last + 1)
        served = end is not None and line.lower(end - 1) in SPEAKS_FOR_STATE and end > name.last + 2
        return served or line.lower(name.last + 1) in OWNED
    if line.lower(name.first - 1) != "of":
        return False
    held = line.lower(name.first - 2)
    return held in OF_STATES or (held in SPEAKS_FOR_STATE and line.lower(name.first - 3) in ("prime", "foreign"))


def _beside(scene: Scene, line: Line, name: Name) -> bool:
    """ "between Norland and Corvane", "Norland and Corvane agreed", one a state; "in Lowen and Corvane" tells nothing."""
    for other, joint in ((name.last + 1, name.last), (name.first - 2, name.first - 1)):
        if line.lower(joint) != "and" or not _is_state(scene, line, other):
            continue
        first, last = min(name.first, other), max(name.last, other + 1)
        if line.lower(first - 1) == "between" or acts(line, first, last, scene.syntax):
            return True
    return False


def _is_state(scene: Scene, line: Line, n: int) -> bool:
    if not 0 <= n < line.size:
        return False
    if n in line.known:
        size, kind, _ = line.known[n]
        return kind is Kind.STATE and size == 1
    body = scene.table.find_body(line.texts[n]) if n in line.capitals and not line.named(n + 1) else None
    return body is not None and body.kind is ActorKind.STATE
