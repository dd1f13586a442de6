"""The entity table of one article while it is being filled."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from parley.reading.naming.lexicon import PARTICLES, first_names
from parley.record import ActorKind
from parley.text.gazetteer import Entry
from parley.text.offices import BODY_WORDS
from parley.text.spelling import office_key
from parley.text.words import fold

NICKNAME = re.compile(r"[\"“”][^\"“”]{0,30}[\"“”]")
INITIAL = re.compile(r"(?:[A-Z]\.?)+$")
GENERATIONS = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


@dataclass(eq=False, slots=True)
class Entity:
    """A person or body. `forms` counts the ways it is written; `spans` are all its mentions (start, end)."""

    kind: ActorKind
    forms: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    spans: set[tuple[int, int]] = field(default_factory=set)
    offices: dict[str, str] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    party: "Entity | None" = None
    pronoun: str | None = None
    entry: Entry | None = None
    fixed: str | None = None
    nouns: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        if self.fixed:
            return self.fixed
        if self.entry:
            return self.entry.name
        return max(self.forms, key=self._fullness) if len(self.forms) > 1 else next(iter(self.forms))

    def last_before(self, at: int) -> int:
        """Where the last mention begins that begins before a code point; -1: none does."""
        return max([start for start, _ in self.spans if start < at], default=-1)

    def _shortened(self, form: str) -> bool:
        """Whether another form is longer by names before it: "Carvalho Neto" beside "Luiz Carvalho Neto"."""
        return any(f != form and f.endswith(" " + form) for f in self.forms)

    def _fullness(self, form: str) -> tuple[bool, bool, int, int, str]:
        """ "Nora Vance" before "Nora J. Vance" before "Vance"; the most frequent of equals."""
        words = form.split()
        bare = not any(map(INITIAL.match, words[1:]))
        if self.kind is ActorKind.PERSON:
            return len(words) > 1 and not self._shortened(form), bare, self.forms[form], len(form), form
        return len(words) > 1, True, len(form), self.forms[form], form

    @property
    def first(self) -> int:
        return min(self.spans)[0]

    def hold(self, office: str) -> None:
        """Adds an office; one that is part of a fuller one is left out."""
        key = office_key(office)
        if not any(key in k for k in self.offices):
            for k in [k for k in self.offices if k in key]:
                del self.offices[k]
            self.offices[key] = office


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Under which a body's name is found."""
    return fold(name).replace("’", "'")


@lru_cache(maxsize=4096)
def tokens(name: str) -> list[str]:
    """Folded words of a person's name without initials and "Jr."."""
    bare = NICKNAME.sub(" ", name)
    words = [fold(w) for w in bare.split() if not (len(w.rstrip(".")) <= 1 and w.isascii())]
    kept = [w for w in words if w not in GENERATIONS]
    return kept or words or [fold(name)]


@lru_cache(maxsize=4096)
def _told(name: str) -> tuple[str, ...]:
    """Those of the words by which a person may be told."""
    return tuple(w for w in tokens(name) if w not in PARTICLES)


def surname(name: str) -> str:
    return tokens(name)[-1]


def same_person(a: str, b: str) -> bool:
    """Whether two full names within one article may be one person's: "Nora J. Vance", "N. Vance", "Nora Vance"."""
    x, y = a.split(), b.split()
    if len(x) < 2 or len(y) < 2 or surname(a) != surname(b):
        return False
    longer, shorter = sorted((tokens(a), tokens(b)), key=len, reverse=True)
    if len(shorter) > 1 and longer[-len(shorter) :] == shorter:
        return True  # "Luiz Carvalho Neto", later "Carvalho Neto"
    p, q = fold(x[0]).rstrip("."), fold(y[0]).rstrip(".")
    return p == q or (min(len(p), len(q)) == 1 and p[0] == q[0])


def initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W_]+", name) if w[0].isupper())


# "Linden" is the town and not its university, "European" nobody
UNSHORTENED = frozenset(
    """university school city county court hospital council port house mission union committee commission department police
    authority district board ministry agency association federation guild brotherhood""".split()
)
NEVER_SHORT = frozenset("united national international european american federal general world new south north".split())


def _shortens(name: str) -> bool:
    """Whether a body is spoken of by the beginning of its name: "Meridian" for "Meridian Harbour Company"."""
    return not UNSHORTENED & set(name.split())


def _first_name_pronoun(name: str) -> str | None:
    first = fold(name.split()[0])
    return first_names().get(first) or first_names().get(first.split("-")[0]) or None


class Table:
    """Entities with look-up by name; every look-up is exact or None."""

    def __init__(self) -> None:
        self.persons: list[Entity] = []
        self.bodies: list[Entity] = []
        self._by_entry: dict[str, Entity] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._by_body: dict[str, Entity] = {}
        self._by_start: dict[str, list[str]] = {}
        self._by_end: dict[str, list[str]] = {}
        self._by_initials: dict[str, list[Entity]] = {}

    def __iter__(self) -> Iterator[Entity]:
        yield from self.persons
        yield from self.bodies

    def of_entry(self, entry: Entry) -> Entity:
        if entry.name not in self._by_entry:
            kind = ActorKind.STATE if entry.state else ActorKind.GROUP if entry.group else ActorKind.ORGANISATION
            self._by_entry[entry.name] = entity = Entity(kind, entry=entry, pronoun="it")
            self.bodies.append(entity)
        return self._by_entry[entry.name]

    def body(self, name: str) -> Entity:
        """The body of that name, new where there is none."""
        key = _key(name)
        if key in self._by_body:
            return self._by_body[key]
        *before, last = key.split(" ")
        if before:  # "Transport Workers" beside "Amalgamated Transport Workers"
            longer = {id(e): e for k in self._by_end.get(last, ()) if k.endswith(" " + key) for e in [self._by_body[k]]}
            if len(longer) == 1:
                return next(iter(longer.values()))
        entity = Entity(ActorKind.ORGANISATION, pronoun="it")
        entity.forms[name] = 0
        self.bodies.append(entity)
        self.alias(entity, name)
        self._by_initials.setdefault(initials(name), []).append(entity)
        return entity

    def alias(self, entity: Entity, name: str) -> None:
        """Another name under which the body is found."""
        key = _key(name)
        if key not in self._by_body:
            self._by_body[key] = entity
            self._by_start.setdefault(key.split(" ")[0], []).append(key)
            self._by_end.setdefault(key.split(" ")[-1], []).append(key)

    def find_body(self, name: str) -> Entity | None:
        """A body by its name, by the beginning of its name ("Meridian") or by its initials."""
        key = _key(name)
        if found := self._by_body.get(key):
            return found
        fits: list[Entity] = []
        starts = self._by_start.get(key.partition(" ")[0])
        if starts and key not in BODY_WORDS and key not in NEVER_SHORT:
            fits = [self._by_body[k] for k in starts if k.startswith(key + " ") and _shortens(k)]
        if len(name) > 1 and name in self._by_initials and name.isupper():
            fits += self._by_initials[name]
        return fits[0] if fits and len(set(map(id, fits))) == 1 else None

    def person(self, name: str, pronoun: str = "") -> Entity:
        """The person of that full name, new where nobody fits."""
        fits = [p for p in self._by_word.get(surname(name), []) if any(same_person(name, f) for f in p.forms)]
        entity = fits[0] if fits else self._new_person()
        for word in tokens(name):
            told = self._by_word.setdefault(word, [])
            if entity not in told and word not in PARTICLES:
                told.append(entity)
        entity.pronoun = entity.pronoun or pronoun or _first_name_pronoun(name)
        return entity

    def _new_person(self) -> Entity:
        self.persons.append(Entity(ActorKind.PERSON))
        return self.persons[-1]

    def bears(self, name: str) -> bool:
        """Whether anybody bears the last word of the name."""
        return tokens(name)[-1] in self._by_word

    def find_person(self, name: str, pronoun: str = "") -> Entity | None:
        """The one person whom a part of a name means: the surname before the first name; None where several fit."""
        words = _told(name)
        borne = self._by_word.get(words[-1]) if words else None
        if borne is None:
            return None
        fits = [p for p in borne if not (pronoun and p.pronoun and p.pronoun != pronoun)]
        if len(words) > 1:
            fits = [p for p in fits if any(set(words) <= set(tokens(f)) for f in p.forms)]
        by_surname = [p for p in fits if any(surname(f) == words[-1] for f in p.forms)]
        chosen = by_surname or fits
        return chosen[0] if len(chosen) == 1 else None
