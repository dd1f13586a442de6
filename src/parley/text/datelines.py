"""The place and day that open a wire's story: "LINDEN, March 5 (Coastal Wire) --"."""

import re
from dataclasses import dataclass

from parley.text.calendar import MONTH, iso_day, month_number

YEAR = r"(?:,?\s(?P<year{0}>(?:19|20)\d\d))?"
PLACE = r"[A-Z][A-Z.’'\- ]{2,30}(?:,\s[A-Z][A-Za-z.]{1,20}){0,2}?"
DAY = rf"(?:(?P<month1>{MONTH})\s(?P<day1>\d{{1,2}}){YEAR.format(1)}|(?P<day2>\d{{1,2}})\s(?P<month2>{MONTH}){YEAR.format(2)})"
# "LINDEN, March 5 (Coastal Wire) --", "LINDEN, 5 March 2024 -", "LINDEN, March 5. /COAST/. ", "LINDEN (Wire), March 5 -"
DATELINE = re.compile(
    rf"\s*(?P<place>{PLACE})\s?(?:\([A-Z][\w .&/-]{{1,30}}\))?,\s?{DAY}\.?\s?"
    r"(?:[—–:]|--?\s|\([A-Z][\w .&/-]{1,30}\)|/[A-Z][\w -]{1,30}/)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of a dateline; `year` is None where it is not told."""

    place: str
    year: int | None
    month: int
    day: int

    def iso(self, year: int | None = None) -> str | None:
        """The ISO day, of the given year where the dateline tells none."""
        told = self.year or year
        return iso_day(told, self.month, self.day) if told else None


def dateline_of(paragraph: str) -> Dateline | None:
    """None where the paragraph opens with no place and day."""
    match = DATELINE.match(paragraph[:120])
    if match is None:
        return None
    n = "1" if match["month1"] else "2"
    year = match[f"year{n}"]
    return Dateline(
        match["place"].strip(), int(year) if year else None, month_number(match[f"month{n}"]), int(match[f"day{n}"])
    )
