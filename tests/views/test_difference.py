"""Two wordings, word by word."""

import pytest
from hypothesis import given, strategies as st

from parley.views.difference import Edit, difference, sides


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the door is open", "the door is open", "the door is open"),
        ("the door is open", "the door is not open", "the door is[+ not+] open"),
        ("a strike is near", "a strike is a tool", "a strike is[- near-][+ a tool+]"),
        ("“Never,” she said", '"never," she said', '"never," she said'),
        ("", "new words", "[+new words+]"),
        ("old words", "", "[-old words-]"),
    ],
)
def test_difference(first: str, second: str, expected: str) -> None:
    signs = {Edit.SAME: "{}", Edit.GONE: "[-{}-]", Edit.NEW: "[+{}+]"}
    assert "".join(signs[p.edit].format(p.words) for p in difference(first, second)) == expected


@given(st.text("ab ,.", max_size=20), st.text("ab ,.", max_size=20))
def test_no_word_of_the_second_is_lost(first: str, second: str) -> None:
    told = "".join(p.words for p in difference(first, second) if p.edit is not Edit.GONE)
    assert told.split() == second.split()


def test_each_side_has_its_own_words_only() -> None:
    left, right = sides("they will not pay", "they will pay")
    assert "".join(p.words for p in left) == "they will not pay"
    assert "".join(p.words for p in right) == "they will pay"


def test_a_hostile_length_is_bounded() -> None:
    pieces = difference("a b " * 50_000, "b a " * 50_000)
    assert sum(len(p.words) for p in pieces) >= 200_000 - 4
