"""Whom an article credits: agencies, first publishers, contributors, photographers; and nobody by mistake."""

import pytest

from parley.reading.blocks import label
from parley.reading.credits import find_credits
from tests.factories import article

STORY = "\n\nThe union met the port company in Linden on Monday for a third round of talks on pay and night shifts.\n\nBoth sides agreed to meet again on Thursday, a spokesman for the ministry told reporters."
CREDITS = {
    "Talks open\n\nLINDEN (AP) — The dockers went back to work on Tuesday after nine days of strike.": [("agency", "AP")],
    f"Talks open\n\nLINDEN, Avania (Reuters) - The dockers went back to work on Tuesday after nine days.{STORY}": [("agency", "Reuters")],
    f"Talks open\n\nBy Reuters{STORY}": [("agency", "Reuters")],
    f"Talks open\n\nBy Lena Marsh{STORY}\n\nThis article was originally published by the Harbour Gazette and is republished with permission.": [
        ("republished", "Harbour Gazette")
    ],
    f"Talks open\n\nBy Lena Marsh{STORY}\n\nJonas Pell in Linden and Ruth Abara contributed to this report.": [
        ("contributor", "Jonas Pell"),
        ("contributor", "Ruth Abara"),
    ],
    f"Talks open\n\nCranes stand still at the port, Tuesday. (Ines Holm/Coastal Wire){STORY}": [("photo", "Ines Holm/Coastal Wire")],
    f"Talks open\n\nBy Lena Marsh{STORY}": [],
    f"Talks open{STORY}\n\nThe ministry (and the port company) said nothing more about the third round of these talks.": [],
}  # fmt: skip


@pytest.mark.parametrize("text", CREDITS)
def test_credits(text: str) -> None:
    of = article(text)
    found = find_credits(of, label(of))
    assert [(str(c.kind), c.name) for c in found] == CREDITS[text]
    assert all(of.words(c.span) == c.name for c in found)
