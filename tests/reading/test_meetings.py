"""Meetings that sentences tell of."""

import pytest

from parley.reading.cast import Cast
from parley.reading.meetings import find_meetings
from parley.reading.prose import plain
from parley.reading.times import find_times
from parley.record import ActorKind, Span
from tests.factories import actor

Told = tuple[str | None, str | None, str | None, str]
NAMES = {
    "Nora Vance": ActorKind.PERSON,
    "Edwin Sorley": ActorKind.PERSON,
    "Harbour Council": ActorKind.ORGANISATION,
    "Meridian": ActorKind.ORGANISATION,
}


def cast(text: str) -> Cast:
    spans = {n: Span("a", text.index(n), text.index(n) + len(n)) for n in NAMES if n in text}
    return Cast(tuple(actor(n, NAMES[n], mentions=(s,)) for n, s in spans.items()))


def meetings(text: str, published: str | None = "2024-03-05") -> list[Told]:
    prose = plain(text, published=published)
    found = find_meetings(prose, cast(text), find_times(prose))
    return [(m.date, m.place, m.forum, m.status.value) for m in found]


TOLD: list[tuple[str, list[Told]]] = [
    ("Nora Vance met Edwin Sorley on Monday in Port Callow.", [("2024-03-04", "Port Callow", None, "held")]),
    ("The sides will meet again on Thursday in Linden.", [("2024-03-07", "Linden", None, "planned")]),
    (
        "The second round of talks, at Harrow Hall in Linden, ended on Monday.",
        [("2024-03-04", "Harrow Hall in Linden", "second round of talks", "held")],
    ),
    ("A second session is planned for Thursday in Linden.", [("2024-03-07", "Linden", "second session", "planned")]),
    ("The Harbour Council will meet on Friday.", [("2024-03-08", None, "Harbour Council", "planned")]),
    (
        "Linden will host the second round of the port talks on Thursday.",
        [("2024-03-07", "Linden", "second round of the port talks", "planned")],
    ),
    (
        "Oakes said Callow-Linden talks in Baymouth on Wednesday and a meeting of the Harbour Council in Linden on "
        "Thursday would decide it.",
        [
            ("2024-03-06", "Baymouth", "Callow-Linden talks", "planned"),
            ("2024-03-07", "Linden", "Harbour Council", "planned"),
        ],
    ),
    ("At Monday’s talks in Baymouth, Edwin Sorley smiled.", [("2024-03-04", "Baymouth", None, "held")]),
    ("Nora Vance briefed the Harbour Council on the strike.", [(None, None, "Harbour Council", "held")]),
    ("Edwin Sorley spoke with Nora Vance on Monday.", [("2024-03-04", None, None, "held")]),
    (
        "A meeting of the Harbour Council, the first since July 2019, took place in Linden on Monday.",
        [
            ("2024-03-04", "Linden", "Harbour Council", "held"),
            ("2019-07", None, "Harbour Council", "held"),
        ],
    ),
    ("The talks in Linden on March 7 were called off.", [("2024-03-07", "Linden", None, "cancelled")]),
    ("Talks resume on Monday.", [("2024-03-11", None, None, "planned")]),
]
IN_PASSING = [
    "Both sides are open to further talks.",
    "The union met the deadline on Monday in Linden.",
    "Meridian hopes to meet demands in Linden on Friday.",
    "Nora Vance talked about the talks.",
    "Dockers gathered signatures.",
    "The talks were frank and intense.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_meeting(text: str, expected: list[Told]) -> None:
    assert meetings(text) == expected


@pytest.mark.parametrize("text", IN_PASSING)
def test_talk_in_passing_is_no_meeting(text: str) -> None:
    assert meetings(text) == []


def test_participants_are_named_and_topics_are_not() -> None:
    text = "Nora Vance and Edwin Sorley met on Monday in Linden for talks on Meridian."
    prose = plain(text, published="2024-03-05")
    (meeting,) = find_meetings(prose, cast(text), find_times(prose))
    assert meeting.participants == ("Nora Vance", "Edwin Sorley")
    assert text[meeting.evidence[0].start : meeting.evidence[0].end] == "met on Monday in Linden for talks"


def test_a_body_takes_the_day_of_the_sentence_before() -> None:
    text = "Meridian gave in on Monday. It did so at a meeting of the Harbour Council."
    assert meetings(text) == [("2024-03-04", None, "Harbour Council", "held")]
