"""Who is spoken of in one article: the actors, their mentions, and whom a noun phrase means."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.record import Actor, Span


@dataclass(frozen=True)
class Cast:
    """Actors in the order of their first mention. Every mention (name, role description, pronoun) is in `Actor.mentions`."""

    actors: tuple[Actor, ...]
    pronouns: Mapping[str, str] = field(
        default_factory=dict, repr=False
    )  # actor id -> he, she, it or they, where known
    _by_start: list[tuple[int, int, Actor]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        told = sorted(((m.start, m.end, a) for a in self.actors for m in a.mentions), key=lambda m: m[:2])
        object.__setattr__(self, "_by_start", told)

    def mentions(self, start: int, end: int) -> list[tuple[Span, Actor]]:
        """The mentions that lie within [start, end), in text order."""
        first = bisect_left(self._by_start, start, key=lambda m: m[0])
        found: list[tuple[Span, Actor]] = []
        for n in range(first, len(self._by_start)):
            s, e, actor = self._by_start[n]
            if s >= end:
                break
            if e <= end:
                found.append((Span(actor.mentions[0].article, s, e), actor))
        return found

    def meant(self, start: int, end: int) -> Actor | None:
        """Whom the noun phrase [start, end) means: the longest mention within it, the last of equals; None: unresolved.

        "Deputy Foreign Minister Sergei Ryabkov" means the person, "its envoys" nobody unless that is a known mention.
        """
        inside = self.mentions(start, end)
        if not inside:
            return None
        return max(inside, key=lambda m: (m[0].end - m[0].start, m[0].start))[1]

    def named(self, name: str) -> Actor | None:
        """The actor of that name."""
        return next((a for a in self.actors if a.name == name), None)

    def pronoun(self, actor: Actor) -> str | None:
        """ "he", "she", "it" or "they": the pronoun by which the article means the actor; None where it does not tell."""
        return self.pronouns.get(actor.id)
