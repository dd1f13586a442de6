"""Calendar arithmetic on ISO strings."""

from datetime import date

from parley.text.calendar import day_of, full_dates, iso_week, shift_days, shift_months, shifted


def test_day_of_an_iso_prefix() -> None:
    assert day_of("2024-03") == date(2024, 3, 1)
    assert day_of("2024-03-05T18:15") == date(2024, 3, 5)
    assert day_of("2024-02-30") is None
    assert day_of("XXXX-WXX-2") is None
    assert day_of(None) is None


def test_shifts() -> None:
    day = date(2024, 3, 31)
    assert shift_months(day, -1) == date(2024, 2, 29)
    assert shifted(day, "D", 1) == "2024-04-01"
    assert shifted(day, "W", 1) == "2024-W14"
    assert shifted(day, "Q", -1) == "2023-Q4"
    assert shifted(day, "Y", -10) == "2014"
    assert iso_week(date(2021, 1, 3)) == "2020-W53"


def test_the_calendar_ends() -> None:
    assert shift_days(date(9999, 12, 31), 1) is None
    assert shift_months(date(9999, 12, 1), 1) is None
    assert shifted(date(2024, 1, 1), "Y", 10**9) is None


def test_full_dates() -> None:
    assert [d.value for d in full_dates("March 5, 2024 6:15 pm and 31 June 2024")] == ["2024-03-05T18:15"]
