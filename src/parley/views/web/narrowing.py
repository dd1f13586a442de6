"""Lists narrowed by facets: the address says what is chosen, each choice how many it would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from parley.record import Span
from parley.views.aspects import TITLES, Aspects, Surroundings
from parley.views.web.index import Index
from parley.views.web.screen import MOST_CHOICES, Asked, Choice, Facet
from parley.views.web.telling import day

T = TypeVar("T")
Name = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Trait(Generic[T]):
    """A property of which each noun has some values; `kept` False where the nouns differ from one request to the next."""

    key: str
    title: str
    values: Callable[[T], Iterable[str]]
    name: Name = str
    in_order: bool = False  # choices in the order of their values, as dates are, and not by how many they leave


def narrow(
    asked: Asked, every: Sequence[T], traits: Sequence[Trait[T]], kept: bool = True
) -> tuple[list[T], tuple[Facet, ...]]:
    """The nouns that have all values chosen in the address, and the facets with what each choice would leave.

    Where `every` is the same list for each request to this build, its values are `kept`.
    """
    columns = [_column(asked, every, t, kept) for t in traits]
    wants = [asked.query.get(t.key) or None for t in traits]
    fits = [[w is None or w in values for values in column] for w, column in zip(wants, columns, strict=True)]
    misses = [sum(not fit[n] for fit in fits) for n in range(len(every))] if any(wants) else [0] * len(every)
    facets = tuple(
        _facet(asked, trait, _counts(asked, trait, column, fit, misses, kept and not any(wants)))
        for trait, column, fit in zip(traits, columns, fits, strict=True)
    )
    return [noun for noun, missed in zip(every, misses, strict=True) if not missed], facets


def _column(asked: Asked, every: Sequence[T], trait: Trait[T], kept: bool) -> list[frozenset[str]]:
    def made() -> list[frozenset[str]]:
        return [frozenset(trait.values(noun)) for noun in every]

    return asked.index.once(("column", asked.address, trait.key), made) if kept else made()


def _counts(
    asked: Asked,
    trait: Trait[T],
    column: Sequence[frozenset[str]],
    fit: Sequence[bool],
    misses: Sequence[int],
    kept: bool,
) -> Counter[str]:
    """How many nouns each value would leave: those that fit all other facets, whatever this one asks."""

    def made() -> Counter[str]:
        rows = zip(column, fit, misses, strict=True)
        return Counter(v for values, fits, missed in rows if missed == (not fits) for v in values)

    return asked.index.once(("counts", asked.address, trait.key), made) if kept else made()


def _facet(asked: Asked, trait: Trait[T], counts: Counter[str]) -> Facet:
    chosen = asked.query.get(trait.key) or None
    if chosen is not None and chosen not in counts:
        counts = Counter({**counts, chosen: 0})
    ranked = sorted(counts, key=lambda v: (v != chosen, -counts[v], trait.name(v) or v))[:MOST_CHOICES]
    shown = sorted(ranked) if trait.in_order else ranked
    choices = tuple(
        Choice(
            trait.name(v) or v, counts[v], asked.url(**{trait.key: None if v == chosen else v}), v == chosen
        )
        for v in shown
    )  # fmt: skip
    return Facet(trait.key, trait.title, choices, asked.url(**{trait.key: None}), max(0, len(counts) - MOST_CHOICES))


def surroundings(index: Index) -> Surroundings:
    return index.once("surroundings", lambda: Surroundings(index.record))


def by_words(index: Index, spans: Callable[[T], Iterable[Span]], *keys: str) -> list[Trait[T]]:
    """Traits of what stands in and around the words of a noun; `keys` of TITLES, in the order of the facets."""
    around = surroundings(index)
    seen: dict[int, Aspects] = {}

    def aspects(noun: T) -> Aspects:
        if id(noun) not in seen:
            seen[id(noun)] = around.of(spans(noun))
        return seen[id(noun)]

    def values(key: str) -> Callable[[T], Iterable[str]]:
        return lambda noun: getattr(aspects(noun), key)

    return [Trait(k, TITLES[k], values(k), namer(index, k), k == "date") for k in keys or TITLES]


def namer(index: Index, key: str) -> Name:
    """How a value of one of TITLES is told."""
    names: dict[str, Name] = {"speaker": index.actor, "party": index.actor, "issue": index.issue}
    return names.get(key, (lambda v: day(v, True)) if key == "date" else str)
