"""The same event dated twice: in other words, with another year, or as the first one since then."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.combine.comparing.finding import Pages
from parley.record import Finding, FindingKind, Reading, Span, TimeExpression, TimeKind
from parley.text.things import thing

ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
DURATION = re.compile(r"P(\d+(?:\.\d+)?)Y")
# "the first strike in 19 years" | "the first of its kind in over two years" | "the first since July 2019"
FIRST = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir)|['’]s?)\s+first\b[^.;\n]{0,60}?\b(in|since|for)\s+(?:over |more than |nearly |almost |about |at least )?$"
)
EDGE = re.compile(r"[.!?]['”’\"]?\s|\n|;")
CLAUSE = re.compile(r"[,;—–\n]|[.!?]\s|\b(?:and|but|when|after|before|while|since|that|which|who)\s")
TOLD_BEFORE = 90  # code points before a time in which "the first … since" stands
# of the shorter clause's words shared, from which two tell of one event (own rail strike and cod quota)
EVENT = 0.75
LEAST = 4  # words shared
ONE_KIND = 3  # words shared by two sentences that tell of a first
POSTED = 40  # clauses that a word may stand in and still lead from one to another
YEAR = 366.0


def events_dated_twice(pages: Pages) -> Iterator[Finding]:
    """Clauses that tell of one event and give it different years or months."""
    clauses = [c for r in pages.record.readings for t in r.times if _past(r, t) and (c := _clause(pages, t))]
    for a, b in _pairs(clauses):
        shared = len(a.words & b.words)
        one = (
            shared >= LEAST
            and shared >= EVENT * min(len(a.words), len(b.words))
            and pages.words(a.span) != pages.words(b.span)
        )
        if one and not a.value.startswith(b.value[:7]) and not b.value.startswith(a.value[:7]):
            told = f"one event, {a.value} | {b.value}: “{pages.words(a.span)}” | “{pages.words(b.span)}”"
            yield pages.finding(FindingKind.DATE, told, [a.span, b.span])


def firsts_since(pages: Pages) -> Iterator[Finding]:
    """What two articles call the first in so many years or since a day: whether the two can both be."""
    told = [f for r in pages.record.readings for t in r.times if (f := _first(pages, r, t))]
    for a, b in combinations(told, 2):
        if a.span.article != b.span.article and a.text != b.text and len(a.words & b.words) >= ONE_KIND:
            agree = a.earliest <= b.latest and b.earliest <= a.latest
            kind = FindingKind.AGREEMENT if agree else FindingKind.DATE
            found = pages.finding(kind, f"“{a.text}” | “{b.text}”", [a.span, b.span])
            if found.origins > 1:
                yield found


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with a date of its own; `words` leave the date out."""

    span: Span
    value: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class First:
    """ "The first … since": the years (as fractions) between which the one before lies, and its sentence's words."""

    span: Span
    text: str
    earliest: float
    latest: float
    words: frozenset[str]


def _past(reading: Reading, time: TimeExpression) -> bool:
    """Whether a date lies before the article's: plans may well have two dates."""
    return time.kind is TimeKind.DATE and (time.value or "9") < (reading.published or "")[: len(time.value or "")]


def _clause(pages: Pages, time: TimeExpression) -> Clause | None:
    """The words between the marks around a date; None for what is no date or stands alone."""
    if not time.value or not ISO.fullmatch(time.value):
        return None
    span = _around(pages, time.span, CLAUSE)
    text = pages.text(span.article)
    words = thing(text[span.start : time.span.start]) | thing(text[time.span.end : span.end])
    return Clause(span, time.value, words) if len(words) >= LEAST else None


def _pairs(clauses: Sequence[Clause]) -> list[tuple[Clause, Clause]]:
    """Pairs that share a word which few clauses hold."""
    postings: dict[str, list[int]] = defaultdict(list)
    for n, clause in enumerate(clauses):
        for word in sorted(clause.words):
            postings[word].append(n)
    pairs = {p for found in postings.values() if len(found) <= POSTED for p in combinations(found, 2)}
    return [(clauses[i], clauses[j]) for i, j in sorted(pairs)]


def _first(pages: Pages, reading: Reading, time: TimeExpression) -> First | None:
    text = pages.text(reading.article)
    begin = max(0, time.span.start - TOLD_BEFORE)
    match = FIRST.search(text[begin : time.span.start])
    bounds = match and _bounds(reading.published, time.value or "")
    if not match or not bounds:
        return None
    span = Span(reading.article, begin + match.start(), time.span.end)
    return First(span, pages.words(span), *bounds, thing(pages.words(_around(pages, span, EDGE))))


def _bounds(published: str | None, value: str) -> tuple[float, float] | None:
    """The years between which the one before lies: a stated date, or some years before publication and up to one more."""
    duration = DURATION.fullmatch(value)
    if duration and published:
        now = _year(published[:10])
        return now - float(duration[1]) - 1, now - float(duration[1]) + 0.1
    return (_year(value), _year(value) + (1 if len(value) == 4 else 0.1)) if ISO.fullmatch(value) else None


def _year(iso: str) -> float:
    parts = [int(p) for p in iso.split("-")]
    return parts[0] + ((parts[1] - 1) / 12 if len(parts) > 1 else 0) + (parts[2] / YEAR if len(parts) > 2 else 0)


def _around(pages: Pages, span: Span, edge: re.Pattern[str]) -> Span:
    """The stretch between the edges before and after a span, at most 300 code points on either side."""
    text = pages.text(span.article)
    begin = max(0, span.start - 300)
    before = [m.end() for m in edge.finditer(text, begin, span.start)]
    after = edge.search(text, span.end, min(len(text), span.end + 300))
    start, end = before[-1] if before else begin, after.start() if after else min(len(text), span.end + 300)
    kept = text[start:end]
    return Span(span.article, start + len(kept) - len(kept.lstrip()), start + len(kept.rstrip()))
