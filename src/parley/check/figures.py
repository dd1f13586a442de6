"""Figures of a draft against the record's."""

import re
from collections.abc import Sequence

from parley.check.mark import Mark, MarkKind, Verdict
from parley.record import Comparator, Figure, Record
from parley.text.words import STOP_WORDS, fold

BARE = frozenset("percent % dollars euros pounds crowns million billion people day days year years hour hours".split())


class KnownFigures:
    """The figures of a record, by what they count."""

    def __init__(self, record: Record) -> None:
        self._known = [(f, _things(f)) for f in record.figures]

    def hold(self, figure: Figure) -> Mark:
        """The mark for one figure of the draft."""
        span = figure.evidence[0]
        same = self._same_thing(figure)
        equal = [f for f in same if _equal(f, figure)]
        verdict = Verdict.EXACT if equal else Verdict.DIFFERS if same else Verdict.UNKNOWN
        evidence = tuple(dict.fromkeys(e for f in equal or same for e in f.evidence))
        note = _note(equal, same) if same else "the record has no figure of this"
        return Mark(span.start, span.end, MarkKind.FIGURE, verdict, evidence, note)

    def _same_thing(self, figure: Figure) -> list[Figure]:
        """Figures that count the same thing: they share the noun counted; a bare percentage or sum shares what it is of."""
        asked = _things(figure)
        found = [
            (len(asked & known), f) for f, known in self._known if (asked & known) - BARE and _units_agree(figure, f)
        ]
        best = max((n for n, _ in found), default=0)
        return [f for n, f in found if n == best]


def _things(figure: Figure) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+|%", fold(f"{figure.unit or ''} {figure.of or ''}"))
    return frozenset(w.removesuffix("s") if len(w) > 3 and w not in BARE else w for w in words if w not in STOP_WORDS)


def _units_agree(a: Figure, b: Figure) -> bool:
    return _unit(a) == _unit(b) or None in (a.unit, b.unit)


def _unit(figure: Figure) -> str:
    return fold(figure.unit or "").removesuffix("s")


def _equal(a: Figure, b: Figure) -> bool:
    return (a.low, a.high) == (b.low, b.high) and _direction(a.comparator) == _direction(b.comparator)


def _direction(comparator: Comparator) -> str:
    """ "over" and "at least" say the same of a draft's figure; "about" is no more than the plain number."""
    match comparator:
        case Comparator.OVER | Comparator.AT_LEAST:
            return "more"
        case Comparator.UNDER | Comparator.AT_MOST | Comparator.NEARLY:
            return "less"
        case Comparator.EXACT | Comparator.ABOUT:
            return "about"
        case Comparator.BETWEEN:
            return "between"


def _note(equal: Sequence[Figure], same: Sequence[Figure]) -> str | None:
    others = [f for f in same if f not in equal]
    if not others:
        return None
    return "the record has: " + ", ".join(dict.fromkeys(value(f) for f in others))


def value(figure: Figure) -> str:
    """The value as it is shown: "over 9,400", "20–25 million" is "between 20,000,000 and 25,000,000"."""
    told = [f"{x:,.10g}" for x in dict.fromkeys((figure.low, figure.high)) if x is not None]
    word = "" if figure.comparator is Comparator.EXACT else f"{figure.comparator.replace('_', ' ')} "
    return f"{word}{' and '.join(told)} {figure.unit or ''}".strip()
