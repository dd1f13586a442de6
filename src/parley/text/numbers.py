"""Numbers as English writes them: digits, words, magnitudes."""

import re
from collections.abc import Sequence

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
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def digits(word: str) -> float | None:
    """ "9,400" is 9400, "1.2" is 1.2; None where the word is no number in digits."""
    return float(word.replace(",", "")) if DIGITS.fullmatch(word) else None


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
