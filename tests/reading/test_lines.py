"""What one line looks like, and where lines begin: marks that show nothing never become part of a line."""

import pytest

from parley.reading.lines import Line, split_lines


def line(text: str) -> Line:
    return Line(0, len(text), text)


SPLIT = {
    "Dockers vote\r\n\r\nTalks open.\r\n": ["Dockers vote", "Talks open."],
    "Dockers vote\rTalks open.": ["Dockers vote", "Talks open."],
    "\ufeffDockers vote\n\u200b\n \xa0Talks open.\u200b": ["Dockers vote", "Talks open."],
    "Dockers vote\n\x1c\nTalks open.\x1f\u1680": ["Dockers vote", "Talks open."],
    "Dockers vote\u2028Talks open.": ["Dockers vote", "Talks open."],
    "": [],
}


@pytest.mark.parametrize("text", SPLIT)
def test_lines_keep_their_place(text: str) -> None:
    found = split_lines(text)
    assert [x.text for x in found] == SPLIT[text]
    assert [text[x.start : x.end] for x in found] == SPLIT[text]


CREDITS = {
    "Nora Vance arrives at the hall, Tuesday. (Ines Holm/Coastal Wire)": "Ines Holm/Coastal Wire",
    "Delegates at the hall.Ines Holm / Pool via AP": "Ines Holm / Pool via AP",
    "Cranes stand still. Photo: Jonas Pell": "Jonas Pell",
    "The union met the company (and nobody else) on Monday.": None,
}


@pytest.mark.parametrize("text", CREDITS)
def test_a_picture_s_credit(text: str) -> None:
    found = line(text).photo_credit
    assert (found["credit"].strip() if found else None) == CREDITS[text]


KINDS = {
    "By Lena Marsh": "byline",
    "5 March 2024, 9:30 am": "date_only",
    "Read more: What the port company offers": "ends_story",
    "Dana Whitlock is a reporter at the Morning Signal.": "bio",
    "This article was first published by the Harbour Gazette.": "republished",
    "Home | News | Ports | Weather": "menu",
    "© 2024 Coastal Wire": "copyright",
}


@pytest.mark.parametrize("text", KINDS)
def test_signs_of_a_line(text: str) -> None:
    assert getattr(line(text), KINDS[text])
    assert not getattr(
        line("The union met the port company in Linden on Monday and agreed to talk again."), KINDS[text]
    )
