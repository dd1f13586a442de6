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
    _told: list[tuple[Span, Actor]] = field(init=False, repr=False)
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        told = sorted(((m, a) for a in self.actors for m in a.mentions), key=lambda m: (m[0].start, m[0].end))
        object.__setattr__(self, "_told", told)
        object.__setattr__(self, "_starts", [m.start for m, _ in told])

    def mentions(self, start: int, end: int) -> list[tuple[Span, Actor]]:
        """The mentions that lie within [start, end), in text order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [told for told in self._told[first:last] if told[0].end <= end]

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
