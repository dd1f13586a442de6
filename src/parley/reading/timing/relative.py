"""Dates told by their distance: "last week", "two days later", "a year ago"."""

from datetime import date

from parley.reading.timing import spans
from parley.reading.timing.lexicon import DAYS, PARTS, PLURALS, REFERENCES
from parley.reading.timing.scene import BY_PUBLICATION, UNKNOWN, Meaning, Phrase, Scene, Tense, tense_at
from parley.reading.timing.spans import amount, length, unit_of
from parley.record import TimeKind
from parley.text.calendar import iso_week, shift_days, shifted

QUARTER_REACH = 120  # tokens after a quarter within which "a year ago" means that quarter, a year before; TimeBank
STEP = {"l": -1, "h": 0, "e": 1, "i": 0, "x": 0}
TIME_UNITS = ("H", "TM", "S")


def day_word(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "yesterday", "tomorrow night", "tonight"; "today" without a day is the present."""
    shift, part = DAYS[phrase.word("T") or ""]
    day = scene.published and shift_days(scene.published, shift)
    if phrase.has("P"):
        part = "T" + PARTS[phrase.word("P") or ""]
    if scene.narrative or day is None:
        return Meaning(TimeKind.DATE, "PRESENT_REF" if shift == 0 and not part else None, UNKNOWN)
    return Meaning(TimeKind.TIME if part else TimeKind.DATE, day.isoformat() + part, BY_PUBLICATION)


def unit(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "last week", "this year" from publication; "the next day", "that month", "the following year" from the story."""
    step = next((STEP[c] for c in phrase.codes if c in STEP), 0)
    symbol = unit_of(phrase)
    if symbol in TIME_UNITS:
        return None
    here, basis = _from(phrase, scene)
    if here is None:
        return Meaning(TimeKind.DATE, None, UNKNOWN)
    if symbol == "WE":
        return Meaning(TimeKind.DATE, _weekend(here, step), basis)
    if symbol in ("DE", "CE"):
        year = here.year + step * (10 if symbol == "DE" else 100)
        return Meaning(TimeKind.DATE, f"{year:04}"[: 3 if symbol == "DE" else 2], basis)
    if symbol == "Q":
        scene.quarters = phrase.first
    return Meaning(TimeKind.DATE, shifted(here, symbol, step), basis)


def _from(phrase: Phrase, scene: Scene) -> tuple[date | None, str]:
    """ "the following week", "that day", "the next day" count from the story; "last week" from the publication day."""
    words = set(phrase.words("lexi"))
    told = bool(words & {"following", "subsequent", "ensuing", "previous", "preceding", "same", "that"})
    if told or (phrase.has("t") and phrase.has("el")):
        return scene.anchor()
    if phrase.has("he") and scene.narrative and phrase.has("e"):
        return scene.anchor()
    return scene.here()


def _weekend(here: date, step: int) -> str:
    """The weekend told of on a weekday is the last one; on a Saturday or Sunday it is today's."""
    if step == 0 and here.isoweekday() < 6:
        step = 0
    moved = shift_days(here, 7 * step) or here
    return iso_week(moved) + "-WE"


def weekend(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the weekend", "over the weekend": the one before, or the coming one in the future tense."""
    here, basis = scene.here()
    if here is None:
        return Meaning(TimeKind.DATE, "XXXX-WXX-WE", UNKNOWN)
    step = 0 if here.isoweekday() >= 6 or tense_at(phrase) is Tense.FUTURE else -1
    return Meaning(TimeKind.DATE, _weekend(here, step), basis)


def the_unit(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the weekend"; "the quarter" of a page on earnings; other bare units ("the day", "the year") tell no date."""
    symbol = unit_of(phrase)
    if symbol == "WE":
        return weekend(phrase, scene)
    return quarter_told(phrase, scene) if symbol == "Q" else None


def quarter_told(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the quarter", "the latest quarter" of a page on earnings: the one it reports on, else the last that is over."""
    here, basis = scene.here()
    if (
        here is None
        or scene.narrative
        or not (scene.on_earnings or (phrase.has("u") and "quarter" in phrase.words("U")))
    ):
        return None
    scene.quarters = phrase.first
    return Meaning(TimeKind.DATE, scene.quarter or shifted(here, "Q", -1), basis)


def quarter_of_year(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the 1988 quarter", "the 1988 period": the quarter reported on, in that year."""
    if scene.quarter is None:
        return None
    return Meaning(TimeKind.DATE, f"{phrase.word('Y')}{scene.quarter[4:]}")


def year_ago_quarter(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the year-ago quarter", "the year-earlier period": the quarter reported on, a year before."""
    here, basis = scene.here()
    if here is None:
        return Meaning(TimeKind.DATE, None, UNKNOWN)
    return Meaning(TimeKind.DATE, _year_before(scene, here), basis)


def _year_before(scene: Scene, here: date) -> str:
    told = scene.quarter or shifted(here, "Q", -1) or ""
    return f"{int(told[:4] or 1) - 1:04}{told[4:]}"


def end_of(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the end of the year", "early in the month": of the year or month told before, else of publication."""
    here, basis = scene.anchor() if scene.narrative else scene.here()
    symbol = unit_of(phrase)
    if here is None or symbol in (*TIME_UNITS, "D"):
        return None
    return Meaning(TimeKind.DATE, _weekend(here, 0) if symbol == "WE" else shifted(here, symbol, 0), basis)


def year_end(phrase: Phrase, scene: Scene) -> Meaning | None:
    here, basis = scene.anchor() if scene.narrative else scene.here()
    return Meaning(TimeKind.DATE, f"{here.year:04}-12-31", basis) if here else None


def ago(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "two weeks ago" from publication (the story, where it is narrative); "a few years ago" is only past."""
    return _apart(phrase, scene, -1, *scene.here())


def earlier(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "a year earlier", "two days before" from the date told before; "three days before the vote" is a length."""
    if not scene.narrative and phrase.has("b") and phrase.word("b") == "before":
        return spans.duration(phrase, scene)
    return _apart(phrase, scene, -1, *scene.anchor())


def later(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "two days later" from the date told before; "two days after the vote" is a length."""
    if not scene.narrative and phrase.word("L") == "after":
        return spans.duration(phrase, scene)
    return _apart(phrase, scene, 1, *scene.anchor())


def _apart(phrase: Phrase, scene: Scene, sign: int, here: date | None, basis: str) -> Meaning | None:
    number, symbol = amount(phrase), unit_of(phrase)
    if number is None:
        return Meaning(TimeKind.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", basis)
    if here is None:
        return Meaning(TimeKind.DATE, None, UNKNOWN)
    if symbol in TIME_UNITS:
        return Meaning(TimeKind.DURATION, length(number, symbol))
    if number != int(number):
        symbol, number = ("M", number * 12) if symbol == "Y" else ("D", number * 7)
    if (
        symbol == "Y"
        and number == 1
        and sign < 0
        and phrase.first - scene.quarters < QUARTER_REACH
        and not scene.narrative
    ):
        return Meaning(TimeKind.DATE, _year_before(scene, here), basis)
    return Meaning(TimeKind.DATE, shifted(here, symbol, sign * int(number)), basis)


def year_apart(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "year-ago", "year-earlier" of a page on earnings: the same quarter of the year before."""
    here, basis = scene.here()
    if here is None:
        return Meaning(TimeKind.DATE, None, UNKNOWN)
    if phrase.first - scene.quarters < QUARTER_REACH:
        return Meaning(TimeKind.DATE, _year_before(scene, here), basis)
    return Meaning(TimeKind.DATE, f"{here.year - 1:04}", basis)


def part_of_day(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "this morning", "last night", "that afternoon", "the next morning"."""
    part = PARTS[phrase.word("P") or ""]
    here, basis = _from(phrase, scene)
    if here is None:
        return Meaning(TimeKind.TIME, None, UNKNOWN)
    step = next((STEP[c] for c in phrase.codes if c in STEP), 0)
    day = shift_days(here, step)
    return Meaning(TimeKind.TIME, f"{day.isoformat()}T{part}" if day else None, basis)


def at_night(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "at night", "by night" of a story; news does not count it as a time (TimeBank)."""
    before = phrase.before(4).lower()
    part = PARTS[phrase.word("P") or ""]
    if not scene.narrative or part not in ("NI", "DT") or not before.endswith(("at ", "by ")):
        return None
    return Meaning(TimeKind.SET, f"XXXX-XX-XXT{part}")


def reference(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "now", "recent"; "former" and a bare "future" only where history is told, as WikiWars and TimeBank differ."""
    word = phrase.word("RG")
    if word == "recent" and phrase.has("t") and not scene.narrative:
        return None
    if word in ("former", "future") and not scene.narrative and not (word == "future" and phrase.has("t")):
        return None
    return Meaning(TimeKind.DATE, REFERENCES[phrase.word("RG") or ""])


def the_past(phrase: Phrase, scene: Scene) -> Meaning | None:
    return Meaning(TimeKind.DATE, "PAST_REF")


def recent_units(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "recent weeks", "coming months"."""
    symbol = PLURALS.get(phrase.word("V") or "", "D")
    return Meaning(TimeKind.DURATION, f"PX{symbol}")
