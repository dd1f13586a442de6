"""Roles once it is known which lines belong to the article."""

import pytest

from parley.reading.labelling.roles import settle
from parley.reading.labelling.rules import rule_kinds
from parley.reading.lines import split_lines
from parley.record import BlockKind

STORY = "The port of Norrhaven stayed shut on Monday as the dockers and the harbour board broke off their talks, the mayor said."


@pytest.mark.parametrize(
    "beside",
    ["Read more: Storm closes the bridge to Norrhaven", "Sign up for our newsletter about the harbour and its people."],
)
def test_a_prompt_that_the_markup_keeps_is_of_the_story_and_in_plain_text_it_is_not(beside: str) -> None:
    lines = split_lines("\n".join(["Norrhaven port stays shut", STORY, beside, STORY, STORY]))
    ruled = rule_kinds(lines, None)
    kept = [False, True, True, True, True]
    assert settle(lines, ruled, kept, None)[2] is BlockKind.FURNITURE
    assert settle(lines, ruled, kept, None, marked=True)[2] in (BlockKind.BODY, BlockKind.HEADING)


def test_headlines_under_a_label_are_teasers_unless_the_markup_keeps_them() -> None:
    lines = split_lines("\n".join([STORY, STORY, "Related stories", "Storm closes the bridge to Norrhaven", STORY]))
    ruled = rule_kinds(lines, None)
    kept = [True, True, False, True, True]
    told = {marked: settle(lines, ruled, kept, None, marked=marked)[3] for marked in (False, True)}
    assert told[False] not in (BlockKind.BODY, BlockKind.HEADING)
    assert told[True] in (BlockKind.BODY, BlockKind.HEADING)


def test_program_text_and_the_pictures_of_a_gallery_are_not_of_the_story() -> None:
    script = "window._boxes = window._boxes || []; _boxes.push({ mode: 'list-a', place: 'below' });"
    shown = "Dockers stand before the gate of the port of Norrhaven on Monday while the harbour board meets behind it."
    told = [STORY, script, "Image 1 of 2", shown, "Image 2 of 2", STORY, "The window was left open; the mayor said so."]
    lines = split_lines("\n".join(told))
    kinds = settle(lines, rule_kinds(lines, None), [True] * len(lines), None)
    assert [k is BlockKind.BODY for k in kinds] == [True, False, False, False, False, True, True]


def test_the_title_is_the_headline_that_the_story_speaks_of_not_the_one_nearest_to_it() -> None:
    lines = split_lines(
        "\n".join(
            [
                "The Norrhaven Signal",
                "Dockers and harbour board break off talks",
                "Copy the link to this page",
                STORY,
                STORY,
            ]
        )
    )
    kinds = settle(lines, rule_kinds(lines, None), [False, False, False, True, True], None)
    assert [kind is BlockKind.TITLE for kind in kinds] == [False, True, False, False, False]


def test_who_made_the_pictures_of_a_gallery_does_not_sign_the_text() -> None:
    shown = "Dockers stand before the gate of the port of Norrhaven on Monday while the harbour board meets behind it."
    lines = split_lines("\n".join([STORY, STORY, "Fullscreen", shown, "Jonas Pell, AP", "Fullscreen"]))
    kinds = settle(lines, rule_kinds(lines, None), [True] * len(lines), None)
    assert [kind.value for kind in kinds[2:]] == ["furniture", "caption", "caption", "furniture"]
