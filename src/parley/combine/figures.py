"""The same quantity across outlets in one figure."""

from collections.abc import Sequence
from dataclasses import replace

from parley.record import Article, Comparator, Figure, Reading
from parley.text.things import thing

__all__ = ["unite_figures"]

Value = tuple[float | None, float | None, Comparator, frozenset[str]]
ALIKE = 0.5  # of the shorter description's words shared, from which equal values count the same thing


def unite_figures(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Figure, ...]:
    """Equal value, comparator, unit and thing counted: one figure, with every span that gives it."""
    told: dict[Value, list[Figure]] = {}
    for reading in readings:
        for figure in reading.figures:
            rows = told.setdefault(_value(figure), [])
            home = next((n for n, known in enumerate(rows) if _same_thing(known, figure)), None)
            if home is None:
                rows.append(figure)
            else:
                rows[home] = _joined(rows[home], figure)
    united = [f for rows in told.values() for f in rows]
    return tuple(sorted(united, key=lambda f: f.evidence[0]))


def _value(figure: Figure) -> Value:
    return figure.low, figure.high, figure.comparator, thing(figure.unit or "")


def _same_thing(known: Figure, figure: Figure) -> bool:
    """ "dockers" and "harbour dockers"; a figure that says nothing of what it counts joins none that does."""
    own, other = thing(figure.of or ""), thing(known.of or "")
    if not own or not other:
        return not own and not other and bool(known.unit)
    return len(own & other) >= ALIKE * min(len(own), len(other)) and bool(own & other)


def _joined(known: Figure, figure: Figure) -> Figure:
    """Each telling is evidence, in one article too; the longer description is kept."""
    evidence = known.evidence + tuple(s for s in figure.evidence if s not in known.evidence)
    of = max(known.of or "", figure.of or "", key=len) or None
    return replace(known, evidence=evidence, of=of)
