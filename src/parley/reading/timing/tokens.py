"""A text as a string of codes, one for each word, number or mark."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from parley.reading.timing.lexicon import CAPITALISED, CODES, month_code
from parley.text.once import Kept
from parley.text.runs import runs

TOKEN = re.compile(
    r"(?P<C>\d{1,2}:\d\d(?::\d\d)?(?!\d)(?:hrs)?|\d{4}hrs)"
    r"|(?P<Q>(?:1[0-9]|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?!\d)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<K>\d{2,3}0s\b|['’‘`]?\d0s\b)"
    r"|(?P<O>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<Z>(?:[ap]\.\s?m\.?|[ap]m|[AP]M|[AP]\.M\.?)(?![^\W_]))"
    r"|(?P<k>B\.?C\.?E?\b\.?)"
    r"|(?P<y>['’‘`]\d\d\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<s>['’]s\b)"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\w\s]|_)"
)
MARKS = {",": ",", "-": "-", "–": "-", "‑": "-", ".": ".", "(": "(", ")": ")", "'": "'", "’": "'", "/": "/"}
DOT = re.compile(r"\.\sm")  # quickly found, and mostly "Inc. made"
HALF = re.compile(r"[ap]\.\sm")  # a token that holds a blank: "8 a. m."
REMEMBERED = 50_000  # runs whose codes are kept
HALVES = frozenset(("am", "pm", "bc", "bce"))  # of days, and of history: no words to the pattern
LONGEST_NUMBER = 9  # digits
LAST_YEAR = 2100
FIRST_YEAR = 1000


class Coded(NamedTuple):
    """The tokens of some words: their codes, and where they begin and end in those words."""

    codes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


END_OF_PART = Coded("\n", (0,), (0,))


@dataclass(frozen=True, slots=True)
class Tokens:
    """`codes` has one letter for each token. Few tokens tell of time, so that the code points of the others are not worked
    out: `runs` are the tokens of some words each, `places` where these begin in `text`, `firsts` the number of each run's
    first token."""

    text: str
    codes: str
    runs: list[Coded]
    places: list[int]
    firsts: list[int]

    def span(self, n: int) -> tuple[int, int]:
        """The code points [start, end) of token n."""
        run = bisect_right(self.firsts, n) - 1
        _, starts, ends = self.runs[run]
        place, within = self.places[run], n - self.firsts[run]
        return place + starts[within], place + ends[within]

    def word(self, n: int) -> str:
        start, end = self.span(n)
        return self.text[start:end]


def split(text: str, parts: Sequence[tuple[int, int]]) -> Tokens:
    """The tokens of the parts of the text, a line feed between two parts."""
    told: list[Coded] = []
    places: list[int] = []
    for (start, end), (found, begins) in zip(parts, runs(text, parts), strict=True):
        dotted = text[end : end + 1] == "."
        if dotted or _is_broken(text, start, end):
            told.append(_coded(text[start:end], dotted))
            places.append(start)
        else:
            told += map(CODED.__getitem__, found)
            places += begins
        told.append(END_OF_PART)
        places.append(end)
    codes = [one.codes for one in told]
    return Tokens(text, "".join(codes), told, places, list(accumulate(map(len, codes), initial=0)))


def _is_broken(text: str, start: int, end: int) -> bool:
    """Whether a token of the part holds a blank, so that its runs do not tell its tokens."""
    if DOT.search(text, start, end) and HALF.search(text, start, end):
        return True
    return text.find("\n", start, end) >= 0


def _coded(words: str, dotted: bool = False) -> Coded:
    """`dotted`: a full stop follows the words."""
    if words.isalpha() and words.lower() not in HALVES:
        code = _word_code(words, dotted)
        return Coded(code[0], (0,), (len(words) + (len(code) > 1),))
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    text = words + "." * dotted
    for match in TOKEN.finditer(text, 0, len(words)):
        start, stop = match.span()
        code = _code(match.group(), match.lastgroup, text[stop : stop + 1] == ".")
        if code == "M." or code == "w.":  # the dot belongs to the abbreviation: "Jan. 12"
            code, stop = code[0], stop + 1
        elif code == "." and ends and ends[-1] > start:
            continue
        codes.append(code)
        starts.append(start)
        ends.append(stop)
    return Coded("".join(codes), tuple(starts), tuple(ends))


CODED = Kept(_coded, REMEMBERED)


def _code(token: str, group: str | None, dotted: bool) -> str:
    if group == "word":
        return _word_code(token, dotted)
    if group == "number":
        return _number_code(token)
    if group == "mark":
        return MARKS.get(token, "_")
    if group == "s":
        return "'"
    if group == "line":
        return "\n"
    return group or "_"


def _word_code(word: str, dotted: bool) -> str:
    low = word.lower()
    code = CODES.get(low)
    if code is not None:
        if low in CAPITALISED and not word[0].isupper():
            return "_"
        if code == "w" and dotted:
            return "w."
        return code
    month = month_code(word, dotted)
    if month == "M" and dotted and len(word) <= 4 and low not in ("may", "june", "july"):
        return "M."
    return month or "_"


def _number_code(word: str) -> str:
    if not word.isdigit() or len(word) > LONGEST_NUMBER:
        return "N"
    number = int(word)
    if len(word) <= 2 and 1 <= number <= 31:
        return "D"
    return "Y" if len(word) == 4 and FIRST_YEAR <= number <= LAST_YEAR else "N"
