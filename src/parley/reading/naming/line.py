"""A paragraph as words, with what the gazetteer knows of them, and the names found in it."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from parley.reading.naming.words import Word
from parley.text.gazetteer import Entry, gazetteer
from parley.text.offices import NEVER_NAMES, OPENERS

CREDIT_WORDS = frozenset("photo photos photograph via pool getty images courtesy picture file reuters afp".split())
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())


class Kind(StrEnum):
    """What a name is by its own words. PLAIN: a run of capitals that says nothing; ADJECTIVE: "Russian"."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    SEAT = "seat"
    ADJECTIVE = "adjective"
    PLACE = "place"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Name:
    """Words [first, last) of a paragraph that name somebody. `whole` begins where the title before a person begins.

    `office` and `party` are the words of that title; `office` alone (last word an office) may stand without a name.
    """

    kind: Kind
    first: int
    last: int
    entry: Entry | None = None
    whole: int = 0
    office: tuple[int, int] | None = None
    party: "Name | None" = None
    pronoun: str = ""


class Line:
    """The words of a paragraph and what the gazetteer knows of them."""

    def __init__(self, text: str, words: list[Word]):
        self.text, self.words = text, words
        self.lowers, self.size = [w.lower for w in words], len(words)
        self.known: dict[int, tuple[int, Kind, Entry]] = {}
        self.credited = _credited(words) | _dates(words)
        for n, word in enumerate(words):
            if word.capital and n not in self.credited and (found := _known(self, n)):
                self.known[n] = found

    def __len__(self) -> int:
        return self.size

    def slice(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def joined(self, n: int) -> bool:
        """Whether word n stands in the same line, at most one space after the word before it."""
        return 0 < n < self.size and self.words[n].start - self.words[n - 1].end <= 1

    def inside(self, n: int) -> bool:
        """Whether word n belongs to a name of the gazetteer of several words."""
        return any(n < k + self.known[k][0] for k in range(max(0, n - 7), n + 1) if k in self.known)

    def ends_known(self, n: int) -> bool:
        """Whether a state or body of the gazetteer ends before word n."""
        return any(k + self.known[k][0] == n for k in range(max(0, n - 8), n) if k in self.known)

    def lower(self, n: int) -> str:
        return self.lowers[n] if 0 <= n < self.size else ""

    def named(self, n: int) -> bool:
        """Whether word n may be part of a name by its capital."""
        if not (0 <= n < self.size and self.words[n].capital) or n in self.credited:
            return False
        return self.lowers[n] not in NEVER_NAMES and not (self.words[n].first and self.lowers[n] in OPENERS)


def _credited(words: list[Word]) -> frozenset[int]:
    """The words of photo credits in brackets: "(Ines Holm/Coastal Wire)" names nobody in the news."""
    found = {n + 1 for n, w in enumerate(words) if w.lower == "via" or (w.text == "/" and n + 1 < len(words))}
    opened: int | None = None
    for n, word in enumerate(words):
        if word.text in "([":
            opened = n
        elif word.text in ")]" and opened is not None:
            inside = {w.lower for w in words[opened:n]}
            if inside & CREDIT_WORDS or (len(inside) > 2 and "/" in inside):
                found.update(range(opened, n))
            opened = None
    return frozenset(found)


def _dates(words: list[Word]) -> frozenset[int]:
    """Short names of months: "Jan. 12" names nobody."""
    return frozenset(
        n
        for n, (word, after) in enumerate(pairwise(words))
        if word.lower in MONTHS and (after.text == "." or after.text[0].isdigit())
    )


def _known(line: Line, n: int) -> tuple[int, Kind, Entry] | None:
    """Size, kind and entry of the longest gazetteer name that begins at word n."""
    places = gazetteer()
    word = line.words[n].text
    most = min(places.longest.get(word) or places.longest.get(word.title(), 1), line.size - n)
    for size in range(most, 0, -1):
        told = line.slice(n, n + size).replace("’", "'")
        if told.isupper() and len(told) > 3 and told not in places.by_name:
            told = told.title()
        for kind, names in (
            (None, places.by_name),
            (Kind.SEAT, places.by_seat),
            (Kind.PLACE, places.by_place),
            (Kind.ADJECTIVE, places.by_adjective),
        ):
            if (entry := names.get(told)) and not (entry.group and line.named(n + size) and line.joined(n + size)):
                return size, kind or (Kind.STATE if entry.state else Kind.BODY), entry
    return None
