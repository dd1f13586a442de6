"""How alike two wordings are: the telling words that they share in the same order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parley.combine.aligning.said import Said, Word

WHOLE = 5  # telling words without which two sentences are alike by chance
FEW = 3  # telling words of a sentence that is the same word for word
FRAGMENT = 2  # telling words
LONGEST = 400  # words of a quote that are compared


@dataclass(frozen=True, slots=True)
class Likeness:
    """`cover`: the weight of shared telling words as a share of the shorter wording's; `both`: of the longer's; `shared`:
    how many they are; `quoted`: the words that one puts in marks stand in the other one in a row; `equal`: no word differs."""

    cover: float
    both: float
    shared: int
    quoted: bool
    equal: bool = False

    @property
    def same(self) -> bool:
        """The same sentence, give or take a word."""
        if self.equal and self.shared >= FEW:
            return True
        return self.cover >= 0.9 and self.both >= 0.75 and self.shared >= WHOLE

    @property
    def part(self) -> bool:
        """The shorter is a part of the longer."""
        return self.cover >= 0.95 and self.shared >= WHOLE


def bound(a: Said, b: Said, weight: Mapping[Word, float]) -> float:
    """No less than the cover that `compare` finds: quick, to leave most pairs alone."""
    low = min(_weight(a.telling, weight), _weight(b.telling, weight))
    return _weight(a.telling & b.telling, weight) / low if low else 0.0


def compare(a: Said, b: Said, weight: Mapping[Word, float]) -> Likeness:
    if a.stems == b.stems:
        return Likeness(1.0, 1.0, len(a.telling), True, True)
    first, second = a.stems[:LONGEST], b.stems[:LONGEST]
    blocks = [m for m in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks() if m.size]
    inside = {w for m in blocks for w in first[m.a : m.a + m.size]} & a.telling
    common = inside | (a.telling & b.telling)  # a clause moved to the front is not another wording
    shared = _weight(inside, weight) + 0.5 * _weight(common - inside, weight)
    whole_a, whole_b = _weight(a.telling, weight), _weight(b.telling, weight)
    low, high = min(whole_a, whole_b), max(whole_a, whole_b)
    quoted = _quotes(a, b) or _quotes(b, a)
    return Likeness(shared / low if low else 0.0, shared / high if high else 0.0, len(common), quoted)


def _quotes(a: Said, b: Said) -> bool:
    """Two telling words or more of a fragment, in a row in the other: “significant differences” of a longer sentence."""
    return any(len(a.telling.intersection(f)) >= FRAGMENT and _in_a_row(f, b.stems) for f in a.fragments if f)


def _in_a_row(part: tuple[Word, ...], whole: tuple[Word, ...]) -> bool:
    size = len(part)
    return any(whole[n : n + size] == part for n in range(min(len(whole), LONGEST) - size + 1) if whole[n] == part[0])


def _weight(stems: Sequence[Word] | frozenset[Word] | set[Word], weight: Mapping[Word, float]) -> float:
    return sum(weight.get(s, 0.0) for s in sorted(stems))
