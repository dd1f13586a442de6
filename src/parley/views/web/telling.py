"""How values are told to people: dates with their precision, quantities, names of closed sets."""

import re

from parley.record import Comparator, Figure, Meeting, StanceKind

MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?")
IN_LINE = re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?(?![\d-])")
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb"})
COMPARED = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "about",
    Comparator.OVER: "more than",
    Comparator.UNDER: "less than",
    Comparator.AT_LEAST: "at least",
    Comparator.AT_MOST: "at most",
    Comparator.NEARLY: "nearly",
    Comparator.BETWEEN: "between",
}
CONDITIONS = frozenset("if unless until when once should provided providing as only in on after before without".split())
SURE = 0.7  # below this a fact is shown as doubtful; from it on the words for the speaker are right in .95 or more (PolNeAR)
TOWARDS = frozenset({StanceKind.OFFERS, StanceKind.SUPPORTS, StanceKind.ACCEPTS, StanceKind.OPEN_TO})
AGAINST = frozenset({StanceKind.REJECTS, StanceKind.REFUSES, StanceKind.DENIES, StanceKind.THREATENS})
BRIEF, SIDES = 100, 3  # letters of a side, and sides, of a finding that is told in brief


def day(value: str | None, short: bool = False) -> str:
    """An ISO prefix in words and no more exact than it is: "January 2022" is no day. Other values stay as they are.

    A short one has no hour."""
    found = DATE.fullmatch(value or "")
    if not found or not _is_month(found[2]):
        return value or "undated"
    year, month, date, hour = found.groups()
    if month is None:
        return year
    name = MONTHS[int(month) - 1]
    name = name[:3] if short else name
    told = f"{name} {year}" if date is None else f"{int(date)} {name} {year}"
    return told + (f", {hour}" if hour and not short else "")


def hour(value: str | None) -> str | None:
    """The hour of an ISO value; no zone is known, so it is never told in another one."""
    found = DATE.fullmatch(value or "")
    return found[4] if found else None


def _is_month(month: str | None) -> bool:
    return month is None or 1 <= int(month) <= 12


def dated(text: str) -> str:
    """A line told by the record with its ISO dates in words: "(2024-03-06)" is "(6 Mar 2024)"."""
    return IN_LINE.sub(lambda found: day(found[0], True), text)


def precision(value: str | None) -> str | None:
    """What the date leaves open: "day unknown", "month and day unknown"; None where it is a day."""
    found = DATE.fullmatch(value or "")
    if not found or found[3]:
        return None
    return "day unknown" if found[2] else "month and day unknown"


def number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def amount(figure: Figure) -> str:
    """The value with its comparator: "more than 300", "between 10 and 12"."""
    low, high = number(figure.low), number(figure.high)
    if figure.comparator is Comparator.BETWEEN or (low and high and low != high):
        return " and ".join(("between " + low, high)) if figure.comparator is Comparator.BETWEEN else f"{low}–{high}"
    return f"{COMPARED[figure.comparator]} {low or high}".strip()


def counted(figure: Figure) -> str:
    """What a value counts: its unit and thing, each word once ("dockers" of "dockers" is "dockers")."""
    unit, of = figure.unit or "", figure.of or ""
    return of if unit.lower() in of.lower() else unit if of.lower() in unit.lower() else f"{unit} · {of}"


def plain(word: str) -> str:
    """A member of a closed set as words: "open_to" is "open to"."""
    return word.replace("_", " ")


def tone(stance: StanceKind) -> str:
    """Whether a stance moves towards a deal, against it, or asks for something."""
    return "towards" if stance in TOWARDS else "against" if stance in AGAINST else "asks"


def gathering(meeting: Meeting) -> str:
    """A meeting's short name: its forum, else its place."""
    return meeting.forum or meeting.place or "meeting"


def condition(words: str) -> str:
    """A condition with the word that opens it: "the port reopens" is told as "if the port reopens"."""
    return words if words.split(" ", 1)[0].lower() in CONDITIONS else f"if {words}"


def brief(summary: str) -> str:
    """A finding's summary with its sides cut short, so that each still shows."""
    sides = summary.split(" | ")
    told = [s if len(s) <= BRIEF else (s[:BRIEF].rpartition(" ")[0] or s[:BRIEF]) + " …" for s in sides[:SIDES]]
    return " | ".join([*told, *["…"] * (len(sides) > SIDES)])


def tight(text: str) -> str:
    """A text without its blank lines, to be read beside another."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def direction(language: str | None) -> str:
    """The writing direction of a text; left to the browser where the language is not known."""
    if language is None:
        return "auto"
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def doubt(score: float) -> str | None:
    return f"unsure, score {score:.2f}" if score < SURE else None


def percent(share: float) -> str:
    """Whole percents; never 100 % of a text that is not whole, never 0 % of something."""
    if 0 < share < 0.01:
        return "<1%"
    return f"{min(99, round(share * 100)) if share < 1 else 100}%"


def count(n: int, noun: str, many: str | None = None) -> str:
    return f"{n:,} {noun if n == 1 else many or noun + 's'}"
