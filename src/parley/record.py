"""The nouns of a negotiation record: frozen values, standard library only.

Every fact carries spans. A span counts Unicode code points of the article's text exactly as read.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.kinds import (
    ActorKind as ActorKind,
    Attribution as Attribution,
    BlockKind as BlockKind,
    Comparator as Comparator,
    CopyKind as CopyKind,
    CreditKind as CreditKind,
    DecisionKind as DecisionKind,
    Direction as Direction,
    FindingKind as FindingKind,
    Flag as Flag,
    MeasureStatus as MeasureStatus,
    MeetingStatus as MeetingStatus,
    QuoteKind as QuoteKind,
    StanceKind as StanceKind,
    Target as Target,
    TimeKind as TimeKind,
)


def short_id(*parts: str) -> str:
    """Twelve hex digits of the parts' content hash, so that ids survive a rebuild."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of one article's text."""

    article: str
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: its text is the coordinate system and is never changed.

    `published` is an ISO prefix or None; `published_basis` says where it comes from ("input" when the caller gave it).
    `html` is the page's markup where the article was a page; `text` is then the page's visible text.
    `byline`: the authors that a feed or the caller named; the article's own byline counts first.
    """

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: str = "input"
    html: str | None = field(default=None, repr=False)
    byline: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def words(self, span: Span) -> str:
        """The exact words of a span of this article."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Credit:
    kind: CreditKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body. In a Reading `mentions` are its spans in that article; in a Record, in all articles.

    `party` is the id of the actor for which a person or body speaks (in a Reading: its name), None where unknown.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    party: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words that name the speaker, and the name they resolve to (None: unresolved).

    `kind` is PERSON, ORGANISATION (states and groups too) or UNKNOWN. `via` names the outlet or person the words came
    through.
    """

    span: Span | None
    name: str | None
    kind: ActorKind = ActorKind.UNKNOWN
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words reported as said; `spans` leave the outer quotation marks out, an interrupted quote has several.

    `score` is the probability that quote and speaker are right.
    """

    spans: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None
    speaker: Speaker | None
    score: float


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression. `value` is an ISO prefix or a TIMEX3 value; a weekday of an unknown week is XXXX-WXX-3."""

    span: Span
    kind: TimeKind
    value: str | None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. In a Reading `evidence` is its one span; in a Record, one span for each article that gives it."""

    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    of: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """One sentence's stance. `party`, `target`, `speaker` are names as resolved in the article, `issue` words of it.

    `names` are noun phrases of the issue, by which one may call it: "night shifts" of "to end night shifts".
    """

    party: str
    issue: str
    stance: StanceKind
    conditional: bool
    span: Span
    cue: Span
    score: float
    condition: str | None = None
    target: str | None = None
    speaker: str | None = None
    attribution: Attribution = Attribution.NARRATOR
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; `date` is an ISO prefix. In a Reading `id` is "" and `evidence` one span."""

    date: str | None
    place: str | None
    forum: str | None
    participants: tuple[str, ...]
    status: MeetingStatus
    evidence: tuple[Span, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """Something done or threatened outside the talks: sanctions, a strike, a drill, an expulsion."""

    actor: str
    kind: str
    target: str | None
    status: MeasureStatus
    condition: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read alone."""

    article: str
    sha256: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    published_basis: str
    language: str | None
    blocks: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    actors: tuple[Actor, ...] = ()
    stances: tuple[Stance, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    fast: bool = False  # read without a parse: figures, stances, meetings and measures were not looked for


@dataclass(frozen=True, slots=True)
class Copy:
    """How two articles' texts relate. `shares` are the parts of each article's words found in the other, 0..1;
    a passage is a span of a and the span of b that holds the same words; `basis` the reasons, strongest first."""

    a: str
    b: str
    kind: CopyKind
    direction: Direction
    shares: tuple[float, float]
    passages: tuple[tuple[Span, Span], ...]
    basis: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Origin:
    """The articles that go back to one text; `name` is the outlet or agency it came from."""

    id: str
    name: str
    articles: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event; `negotiation` is the id of the chain of events that it belongs to."""

    id: str
    title: str
    articles: tuple[str, ...]
    negotiation: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking, as each article quotes it; `speaker` is an actor id.

    `near`: ids of utterances of other speakers in almost the same words, never merged.
    """

    id: str
    speaker: str | None
    quotes: tuple[Quote, ...]
    drift: bool
    flags: tuple[Flag, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Position:
    """Party x issue x stance; `party`, `speaker` are actor ids; `issue`, `meeting` ids; `origins` stand behind it.

    `words` name what is demanded, offered or refused ("to halt the bloc's growth", where the issue is "growth").
    """

    id: str
    party: str
    issue: str
    stance: StanceKind
    conditional: bool
    condition: str | None
    when: str | None
    meeting: str | None
    speaker: str | None
    attribution: Attribution
    evidence: tuple[Span, ...]
    origins: int
    score: float = 1.0
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Where outlets agree or differ. `summary` is composed of the record's own values by a fixed pattern."""

    id: str
    kind: FindingKind
    summary: str
    evidence: tuple[Span, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's correction. `subjects` are ids of the target noun (for a merge, the first keeps its name).

    `field` and `value` are for CORRECT; `value` of another tells the names of its subjects, which may be gone once it counts.
    `at` is an ISO time, given by the caller.
    """

    kind: DecisionKind
    target: Target
    subjects: tuple[str, ...]
    reason: str
    author: str
    at: str
    field: str | None = None
    value: str | None = None


Decisions = tuple[Decision, ...]
NONE: Decisions = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All articles of a negotiation, read together. Tuples are in a stable order: same input, same record."""

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    actors: tuple[Actor, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    measures: tuple[Measure, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: Decisions = NONE

    def texts(self) -> Mapping[str, str]:
        return {a.id: a.text for a in self.articles}
