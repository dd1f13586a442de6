"""The same quantity in several articles: equal, compatible or different."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from parley.combine.comparing.finding import Pages
from parley.record import Comparator, Figure, Finding, FindingKind
from parley.text.things import thing

# units that count nothing by themselves
MEASURES = thing(
    "percent % dollar euro pound crown rouble yuan yen second minute hour day week month year mile kilometre"
) | {"time"}
NEAR = 0.5  # "9,000" and "9,400" are one quantity told twice; "9,000" and "300" are two quantities
SPECIFIC = 2  # words that say what is counted: "Russian officials", not "people"
ANYBODY = thing("people person man woman child")
SAME_DAYS = 3  # between articles of one negotiation that can count the same ships
ALIKE = 0.5  # of the shorter description's words shared, from which two figures count the same thing


def figures_compared(pages: Pages) -> Iterator[Finding]:
    """Figures of one thing by two origins or more: a difference, or an agreement."""
    for group in _groups([f for f in pages.record.figures if counted(f)], pages):
        spans = [s for f in group for s in f.evidence]
        if len({s.article for s in spans}) < 2:
            continue
        values = list(dict.fromkeys(value_of(f) for f in group))
        named = group[0].of or group[0].unit or "figure"
        if len(values) > 1:
            yield pages.finding(FindingKind.FIGURE, f"{named}: {' | '.join(values)}", spans)
            continue
        agreed = pages.finding(FindingKind.AGREEMENT, f"{named}: {values[0]}", spans)
        if agreed.origins > 1:
            yield agreed


def _groups(figures: Sequence[Figure], pages: Pages) -> list[list[Figure]]:
    """Figures that count one thing and lie near each other, in order of the first."""
    groups: list[list[Figure]] = []
    of_unit: dict[frozenset[str], list[list[Figure]]] = defaultdict(list)
    for figure in figures:
        alike = of_unit[thing(figure.unit or "")]
        home = next((g for g in alike if any(_same(figure, f) and _one_event(figure, f, pages) for f in g)), None)
        if home is None:
            alike.append([figure])
            groups.append(alike[-1])
        else:
            home.append(figure)
    return groups


def _same(a: Figure, b: Figure) -> bool:
    if thing(a.unit or "") != thing(b.unit or "") or not _near(a, b):
        return False
    own, other = (counted(f) for f in (a, b))
    return bool(own) and bool(other) and len(own & other) >= ALIKE * min(len(own), len(other))


def _one_event(a: Figure, b: Figure, pages: Pages) -> bool:
    """Whether two figures can tell of one thing. A rate does only within a story: an offer of 4 percent in March and of
    6 percent in May is no contradiction. What a single word counts does within a few days of one negotiation ("46 ships"),
    or within a story where the word may count anybody: the people at two marches are not the same."""
    shared = counted(a) & counted(b)
    rate = thing(a.unit or "") == thing("percent")
    if not rate and len(shared) >= SPECIFIC:
        return True
    told = [{pages.story(s.article) for s in f.evidence} for f in (a, b)]
    if not told[0].isdisjoint(told[1]):
        return True
    return not rate and not shared <= ANYBODY and _of_the_same_days(a, b, pages)


def _of_the_same_days(a: Figure, b: Figure, pages: Pages) -> bool:
    one, other = (
        {(pages.negotiation(s.article), day) for s in f.evidence if (day := pages.day(s.article))} for f in (a, b)
    )
    return any(n == m and _apart(d, e) <= SAME_DAYS for n, d in one for m, e in other)


def _apart(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def counted(figure: Figure) -> frozenset[str]:
    """What a figure counts, as words; nothing for a bare "9 percent" or "two days"."""
    return thing(f"{figure.of or ''} {figure.unit or ''}") - MEASURES


def _near(a: Figure, b: Figure) -> bool:
    x, y = _middle(a), _middle(b)
    return x is not None and y is not None and min(x, y) >= NEAR * max(x, y)


def _middle(figure: Figure) -> float | None:
    known = [x for x in (figure.low, figure.high) if x is not None]
    return sum(known) / len(known) if known else None


def value_of(figure: Figure) -> str:
    """The value as it is shown: "over 9,400 dockers", "between 20,000,000 and 25,000,000 crowns"."""
    told = [f"{x:,.10g}" for x in dict.fromkeys((figure.low, figure.high)) if x is not None]
    word = "" if figure.comparator is Comparator.EXACT else f"{figure.comparator.replace('_', ' ')} "
    return f"{word}{' and '.join(told)} {figure.unit or ''}".strip()
