"""Full dates as English pages write them, and calendar arithmetic on ISO strings."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {name[:3]: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]{0,6})?\.?"
CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\.?)?"

FULL_DATE = re.compile(
    rf"(?:\b{WEEKDAY},?\s+)?"
    rf"(?:(?P<month1>{MONTH})\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d)"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}),?\s+(?P<year2>(?:19|20)\d\d)"
    rf"|\b(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d))"
    rf"(?:(?:T|,?\s+(?:at\s+|\|\s*)?|\s*[|•·-]\s*){CLOCK})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FullDate:
    """A written date with its year: its place in the text and its ISO value, to the minute where a clock time follows."""

    start: int
    end: int
    value: str


def full_dates(text: str) -> Iterator[FullDate]:
    """Dates with day, month and year, in text order; impossible ones (31 June) are left out."""
    for match in FULL_DATE.finditer(text):
        value = _value(match)
        if value:
            yield FullDate(match.start(), match.end(), value)


def month_number(name: str) -> int:
    return MONTHS[name[:3].lower()]


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _value(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    n = next(n for n in "123" if part[f"year{n}"])
    month = part[f"month{n}"]
    number = int(month) if month.isdigit() else month_number(month)
    day = iso_day(int(part[f"year{n}"]), number, int(part[f"day{n}"]))
    return day and day + _clock(part["hour"], part["minute"], part["half"])


def _clock(hour: str | None, minute: str | None, half: str | None) -> str:
    if hour is None or minute is None:
        return ""
    h = int(hour)
    if half and h <= 12:
        h = h % 12 + (12 if half[0].lower() == "p" else 0)
    return f"T{h:02}:{minute}" if h < 24 and int(minute) < 60 else ""


def day_of(value: str | None) -> date | None:
    """The day of an ISO prefix: its first day where it is less precise; None where it is no date."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dW])", value or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def shift_days(day: date, count: int) -> date | None:
    """None where the calendar ends."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_months(day: date, count: int) -> date | None:
    """The same day of another month, or that month's last; None where the calendar ends."""
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def iso_week(day: date) -> str:
    """ "2022-W02"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter(day: date) -> str:
    """ "2022-Q1"."""
    return f"{day.year:04}-Q{(day.month - 1) // 3 + 1}"


def shifted(day: date, unit: str, count: int) -> str | None:
    """The ISO value, to the unit's precision, of a day `count` units away; `unit` is D, W, M, Q, Y, DE or CE."""
    if abs(count) > 100_000:
        return None
    if unit in ("D", "W", "WE", "F"):
        moved = shift_days(day, count * {"D": 1, "F": 14}.get(unit, 7))
        if moved is None:
            return None
        return moved.isoformat() if unit == "D" else iso_week(moved) + ("-WE" if unit == "WE" else "")
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    moved = shift_months(day, count * months)
    if moved is None:
        return None
    return {"M": f"{moved.year:04}-{moved.month:02}", "Q": quarter(moved)}.get(unit, f"{moved.year:04}")
