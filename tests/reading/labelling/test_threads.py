"""What readers say below a story does not belong to it."""

from parley.reading.labelling.threads import HEAD, OPENS, without_talk, without_threads
from parley.reading.lines import split_lines

STORY = [
    "The port of Norrhaven stayed shut on Monday as the dockers and the harbour board broke off their talks, the mayor said."
] * 3
COMMENT = [
    "oskar77",
    "3 hours ago",
    "I have worked on that quay for thirty years and never seen the gates shut for so long a time.",
    "Reply",
]


def kept(texts: list[str]) -> list[bool]:
    return without_threads(split_lines("\n".join(texts)), [True] * len(texts))


def test_a_thread_below_the_story_is_left_out() -> None:
    assert kept([*STORY, *COMMENT * 4]) == [True] * 3 + [False] * 16


def test_a_few_such_lines_are_no_thread() -> None:
    assert all(kept([*STORY, *COMMENT]))


def test_a_thread_without_a_story_above_is_what_the_text_is_about() -> None:
    assert all(kept(COMMENT * 4))


def test_what_follows_a_thread_is_judged_as_before() -> None:
    assert kept([*STORY, *COMMENT * 4, "—", "—", *STORY])[-1]


def test_below_the_line_that_opens_the_comments_nothing_belongs() -> None:
    lines = split_lines("\n".join([*STORY, "3 comments", STORY[0]]))
    assert without_talk(lines, [True, True, True, False, True]) == [True, True, True, False, False]


def test_a_line_that_counts_comments_above_the_story_ends_nothing() -> None:
    lines = split_lines("\n".join(["3 comments", *STORY]))
    assert without_talk(lines, [False, True, True, True]) == [False, True, True, True]


def test_marks_without_end_are_looked_through_once() -> None:
    """Quadratic work would take minutes here."""
    assert OPENS.match("Comments (12)")
    assert not OPENS.match("comments" + "!" * 300_000 + "x")
    assert not HEAD.match("oskar77" + "~" * 300_000 + "x")
