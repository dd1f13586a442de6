"""Dates that contradict each other: a meeting's, and a page's own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from parley.combine.comparing.finding import Pages
from parley.record import BlockKind, Finding, FindingKind, Meeting, Reading, Span
from parley.text.calendar import full_dates
from parley.text.things import thing

ORDINALS = frozenset("first second third fourth fifth sixth final opening".split())


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
    for a, b in _pairs(pages.record.meetings):
        if a.date != b.date and not _articles(a) & _articles(b):
            spans = [*a.evidence, *b.evidence]
            told = f"{a.forum}, {a.place}: {a.date} | {b.date}"
            yield pages.finding(FindingKind.DATE, told, spans)


def _pairs(meetings: Sequence[Meeting]) -> list[tuple[Meeting, Meeting]]:
    """Pairs of one numbered forum in one place, both with a day, in the meetings' order."""
    alike: dict[tuple[frozenset[str], frozenset[str]], list[int]] = defaultdict(list)
    for n, meeting in enumerate(meetings):
        if meeting.forum and meeting.place and len(meeting.date or "") >= 10 and thing(meeting.forum) & ORDINALS:
            alike[thing(meeting.forum), thing(meeting.place)].append(n)
    pairs = sorted(p for group in alike.values() for p in combinations(group, 2))
    return [(meetings[a], meetings[b]) for a, b in pairs]


def _articles(meeting: Meeting) -> set[str]:
    return {s.article for s in meeting.evidence}
