"""Numbers in digits and words."""

import pytest

from parley.text.numbers import find_numbers, ordinal, value_of, year_in_words

NUMBERS = [
    ("9,400 dockers", [9400.0]),
    ("1.2 million crowns", [1_200_000.0]),
    ("$3bn in aid", [3e9]),
    ("two hundred and fifty ships", [250.0]),
    ("twenty-five ships", [25.0]),
    ("a third of the votes", [1 / 3]),
    ("two-thirds of the votes", [2 / 3]),
    ("dozens of boats", [24.0]),
    ("hundreds of thousands of people", [200_000.0]),
    ("20 million and 25 million", [20e6, 25e6]),
    ("version 1.2.3 at 10:30 on 3/4", []),
    ("the 3rd pier, pier B52, 5m deep", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_find_numbers(text: str, expected: list[float]) -> None:
    assert [n.value for n in find_numbers(text)] == pytest.approx(expected)


def test_a_sign_tells_the_currency() -> None:
    (number,) = find_numbers("It cost US$40 million.")
    assert (number.currency, number.value) == ("dollars", 40e6)
    assert "It cost US$40 million."[number.start : number.end] == "US$40 million"


def test_words() -> None:
    assert value_of("three thousand two hundred".split()) == 3200
    assert value_of(["harbour"]) is None
    assert year_in_words("nineteen ninety - six".split()) == 1996
    assert year_in_words("twenty ships".split()) is None
    assert (ordinal("twenty"), ordinal("fifth"), ordinal("22nd")) == (None, 5, 22)
