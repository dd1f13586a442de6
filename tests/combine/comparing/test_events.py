"""One event dated twice, and the first one since then."""

import pytest

from parley.combine.comparing.events import events_dated_twice, firsts_since
from parley.combine.comparing.finding import Pages
from parley.record import FindingKind, Origin, Record, TimeExpression, TimeKind
from tests.factories import article, reading, span


def pages(*told: tuple[str, str, str]) -> Pages:
    """Articles of March 2024, each with a text and the words and value of its one time."""
    articles = [article(text, f"{n}.txt", published="2024-03-05") for n, (text, _, _) in enumerate(told)]
    readings = [
        reading(
            a, times=(TimeExpression(span(a, words), TimeKind.DURATION if value[0] == "P" else TimeKind.DATE, value),)
        )
        for a, (_, words, value) in zip(articles, told, strict=True)
    ]
    origins = tuple(Origin(a.id, a.id, (a.id,)) for a in articles)
    return Pages(Record(tuple(articles), tuple(readings), origins=origins))


STRIKE = "The talks failed when Callow dockers closed the east terminal in 2014, and the port lost its grain."


@pytest.mark.parametrize(
    ("text", "words", "value", "found"),
    [
        ("Callow dockers closed the east terminal nine years ago.", "nine years ago", "2015", 1),
        ("Callow dockers closed the east terminal in May 2014.", "May 2014", "2014-05", 0),
        ("Callow dockers will close the east terminal in 2025.", "2025", "2025", 0),
        ("Callow fishermen closed a west gate in 2015.", "2015", "2015", 0),
    ],
)
def test_one_event_with_two_years(text: str, words: str, value: str, found: int) -> None:
    assert len(list(events_dated_twice(pages((STRIKE, "2014", "2014"), (text, words, value))))) == found


def test_both_clauses_are_shown() -> None:
    other = ("Callow dockers closed the east terminal nine years ago.", "nine years ago", "2015")
    (finding,) = events_dated_twice(pages((STRIKE, "2014", "2014"), other))
    assert finding.kind is FindingKind.DATE
    assert (
        "Callow dockers closed the east terminal in 2014” | “Callow dockers closed the east terminal nine"
        in finding.summary
    )


FIRST = "It was the first strike of the Callow dockers in 19 years, the union said."


@pytest.mark.parametrize(
    ("text", "words", "value", "kinds"),
    [
        ("The strike is the Callow dockers' first since 2004.", "2004", "2004", [FindingKind.AGREEMENT]),
        ("The strike is the Callow dockers' first since 2014.", "2014", "2014", [FindingKind.DATE]),
        ("The strike was first called in 2014 by Callow dockers.", "2014", "2014", []),
        ("The bridge is the first in Linden since 2014.", "2014", "2014", []),
    ],
)
def test_the_first_since(text: str, words: str, value: str, kinds: list[FindingKind]) -> None:
    found = firsts_since(pages((FIRST, "19 years", "P19Y"), (text, words, value)))
    assert [f.kind for f in found] == kinds
