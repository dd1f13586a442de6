"""Dates that contradict each other: a meeting's, and a page's own."""

from collections.abc import Iterator

from parley.combine.comparing.finding import Pages
from parley.record import BlockKind, Finding, FindingKind, Meeting, Reading, Span
from parley.text.calendar import full_dates
from parley.text.things import thing


def dates_in_doubt(pages: Pages) -> Iterator[Finding]:
    yield from _banners(pages)
    yield from _meetings(pages)


def _banners(pages: Pages) -> Iterator[Finding]:
    """A page that shows another day than that of its publication: the day on which it was taken."""
    for reading in pages.record.readings:
        stated, shown = _stated(pages, reading), _shown(pages, reading)
        if stated and shown:
            told = f"{pages.outlet(reading.article)}: published {pages.words(stated)}; the page also shows {pages.words(shown)}"
            yield pages.finding(FindingKind.DATE, told, [stated, shown])


def _stated(pages: Pages, reading: Reading) -> Span | None:
    """The words of the byline that state the day of publication."""
    return next(
        (s for s, day in _dates(pages, reading, BlockKind.BYLINE) if day == (reading.published or "")[:10]), None
    )


def _shown(pages: Pages, reading: Reading) -> Span | None:
    """Another day, above the story."""
    body = min((b.span.start for b in reading.blocks if b.kind is BlockKind.BODY), default=0)
    furniture = _dates(pages, reading, BlockKind.FURNITURE)
    return next((s for s, day in furniture if s.end <= body and day != (reading.published or "")[:10]), None)


def _dates(pages: Pages, reading: Reading, kind: BlockKind) -> Iterator[tuple[Span, str]]:
    text = pages.text(reading.article)
    for block in (b for b in reading.blocks if b.kind is kind):
        for found in full_dates(text[block.span.start : block.span.end]):
            start = block.span.start + found.start
            yield Span(reading.article, start, block.span.start + found.end), found.value[:10]


def _meetings(pages: Pages) -> Iterator[Finding]:
    """One forum in one place, told with two days by different articles that do not both tell of the other day."""
    for n, a in enumerate(pages.record.meetings):
        for b in pages.record.meetings[n + 1 :]:
            if _one_meeting(a, b) and not _articles(a) & _articles(b):
                spans = [*a.evidence, *b.evidence]
                told = f"{a.forum}, {a.place}: {a.date} | {b.date}"
                yield pages.finding(FindingKind.DATE, told, spans)


def _one_meeting(a: Meeting, b: Meeting) -> bool:
    same = bool(a.forum and b.forum and a.place and b.place) and thing(a.forum or "") == thing(b.forum or "")
    days = len(a.date or "") >= 10 and len(b.date or "") >= 10 and a.date != b.date
    ordinal = thing(a.forum or "") & frozenset("first second third fourth fifth sixth final opening".split())
    return same and days and bool(ordinal) and thing(a.place or "") == thing(b.place or "")


def _articles(meeting: Meeting) -> set[str]:
    return {s.article for s in meeting.evidence}
