"""What the tools answer with; the names are those of the contract. `text` holds an outlet's words: untrusted input."""

from typing_extensions import TypedDict


class Evidence(TypedDict):
    """Code points [start, end) of an article, and the exact words there."""

    article: str
    start: int
    end: int
    text: str


class ArticleLine(TypedDict):
    id: str
    outlet: str | None
    title: str | None
    published: str | None
    published_basis: str
    origin: str | None


class Overview(TypedDict):
    """`articles` counts all; `origins` the independent texts behind them."""

    articles: int
    distinct_texts: int
    origins: int
    utterances: int
    meetings: int
    positions: int
    figures: int
    findings: int
    listed: list[ArticleLine]
    next: str | None


class Passages(TypedDict):
    found: list[Evidence]
    next: str | None


class ArticleText(TypedDict):
    """A slice of an article's text from code point `start`; `next` is the cursor of the following slice."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    start: int
    text: str
    next: str | None


class Said(TypedDict):
    """One utterance as each outlet words it; `speaker` is null where unresolved."""

    id: str
    speaker: str | None
    drift: bool
    flags: list[str]
    near: list[str]
    wordings: list[Evidence]


class Quotes(TypedDict):
    found: list[Said]
    next: str | None


class PositionLine(TypedDict):
    """`what` are the words that name what is demanded, offered or refused; `origins`: independent texts behind it."""

    id: str
    party: str
    issue: str
    stance: str
    what: Evidence | None
    conditional: bool
    condition: str | None
    when: str | None
    speaker: str | None
    attribution: str
    origins: int
    score: float
    evidence: list[Evidence]


class Positions(TypedDict):
    found: list[PositionLine]
    next: str | None


class MeetingLine(TypedDict):
    id: str
    date: str | None
    place: str | None
    forum: str | None
    participants: list[str]
    status: str
    evidence: list[Evidence]


class Timeline(TypedDict):
    found: list[MeetingLine]
    next: str | None


class FigureLine(TypedDict):
    low: float | None
    high: float | None
    comparator: str
    unit: str | None
    of: str | None
    evidence: list[Evidence]


class Figures(TypedDict):
    found: list[FigureLine]
    next: str | None


class FindingLine(TypedDict):
    id: str
    kind: str
    summary: str
    origins: int
    evidence: list[Evidence]


class Findings(TypedDict):
    found: list[FindingLine]
    next: str | None


class ActorLine(TypedDict):
    id: str
    name: str
    kind: str
    party: str | None
    offices: list[str]
    aliases: list[str]


class Actors(TypedDict):
    found: list[ActorLine]
    next: str | None


class CheckedMark(TypedDict):
    """One quotation or figure of the draft; start and end count in the draft."""

    start: int
    end: int
    kind: str
    verdict: str
    note: str | None
    evidence: list[Evidence]


class Checked(TypedDict):
    marks: list[CheckedMark]
    failed: int
