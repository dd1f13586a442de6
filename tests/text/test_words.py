"""A text as words."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from parley.text.words import fold, grams, ids_of, may_repeat, mix, split, stops


def words(text: str) -> list[str]:
    found = split(text)
    return [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dockers’ offer", ["The", "dockers", "offer"]),
        ("twenty-two berths", ["twenty", "two", "berths"]),
        ("9,000 dockers", ["9", "000", "dockers"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(("one", "other"), [("Offer", "OFFER"), ("Kyïv", "Kyiv"), ("café", "CAFE")])
def test_case_and_accents_do_not_tell_words_apart(one: str, other: str) -> None:
    assert split(one).ids[0] == split(other).ids[0]
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("offer", "offers"), ("ab", "ba"), ("port", "sport")])
def test_other_letters_are_other_words(one: str, other: str) -> None:
    assert split(one).ids[0] != split(other).ids[0]


def test_words_of_one_family_share_their_stem() -> None:
    assert len(set(split("negotiation negotiators negotiated").stems.tolist())) == 1


def test_a_word_knows_its_capital_and_its_sentence() -> None:
    found = split("Vance spoke. The U.S envoy left.\nNight fell")
    assert found.capital.tolist() == [True, False, True, True, True, False, False, True, False]
    assert found.sentences.tolist() == [0, 0, 1, 1, 1, 1, 1, 3, 3]


def test_stop_words_say_nothing() -> None:
    assert stops(ids_of(["the", "harbour", "and", "strike", "said"])).tolist() == [True, False, True, False, True]


def test_equal_runs_have_equal_hashes() -> None:
    a, b = grams(split("the union demanded a raise").ids, 3), grams(split("so the union demanded more").ids, 3)
    assert a[0] == b[1]
    assert len(np.intersect1d(a, b)) == 1
    assert len(grams(split("too short").ids, 3)) == 0


@given(st.lists(st.integers(0, 40), max_size=60))
def test_what_repeats_is_never_left_out(numbers: list[int]) -> None:
    marked = may_repeat(mix(np.array(numbers, np.uint64)))
    assert len(marked) == len(numbers)
    assert all(marked[k] for k, n in enumerate(numbers) if numbers.count(n) > 1)


@given(st.text(max_size=300))
def test_a_word_has_one_number_wherever_it_stands(text: str) -> None:
    found = split(text)
    alone = [split(fold(text[s:e])).ids for s, e in zip(found.starts, found.ends, strict=True) if text[s:e].isascii()]
    ascii_words = [i for i, s, e in zip(found.ids, found.starts, found.ends, strict=True) if text[s:e].isascii()]
    assert [a.tolist() for a in alone] == [[i] for i in ascii_words]


@given(st.text(max_size=300))
def test_any_text_is_split_at_its_own_code_points(text: str) -> None:
    found = split(text)
    assert all(0 <= s < e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))
    assert (found.starts[1:] >= found.ends[:-1]).all()
