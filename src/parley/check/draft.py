"""The spine of the check: the draft is read like any article, and each of its facts is held against the record."""

from parley.check.dates import KnownDates
from parley.check.figures import KnownFigures
from parley.check.mark import Mark
from parley.check.positions import KnownPositions
from parley.check.quotes import KnownQuotes, quoted_parts, tells
from parley.record import Article, QuoteKind, Record

LONGEST = 200_000  # code points of a draft that are checked
SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)


def check_draft(record: Record, text: str) -> tuple[Mark, ...]:
    """Marks in text order: for each stretch of words in quotation marks, and for each figure, date and position outside."""
    from parley.reading import read_draft  # the desk opens without what reads

    draft = Article("draft", text[:LONGEST])
    reading = read_draft(draft)
    said = [
        (start, end, quote.speaker)
        for quote in reading.quotes
        if quote.kind in SPOKEN
        for start, end in quoted_parts(draft.text, quote)
    ]
    quotes, figures = KnownQuotes(record), KnownFigures(record)
    marks = [quotes.hold(draft.text, *part) for part in said if tells(draft.text, part[0], part[1])]
    marks += [figures.hold(f) for f in reading.figures]
    outside = [*KnownDates(record).hold(reading, draft.text), *KnownPositions(record).hold(reading.stances, draft.text)]
    marks += [m for m in outside if not any(m.start < end and start < m.end for start, end, _ in said)]
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.kind)))
