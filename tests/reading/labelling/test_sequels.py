"""Below what shows an article to be over nothing belongs to it."""

import pytest

from parley.reading.labelling.sequels import without_sequels
from parley.reading.lines import split_lines

STORY = [
    "The delegates left the hall at noon without a word to the press.",
    "The ferry line said it would sail again on Friday.",
]
OTHER = "Nine goats were found on the roof of a chapel in the old town."


@pytest.mark.parametrize(
    "end",
    [
        "Tags: ferry, port",
        "Log in to comment",
        "Next article",
        "Topics",
        "Nora Vance is a reporter who covers shipping for the Harbour Gazette.",
    ],
)
def test_nothing_belongs_below_a_line_left_out_that_ends_stories(end: str) -> None:
    assert kept([*STORY, end, OTHER], [True, True, False, True]) == [True, True, False, False]


@pytest.mark.parametrize("head", ["Sources", "View article sources", "Footnotes:"])
def test_sources_do_not_belong_even_where_their_heading_seems_to(head: str) -> None:
    assert kept([*STORY, head, OTHER], [True] * 4) == [True, True, False, False]


@pytest.mark.parametrize(
    "line", ["Topics of the talks are fish and coal.", "Nextdoor", "Sources close to the talks disagree"]
)
def test_other_lines_end_nothing(line: str) -> None:
    assert kept([*STORY, line, OTHER], [True] * 4) == [True] * 4


def test_a_menu_above_the_story_does_not_end_it() -> None:
    assert kept(["Log in", "Topics", *STORY], [False, False, True, True]) == [False, False, True, True]


def kept(lines: list[str], answers: list[bool]) -> list[bool]:
    return without_sequels(split_lines("\n".join(lines)), answers)
