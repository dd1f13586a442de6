"""Where a time expression stands: the day of publication, the date told before it, the tense around it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from parley.reading.timing.tokens import Tokens
from parley.record import TimeKind
from parley.text.calendar import day_of

WRITTEN = "written"
BY_PUBLICATION = "from the publication day"
BY_STORY = "from the date before"
UNKNOWN = "not resolved"


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: TimeKind
    value: str | None
    basis: str = WRITTEN


@dataclass(slots=True)
class Scene:
    """`told` is the ISO value of the date told last; a narrative counts from it, news from the day of publication."""

    tokens: Tokens
    published: date | None
    narrative: bool
    told: str | None = None
    before_christ: bool = False
    quarters: int = -100  # the token at which a quarter was last spoken of

    @property
    def told_day(self) -> date | None:
        return day_of(self.told)

    def anchor(self) -> tuple[date | None, str]:
        """The day that "the same month" or "two days later" counts from."""
        told = self.told_day
        if told is not None:
            return told, BY_STORY
        return self.published, BY_PUBLICATION if self.published else UNKNOWN

    def here(self) -> tuple[date | None, str]:
        """The day that "Wednesday" or "in March" counts from."""
        if self.narrative or self.published is None:
            told = self.told_day
            return (told, BY_STORY) if told and self.narrative else (None, UNKNOWN)
        return self.published, BY_PUBLICATION


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, last) that a pattern matched."""

    tokens: Tokens
    first: int
    last: int

    @property
    def codes(self) -> str:
        return self.tokens.codes[self.first : self.last]

    def words(self, codes: str) -> list[str]:
        """The words, in small letters, of the tokens that have one of the codes."""
        return [self.tokens.word(n).lower() for n in range(self.first, self.last) if self.tokens.codes[n] in codes]

    def word(self, codes: str) -> str | None:
        """The first of the words of these codes."""
        return next(iter(self.words(codes)), None)

    def has(self, codes: str) -> bool:
        return any(c in codes for c in self.codes)


FUTURE_CUE = (
    r"will|won['’]t|[’']ll|shall|would|could|may|might|must|should|plans?|planned|planning|scheduled|expects?|expected|due|set|"
    r"going|upcoming|tentatively|ahead|to|until|by|hopes?|intends?|vote|start|begin|resume|meet|ready|before|deadline"
)
PAST_CUE = r"was|were|had|has|have|been|said|met|held|went|came|began|told|took|made|gave|left|saw|got|sent|won|lost|fell|rose|ago|since|did|killed|\w{3,}ed"
CUE = re.compile(rf"\b(?:(?P<future>{FUTURE_CUE})|(?P<past>{PAST_CUE}))\b", re.IGNORECASE)
CLAUSE = 120  # characters before an expression in which its verb is looked for
END = re.compile(r"[.!?]\s+[\"“”(]?[A-Z]|\n")


def tense_at(phrase: Phrase) -> Tense:
    """The tense of the nearest cue before the expression, else after it: "will meet Friday", "Friday the judge met"."""
    text = phrase.tokens.text
    start, end = phrase.tokens.starts[phrase.first], phrase.tokens.ends[phrase.last - 1]
    before = text[max(0, start - CLAUSE) : start]
    ends = [m.end() for m in END.finditer(before)]
    before = before[ends[-1] - 1 if ends else 0 :]
    cues = list(CUE.finditer(before))
    if cues:
        return Tense.FUTURE if _future(cues, before) else Tense.PAST
    after = text[end : end + CLAUSE]
    stop = END.search(after)
    first = CUE.search(after[: stop.start() if stop else None])
    if first is None:
        return Tense.OPEN
    return Tense.FUTURE if first["future"] and first[0].lower() in ("will", "shall", "’ll", "'ll") else Tense.PAST


def _future(cues: "list[re.Match[str]]", before: str) -> bool:
    """ "is to meet", "will be held": a participle after a cue of the future belongs to it."""
    last = cues[-1]
    if last["past"]:
        if len(cues) > 1 and cues[-2]["future"] and last.start() - cues[-2].end() <= 8:
            return last[0].lower() not in ("said", "was", "were", "had") and cues[-2][0].lower() not in (
                "to",
                "by",
                "before",
            )
        return False
    return last[0].lower() not in ("to", "set", "could", "by", "before", "may", "might", "due", "planned") or _strong(
        last, before
    )


def _strong(cue: "re.Match[str]", before: str) -> bool:
    """ "to" is a cue of the future with a verb after it and a plan before it: "are due to meet"."""
    word, rest = cue[0].lower(), before[cue.end() :].split()
    if word in ("to", "set", "due", "may", "might"):
        context = before[max(0, cue.start() - 40) : cue.start()]
        return bool(rest) and bool(
            re.search(r"\b(?:is|are|due|scheduled|set|plans?|expected|agreed|hopes?|ready)\s+$", context)
        )
    return False
