"""Dates of a draft against a record's meetings and dated sentences."""

from dataclasses import replace

import pytest

from parley.check import MarkKind, Verdict, check_draft
from parley.check.dates import agree, is_day, likeness
from parley.record import Record, TimeExpression, TimeKind
from tests.factories import article, meeting, reading, span

ONE = article(
    "The second round was held in Linden on Thursday. The harbour council closed the old east pier on 12 February 2024.",
    published="2024-03-08",
)
TIMES = (
    TimeExpression(span(ONE, "Thursday"), TimeKind.DATE, "2024-03-07"),
    TimeExpression(span(ONE, "12 February 2024"), TimeKind.DATE, "2024-02-12"),
)
HELD = meeting(ONE, "The second round was held in Linden on Thursday", "2024-03-07", "Linden", "second round")
RECORD = Record((ONE,), (reading(ONE, times=TIMES),), meetings=(replace(HELD, id="m"),))


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("The second round was held in Linden on March 7.", Verdict.EXACT),
        ("The second round took place in Linden on Thursday.", Verdict.EXACT),
        ("The second round was held in Linden on March 9.", Verdict.DIFFERS),
        ("The second round was held in Linden on Friday.", Verdict.DIFFERS),
        ("The harbour council closed the old east pier in February 2024.", Verdict.EXACT),
        ("The harbour council closed the old east pier on 14 February 2024.", Verdict.DIFFERS),
        ("The ferry workers went on strike on 14 February 2024.", Verdict.UNKNOWN),
    ],
)
def test_a_date(draft: str, verdict: Verdict) -> None:
    assert [m.verdict for m in check_draft(RECORD, draft) if m.kind is MarkKind.DATE] == [verdict]


@pytest.mark.parametrize("draft", ["“We met on Friday,” she said.", "They will meet soon.", "It has lasted for years."])
def test_what_is_quoted_or_no_day_has_no_mark(draft: str) -> None:
    assert [m for m in check_draft(RECORD, draft) if m.kind is MarkKind.DATE] == []


@pytest.mark.parametrize(
    ("draft", "known", "expected"),
    [
        ("XXXX-03-05", "2024-03-05", True),
        ("XXXX-03-05", "2024-03-06", False),
        ("2024", "2024-03-05", True),
        ("2023-03", "2024-03-05", False),
        ("XXXX-WXX-4", "2024-03-07", True),
        ("XXXX-WXX-5", "2024-03-07", False),
        ("XXXX-WXX-5", "2024-03", False),
        ("2024-03-05T18:15", "2024-03-05", True),
        ("2024-W10", "2024-03-05", False),
    ],
)
def test_dates_agree_where_they_can_be_one_day(draft: str, known: str, expected: bool) -> None:
    assert agree(draft, known) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [("XXXX-WXX-2", True), ("XXXX-01", True), ("PRESENT_REF", False), ("XXXX", False)]
)
def test_what_names_a_day(value: str, expected: bool) -> None:
    assert is_day(value) is expected


@pytest.mark.parametrize(
    ("forum", "place", "expected"),
    [
        ("second round of talks", None, True),
        ("third round", "Linden", False),
        ("talks", "Linden", True),
        ("talks", "Callow", False),
    ],
)
def test_a_round_is_known_by_its_number_before_its_place(forum: str, place: str | None, expected: bool) -> None:
    assert bool(likeness(HELD, meeting(ONE, "round", None, place, forum))) is expected


def test_the_likeliest_meeting_is_meant_not_another_in_the_same_town() -> None:
    two = article(
        "The Port Safety Council met in Linden on 7 March 2024. The Wage Council met in Linden on 9 March 2024."
    )
    meetings = (
        meeting(
            two, "The Port Safety Council met in Linden on 7 March 2024", "2024-03-07", "Linden", "Port Safety Council"
        ),
        meeting(two, "The Wage Council met in Linden on 9 March 2024", "2024-03-09", "Linden", "Wage Council"),
    )
    record = Record((two,), (reading(two),), meetings=meetings)
    (mark,) = [
        m for m in check_draft(record, "The Port Safety Council met in Linden on 9 March 2024.") if m.kind == "date"
    ]
    assert (mark.verdict, mark.note) == (Verdict.DIFFERS, "the record has: 2024-03-07")
