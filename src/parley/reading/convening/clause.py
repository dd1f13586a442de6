"""One sentence with its times and mentions at hand; all places count in the article."""

import re
from dataclasses import dataclass

from parley.reading.cast import Cast
from parley.record import Actor, Span, TimeExpression, TimeKind

DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|\d\d|WXX-\d)(?![\dX])")
# words that open another clause: what stands behind them belongs to another event
BOUNDARY = re.compile(
    r"\b(?:that|which(?! (?:took|takes|will take) place| (?:was|were|is|will be) held| (?:is|are|was|were) (?:planned|scheduled|set|due|expected)| (?:began|begins?|opened|opens?|started|starts?|resumed|resumes?|ended|ran|runs?)\b)|who|whom|whether|while|but|because|if|where|unless|although|though|said|says|say|told|added|adding|saying|"
    r"warned|insisted|noted|stressed|described|called|demanded|rejected|so|amid|despite)\b|[;:“”\"]|\bas\b(?! well)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    article: str
    text: str
    start: int
    times: tuple[TimeExpression, ...]
    cast: Cast
    caption: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def words(self, start: int, end: int) -> str:
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def days(self) -> list[TimeExpression]:
        """Dates and clock times that tell a day, a month or a weekday."""
        return [t for t in self.times if t.kind in (TimeKind.DATE, TimeKind.TIME) and DAY.match(t.value or "")]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause around [start, end)."""
        before = list(BOUNDARY.finditer(self.words(self.start, start)))
        after = BOUNDARY.search(self.words(end, self.end))
        return (
            self.start + before[-1].end() if before else self.start,
            end + after.start() if after else self.end,
        )

    def mentions(self, start: int, end: int) -> list[tuple[Span, Actor]]:
        """The longest mentions within [start, end), in text order."""
        found = self.cast.mentions(start, end)
        return [m for m in found if not any(_within(m[0], o[0]) for o in found)]


def _within(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end
