"""What differs between the wordings of one utterance."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from parley.combine.aligning.said import Said
from parley.record import Flag
from parley.text.words import ids_of

NEGATIONS = frozenset(
    int(i)
    for i in ids_of(
        "not no never neither nor without none nothing nobody cannot don doesn didn won isn aren wasn weren t".split()
    )
)
COMPARING = frozenset(
    int(i) for i in ids_of("more less fewer later sooner only".split())
)  # "no more than" is "at most"
REWORDED = 0.25  # of the words replaced in place, from which two quotations look like two translations
SHORT = 4  # words: more of them in a row are a clause that one outlet leaves out
LONGEST = 400
MOST_WORDINGS = 12  # compared with each other
Change = tuple[str, tuple[int, ...], tuple[int, ...]]


def drifts(said: Sequence[Said]) -> bool:
    """Whether the words differ, apart from case, marks and points."""
    return len({s.letters for s in said}) > 1


def flags(said: Sequence[Said]) -> list[Flag]:
    """WORDING: words changed (not only cut) where marks say that they are literal; POLARITY: a negation in one wording only;
    TRANSLATION: many words replaced within the marks."""
    wordings = list({s.letters: s for s in sorted(said, key=lambda s: not s.marked)}.values())[:MOST_WORDINGS]
    found = set()
    for n, a in enumerate(wordings):
        for b in wordings[n + 1 :]:
            changes = list(_changes(a.words[:LONGEST], b.words[:LONGEST]))
            if changes and a.marked and b.marked and a.literal != b.literal:
                found.add(Flag.WORDING)
                if _replaced(changes) >= REWORDED * min(len(a.words), len(b.words)) and _spoken(a, b):
                    found.add(Flag.TRANSLATION)
            if any(_negates(x) != _negates(y) for _, x, y in changes if max(len(x), len(y)) <= SHORT):
                found.add(Flag.POLARITY)
    return sorted(found, key=list(Flag).index)


def _changes(a: tuple[int, ...], b: tuple[int, ...]) -> Iterator[Change]:
    """What differs between the first and the last words that both have; a cut at either end is no change, nor is a sentence
    left out between."""
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    equal = [n for n, step in enumerate(steps) if step[0] == "equal"]
    if equal:
        for kind, a1, a2, b1, b2 in steps[equal[0] : equal[-1] + 1]:
            if kind == "replace" or (kind != "equal" and max(a2 - a1, b2 - b1) <= SHORT):
                yield kind, a[a1:a2], b[b1:b2]


def _replaced(changes: Sequence[Change]) -> int:
    return sum(min(len(x), len(y)) for kind, x, y in changes if kind == "replace")


def _spoken(a: Said, b: Said) -> bool:
    return a.quote.kind == b.quote.kind == "direct"


def _negates(words: Sequence[int]) -> bool:
    pairs = zip(words, [*words, 0][1:], strict=True)
    return any(w in NEGATIONS and after not in COMPARING for w, after in pairs)
