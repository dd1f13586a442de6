"""What an article's opening says in a party's name and repeats below in the words of the one who spoke for it: "… and the
union saying it would soon know if talks were worth another night", then "Vance said the vote would show whether …"."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from parley.combine.aligning.said import Said
from parley.record import QuoteKind

OPENINGS = 6  # of a party's words before one of its people speaks that are compared
SHARED = 2  # telling words of both, one of which no other words of the article hold


def leads(said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `said`: a party's words before any of its people has spoken, and those of the first who does."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(said):
        by_article[s.article].append(i)
    for places in by_article.values():
        yield from _pairs(said, sorted(places, key=lambda i: said[i].order))


def _pairs(said: Sequence[Said], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    held = Counter(stem for i in places for stem in said[i].telling)
    opening: dict[str, list[int]] = defaultdict(list)
    voice: dict[str, str] = {}
    for i in places:
        s = said[i]
        if s.speaker is None or s.quote.kind is not QuoteKind.INDIRECT:
            continue
        if s.group is None or s.group == s.speaker:
            if s.speaker not in voice and len(opening[s.speaker]) < OPENINGS:
                opening[s.speaker].append(i)
            continue
        if voice.setdefault(s.group, s.speaker) == s.speaker:
            best = max(opening[s.group], key=lambda j: (len(said[j].telling & s.telling), -j), default=None)
            if best is not None and _repeats(said[best], s, held):
                opening[s.group].remove(best)
                yield best, i


def _repeats(opening: Said, below: Said, held: Counter[str]) -> bool:
    shared = opening.telling & below.telling
    return len(shared) >= SHARED and any(held[stem] == len((opening, below)) for stem in shared)
