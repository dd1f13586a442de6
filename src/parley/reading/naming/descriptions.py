"""Common nouns that stand for a body: "the union", "the military alliance", "the company"."""

from collections.abc import Iterator

from parley.reading.naming.entities import Entity
from parley.reading.naming.evidence import SPEECH
from parley.reading.naming.lexicon import DETERMINERS, KNOWN_NOUNS, MANAGEMENT, before_office, is_office
from parley.reading.naming.line import Line
from parley.reading.naming.scene import Scene
from parley.record import ActorKind
from parley.text.offices import BODIES, COMPANY, NEVER_NAMES, WEAK_BODIES
from parley.text.words import fold

# "the other union", "a new company": another one than the one told of
OTHERS = frozenset(
    """other rival second new parent another same different previous former largest biggest local smaller larger third only
    first foreign private big major such next last german french british american chinese russian""".split()
)
SPEAKERS = frozenset("negotiators officials leaders executives bosses lawyers representatives".split())
MODIFIERS = 3  # words between "the" and the noun: "the 30-nation military alliance"
RECENT = 1200  # code points, some three paragraphs: how far back the nearest of several bodies is meant
# unnamed parties that an article may speak of all along: "the union said", "the company refused"
UNNAMED = frozenset(
    """union company government firm federation operator employer ministry airline cartel bloc authority guild brotherhood
    association district hospital carrier""".split()
)
# nouns for one and the same unnamed party
FAMILIES = {
    n: family
    for family in (("union", "federation"), ("company", "firm", "operator", "employer", "airline", "carrier"))
    for n in family
}
NOUNS = {noun: frozenset(words.split()) | {noun} for noun, words in BODIES.items()}
NOUNS_OF = {
    word: [noun for noun, words in NOUNS.items() if word in words] for word in frozenset().union(*NOUNS.values())
}


def describe(scene: Scene) -> None:
    """Places "the union" and its like where one body is meant; unnamed ones that act become bodies of their own."""
    for body in scene.table.bodies:
        for noun in nouns_of(body):
            scene.by_noun.setdefault(noun, []).append(body)
    unnamed: dict[str, list[tuple[Line, int, int]]] = {}
    for line, first, last in _phrases(scene):
        noun = line.lower(last - 1)
        noun = "company" if noun == MANAGEMENT else noun
        meant = meant_body(scene, noun, line.starts[first])
        if meant:
            scene.place(meant, line, first, last, counts=False)
            meant.aliases.add(line.slice(first, last).replace("The ", "the "))
        elif noun in UNNAMED and (last - first == 2 or line.lower(first) in (noun, MANAGEMENT)):
            unnamed.setdefault(noun, []).append((line, first, last))
    for noun, places in unnamed.items():
        entity: Entity | None = scene.by_noun[noun][0] if noun in scene.by_noun else None
        if entity is None and any(acts_at(scene, *place) for place in places):
            entity = Entity(ActorKind.ORGANISATION, fixed=noun, pronoun="it")
            scene.table.bodies.append(entity)
            for same in FAMILIES.get(noun, (noun,)):
                scene.by_noun.setdefault(same, [entity])
        if entity is not None:
            for place in places:
                scene.place(entity, *place, counts=False)


def _phrases(scene: Scene) -> Iterator[tuple[Line, int, int]]:
    """Definite phrases in lower case whose last word is a noun for bodies, in text order, as words [first, last)."""
    for line in scene.lines:
        if DETERMINERS.issuperset([line.lowers[n] for n in line.pointing]):
            continue
        for n in line.pointing:
            lower = line.lowers[n]
            if lower in DETERMINERS:
                if last := _noun_after(scene, line, n):
                    yield line, n, last
            elif _speaks_through(line, n) or (lower == MANAGEMENT and acts_at(scene, line, n, n + 1)):
                yield line, n, n + 1


def _speaks_through(line: Line, n: int) -> bool:
    """ "Union negotiators said", "company officials": the noun of a body before those who speak for it."""
    fits = line.lower(n + 1) in SPEAKERS and line.lower(n) in KNOWN_NOUNS and line.joined(n + 1)
    return fits and line.lower(n - 1) not in (*DETERMINERS, "a", "an", *OTHERS) and not line.named(n - 1)


def _noun_after(scene: Scene, line: Line, n: int) -> int | None:
    if KNOWN_NOUNS.isdisjoint(line.lowers[n + 1 : n + 2 + MODIFIERS]):
        return None
    for last in range(n + 1, min(n + 2 + MODIFIERS, len(line))):
        lower, capital = line.lowers[last], last in line.capitals
        capital_noun = capital and lower in NOUNS and last == n + 1
        if lower in NEVER_NAMES or (capital and scene.standing(line, last)):
            return None
        if (
            not line.joined(last)
            or (capital and not capital_noun)
            or not line.texts[last][0].isalnum()
            or lower in OTHERS
        ):
            return None
        if lower in KNOWN_NOUNS and not _modifies(scene, line, last):
            return last + 1
    return None


def _modifies(scene: Scene, line: Line, n: int) -> bool:
    """ "the union leader", "the company town": the noun only tells what the next one is."""
    if not line.joined(n + 1):
        return False
    if before_office(line.lower(n + 1)) or is_office(line.lower(n + 1)):
        return line.lower(n + 1) not in ("then", "first", "chief", "press", "party", "top", "lead", "trade")
    tokens = scene.syntax.tokens(line.starts[n], line.end(n))
    following = scene.syntax.tokens(line.starts[n + 1], line.end(n + 1))
    return bool(tokens and following) and (
        tokens[-1].dep_ in ("compound", "amod") or (tokens[-1].head == following[0] and following[0].pos_ == "NOUN")
    )


def acts_at(scene: Scene, line: Line, first: int, last: int) -> bool:
    """Whether the words are the subject of a verb of saying, wanting or dealing, or own an office."""
    start, end = line.starts[first], line.end(last - 1)
    owns = line.lower(last) in ("’s", "'s") and (is_office(line.lower(last + 1)) or is_office(line.lower(last + 2)))
    return owns or (scene.syntax.subject(start, end) and scene.syntax.governor(start, end) in SPEECH)


def meant_body(scene: Scene, noun: str, at: int) -> Entity | None:
    """The body that the noun means at a place: the only one of that sort, or the nearest of several told of shortly before."""
    fits = scene.by_noun.get(noun, [])
    if len(fits) == 1:
        return fits[0]
    before = [(e.last_before(at), n, e) for n, e in enumerate(fits)]
    told = [(p, n, e) for p, n, e in before if p >= 0]
    if len(told) == 1:
        return told[0][2]
    near = max(told, default=None)
    return near[2] if near and at - near[0] < RECENT else None


def nouns_of(entity: Entity) -> set[str]:
    """The nouns by which a body may be spoken of: "federation" and "union" for a dockers' federation."""
    if entity.entry and entity.entry.state:
        return set()
    name = entity.name
    words = {fold(w) for w in name.replace("’", " ").replace("-", " ").split()} - {"of", "the", "and"}
    own = {noun for word in words for noun in NOUNS_OF.get(word, ())}
    if "union" in own and words & {"european", "african", "soviet", "customs"}:
        own -= {"union"}
    if words & NOUNS["company"] or fold(name.split()[-1]) in WEAK_BODIES:
        own |= COMPANY
    own |= entity.nouns
    if entity.entry:
        return set(entity.entry.descriptions) | (own - {"union", "group"})
    return own
