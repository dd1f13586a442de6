"""The exact stretches that two articles share: equal runs and retold sentences brought together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.combine.copying.reworded import Retold
from parley.text.align import Passage

EXACT = 0.8  # part of a retold stretch that equal runs cover: then their edges are the passage's edges
JOIN = 40  # words between two stretches of one passage, on both sides (PAN 2013: a passage is one whole)
SHORT = 18  # words: what is shorter is left out beside a longer one (PAN 2013: passages have 150 characters or more)


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words [a, a_end) of one article and [b, b_end) of the other."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def size(self) -> int:
        return min(self.a_end - self.a, self.b_end - self.b)

    def near(self, other: "Stretch", gap: int) -> bool:
        """Whether no more than `gap` words lie between the two on both sides."""
        return (
            self.a - gap <= other.a_end
            and other.a - gap <= self.a_end
            and self.b - gap <= other.b_end
            and other.b - gap <= self.b_end
        )

    def joined(self, other: "Stretch") -> "Stretch":
        return Stretch(
            min(self.a, other.a), max(self.a_end, other.a_end), min(self.b, other.b), max(self.b_end, other.b_end)
        )


def stretches(equal: Sequence[Passage], told_anew: Sequence[Retold]) -> tuple[Stretch, ...]:
    """Passages in order of the first article, the short ones left out where there are longer ones."""
    runs = _joined(Stretch(p.a, p.a_end, p.b, p.b_end) for p in equal)
    anew = [Stretch(r.a, r.a_end, r.b, r.b_end) for r in told_anew]
    found = _joined([*runs, *(s for s in anew if not _exact(s, runs))])
    long = [s for s in found if s.size >= SHORT]
    return tuple(sorted(long or found))


def _exact(stretch: Stretch, runs: Sequence[Stretch]) -> bool:
    """Whether an equal run says the same, with truer edges."""
    return any(
        _cover(r.a, r.a_end, stretch.a, stretch.a_end) >= EXACT <= _cover(r.b, r.b_end, stretch.b, stretch.b_end)
        for r in runs
    )


def _cover(start: int, end: int, first: int, last: int) -> float:
    return (min(end, last) - max(start, first)) / max(last - first, 1)


def _joined(found: Iterable[Stretch]) -> list[Stretch]:
    """Stretches that lie near each other in both articles taken together, until none do."""
    kept: list[Stretch] = []
    for stretch in sorted(found):
        while near := next((s for s in kept if s.near(stretch, JOIN)), None):
            kept.remove(near)
            stretch = stretch.joined(near)
        kept.append(stretch)
    return kept
