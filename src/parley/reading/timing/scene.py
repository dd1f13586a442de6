"""Where a time expression stands: the day of publication, the date told before it, the tense around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from parley.reading.timing.tokens import Tokens
from parley.record import TimeKind
from parley.text.calendar import day_of

WRITTEN = "written"
BY_PUBLICATION = "from the publication day"
BY_STORY = "from the date before"
UNKNOWN = "not resolved"
AHEAD = "not resolved, ahead"  # of a weekday in the future tense, so that the story can date the article


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Meaning(NamedTuple):
    kind: TimeKind
    value: str | None
    basis: str = WRITTEN


SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
ASIDE_YEARS = 3  # WikiWars 01-11
NEAR_DAYS = 400  # news goes on from what is near: "the next morning" follows no date of the last century; AQUAINT


@dataclass(slots=True)
class Scene:
    """`told` is the ISO value of the date told last; a narrative counts from it, news from the day of publication."""

    tokens: Tokens
    published: date | None
    narrative: bool
    told: str | None = None
    month_year: int | None = None  # the year of the last date that told a month
    aside: bool = False
    year: int | None = None  # the last year told, in an aside too: "of that year"
    on_earnings: bool = False  # whether the page speaks of quarters of a year
    quarter: str | None = None  # the quarter that the page reports on
    quarters: int = -1000  # the token at which a quarter was last spoken of

    @property
    def told_day(self) -> date | None:
        return day_of(self.told)

    def tell(self, value: str) -> None:
        """Moves on to a date of the text. In a story a bare year far from its months is an aside: "(1914 rules)"."""
        year = self.year = int(value[:4])
        aside = self.narrative and len(value) == 4 and self.month_year is not None
        if aside and not 0 <= year - (self.month_year or year) <= ASIDE_YEARS and not self.aside:
            self.aside = True
            return
        self.aside = False
        if len(value) >= 7:
            self.month_year = year
        self.told = value

    def told_month(self) -> int | None:
        """The month of the date told last, a season's first; None where only a year was told."""
        part = (self.told or "")[5:7]
        return SEASON_MONTH.get(part) or (int(part) if part.isdigit() else None)

    def anchor(self) -> tuple[date | None, str]:
        """The day that "the same month" or "two days later" counts from."""
        told = self.told_day
        near = self.narrative or self.published is None or (told and abs((told - self.published).days) < NEAR_DAYS)
        if told is not None and near:
            return told, BY_STORY
        return self.published, BY_PUBLICATION if self.published else UNKNOWN

    def here(self) -> tuple[date | None, str]:
        """The day that "Wednesday" or "in March" counts from."""
        if self.narrative or self.published is None:
            told = self.told_day
            return (told, BY_STORY) if told and self.narrative else (None, UNKNOWN)
        return self.published, BY_PUBLICATION


class Phrase(NamedTuple):
    """Tokens [first, last) that a pattern matched."""

    tokens: Tokens
    first: int
    last: int

    @property
    def codes(self) -> str:
        return self.tokens.codes[self.first : self.last]

    @property
    def start(self) -> int:
        """The code point at which it begins."""
        return self.tokens.span(self.first)[0]

    @property
    def end(self) -> int:
        return self.tokens.span(self.last - 1)[1]

    def before(self, size: int) -> str:
        """The code points before it."""
        start = self.start
        return self.tokens.text[max(0, start - size) : start]

    def after(self, size: int) -> str:
        end = self.end
        return self.tokens.text[end : end + size]

    def words(self, codes: str) -> list[str]:
        """The words, in small letters, of the tokens that have one of the codes."""
        return [self.tokens.word(n).lower() for n, code in enumerate(self.codes, self.first) if code in codes]

    def word(self, codes: str) -> str | None:
        """The first of the words of these codes."""
        for n, code in enumerate(self.codes, self.first):
            if code in codes:
                return self.tokens.word(n).lower()
        return None

    def has(self, codes: str) -> bool:
        return codes in self.codes if len(codes) == 1 else not set(codes).isdisjoint(self.codes)


REPORTS = frozenset("said told added says announced warned noted reported insisted stressed confirmed".split())
FUTURE_CUES = frozenset(
    """will won't won’t ’ll 'll shall would could may might must should planned planning scheduled expects expect expected due set
    resumes resume reconvenes reconvene continues continue opens begins starts meet going upcoming tentatively to hopes hope
    intends intend deadline slated agreed""".split()
) | {"plans to", "plan to"}
PAST_CUES = frozenset(
    """was were had has have been said met held went came began told took made gave left saw got sent won lost fell rose ago
    since did killed says became brought kept led put ran spoke stood""".split()
)
CUES = dict.fromkeys(PAST_CUES, False) | dict.fromkeys(FUTURE_CUES, True)
ED = 5  # letters of a word from which "-ed" makes it a past tense
CUE_LIKE = re.compile(r"won['’]t\b|plans? to\b|(?<=\w)['’]ll\b|\w+", re.IGNORECASE)
SURE = frozenset(
    """resume resumes reconvene reconvenes continue continues opens begins starts meet will won't won’t ’ll 'll shall would planning expects expect
    going upcoming tentatively hopes hope intends intend slated deadline""".split()
) | {"plans to", "plan to"}
NEAR_ONLY = frozenset(
    "continue continues opens".split()
)  # "continue on Tuesday"; "as the strike continues, … on Tuesday" is not
PLANNED = frozenset("planned scheduled expected due set slated agreed".split())
PLAN = re.compile(
    r"\b(?:is|are|due|scheduled|set|plans?|planned|expected|expects?|agreed|hopes?|hoped|ready|vote|voted|asked|decided|supposed|"
    r"likely|intends?|wants?)\s+$",
    re.IGNORECASE,
)
# "by Friday", "until noon", "effective June 1", "as early as Tuesday", "by the end of | June": ahead, whatever the verb
BY = re.compile(
    r"\b(?:by|until|till|through|effective|as (?:early|soon|late) as|no later than)\s(?:early\s|late\s|mid-)?(?:the\s(?:end|start|middle|close)\sof\s)?$",
    re.IGNORECASE,
)
# "has invited both sides back to Linden on Sunday": when they are to come
INVITED = re.compile(r"\b(?:invited|summoned)\s(?:[\w’'-]+\s){1,6}?to\s[^.,;]{1,50}$", re.IGNORECASE)
# "a meeting scheduled for Thursday was put off", "the next session is on Thursday"
SCHEDULED = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:(?:scheduled|planned|slated)\s(?:for|on)|set\sfor)\s$"
    r"|\bnext\s(?:\w+\s){1,3}(?:is|are)\s(?:on\s)?$",
    re.IGNORECASE,
)
BOUNDS = "by", "until", "till", "through", "effective", "early as", "soon as", "late as", "later than"
ROOM = 80  # characters, more than what BY matches
CLAUSE = 120  # characters before an expression in which its verb is looked for
END = re.compile(r"[.!?]\s+[\"“”(]?[A-Z]|\n")


class Cue(NamedTuple):
    """A word that tells of what is ahead, or of what is past, and where it stands in the words looked at."""

    word: str
    ahead: bool
    start: int
    end: int


def _cues(words: str) -> Iterator[Cue]:
    for found in CUE_LIKE.finditer(words):
        word = found[0].lower()
        ahead = CUES.get(word)
        if ahead is not None or (word[-2:] == "ed" and len(word) >= ED):
            yield Cue(word, bool(ahead), *found.span())


def tense_at(phrase: Phrase) -> Tense:
    """The tense of the nearest cue before the expression, else after it: "will meet Friday", "Friday the judge met"."""
    before, after = _around(phrase)
    if _is_due(before):
        return Tense.FUTURE
    cues = list(_cues(before))
    if cues and not _is_report(cues[-1], before):
        return Tense.FUTURE if _is_future(cues, before) else Tense.PAST
    first = next(_cues(after), None)
    if first is None:
        return Tense.PAST if cues else Tense.OPEN
    return Tense.FUTURE if first.word in ("will", "shall", "would", "’ll", "'ll") else Tense.PAST


def _is_due(before: str) -> bool:
    """Each pattern is looked for where one of its words stands."""
    low = before.lower()
    tail = low[-ROOM:]
    if any(word in tail for word in BOUNDS) and BY.search(before[-ROOM:]):
        return True
    called = "invited" in low or "summoned" in low
    fixed = any(word in low for word in ("scheduled", "planned", "slated", "set", "next"))
    return (called and INVITED.search(before) is not None) or (fixed and SCHEDULED.search(before) is not None)


def _around(phrase: Phrase) -> tuple[str, str]:
    """The words of the sentence before and after the expression."""
    text, start, end = phrase.tokens.text, phrase.start, phrase.end
    cut = max(0, start - CLAUSE)
    before, after = text[text.find(" ", cut, start) if cut else 0 : start], text[end : end + CLAUSE]
    ends = [m.end() for m in END.finditer(before)]
    stop = END.search(after)
    return before[ends[-1] - 1 if ends else 0 :], after[: stop.start() if stop else None]


def _is_report(cue: Cue, before: str) -> bool:
    """ "said talks in Linden on Wednesday would show": what was said has its own verb; "said Wednesday" has none."""
    return cue.word in REPORTS and len(before[cue.end :].split()) > 2


def _is_future(cues: list[Cue], before: str) -> bool:
    """ "will meet", "is to meet", "is planned for", "will be held"; "was planned to open" is past."""
    last = cues[-1]
    word = last.word
    if not last.ahead:
        led = len(cues) > 1 and cues[-2].ahead and last.start - cues[-2].end <= 8
        return led and cues[-2].word in SURE and word not in ("said", "was", "were", "had")
    rest = before[last.end :]
    if word in SURE:
        return word not in NEAR_ONLY or len(rest.split()) <= 2
    if word in PLANNED:
        passive = re.search(r"\b(?:is|are|being|be|was|were|’s|'s)\s+(?:\w+\s+)?$", before[: last.start])
        return passive is not None or (
            word == "planned" and re.match(r"\s(?:a|an|the|more|another)\s", rest) is not None
        )
    if word == "to" and (PLAN.search(before[: last.start]) or re.match(r"\sbe\s\w+ed\b", rest)):
        return bool(rest.split())
    return len(cues) > 1 and _is_future(cues[:-1], before)
