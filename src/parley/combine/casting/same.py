"""Which actors of different articles are one: the same person under other spellings, a body under its initials."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parley.record import Actor, ActorKind
from parley.text.gazetteer import gazetteer
from parley.text.spelling import first_name_key, spelling_key
from parley.text.words import fold

INITIAL = re.compile(r"(?:[A-Z]\.?)+$")
SMALL = frozenset("of the and for in on de la al du et und".split())


@dataclass(frozen=True, slots=True)
class Told:
    """An actor as one article's reading tells of it."""

    article: str
    actor: Actor


def group_actors(told: Sequence[Told]) -> list[list[Told]]:
    """Those that are one, together; the groups and what is in them in an order of their own, whatever the input's."""
    ordered = sorted(told, key=lambda t: (t.actor.name, t.actor.kind, t.article))
    persons = [t for t in ordered if t.actor.kind is ActorKind.PERSON]
    bodies = [t for t in ordered if t.actor.kind is not ActorKind.PERSON]
    return [*_group_persons(persons), *_group_bodies(bodies)]


def _group_persons(told: Sequence[Told]) -> Iterator[list[Told]]:
    """By surname; then by first name where it is told; who has none, or an initial, joins the only one that it can be."""
    by_surname: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        by_surname[spelling_key(person_words(t.actor.name)[-1])].append(t)
    for surname in sorted(by_surname):
        groups: dict[str, list[Told]] = defaultdict(list)
        short: list[Told] = []
        for t in by_surname[surname]:
            first = first_key(t.actor.name)
            (groups[first] if len(first) > 1 else short).append(t)
        for t in short:
            fits = [g for f, g in sorted(groups.items()) if f.startswith(first_key(t.actor.name))]
            home = _home(t, fits)
            if home is None:
                groups["?" + t.actor.name].append(t)
            else:
                home.append(t)
        yield from (g for _, g in sorted(groups.items()))


def _home(told: Told, groups: Sequence[list[Told]]) -> list[Told] | None:
    """The only group, or of several the only one that speaks for the same party."""
    same = [g for g in groups if told.actor.party and any(t.actor.party == told.actor.party for t in g)]
    against = [g for g in groups if told.actor.party and any(t.actor.party for t in g) and g not in same]
    if len(groups) == 1:
        return None if against else groups[0]
    return same[0] if len(same) == 1 else None


@cache
def person_words(name: str) -> tuple[str, ...]:
    """A person's names without initials and "Jr."."""
    words = name.replace(",", "").split()
    kept = tuple(w for w in words if not INITIAL.match(w) and fold(w).rstrip(".") not in ("jr", "sr"))
    return kept or tuple(words)


@cache
def first_key(name: str) -> str:
    """Key of the first name, one letter where only an initial is told, "" for a surname alone."""
    words = name.split()
    if len(words) < 2:
        return ""
    return fold(words[0])[0] if INITIAL.match(words[0]) and len(person_words(name)) == 1 else first_name_key(words[0])


def _group_bodies(told: Sequence[Told]) -> Iterator[list[Told]]:
    """By name; then initials to the only full name they can stand for, and a short form to the name that begins so."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        groups[body_key(t.actor.name)].append(t)
    into = _expansions(groups)
    united: dict[str, list[Told]] = defaultdict(list)
    for key in sorted(groups):
        united[into.get(key, key)] += groups[key]
    yield from (g for _, g in sorted(united.items()))


def _expansions(groups: Mapping[str, Sequence[Told]]) -> Mapping[str, str]:
    """Key of initials or a short form -> key of the full name."""
    into: dict[str, str] = {}
    aliases: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        for alias in (a for t in group for a in t.actor.aliases):
            aliases[body_key(alias)].add(key)
    by_initials: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        for short in {initials(group[0].actor.name), initials(group[0].actor.name, SMALL)}:
            by_initials[short].add(key)
    for key, group in groups.items():
        name = group[0].actor.name
        if gazetteer().find(name):
            continue
        acronym = name.isupper() and len(name) > 2
        full = aliases[key] - {key} or (by_initials[name] - {key} if acronym else set())
        if len(full) == 1:
            into[key] = full.pop()
    return {k: into.get(v, v) for k, v in into.items() if into.get(v) != k}


@cache
def initials(name: str, without: frozenset[str] = frozenset()) -> str:
    return "".join(w[0].upper() for w in re.findall(r"[^\W_]+", name) if w.lower() not in without and len(w) > 1)


@cache
def body_key(name: str) -> str:
    """A body's name under every spelling: by the gazetteer, else without article, hyphens, "&" and "Organisation"."""
    if entry := gazetteer().by_name.get(name):
        return entry.name
    words = re.findall(r"[^\W_]+", fold(name).replace("’s", "").replace("'s", "").replace("&", " and "))
    told = [w.replace("isation", "ization").replace("labour", "labor").replace("centre", "center") for w in words]
    return " ".join(told[1:] if told[:1] == ["the"] and len(told) > 1 else told)


def chosen_name(group: Iterable[Told]) -> str:
    """The name most articles use, of full names before short ones, without initials before with; the first of equals."""
    counts = Counter(t.actor.name for t in group)
    persons = all(t.actor.kind is ActorKind.PERSON for t in group)

    def rank(name: str) -> tuple[bool, bool, int, str]:
        short = len(name.split()) == 1 or (persons and any(n.endswith(" " + name) for n in counts))
        odd = persons and any(INITIAL.match(w) for w in name.split())
        return short, odd, -counts[name], name

    chosen = min(counts, key=rank)
    entry = None if persons else gazetteer().by_name.get(chosen)
    return entry.name if entry else chosen
