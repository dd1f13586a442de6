"""Words as the fast tagger sees them."""

import pytest

from parley.learn.pieces import DIGIT, INSIDE, LOWER, MARK, OTHER, OUTSIDE, SEP, TITLE, UPPER
from parley.learn.tokens import KNOWN, UNKNOWN, Forms, tokenise

FORMS = Forms(["port", "said"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port is shut.", ["The", "port", "is", "shut", "."]),
        ("Lund’s 9.5 per-day offer", ["Lund", "’s", "9.5", "per-day", "offer"]),
        ("“We can't stay,” she said", ["“", "We", "can", "'", "t", "stay", ",", "”", "she", "said"]),
        ("U.S. envoys", ["U.S", ".", "envoys"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    tokens = tokenise(text, [(0, len(text))], FORMS)
    assert [text[s:e] for s, e in zip(tokens.starts[1:], tokens.ends[1:], strict=True)] == expected


def test_a_break_stands_before_each_paragraph() -> None:
    tokens = tokenise("Yes.\nNo.", [(0, 4), (5, 8)], FORMS)
    assert [n for n, word in enumerate(tokens.words) if word == SEP] == [0, 3]
    assert tokens.starts[3] == tokens.ends[3] == 5


def test_known_words_have_rows_of_their_own_and_others_share() -> None:
    tokens = tokenise("Port SAID quay", [(0, 14)], FORMS)
    assert tokens.words[1:3].tolist() == [KNOWN, KNOWN + 1]
    assert UNKNOWN <= tokens.words[3] < KNOWN


def test_capitals_and_marks() -> None:
    text = "AFP: “Lund stays 9”"
    tokens = tokenise(text, [(0, len(text))], FORMS)
    assert tokens.shapes[1:].tolist() == [UPPER, OTHER, OTHER, TITLE, LOWER, DIGIT, OTHER]
    assert tokens.states[1:].tolist() == [OUTSIDE, OUTSIDE, MARK, INSIDE, INSIDE, INSIDE, MARK]


def test_no_paragraphs_are_no_words() -> None:
    assert len(tokenise("The port is shut.", [], FORMS)) == 0
