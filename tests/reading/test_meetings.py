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
    (
        "Nora Vance said on Monday as the two sides opened talks in Linden that she was calm.",
        [("2024-03-04", "Linden", None, "held")],
    ),
    (
        "The guild asked on Monday for a fund on the second day of talks in Linden.",
        [("2024-03-04", "Linden", "second day of talks", "held")],
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
    ("Talks between Meridian and the port union collapsed on Monday.", [("2024-03-04", None, None, "held")]),
    ("Negotiations broke down on Monday.", [("2024-03-04", None, None, "held")]),
    ("Edwin Sorley left the talks early on Monday.", [("2024-03-04", None, None, "held")]),
    ("The parties met for 12 hours on Monday.", [("2024-03-04", None, None, "held")]),
    ("The ministers gathered in Linden on Monday.", [("2024-03-04", "Linden", None, "held")]),
    ("Negotiators returned to the bargaining table on Monday.", [("2024-03-04", None, None, "held")]),
    (
        "The sides are due to meet again on Thursday at the labour court in Linden.",
        [("2024-03-07", "Linden", "labour court", "planned")],
    ),
    (
        "Oakes wants a reply before the next round, which is planned for 2 April in Baymouth.",
        [("2024-04-02", "Baymouth", None, "planned")],
    ),
    ("Oakes has invited both sides back to Linden on Sunday.", [("2024-03-10", "Linden", None, "planned")]),
    (
        "Negotiators will return to Linden on April 14 for a fourth round.",
        [("2024-04-14", "Linden", "fourth round", "planned")],
    ),
    ("Nora Vance flew to Baymouth on Monday for talks with Edwin Sorley.", [("2024-03-04", "Baymouth", None, "held")]),
    ("Nora Vance hosted Edwin Sorley at Harrow Hall on Monday.", [("2024-03-04", "Harrow Hall", None, "held")]),
    ("A meeting scheduled for Thursday was postponed.", [("2024-03-07", None, None, "cancelled")]),
    ("The talks were suspended on Monday.", [("2024-03-04", None, None, "held")]),
    ("The next session is on Thursday.", [("2024-03-07", None, None, "planned")]),
    ("The talks, which began on Monday in Linden, will last for days.", [("2024-03-04", "Linden", None, "held")]),
    ("The deal would be signed in Port Callow in May.", [("2024-05", "Port Callow", None, "planned")]),
]
IN_PASSING = [
    "Both sides are open to further talks.",
    "The union met the deadline on Monday in Linden.",
    "Meridian hopes to meet demands in Linden on Friday.",
    "Nora Vance talked about the talks.",
    "Dockers gathered signatures.",
    "Protesters gathered in Linden on Monday.",
    "Oakes was invited to dinner on Sunday.",
    "Nora Vance received a letter from Edwin Sorley on Monday.",
    "They wanted four hours of talks.",
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


def test_long_talks_take_the_day_told_before() -> None:
    text = "Dockers walked out on Monday. “No deal,” Nora Vance said after four hours of talks."
    assert meetings(text) == [("2024-03-04", None, None, "held")]


def test_talks_through_the_night_began_the_day_before() -> None:
    text = "Meridian gave in early on Monday. The deal was reached after 15 hours of talks at the labour court."
    assert meetings(text) == [("2024-03-03", None, "labour court", "held")]
    assert meetings(text.replace("early ", "")) == [("2024-03-04", None, "labour court", "held")]


def test_talks_without_a_place_are_in_the_town_of_the_news() -> None:
    wire = "LINDEN, March 5 (Coastal Wire) -- Talks between Meridian and the port union collapsed on Monday."
    assert meetings(wire) == [("2024-03-04", "LINDEN", None, "held")]
    assert meetings(wire, published="2024-03-09") == [("2024-03-04", None, None, "held")]
