"""Quotations of one article: direct, mixed and indirect, each with its cue and speaker."""

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.reading.quoting import unparsed
from parley.reading.quoting.page import Page
from parley.reading.quoting.ruled import find_on
from parley.reading.quoting.speakers import with_speakers
from parley.reading.quoting.unparsed import language_of
from parley.record import Quote

__all__ = ["find_quotes"]


def find_quotes(prose: Prose, cast: Cast) -> tuple[Quote, ...]:
    """In text order; `speaker.name` is a name of the cast, None where unresolved."""
    page = Page(prose)
    language = language_of(prose)
    return with_speakers(page, cast, find_on(page) if language == "en" else unparsed.find(prose, language))
