"""Names that say nothing by themselves ("Greenpeace", "Lula", "Geneva"): judged by all the places where they stand."""

from collections import defaultdict
from dataclasses import dataclass

from parley.reading.naming.evidence import (
    LOCATIVE,
    NOT_BODIES,
    acts,
    body_noun_after,
    body_noun_apposed,
    body_noun_before,
    is_body,
)
from parley.reading.naming.lexicon import first_names
from parley.reading.naming.line import Kind, Line, Name
from parley.reading.naming.scene import Scene
from parley.reading.naming.states import find_states
from parley.text.offices import PLACE_WORDS
from parley.text.words import fold

SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson spokespeople officials executives bosses".split())
MOSTLY = 0.5  # share of a name's places from which a label counts (GUM news)


@dataclass(slots=True)
class Tally:
    """How often a name stands somewhere, acts, belongs to a place, and is labelled a body or a person by the parser; the first
    noun beside it that makes it a body's, and whether one is apposed to it."""

    places: int = 0
    acting: int = 0
    located: int = 0
    bodies: int = 0
    persons: int = 0
    opening: int = 0
    noun: str | None = None
    apposed: bool = False


def find_singles(scene: Scene, waiting: list[tuple[Line, Name]]) -> None:
    """Adds a body or person for each plain name that all its places together show to be one."""
    groups: dict[str, list[tuple[Line, Name]]] = defaultdict(list)
    for line, name in waiting:
        if name.kind is Kind.PLAIN and not scene.headline(line):
            groups[line.slice(name.first, name.last)].append((line, name))
    find_states(scene, groups)
    for text, found in groups.items():
        if scene.table.find_person(text) or scene.table.find_body(text):
            continue
        tally, single = _tally(scene, found), len(text.split()) == 1
        if single and not tally.apposed and _is_single_person(text, tally, scene):
            scene.table.person(text).forms[text] += 0
            continue
        several = not single or text.isupper()
        if (
            tally.noun
            or _is_single_body(text, tally, scene)
            or (several and any(is_body(*place, scene.syntax, scene.seen) for place in found))
        ):
            scene.table.body(text).nouns.update([tally.noun] if tally.noun else [])


def _tally(scene: Scene, found: list[tuple[Line, Name]]) -> Tally:
    tally = Tally()
    for line, name in found:
        label = scene.syntax.label(line.starts[name.first], line.end(name.last - 1))
        tally.places += 1
        if acts(line, name.first, name.last, scene.syntax):
            tally.acting += 1
        if line.lower(name.first - 1) in LOCATIVE:
            tally.located += 1
        if label == "ORG":
            tally.bodies += 1
        if label == "PERSON":
            tally.persons += 1
        if name.first in line.firsts:
            tally.opening += 1
        apposed = body_noun_apposed(line, name)
        tally.noun = tally.noun or body_noun_after(line, name) or body_noun_before(line, name) or apposed
        tally.apposed = tally.apposed or apposed is not None
        after, beyond = line.lower(name.last), line.lower(name.last + 1)
        if after in SPOKESPERSONS or (after == "," and beyond == "which"):
            tally.bodies, tally.acting = tally.bodies + 1, tally.acting + 1
        if after == "," and beyond == "who":
            tally.persons, tally.acting = tally.persons + 1, tally.acting + 1
    return tally


def _is_single_person(text: str, tally: Tally, scene: Scene) -> bool:
    """ "Gloria", "Lula": a first name alone, or a single name that speaks and that the parser takes for a person."""
    if tally.located or text.isupper() or scene.seen.small(text.lower()):
        return False
    if tally.persons > tally.bodies and tally.acting > 0 and tally.opening < tally.places:
        return True
    known = fold(text) in first_names()
    if tally.opening == tally.places and not (known and tally.places > 1):
        return False
    labelled = tally.persons > MOSTLY * tally.places
    return (known and (labelled or tally.places > 1)) or (labelled and tally.acting > 0 and tally.places > 1)


def _is_single_body(text: str, tally: Tally, scene: Scene) -> bool:
    """ "Norline": a name that speaks, or that the parser takes for a body; a house or a hall has to speak."""
    if scene.seen.small(text.lower()) or text.lower() in NOT_BODIES or tally.located > MOSTLY * tally.places:
        return False
    if text.split()[-1].lower() in PLACE_WORDS and not tally.acting:
        return False
    if tally.acting and tally.bodies > tally.persons and tally.opening < tally.places:
        return True
    return tally.places > 1 and tally.opening < tally.places and tally.bodies > MOSTLY * tally.places
