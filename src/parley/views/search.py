"""Search for the command line, the desk and agents: by words, by meaning, or by both."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl

from parley.record import Span
from parley.store import Hit, Meaning, Near
from parley.store.meaning import Vectors
from parley.views.aspects import TITLES, Aspects, Surroundings

# Of thirty queries of other worlds ("lunar eclipse tonight") on the demo's articles and those of evals/negotiations, one
# finds anything above it; of the demo's own matters ("pay rise for dockers") nine queries of ten find passages above it.
FLOOR = 0.25
NEAREST = 60  # passages that meaning alone may add: further down likeness says little
STEADY = 60  # of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)
LONGEST = 300  # code points of a query that are used

WITHOUT = "built without search by meaning (--fast)"


class By(StrEnum):
    """How to search."""

    BOTH = "both"
    WORDS = "words"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Found:
    """A passage; `matches` are its words that were searched for, or the piece that is near in meaning.

    `likeness` is that of meaning (-1..1), None where only the words were found.
    """

    span: Span
    matches: tuple[Span, ...]
    by: By
    likeness: float | None = None


WordSearch = Callable[[str, int], Sequence[Hit]]
Find = Callable[[str, By, int], Sequence[Found]]


def search(words: WordSearch, meaning: Meaning | None, query: str, by: By, limit: int) -> tuple[Found, ...]:
    """Passages, best first. Without the record's `meaning`, BOTH searches by words and MEANING finds nothing."""
    query = query.strip()[:LONGEST]
    if not query:
        return ()
    hits = words(query, limit) if by is not By.MEANING else ()
    near = _near(meaning, query, limit) if by is not By.WORDS else ()
    return _fused(hits, near)[:limit]


def _near(meaning: Meaning | None, query: str, limit: int) -> tuple[Near, ...]:
    if meaning is None:
        return ()
    return tuple(n for n in meaning.nearest(asked(query), min(limit, NEAREST)) if n.likeness >= FLOOR)


@lru_cache(maxsize=256)
def asked(query: str) -> Vectors:
    """The query's vector."""
    from parley.learn.encoder import encode

    vector: Vectors = encode([query.replace('"', " ")])[0]
    return vector


def _fused(hits: Iterable[Hit], near: Iterable[Near]) -> tuple[Found, ...]:
    """Both lists as one: what is high in either comes early, what is in both earlier."""
    found: dict[Span, Found] = {}
    weight: dict[Span, float] = {}
    for rank, hit in enumerate(hits):
        found[hit.span] = Found(hit.span, hit.matches, By.WORDS)
        weight[hit.span] = 1 / (STEADY + rank)
    for rank, one in enumerate(near):
        known = found.get(one.passage)
        matches = known.matches if known else (one.piece,)
        found[one.passage] = Found(one.passage, matches, By.BOTH if known else By.MEANING, round(one.likeness, 2))
        weight[one.passage] = weight.get(one.passage, 0.0) + 1 / (STEADY + rank)
    return tuple(sorted(found.values(), key=lambda f: -weight[f.span]))


def by_of(told: str) -> By:
    """How an address asks to search; by both where it does not say."""
    return By(told) if told in set(By) else By.BOTH


def again(find: Find, query: str, around: Surroundings, limit: int) -> tuple[Found, ...]:
    """What a saved search finds now; `query` is that of its address, with the sides by which it is narrowed."""
    asked_for = dict(parse_qsl(query))
    wanted = {side: asked_for[side] for side in TITLES if side in asked_for}
    found = find(asked_for.get("q", ""), by_of(asked_for.get("by", "")), limit)
    return tuple(f for f in found if not wanted or _fits(around.of((f.span,)), wanted))


def _fits(aspects: Aspects, wanted: Mapping[str, str]) -> bool:
    return all(value in getattr(aspects, side) for side, value in wanted.items())
