"""Figures of a draft against the record's."""

from collections.abc import Sequence

from parley.check.mark import Mark, MarkKind, Verdict
from parley.combine.comparing.figures import counted, value_of
from parley.record import Comparator, Figure, Record
from parley.text.things import thing


class KnownFigures:
    """The figures of a record, by what they count."""

    def __init__(self, record: Record) -> None:
        self._known = [(f, counted(f)) for f in record.figures]

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
        """Figures that count the same thing: they share the noun counted. A bare "9 percent" is only ever found as such."""
        asked = counted(figure)
        if not asked:
            return [f for f, _ in self._known if f.unit == figure.unit and _equal(f, figure)]
        found = [(len(asked & known), f) for f, known in self._known if asked & known and _units_agree(figure, f)]
        best = max((n for n, _ in found), default=0)
        return [f for n, f in found if n == best]


def _units_agree(a: Figure, b: Figure) -> bool:
    return None in (a.unit, b.unit) or thing(a.unit or "") == thing(b.unit or "")


def _equal(a: Figure, b: Figure) -> bool:
    return {a.low, a.high} - {None} == {b.low, b.high} - {None} and _direction(a.comparator) == _direction(b.comparator)


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
    found = {*equal}
    others = [f for f in same if f not in found]
    if not others:
        return None
    return ("the record also has: " if equal else "the record has: ") + ", ".join(
        dict.fromkeys(value_of(f) for f in others)
    )
