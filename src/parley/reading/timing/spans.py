"""Durations ("two years", "nearly four hours") and times that come again ("every Monday", "daily")."""

import re

from parley.reading.timing.lexicon import PARTS, PLURALS, RATES, SETS, SHORT_UNITS, UNITS, WEEKDAYS
from parley.reading.timing.scene import Meaning, Phrase, Scene
from parley.record import TimeKind
from parley.text.calendar import month_number
from parley.text.numbers import value_of

LARGEST = 10**7


def unit_of(phrase: Phrase) -> str:
    word = (phrase.words("UV") or [""])[-1]
    return UNITS.get(word) or PLURALS.get(word) or SHORT_UNITS.get(word, "D")


def amount(phrase: Phrase) -> float | None:
    """How many units: "a" and "an" are one, "a couple of" two; None for "several", "a few" or no number."""
    codes = phrase.codes
    at = min((codes.find(c) for c in "UV" if c in codes), default=len(codes))
    vague = [w for w in phrase.words("f") if w not in ("another", "some", "additional")]
    if vague:
        return 2 if vague[0] == "couple" else None
    number = _number(Phrase(phrase.tokens, phrase.first, phrase.first + at))
    if number is None:
        single = ("U" in codes[at : at + 1] and any(c in codes[:at] for c in "a")) or phrase.words("f") == ["another"]
        number = 1.0 if single or codes[at : at + 1] == "U" else None
    if number is not None and "H" in codes:
        number += 0.5
    return number if number is None or number < LARGEST else None


def _number(phrase: Phrase) -> float | None:
    """ "two", "25", "2 1/2"; of "12 to 18" the first."""
    fraction = re.search(r"D/D", phrase.codes)
    words = [w for w in phrase.words("nDNY") if w]
    if fraction and len(words) >= 2 and words[-1] != "0":
        whole = value_of(words[:-2]) if len(words) > 2 else 0.0
        return None if whole is None else whole + int(words[-2]) / int(words[-1])
    cut = phrase.codes.find("~")
    if cut > 0:
        words = Phrase(phrase.tokens, phrase.first, phrase.first + cut).words("nDNY")
    return value_of(words) if words else None


def duration(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "two years" is P2Y, "weeks" PXW, "six hours" PT6H, "a day and a half" P1.5D; ages and rates are none."""
    if _is_fraction(phrase) or (not scene.narrative and (_is_age(phrase) or _is_rate(phrase))):
        return None
    if phrase.codes == "V" and not scene.narrative and not _is_span(phrase):
        return None
    number, symbol = amount(phrase), unit_of(phrase)
    return Meaning(TimeKind.DURATION, length(number, symbol))


def _is_span(phrase: Phrase) -> bool:
    """ "for weeks", "within days"; "days after", "the weeks of talks" tell no length (TimeBank, AQUAINT)."""
    before = phrase.before(8).lower()
    return re.search(r"\b(?:for|in|within|over|take|took|or|of|and)\s$", before) is not None


def _is_age(phrase: Phrase) -> bool:
    """ "a 40-year-old docker", "55 years old"."""
    said = phrase.tokens.text[phrase.start : phrase.end + 8]
    return re.search(r"(?:years?|months?)[\s-](?:old|olds|of age)\b", said) is not None


def _is_rate(phrase: Phrase) -> bool:
    """ "300 crowns a day", "twice a week", "5 percent a year"."""
    before = phrase.before(24)
    single = phrase.codes.startswith("a") and phrase.codes.endswith("U")
    return (
        single
        and re.search(
            r"(?:\b(?:once|twice|times|hours|days|dollars|crowns|pounds|euros|percent|people|barrels|tons|tonnes)|[\d%])\s$",
            before,
        )
        is not None
    )


def _is_fraction(phrase: Phrase) -> bool:
    """ "three-quarters", "a quarter of", "winter quarters"."""
    if unit_of(phrase) != "Q":
        return False
    return phrase.word("n") in ("three", "one", None) and not phrase.has("fDN")


def length(number: float | None, symbol: str) -> str:
    """The TIMEX3 value of a duration; a fraction of hours or minutes in the next smaller unit."""
    if symbol == "F":
        number, symbol = (None if number is None else number * 2), "W"
    prefix = "PT" if symbol in ("H", "TM", "S") else "P"
    letter = "M" if symbol == "TM" else symbol
    if number is None:
        return f"{prefix}X{letter}"
    if number != int(number) and symbol in ("H", "TM"):
        smaller = "M" if symbol == "H" else "S"
        whole, rest = int(number), round(number % 1 * 60)
        return f"PT{whole}{letter}{rest}{smaller}" if whole else f"PT{rest}{smaller}"
    return f"{prefix}{number:g}{letter}" if number < 10**6 else f"{prefix}{int(number)}{letter}"


def holding(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the past two months" is P2M, "the next few days" PXD."""
    number, symbol = amount(phrase), unit_of(phrase)
    return Meaning(TimeKind.DURATION, length(number, symbol))


def again(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "every day" is P1D, "every Monday" XXXX-WXX-1, "every three weeks" P3W, "each March" XXXX-03."""
    if phrase.has("W"):
        day = WEEKDAYS[(phrase.word("W") or "").removesuffix("s")]
        part = f"T{PARTS[phrase.word('P') or '']}" if phrase.has("P") else ""
        return Meaning(TimeKind.SET, f"XXXX-WXX-{day}{part}")
    if phrase.has("M"):
        return Meaning(TimeKind.SET, f"XXXX-{month_number(phrase.word('M') or ''):02}")
    if phrase.has("P"):
        return Meaning(TimeKind.SET, f"XXXX-XX-XXT{PARTS[phrase.word('P') or '']}")
    return Meaning(TimeKind.SET, length(amount(phrase), unit_of(phrase)))


def adverb(phrase: Phrase, scene: Scene) -> Meaning | None:
    word = phrase.word("A") or ""
    return Meaning(TimeKind.SET, SETS[word] if scene.narrative else RATES.get(word, SETS[word]))
