"""Two articles word by word: what they share, and how much of it is the reporter's own telling."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.combine.copying.telling import SEED, Telling
from parley.text.align import Aligner, Passage, Run, passages

TITLE = 0.5  # part of quoted words that bear capitals

Marks = tuple[bytes, bytes, bytes]  # see Telling.marks


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share. `shares` are parts of each one's words without a headline; `told` counts shared words that are neither
    quoted in one of the two nor names; `longest` is the longest run of words that neither quotes."""

    a: Telling
    b: Telling
    found: tuple[Passage, ...]
    shares: tuple[float, float]
    told: int
    quoted: int
    longest: int


def aligned(tellings: Sequence[Telling], pairs: Iterable[tuple[int, int]]) -> Iterator[Comparison]:
    """The pairs compared, in their order: quickest where pairs of one first article follow each other."""
    numbers = list(pairs)
    used = sorted({n for pair in numbers for n in pair})
    place = {n: k for k, n in enumerate(used)}
    aligner = Aligner.of([tellings[n].words.ids for n in used], SEED)
    found = aligner.runs((place[i], place[j]) for i, j in numbers)
    return (compare(tellings[i], tellings[j], shared) for (i, j), shared in zip(numbers, found, strict=True))


def compare(a: Telling, b: Telling, shared: Sequence[Run]) -> Comparison:
    """What runs of equal words of the two bodies amount to, joined to passages."""
    told = quoted = longest = words = 0
    for run in shared:
        own, said, free = _count(a.marks, b.marks, run)
        told, quoted, longest, words = told + own, quoted + said, max(longest, free), words + run.length
    here, there = ((r.a, r.a + r.length) for r in shared), ((r.b, r.b + r.length) for r in shared)
    return Comparison(a, b, passages(shared), (_part(a, words, here), _part(b, words, there)), told, quoted, longest)


def _part(of: Telling, words: int, stretches: Iterable[tuple[int, int]]) -> float:
    """How much of an article stretches make up that are so many words long."""
    headline = of.marks[2]
    size = of.size
    if size < len(headline):
        words -= sum(headline.count(1, start, end) for start, end in stretches)
    return words / max(size, 1)


def _count(a: Marks, b: Marks, run: Run) -> tuple[int, int, int]:
    """Told words, quoted words, and the longest unquoted stretch of a run. "The Tide Turns at Last" in marks is a title:
    nobody said it."""
    here, there = slice(run.a, run.a + run.length), slice(run.b, run.b + run.length)
    quoted, named = _bits(a[0][here]) | _bits(b[0][there]), _bits(a[1][here]) & _bits(b[1][there])
    if not quoted:
        return run.length - named.bit_count(), 0, run.length
    said = quoted.bit_count()
    longest = max(map(len, quoted.to_bytes(run.length, "little").split(b"\1")))
    told = run.length - (quoted | named).bit_count() if longest >= SEED else 0
    return told, 0 if (quoted & named).bit_count() >= TITLE * said else said, longest


def _bits(mask: bytes) -> int:
    """A number with a bit for each word that a mask marks."""
    return int.from_bytes(mask, "little")
