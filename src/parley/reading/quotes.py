"""Quotations of one article: direct, mixed and indirect, each with its cue and speaker."""

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.reading.quoting import ruled, tagged, unparsed
from parley.reading.quoting.found import Found
from parley.reading.quoting.merged import merge
from parley.reading.quoting.page import Page
from parley.reading.quoting.speakers import with_speakers
from parley.record import Quote

__all__ = ["begin_quotes", "find_quotes"]


def begin_quotes(prose: Prose) -> None:
    """Starts what needs no parse, so that it is done beside it on another core."""
    if unparsed.language_of(prose) == "en":
        tagged.begin(prose)


def find_quotes(prose: Prose, cast: Cast, by_rules: bool = False) -> tuple[Quote, ...]:
    """In text order; `speaker.name` is a name of the cast, else the words themselves where they are a name that the cast lacks,
    None where unresolved. `by_rules`: without the tagger, as the rules are tested.

    Raises MissingModel where the tagger's weights are not there.
    """
    page = Page(prose)
    return with_speakers(page, cast, _found(page, by_rules))


def _found(page: Page, by_rules: bool) -> list[Found]:
    language = unparsed.language_of(page.prose)
    if language != "en":
        return unparsed.find(page.prose, language)
    found = ruled.find_on(page)
    return found if by_rules else merge(page, tagged.find(page.prose), found)
