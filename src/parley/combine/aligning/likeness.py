"""How alike two wordings are: the telling words that they share in the same order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parley.combine.aligning.said import Said, Word

LONGEST = 400  # words of a quote that are compared


@dataclass(frozen=True, slots=True)
class Likeness:
    """`cover`: the weight of shared telling words as a share of the shorter wording's; `both`: of the longer's; `shared`:
    how many they are; `run`: the longest run of equal words."""

    cover: float
    both: float
    shared: int
    run: int

    @property
    def same(self) -> bool:
        """The same sentence, give or take a word."""
        return self.both >= 0.9 and self.cover >= 0.9


def compare(a: Said, b: Said, weight: Mapping[Word, float]) -> Likeness:
    if a.stems == b.stems:
        return Likeness(1.0, 1.0, len(a.telling), len(a.stems))
    first, second = a.stems[:LONGEST], b.stems[:LONGEST]
    blocks = [m for m in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks() if m.size]
    inside = {w for m in blocks for w in first[m.a : m.a + m.size]} & a.telling
    common = inside | (a.telling & b.telling)  # a clause moved to the front is not another wording
    shared = _weight(inside, weight) + 0.5 * _weight(common - inside, weight)
    whole_a, whole_b = _weight(a.telling, weight), _weight(b.telling, weight)
    low, high = min(whole_a, whole_b), max(whole_a, whole_b)
    longest = max((m.size for m in blocks), default=0)
    return Likeness(shared / low if low else 0.0, shared / high if high else 0.0, len(common), longest)


def _weight(stems: Sequence[Word] | frozenset[Word] | set[Word], weight: Mapping[Word, float]) -> float:
    return sum(weight.get(s, 0.0) for s in sorted(stems))
