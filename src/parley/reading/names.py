"""Names as they stand in running text: runs of capitals, cut into party, office and name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from parley.text.gazetteer import Entry, gazetteer
from parley.text.offices import BEFORE_OFFICE, BODY_WORDS, HONORIFICS, NEVER_NAMES, OFFICES, PLACE_WORDS

WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|St|Prof|Rev)\.|[^\W_]+(?:[’'&-][^\W_]+)*(?<![’']s)|[’']s\b|[^\s\w]"
)
PARTICLES = frozenset("van von de der den del della di da dos al el bin ibn la le ben abu y".split())
JOINS = frozenset("of for and on the".split())  # inside the name of a body: "Organization for Security and Cooperation"
LONGEST_NAME = 10  # words


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: `kind` is "person", "body", "state" or "adjective"; `entry` its gazetteer entry.

    For a person, `office` and `party` are the words before the name ("Deputy Foreign Minister", "Russian"), and `whole` the
    span with them.
    """

    start: int
    end: int
    text: str
    kind: str
    entry: Entry | None = None
    office: str | None = None
    party: str | None = None
    whole: tuple[int, int] = (0, 0)
    honorific: str = ""


def split_words(text: str) -> list[Word]:
    return [Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]


def is_office(word: Word) -> bool:
    return word.lower.rstrip(".") in OFFICES


def before_office(word: Word) -> bool:
    return word.lower in BEFORE_OFFICE or is_office(word)


@cache
def first_names() -> dict[str, str]:
    """First name -> "he" or "she"; names of both are left out."""
    found: dict[str, str] = {}
    both: set[str] = set()
    for line in resources.files("parley.text").joinpath("first_names.txt").read_text("utf-8").splitlines():
        pronoun, *names = line.split()
        if pronoun in ("he", "she"):
            both |= {n for n in names if found.get(n, pronoun) != pronoun}
            found.update(dict.fromkeys(names, pronoun))
    return {n: p for n, p in found.items() if n not in both}


def known_names(text: str, words: list[Word]) -> Iterator[Name]:
    """States, bodies and adjectives of the gazetteer, the longest at each place."""
    places = gazetteer()
    n = 0
    while n < len(words):
        for size in range(min(8, len(words) - n), 0, -1):
            first, last = words[n], words[n + size - 1]
            if not first.capital or not last.text[0].isalnum():
                continue
            told = text[first.start : last.end].replace("’", "'")
            entry = places.by_name.get(told) or places.by_seat.get(told)
            if entry or told in places.by_adjective:
                known = entry or places.by_adjective[told]
                kind = "adjective" if entry is None else "state" if known.state else "body"
                yield Name(first.start, last.end, text[first.start : last.end], kind, known)
                n += size - 1
                break
        n += 1


def runs(words: list[Word], taken: set[int]) -> Iterator[list[Word]]:
    """Maximal runs of capitalised words that no known name has taken, on one line."""
    run: list[Word] = []
    for n, word in enumerate(words):
        fits = word.capital and word.text[0].isalpha() and word.start not in taken and word.lower not in NEVER_NAMES
        joined = bool(run) and word.start - run[-1].end <= 1
        particle = joined and word.lower in PARTICLES and n + 1 < len(words) and words[n + 1].capital
        join = joined and word.lower in JOINS and any(w.lower in BODY_WORDS for w in run) and _goes_on(words, n)
        if (fits and (joined or not run)) or (run and (particle or join)):
            run.append(word)
        else:
            if run:
                yield run
            run = [word] if fits else []
    if run:
        yield run


def _goes_on(words: list[Word], n: int) -> bool:
    """ "Council of Ministers" goes on after "of"; "Council and Vance" does not after "and"."""
    if n + 1 >= len(words):
        return False
    following = words[n + 1]
    if words[n].lower in ("and", "on", "the"):
        return (
            words[n].lower == "and"
            and following.capital
            and n + 2 < len(words)
            and words[n + 2].lower in ("in", "of", "for")
            and words[n + 2].text.islower()
        )
    return following.capital or following.lower == "the"


def classify(run: list[Word]) -> str | None:
    """What a run without office words is by its own words: "body", "person" (likely), "place", or None."""
    lowers = [w.lower for w in run]
    if any(w in BODY_WORDS for w in lowers) and (len(run) > 1):
        return "body"
    if lowers[-1] in PLACE_WORDS:
        return "place"
    if len(run) == 1:
        return "acronym" if run[0].text.isupper() and 2 <= len(run[0].text) <= 6 else None
    if len(run) <= 4 and all(w.text[0].isalpha() for w in run) and not all(w.text.isupper() for w in run):
        return "person"
    return None


def honorific(word: Word) -> str | None:
    """The pronoun of an honorific ("" where it tells none); None for another word."""
    return HONORIFICS.get(word.lower)
