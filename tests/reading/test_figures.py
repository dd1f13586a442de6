"""Figures: value, comparator, unit, what is counted, and the words that say it."""

import pytest

from parley.reading.cast import Cast
from parley.reading.figures import find_figures
from parley.reading.prose import plain
from parley.reading.times import find_times

Told = tuple[str, float | None, float | None, str, str | None]


def figures(text: str) -> list[Told]:
    prose = plain(text, published="2024-03-05")
    found = find_figures(prose, Cast(()), find_times(prose))
    return [(text[f.evidence[0].start : f.evidence[0].end], f.low, f.high, f.comparator.value, f.unit) for f in found]


COUNTED: list[tuple[str, list[Told]]] = [
    ("About 9,000 dockers have no contract.", [("About 9,000 dockers", 9000, 9000, "about", "dockers")]),
    ("More than 9,400 dockers are covered.", [("More than 9,400 dockers", 9400, None, "over", "dockers")]),
    ("The plan would cost no more than 300 jobs.", [("no more than 300 jobs", None, 300, "at_most", "jobs")]),
    ("At least 40 ships wait.", [("At least 40 ships", 40, None, "at_least", "ships")]),
    ("Fewer than 20 ships came.", [("Fewer than 20 ships", None, 20, "under", "ships")]),
    ("The union wants a 9 percent raise.", [("9 percent raise", 9, 9, "exact", "percent")]),
    ("It would cost $1.2 billion.", [("$1.2 billion", 1.2e9, 1.2e9, "exact", "dollars")]),
    ("The round lasted nearly six hours.", [("nearly six hours", None, 6, "nearly", "hours")]),
    ("The round lasted six hours.", [("six hours", 6, 6, "exact", "hours")]),
    ("The round took place six hours later.", []),
    ("They expelled eight Linden inspectors.", [("eight Linden inspectors", 8, 8, "exact", "inspectors")]),
    (
        "A strike would cost between 20 million and 25 million crowns a day.",
        [("between 20 million and 25 million crowns a day", 20e6, 25e6, "between", "crowns a day")],
    ),
    ("It began two decades ago.", [("two decades", 20, 20, "about", "years")]),
    ("The dockers won a three-year pay deal.", [("three-year", 3, 3, "exact", "years")]),
    ("It is the first strike of the port in 19 years.", [("19 years", 19, 19, "exact", "years")]),
    ("They would ease the rule in over two years.", [("two years", 2, 2, "exact", "years")]),
    ("The strike lasted over three weeks.", [("over three weeks", 3, None, "over", "weeks")]),
    ("It was the first in over two years.", [("over two years", 2, None, "over", "years")]),
    ("Three years is a long time.", [("Three years", 3, 3, "exact", "years")]),
    ("Night work stops for two and a half years.", [("two and a half years", 2.5, 2.5, "exact", "years")]),
    ("The strike ended five hours before it was to begin.", [("five hours", 5, 5, "exact", "hours")]),
    ("They will cut crews in three yearly steps.", [("three yearly steps", 3, 3, "exact", "steps")]),
    (
        "The board backed it by 11 votes to 4.",
        [("11 votes to 4", 11, 11, "exact", "votes"), ("11 votes to 4", 4, 4, "exact", "votes")],
    ),
    ("It would cost half a million crowns.", [("half a million crowns", 5e5, 5e5, "exact", "crowns")]),
]
UNCOUNTED = [
    "The two sides met on March 5, 2024.",
    "Sorley, 58, spoke at 10:30 a.m.",
    "A 40-year-old docker spoke.",
    "Article 5 and Resolution 242 apply to Pier 4.",
    "It was the third round, and the one that failed.",
    "There are three ways to do it.",
    "They met in three days.",
    "Three days later they met.",
    "A 6-month-old ferry sank two days after the storm.",
    "The port has grown over the past 20 years.",
    "The strike will not stop for one minute.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_figure(text: str, expected: list[Told]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", UNCOUNTED)
def test_no_figure(text: str) -> None:
    assert figures(text) == []


def test_what_is_counted() -> None:
    def of(text: str) -> str | None:
        prose = plain(text)
        (figure,) = find_figures(prose, Cast(()), ())
        return figure.of

    assert of("The union wants a 9 percent raise.") == "raise"
    assert of("Meridian raised its pay offer to 6 percent.") == "pay offer"
    assert of("They sent 9,000 striking dock workers.") == "striking dock workers"
    assert of("After more than four hours of talks they left.") == "talks"
