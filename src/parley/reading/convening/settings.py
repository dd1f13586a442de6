"""What a story tells of its talks at large: the town, how long they lasted, when they began."""

import re
from dataclasses import dataclass

from parley.reading.convening.clause import Sentence
from parley.reading.convening.places import NAME
from parley.reading.prose import Prose
from parley.record import BlockKind
from parley.text.calendar import day_of, shift_days
from parley.text.datelines import dateline_of
from parley.text.numbers import find_numbers

TOWN = re.compile(r"\s*(?P<town>[A-Z][A-Z’'\-]+(?:\s[A-Z][A-Z’'\-]+){0,3})\b")
TALKS_IN = re.compile(rf"\b(?:talks|negotiations|summit|meeting|conference)\sin\s(?P<town>{NAME})")
TOWN_TALKS = re.compile(r"\b(?P<town>[A-Z][\w’'-]+)\s(?:talks|negotiations|summit|meeting|conference)\b")
LASTED = re.compile(r"\b(?P<hours>[\w-]+)\shours\sof\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
EARLY = re.compile(
    r"\b(?:early|overnight|small\shours|before\sdawn|past\smidnight|after\smidnight|at\sdawn)\b", re.IGNORECASE
)
LONG = 8  # hours of talks from which an end in the early hours means that they began the day before
NEAR = 60  # characters before the talks' words
FRESH = 1  # days before publication of what a dateline places


@dataclass(frozen=True, slots=True)
class Told:
    """The day of a sentence; `alone` where it tells no other, `early` where in its first hours."""

    day: str
    alone: bool
    early: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """How many hours, and how many code points before the talks' words they are told."""

    count: float
    words: int


@dataclass(frozen=True, slots=True)
class Story:
    """The article's text and publication day, and the code points of the words that name the town of the news."""

    text: str
    published: str | None
    town: tuple[int, int] | None

    def places(self, day: str | None) -> bool:
        """Whether the town is that of what was on the day."""
        known, published = day_of(day), day_of(self.published)
        return bool(known and published and len(day or "") >= 10 and 0 <= (published - known).days <= FRESH)

    def words(self, place: tuple[int, int] | None) -> str | None:
        return self.text[place[0] : place[1]] if place else None


def town_of(prose: Prose) -> tuple[int, int] | None:
    """The town of the dateline, else that in which the title says they talk; None where neither tells one."""
    text = prose.article.text
    for block in sorted(prose.blocks, key=lambda b: b.span.start):
        words = text[block.span.start : block.span.end]
        dated = block.kind is BlockKind.BODY and dateline_of(words) is not None
        match = TOWN.match(words) if dated or block.kind is BlockKind.DATELINE else None
        if match:
            return block.span.start + match.start("town"), block.span.start + match.end("town")
        if block.kind is BlockKind.BODY:
            break
    return _town_of_title(prose)


def _town_of_title(prose: Prose) -> tuple[int, int] | None:
    """ "Port talks in Linden collapse"; "Linden talks near end" where the story is set in Linden."""
    text = prose.article.text
    for block in prose.blocks:
        if block.kind is BlockKind.TITLE:
            words = text[block.span.start : block.span.end]
            match = TALKS_IN.search(words) or TOWN_TALKS.search(words)
            if match and re.search(rf"\bin\s{re.escape(match['town'])}\b", text):
                return block.span.start + match.start("town"), block.span.start + match.end("town")
    return None


def lasted(sentence: Sentence, start: int) -> Hours | None:
    """How long the talks at the place lasted: "after 15 hours of talks"."""
    before = sentence.words(max(sentence.start, start - NEAR), start)
    match = LASTED.search(before)
    number = next(find_numbers(match["hours"]), None) if match else None
    return Hours(number.value, len(before) - match.start()) if number and match else None


def began(day: str, hours: float, early: bool) -> str:
    """Talks of 15 hours that end early on Monday began on Sunday."""
    known = day_of(day) if early and hours >= LONG else None
    before = shift_days(known, -1) if known else None
    return before.isoformat() if before else day
