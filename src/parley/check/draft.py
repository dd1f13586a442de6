"""The spine of the check: the draft is read like any article, and each of its facts is held against the record."""

import re
from dataclasses import replace

from parley.check.dates import KnownDates
from parley.check.figures import KnownFigures
from parley.check.mark import Mark
from parley.check.positions import KnownPositions
from parley.check.quotes import SURE, KnownQuotes, quoted_parts, tells
from parley.record import Article, Quote, QuoteKind, Record, Speaker

LONGEST = 200_000  # code points of a draft that are checked
SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)

NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,3}")


def speaker_of(text: str, quote: Quote) -> Speaker | None:
    """Whom the draft names. A surname alone goes by its word; whom a pronoun means is left open where that is not sure."""
    speaker = quote.speaker
    if speaker is None or speaker.span is None:
        return speaker
    words = text[speaker.span.start : speaker.span.end]
    if NAME.fullmatch(words):
        return replace(speaker, name=speaker.name or words)
    return speaker if quote.score >= SURE else None


def check_draft(record: Record, text: str) -> tuple[Mark, ...]:
    """Marks in text order: for each stretch of words in quotation marks, and for each figure, date and position outside."""
    from parley.reading import read_draft  # the desk opens without what reads

    draft = Article("draft", text[:LONGEST])
    reading = read_draft(draft)
    said = [
        (start, end, speaker_of(draft.text, quote))
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
