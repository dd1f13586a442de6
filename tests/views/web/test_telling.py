"""Values told to people."""

import pytest

from parley.record import Comparator, Figure
from parley.views.web.telling import amount, brief, condition, counted, dated, day, direction, percent, precision


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05", "5 March 2024"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("2024-03-05T18:15", "5 March 2024, 18:15"),
        (None, "undated"),
        ("2024-99", "2024-99"),
        ("XXXX-WXX-3", "XXXX-WXX-3"),
    ],
)
def test_day(value: str | None, expected: str) -> None:
    assert day(value) == expected


def test_precision() -> None:
    assert [precision(v) for v in ("2022", "2022-01", "2022-01-05", None)] == [
        "month and day unknown",
        "day unknown",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("low", "high", "comparator", "expected"),
    [
        (300.0, None, Comparator.OVER, "more than 300"),
        (9000.0, 9000.0, Comparator.ABOUT, "about 9,000"),
        (10.0, 12.0, Comparator.BETWEEN, "between 10 and 12"),
        (10.0, 12.0, Comparator.EXACT, "10–12"),
        (None, 8.5, Comparator.AT_MOST, "at most 8.5"),
    ],
)
def test_amount(low: float | None, high: float | None, comparator: Comparator, expected: str) -> None:
    assert amount(Figure(low, high, comparator, None, None, ())) == expected


@pytest.mark.parametrize(
    ("unit", "of", "expected"),
    [
        ("dockers", "dockers", "dockers"),
        ("percent", "raise", "percent · raise"),
        (None, "jobs", "jobs"),
        ("ships", None, "ships"),
    ],
)
def test_counted(unit: str | None, of: str | None, expected: str) -> None:
    assert counted(Figure(1, 1, Comparator.EXACT, unit, of, ())) == expected


def test_percent_is_never_rounded_to_the_whole() -> None:
    assert [percent(x) for x in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "<1%", "50%", "99%", "100%"]


def test_direction() -> None:
    assert [direction(x) for x in ("en", "ar", "fa-IR", None)] == ["ltr", "rtl", "rtl", "auto"]


def test_condition() -> None:
    assert [condition(x) for x in ("the port reopens", "If the port reopens", "unless it rains")] == [
        "if the port reopens", "If the port reopens", "unless it rains",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("open to (2024-03-06) → offers (2024-03)", "open to (6 Mar 2024) → offers (Mar 2024)"),
        ("talks: 2024-03-05 → undated", "talks: 5 Mar 2024 → undated"),
        ("resolution 1234-56 of 2024", "resolution 1234-56 of 2024"),
        ("item 12024-03-05", "item 12024-03-05"),
    ],
)
def test_dates_within_a_line_are_told_in_words(line: str, told: str) -> None:
    assert dated(line) == told


def test_a_finding_in_brief_keeps_every_side() -> None:
    assert brief("pay: 9 percent | 4 percent") == "pay: 9 percent | 4 percent"
    long = "word " * 40
    first, second = brief(f"pay: {long}| {long}end").split(" | ")
    assert first.endswith(" …")
    assert second.endswith(" …")
    assert len(first) <= 102
    assert brief("a | b | c | d") == "a | b | c | …"
    assert brief("x" * 300) == "x" * 100 + " …"
