"""Counts of the words and marks of lines, side by side in one number."""

import re

import pytest

from parley.reading.labelling.features import ADDRESS, DAY, SEPARATOR
from parley.reading.labelling.roles import SCRIPT
from parley.reading.lines import CONTRIBUTORS, OPENING_PROMPT, POSED, PROMPT, REPUBLISHED, Line
from parley.reading.signs import MASK, NAMES, table


def counted(text: str) -> dict[str, int]:
    found = table([Line(0, len(text), text).counts], NAMES)
    return {name: int(count) for name, (count,) in zip(NAMES, found.tolist(), strict=True) if count}


def test_words_and_marks_are_counted() -> None:
    assert counted("“We said no,” the TUC Vance told the Harbour on 5 May!") == {
        "words": 11, "capitals": 5, "upper": 1, "long": 1, "digits": 1, "months": 1, "stop": 7, "said": 2, "reader": 1, "commas": 1, "quoted": 2,
        "cries": 1,
    }  # fmt: skip


def test_a_mark_that_is_a_word_too_counts_as_a_word_only() -> None:
    assert counted("12% a-i -") == {"words": 2, "stop": 2, "me": 1, "digits": 2, "separators": 1}


def test_what_asks_the_reader_is_seen_before_its_pattern_is_tried() -> None:
    text = "Reply to www.harbour.example | 12 min"
    assert Line(0, len(text), text).counts & MASK["prompts"]
    assert counted(text)["address"] == 1
    assert not Line(0, 2, "No").counts & MASK["prompts"]


def test_many_of_one_sign_do_not_run_into_the_next() -> None:
    assert counted("?" * 100_000 + " " + "! " * 70_000) == {"asks": 100_000, "cries": 70_000}


def test_each_line_has_its_own_row() -> None:
    lines = [Line(0, len(text), text) for text in ("Red sails.", "", "Docked")]
    assert table([line.counts for line in lines], ("stop", "words")).tolist() == [[0, 0, 0], [2, 0, 1]]


# each pattern is tried only where its sign stands: the sign must stand in whatever the pattern matches
ASKED = {
    "helped": (CONTRIBUTORS, (
        "Ruth Abara contributed to this report", "Additional reporting by Ida Moss", "Editing by Ida Moss", "Writing by Ida Moss", "With files from Coastal Wire",
        "With input from Coastal Wire", "With reports from Linden", "With material from Coastal Wire", "With agencies", "With agency copy",
        "With more information from Coastal Wire", "With contributions by Ida Moss",
    )),
    "given": (REPUBLISHED, (
        "This article was originally published by the Gazette", "This story first appeared in the Gazette", "This piece is republished with permission",
        "Re-published with permission", "Reprinted by permission", "Reproduced courtesy of the Gazette", "Syndicated from the Gazette", "Read the original article",
        "This essay was published in partnership with the Gazette", "A version of this article appeared in the Gazette", "First ran in the Gazette",
    )),
    "prompts": (PROMPT, (
        "Sign up for our newsletter", "Join our mailing list", "Delivered straight to your inbox", "Already a member?", "Already a subscriber?", "Log in to continue reading",
        "Subscribe now", "Cancel any time", "Cancel anytime", "Your email address will not be published", "Required fields are marked", "You must be logged in",
        "No votes so far", "Vote count: 3", "How useful was this?", "Be the first to rate", "Be the first to comment", "Follow him on",
    )),
    "poses": (POSED, ("FILE - The port of Callow", "File: the port", "Vance (L) and Sorley (R)", "Vance (center)", "Vance, second from left", "Sorley, right", "A FILE PHOTO")),
    "months": (DAY, ("March 5", "5 September", "Dec. 3", "12 Jul")),
    "separators": (SEPARATOR, ("News | Port", "News > Port", "News – Port", "a•b", "next →", "News / Port")),
    "address": (ADDRESS, ("http://linden.example", "www.linden", "ida@linden", "linden.com now", "see gazette.co.uk", "@ida", "#port")),
    "script": (SCRIPT, ("window.onload", "document.body", "function (", "x || {", "list.push(", "; a = b", "key: 'value'", "key:'value'")),
}  # fmt: skip
OPENED = (
    "Please donate", "Support our work", "Become a member", "Become a patron", "Independent journalism needs you: support it", "Advertisement", "Story continues",
    "Article continues", "Continue reading below", "Scroll to continue", "Read more:", "Read next", "Reply", "Like", "Share", "Report", "Upvote", "Permalink",
    "Listen to this article", "3 min read", "12 minutes", "Tweet", "Pin it", "Email this", "Print",
)  # fmt: skip
CASES = [(sign, pattern, text) for sign, (pattern, texts) in ASKED.items() for text in texts]


@pytest.mark.parametrize(("sign", "pattern", "text"), [*CASES, *(("prompts", OPENING_PROMPT, text) for text in OPENED)])
def test_a_sign_stands_in_all_that_its_pattern_matches(sign: str, pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
    counts = Line(0, len(text), text).counts
    assert counts & MASK[sign] or (sign == "script" and ": '" in text)  # roles look for that mark by itself
