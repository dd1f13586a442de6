"""Numbers as English writes them: digits, words, magnitudes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {w: n for n, w in enumerate(ONES.split())} | {w: 10 * n for n, w in enumerate(TENS.split(), 2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3}
DOZEN = {"dozen": 12}
NUMBER_WORDS = frozenset(SMALL) | frozenset(SCALES) | frozenset(DOZEN)

ORDINAL_ONES = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINALS = {w: n for n, w in enumerate(ORDINAL_ONES.split())} | {
    w[:-1] + "ieth": 10 * n for n, w in enumerate(TENS.split(), 2)
}
LONGEST = 20  # characters of a number in digits
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def digits(word: str) -> float | None:
    """ "9,400" is 9400, "1.2" is 1.2; None where the word is no number in digits."""
    return float(word.replace(",", "")) if len(word) <= LONGEST and DIGITS.fullmatch(word) else None


def ordinal(word: str) -> int | None:
    """ "third" and "3rd" are 3; None where the word is no ordinal."""
    match = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", word)
    return int(match[1]) if match else ORDINALS.get(word)


def value_of(words: Sequence[str]) -> float | None:
    """ "two hundred and fifty thousand" is 250000, "1.2 million" 1200000; small letters; None where it is no number."""
    total = current = 0.0
    known = False
    for word in words:
        if word in ("and", "a", "an", "-"):
            continue
        number = digits(word)
        if number is None:
            number = SMALL.get(word)
        if number is not None:
            current, known = current + number, True
        elif word in SCALES or word in DOZEN:
            scale = SCALES.get(word) or DOZEN[word]
            current, known = (current or 1) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            return None
    return total + current if known else None


def year_in_words(words: Sequence[str]) -> int | None:
    """ "nineteen ninety-six" is 1996, "two thousand" 2000; None where it is no year."""
    small = [SMALL.get(w) for w in words if w not in ("-", "and")]
    if words[:2] == ["two", "thousand"]:
        rest = value_of(words[2:]) if words[2:] else 0
        return 2000 + int(rest) if rest is not None and rest < 100 else None
    known = [n for n in small if n is not None]
    if len(known) != len(small) or not 2 <= len(known) <= 3 or known[0] not in (17, 18, 19, 20):
        return None
    if known[1] < 10 or (len(known) == 3 and not (known[1] % 10 == 0 and 0 < known[2] < 10)):
        return None
    return 100 * known[0] + sum(known[1:])


_WORD = "|".join(sorted((w for w in NUMBER_WORDS if w != "zero"), key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|m(?!\\w)|k(?!\\w)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_LARGE = "hundred|thousand|million|billion|trillion|dozen"
_MANY = "dozens|scores|tens|hundreds|thousands|millions|billions"
_PART = "half|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths"
NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>(?:US|A|C|HK|NZ)?\$|€|£|¥|₹)?\s?(?:"
    rf"(?P<half>(?:\b(?:{_SMALL})|\d{{1,3}})\s+and\s+a\s+half(?:\s+(?:{_LARGE}))?\b|\bhalf\s+a\s+(?:{_LARGE})\b)"
    rf"|(?P<digits>{_DIGITS})(?:(?P<short>bn|mn|tn|m|k)\b|(?P<scales>(?:[\s-](?:{_SCALE})\b)+))?"
    rf"|(?P<many>\b(?:{_MANY})(?:\s+of\s+(?:thousands|millions|billions|dozens))?)\b"
    rf"|(?P<part>\b(?:(?:a|one|two|three|four)[\s-](?:{_PART})|half)\b(?=\s+(?:of|the|its|their|his|her|all)\b))"
    rf"|(?P<words>\b(?:a\s(?=dozen|hundred|thousand|million|billion))?(?:{_WORD})(?:(?:\s+|-)(?:and\s+)?(?:{_WORD}))*)\b)"
    rf"(?![\w:/]|\.\d|,\d)",
    re.IGNORECASE,
)
CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees"}
SEVERAL = {
    "dozens": 24.0,
    "scores": 40.0,
    "tens": 20.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at code points [start, end). `open` marks "dozens", "thousands": `value` is then the least they mean.

    `currency` is the unit that a sign before it tells; `share` marks a fraction of a whole.
    """

    start: int
    end: int
    value: float
    currency: str | None = None
    open: bool = False
    share: bool = False
    in_words: bool = False


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text, in order; ordinals, clock times, dates with strokes and versions (1.2.3) are none."""
    for match in NUMBER.finditer(text):
        number = _number(match)
        if number is not None:
            yield number


def _number(match: "re.Match[str]") -> Number | None:
    sign, start = match["sign"], match.start("sign") if match["sign"] else match.start() + _blank(match[0])
    currency = CURRENCIES[sign[-1]] if sign else None
    if match["digits"]:
        if not _is_sum(match) or len(match["digits"]) > LONGEST:
            return None
        return Number(start, match.end(), _in_digits(match["digits"], match["scales"], match["short"]), currency)
    words = match[0].lower().replace("-", " ").split()
    if len(words) > LONGEST:
        return None
    if match["half"]:
        return Number(start, match.end(), _with_half(words), currency, in_words=not words[0].isdigit())
    if match["many"]:
        factor = SEVERAL[words[0]] * (SEVERAL[words[-1]] / 2 if len(words) > 1 else 1)
        return Number(start, match.end(), factor, currency, open=True, in_words=True)
    if match["part"]:
        top = 1.0 if words[0] in ("a", "half") else float(SMALL[words[0]])
        return Number(start, match.end(), top / PARTS[words[-1].removesuffix("s")], share=True, in_words=True)
    found = value_of(words)
    return None if found is None else Number(start, match.end(), found, currency, in_words=True)


def _with_half(words: Sequence[str]) -> float:
    """ "two and a half million", "half a million"."""
    whole = 0.0 if words[0] == "half" else float(words[0]) if words[0].isdigit() else float(SMALL[words[0]])
    scale = SCALES.get(words[-1]) or DOZEN.get(words[-1]) or 1
    return (whole + 0.5) * scale


def _is_sum(match: "re.Match[str]") -> bool:
    """ "5m" and "20k" are sums only after a currency sign: elsewhere metres and names."""
    return match["short"] in (None, "bn", "mn", "tn") or bool(match["sign"])


def _in_digits(written: str, scales: str | None, short: str | None) -> float:
    value = float(written.replace(",", ""))
    for word in (scales or "").lower().replace("-", " ").split():
        value *= SCALES.get(word) or DOZEN.get(word) or SHORT_SCALES[word]
    return value * SHORT_SCALES[short.lower()] if short else value


def _blank(words: str) -> int:
    return len(words) - len(words.lstrip())
