"""A paragraph as words, with what the gazetteer knows of them, and the names found in it."""

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from parley.reading.naming.words import MONTHS, Words
from parley.text.gazetteer import Entry, gazetteer
from parley.text.offices import OPENERS

CREDIT_WORDS = frozenset("photo photos photograph via pool getty images courtesy picture file reuters afp".split())
REMEMBERED = 20_000  # words whose entries in the gazetteer are kept
NONE: frozenset[int] = frozenset()


class Kind(StrEnum):
    """What a name is by its own words. PLAIN: a run of capitals that says nothing; ADJECTIVE: "Russian"."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    SEAT = "seat"
    ADJECTIVE = "adjective"
    PLACE = "place"
    PLAIN = "plain"


class Name(NamedTuple):
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
    """The words of a paragraph (their fields are its own) and what the gazetteer knows of them."""

    def __init__(self, text: str, words: Words):
        self.text = text
        self.texts, self.lowers, self.starts = words.texts, words.lowers, words.starts
        self.begins, self.titles, self.offices, self.owners = words.begins, words.titles, words.offices, words.owners
        self.capitals, self.firsts, self.turns = frozenset(words.capitals), words.firsts, words.turns
        self.size = len(words.texts)
        self.known: dict[int, tuple[int, Kind, Entry]] = {}
        self.credited = _credited(words) | _dates(words) if words.asides else NONE
        openers = [n for n in words.firsts if self.lowers[n] in OPENERS]
        self._named = self.capitals.difference(words.never, self.credited, openers)
        for n in words.listed:
            if n not in self.credited and (found := _known(self, n)):
                self.known[n] = found
        self.bodies = [n for n in words.bodies if n in self._named]
        told = {k for n, known in self.known.items() if known[0] > 2 for k in range(n, n + known[0])}
        self.stops = [n for n in words.stops if n not in told] if told else words.stops
        self.pointing = words.pointing
        self.articles = [n for n in words.pointing if self.lowers[n] == "the"]

    def __len__(self) -> int:
        return self.size

    def slice(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.starts[last - 1] + len(self.texts[last - 1])]

    def end(self, n: int) -> int:
        """The code point behind word n."""
        return self.starts[n] + len(self.texts[n])

    def joined(self, n: int) -> bool:
        """Whether word n stands in the same line, at most one space after the word before it."""
        return 0 < n < self.size and self.starts[n] - self.starts[n - 1] - len(self.texts[n - 1]) <= 1

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
        return n in self._named

    def quoted(self, n: int) -> bool:
        """Whether word n stands in a direct quote."""
        return bisect_right(self.turns, n) % 2 == 1

    def titled(self, n: int) -> bool:
        """Whether an office or honorific stands in the words that go on from word n without a stop."""
        at = bisect_left(self.titles, n)
        if at == len(self.titles):
            return False
        stop = bisect_left(self.stops, n)
        return stop == len(self.stops) or self.titles[at] < self.stops[stop]

    def office_within(self, n: int, size: int) -> bool:
        """Whether the head of an office is one of the `size` words from word n on."""
        at = bisect_left(self.offices, n)
        return at < len(self.offices) and self.offices[at] < n + size


def _credited(words: Words) -> frozenset[int]:
    """The words of photo credits in brackets: "(Ines Holm/Coastal Wire)" names nobody in the news."""
    found: set[int] = set()
    opened: int | None = None
    for n in words.asides:
        mark = words.lowers[n]
        if mark == "via" or (mark == "/" and n + 1 < len(words.texts)):
            found.add(n + 1)
        elif mark in "([":
            opened = n
        elif mark in ")]" and opened is not None:
            inside = set(words.lowers[opened:n])
            if inside & CREDIT_WORDS or (len(inside) > 2 and "/" in inside):
                found.update(range(opened, n))
            opened = None
    return frozenset(found)


def _dates(words: Words) -> frozenset[int]:
    """Short names of months: "Jan. 12" names nobody."""
    told = [n for n in words.asides if words.lowers[n] in MONTHS and n + 1 < len(words.texts)]
    return frozenset(n for n in told if words.texts[n + 1] == "." or words.texts[n + 1][0].isdigit())


def _known(line: Line, n: int) -> tuple[int, Kind, Entry] | None:
    """Size, kind and entry of the longest gazetteer name that begins at word n."""
    for size in range(min(_longest(line.texts[n]), line.size - n), 0, -1):
        for kind, entry in _entries(line.slice(n, n + size)):
            if not (entry.group and line.named(n + size) and line.joined(n + size)):
                return size, kind, entry
    return None


@lru_cache(maxsize=REMEMBERED)
def _longest(word: str) -> int:
    """The most words of a gazetteer name that begins with the word."""
    longest = gazetteer().longest
    return longest.get(word) or longest.get(word.title(), 1)


@lru_cache(maxsize=REMEMBERED)
def _entries(words: str) -> tuple[tuple[Kind, Entry], ...]:
    """What the gazetteer calls so."""
    places = gazetteer()
    told = words.replace("’", "'")
    if told.isupper() and len(told) > 3 and told not in places.by_name:
        told = told.title()
    found = [(Kind.STATE if entry.state else Kind.BODY, entry) for entry in [places.by_name.get(told)] if entry]
    for kind, names in (
        (Kind.SEAT, places.by_seat), (Kind.PLACE, places.by_place), (Kind.ADJECTIVE, places.by_adjective),
    ):  # fmt: skip
        if entry := names.get(told):
            found.append((kind, entry))
    return tuple(found)
