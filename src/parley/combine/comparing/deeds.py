"""Measures that went on from one article to a later one: threatened, announced, in force, ended."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.combine.comparing.finding import Pages
from parley.record import Finding, FindingKind, Measure, MeasureStatus, Span

COURSE = (MeasureStatus.THREATENED, MeasureStatus.ANNOUNCED, MeasureStatus.IN_FORCE, MeasureStatus.ENDED)
SAME = {"walkout": "strike"}  # two words for one deed


def measures_that_went_on(pages: Pages) -> Iterator[Finding]:
    """One party's measure whose status another article tells otherwise on a later day."""
    for (actor, kind), measures in _by_deed(pages).items():
        steps = _steps(pages, measures)
        if len(steps) > 1 and COURSE.index(steps[-1][0]) > COURSE.index(steps[0][0]):
            told = " → ".join(f"{status.replace('_', ' ')} ({day})" for status, day, _ in steps)
            yield pages.finding(
                FindingKind.CHANGE, f"{pages.name(actor)}, {kind}: {told}", [span for _, _, span in steps]
            )


def _by_deed(pages: Pages) -> dict[tuple[str, str], list[Measure]]:
    found: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for measure in pages.record.measures:
        found[measure.actor, SAME.get(measure.kind, measure.kind)].append(measure)
    return found


def _steps(pages: Pages, measures: Sequence[Measure]) -> list[tuple[MeasureStatus, str, Span]]:
    """The status on each day that it changed, with the words that say so; what is told on one day goes on in its course."""
    told = sorted(
        (day, COURSE.index(m.status), span) for m in measures for span in m.evidence if (day := pages.day(span.article))
    )
    steps: list[tuple[MeasureStatus, str, Span]] = []
    for day, status, span in told:
        if not steps or COURSE.index(steps[-1][0]) < status:
            steps.append((COURSE[status], day, span))
    days = [day for _, day, _ in steps]
    return steps if any(a < b for a, b in pairwise(days)) else steps[:1]
