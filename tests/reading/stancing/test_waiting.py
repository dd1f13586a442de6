"""Answers still to come."""

import pytest

from tests.reading.test_stances import stances, told

WAITING = [
    ("Orsova has yet to reply to the offer.", ("Orsova", "open_to", "the offer")),
    ("The union has not said whether it will accept the offer.", ("federation", "open_to", "the offer")),
    ("Meridian has yet to decide whether it would sign the draft.", ("Meridian", "open_to", "the draft")),
    ("Kestrel is studying the proposal, a spokesman said.", ("Kestrel", "open_to", "the proposal")),
]


@pytest.mark.parametrize(("text", "expected"), WAITING, ids=[t for t, _ in WAITING])
def test_an_answer_to_come_is_open_and_unsure(text: str, expected: tuple[str, str, str]) -> None:
    (found,) = stances(text)
    assert (found.party, found.stance.value, found.issue) == expected
    assert found.conditional and found.condition is None and found.score <= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Orsova did not reply to questions.",
        "The union has not answered letters from reporters.",
        "Kestrel is studying the weather.",
        "Meridian replied to the offer on Monday.",
        "The union has not said whether the talks were long.",
    ],
)
def test_other_silence_is_no_answer_to_come(text: str) -> None:
    assert told(text) == set()
