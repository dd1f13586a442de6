"""Where outlets agree and differ. A finding shows both passages and judges neither."""

from parley.combine.comparing.answers import answers_to_come, conditions_left_out
from parley.combine.comparing.changes import changes_of_position, scopes_of_demands, told_and_denied
from parley.combine.comparing.dates import dates_in_doubt
from parley.combine.comparing.deeds import measures_that_went_on
from parley.combine.comparing.events import events_dated_twice, firsts_since
from parley.combine.comparing.figures import figures_compared
from parley.combine.comparing.finding import Pages
from parley.combine.comparing.moods import moods_that_differ, outlooks_that_differ
from parley.combine.comparing.wordings import headlines_of_one_text, shared_words_of_two, wordings_that_drift
from parley.record import Finding, Record

__all__ = ["find_findings"]

SEARCHES = (
    figures_compared,
    wordings_that_drift,
    shared_words_of_two,
    scopes_of_demands,
    changes_of_position,
    told_and_denied,
    answers_to_come,
    conditions_left_out,
    measures_that_went_on,
    dates_in_doubt,
    events_dated_twice,
    firsts_since,
    headlines_of_one_text,
    moods_that_differ,
    outlooks_that_differ,
)


def find_findings(record: Record) -> tuple[Finding, ...]:
    """Findings of all kinds, each kind in the order of the nouns that it compares; none twice."""
    pages = Pages(record)
    found = {f.id: f for search in SEARCHES for f in search(pages)}
    return tuple(found.values())
