"""Clock times, with the day that stands beside them."""

import re

from parley.reading.timing.dates import full, month_day, weekday
from parley.reading.timing.lexicon import CLOCK_WORDS, PARTS
from parley.reading.timing.relative import day_word
from parley.reading.timing.scene import UNKNOWN, Meaning, Phrase, Scene
from parley.record import TimeKind
from parley.text.numbers import SMALL

Clock = str


def clock(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "10:35 a.m.", "8 p.m. Friday", "noon", "1430hrs": on the day named with it, told before or of publication."""
    time = _time(phrase)
    if time is None:
        return None
    day, basis = _day(phrase, scene)
    return Meaning(TimeKind.TIME, f"{day or 'XXXX-XX-XX'}T{time}", basis)


def _day(phrase: Phrase, scene: Scene) -> tuple[str | None, str]:
    if phrase.has("W"):
        beside = weekday(phrase, scene)
        return (beside.value, beside.basis) if beside and (beside.value or "X")[0] != "X" else (None, UNKNOWN)
    if phrase.has("T"):
        beside = day_word(phrase, scene)
        return (beside.value[:10], beside.basis) if beside and beside.value else (None, UNKNOWN)
    if phrase.has("Mm"):
        at = next(n for n in range(phrase.first, phrase.last) if phrase.tokens.codes[n] in "Mm")
        beside = month_day(Phrase(phrase.tokens, at, phrase.last), scene)
        return (beside.value, beside.basis) if beside else (None, UNKNOWN)
    told = scene.told or ""
    if re.match(r"\d{4}-\d\d-\d\d", told):
        return told[:10], scene.anchor()[1]
    here, basis = scene.here()
    return (here.isoformat(), basis) if here else (None, UNKNOWN)


def _time(phrase: Phrase) -> Clock | None:
    if phrase.has("p"):
        return CLOCK_WORDS[phrase.word("p") or ""]
    word = next((w for w in phrase.words("CDn")), None) or phrase.word("N") or ""
    match = re.fullmatch(r"(\d\d?)[:.](\d\d)(?::(\d\d))?(?:hrs)?|(\d\d)(\d\d)hrs", word)
    if match:
        hour, minute = int(match[1] or match[4]), int(match[2] or match[5])
    else:
        number = SMALL.get(word) if not word.isdigit() else int(word)
        if number is None:
            return None
        hour, minute = number, 0
    half = (phrase.word("Z") or "").replace(".", "").replace(" ", "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def part_of_date(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the night of March 5", "the morning of the 5th of March 2024"."""
    day = (full if phrase.has("Y") else month_day)(phrase, scene)
    return (
        Meaning(TimeKind.TIME, f"{day.value}T{PARTS[phrase.word('P') or '']}", day.basis) if day and day.value else None
    )


def weekday_part(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "Friday night"."""
    day = weekday(phrase, scene)
    part = PARTS[phrase.word("P") or ""]
    return Meaning(TimeKind.TIME, f"{day.value}T{part}", day.basis) if day else None
