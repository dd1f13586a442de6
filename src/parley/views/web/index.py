"""A record arranged for reading: every noun by its id, every article with its facts. Made once a build."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from parley.record import (
    Actor,
    Article,
    BlockKind,
    Copy,
    Meeting,
    Origin,
    Position,
    Quote,
    Reading,
    Record,
    Span,
    Story,
    Utterance,
)
from parley.views.contract import Texts
from parley.views.difference import wording
from parley.views.summary import distinct_texts
from parley.views.withheld import is_withheld

T = TypeVar("T")
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the first of `quotes`, and every place where an article has them; another may end in a comma."""

    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with those before and after them in their paragraph, and the places that have exactly these."""

    before: str
    words: str
    after: str
    spans: Spans


class Index:
    """Look-ups over one build of a record; `version` tells builds apart, `name` is the file's."""

    def __init__(self, record: Record, version: int = 0, name: str = "") -> None:
        self.record = record
        self.version = version
        self.name = name
        self.articles: dict[str, Article] = {a.id: a for a in record.articles}
        self.readings: dict[str, Reading] = {r.article: r for r in record.readings}
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.meetings: dict[str, Meeting] = {m.id: m for m in record.meetings}
        self.utterances: dict[str, Utterance] = {u.id: u for u in record.utterances}
        self.origin_of: dict[str, Origin] = {a: o for o in record.origins for a in o.articles}
        self.story_of: dict[str, Story] = {a: s for s in record.stories for a in s.articles}
        self._made: dict[object, Any] = {}
        self.texts = Texts(record.articles)
        self.withheld = is_withheld(record)
        self._issues = {i.id: i.name for i in record.issues}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` returns, made at the first call for this build: for lists that every page of a screen needs."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])

    # words

    def words(self, span: Span) -> str:
        """The words of a span, with line breaks as blanks."""
        return " ".join(self.articles[span.article].words(span).split())

    def said(self, quote: Quote) -> str:
        return " … ".join(map(self.words, quote.spans))

    def around(self, span: Span, reach: int = 110) -> tuple[str, str, str]:
        """The words before, of and after a span, within its paragraph; only what stands for them where they are withheld."""
        if self.withheld:
            return "", self.words(span), ""
        text = self.articles[span.article].text
        left = max(text.rfind("\n", 0, span.start) + 1, span.start - reach)
        stop = text.find("\n", span.end)
        right = min(stop if stop >= 0 else len(text), span.end + reach)
        before, after = text[left : span.start], text[span.end : right]
        if left and text[left - 1] != "\n":
            before = "…" + before.partition(" ")[2]
        if right < len(text) and text[right] != "\n":
            after = after.rpartition(" ")[0] + "…"
        return before, self.words(span), after

    def passages(self, spans: Iterable[Span]) -> list[Passage]:
        """Spans with the words around them; articles that have all of it letter for letter stand together."""
        found: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
        for span in spans:
            found[self.around(span)].append(span)
        return [Passage(*words, tuple(same)) for words, same in found.items()]

    def in_caption(self, span: Span) -> bool:
        """Whether the words stand below a picture and not in the story."""
        return any(caption.overlaps(span) for caption in self._captions.get(span.article, ()))

    @cached_property
    def _captions(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        for block in (b for r in self.record.readings for b in r.blocks if b.kind is BlockKind.CAPTION):
            found[block.span.article].append(block.span)
        return found

    def language(self, article: str) -> str | None:
        """The language of an article where it is not English, in which the desk itself speaks."""
        reading = self.readings.get(article)
        return reading.language if reading and reading.language not in (None, "en") else None

    # names

    def actor(self, key: str | None) -> str | None:
        """The name of an actor; the key itself where the record has no such actor; None where unresolved."""
        found = self.actors.get(key or "")
        return found.name if found else key

    def issue(self, key: str) -> str:
        return self._issues.get(key, key)

    def outlet(self, article: str) -> str:
        """The outlet, else the article's id."""
        reading = self.readings.get(article)
        return (reading.outlet if reading else None) or article

    def title(self, article: str) -> str:
        reading = self.readings.get(article)
        return (reading.title if reading else None) or article

    def published(self, article: str) -> str | None:
        reading = self.readings.get(article)
        return reading.published if reading else None

    # counts

    def origins(self, articles: Iterable[str]) -> int:
        """How many independent origins stand behind the articles."""
        return len({self.origin_of[a].id if a in self.origin_of else a for a in articles})

    @cached_property
    def distinct_texts(self) -> int:
        return distinct_texts(self.record)

    # groups

    @cached_property
    def copies_of(self) -> dict[str, list[Copy]]:
        found: dict[str, list[Copy]] = defaultdict(list)
        for copy in self.record.copies:
            found[copy.a].append(copy)
            found[copy.b].append(copy)
        return found

    @cached_property
    def utterance_of(self) -> dict[Spans, Utterance]:
        return {q.spans: u for u in self.record.utterances for q in u.quotes}

    @cached_property
    def positions_of(self) -> dict[str, list[Position]]:
        """The positions that rest on an article."""
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self.record.positions:
            for article in dict.fromkeys(s.article for s in position.evidence):
                found[article].append(position)
        return found

    @cached_property
    def meetings_of(self) -> dict[str, list[Meeting]]:
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.record.meetings:
            for article in dict.fromkeys(s.article for s in meeting.evidence):
                found[article].append(meeting)
        return found

    @cached_property
    def evidence_of(self) -> dict[str, list[Span]]:
        """Every span of an article that some fact of the record rests on, and where an actor is named first."""
        found: dict[str, set[Span]] = defaultdict(set)
        record = self.record
        groups: Sequence[Iterable[Spans]] = (
            (a.mentions[:1] for a in record.actors),
            (f.evidence for f in record.findings),
            (m.evidence for m in record.measures),
            (m.evidence for m in record.meetings),
            (p.evidence for p in record.positions),
            ((p.words,) for p in record.positions if p.words),
            (f.evidence for f in record.figures),
            (q.spans for u in record.utterances for q in u.quotes),
        )
        for span in (s for group in groups for spans in group for s in spans):
            found[span.article].add(span)
        return {article: sorted(spans) for article, spans in found.items()}

    def wordings(self, utterance: Utterance) -> list[Wording]:
        """How outlets worded one utterance: the wording that most articles have first, then by first publication."""
        found: dict[str, list[Quote]] = defaultdict(list)
        for quote in (q for q in utterance.quotes if q.spans):
            found[wording(self.said(quote))].append(quote)
        ranked = sorted(
            found.items(), key=lambda x: (-len(x[1]), self.published(x[1][0].spans[0].article) or "9", x[0])
        )
        return [Wording(self.said(quotes[0]), tuple(quotes)) for _, quotes in ranked]

    @cached_property
    def outlets(self) -> Counter[str]:
        return Counter(map(self.outlet, self.articles))

    @cached_property
    def positions_at(self) -> Counter[str]:
        """How many positions were taken at each meeting."""
        return Counter(p.meeting for p in self.record.positions if p.meeting)

    @cached_property
    def glance(self) -> tuple[tuple[int, str, str], ...]:
        """The counts of the other screens: number, noun, address."""
        record = self.record
        differ = sum(f.kind != "agreement" for f in record.findings)
        return (
            (len(record.utterances), "utterances", "/quotes"),
            (sum(u.drift for u in record.utterances), "worded differently", "/quotes?flag=drift"),
            (len(record.positions), "positions", "/positions"),
            (len(record.meetings), "meetings", "/timeline"),
            (len(record.figures), "figures", "/figures"),
            (differ, "places where outlets differ", "/findings"),
        )
