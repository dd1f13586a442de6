"""The spine of the check: the draft is read like any article, and each of its facts is held against the record."""

from parley.check.figures import KnownFigures
from parley.check.mark import Mark
from parley.check.quotes import KnownQuotes, quoted_parts, tells
from parley.reading import read_draft
from parley.record import Article, QuoteKind, Record

LONGEST = 200_000  # code points of a draft that are checked
SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)


def check_draft(record: Record, text: str) -> tuple[Mark, ...]:
    """Marks in text order: one for each stretch of words in quotation marks and for each figure of the draft."""
    draft = Article("draft", text[:LONGEST])
    reading = read_draft(draft)
    quotes, figures = KnownQuotes(record), KnownFigures(record)
    marks = [
        quotes.hold(draft.text, start, end, quote.speaker)
        for quote in reading.quotes
        if quote.kind in SPOKEN
        for start, end in quoted_parts(draft.text, quote)
        if tells(draft.text, start, end)
    ]
    marks += [figures.hold(f) for f in reading.figures]
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))
