"""How outlets put a mood: what a speaker is said to have sounded like, and what is called likely or not."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from parley.combine.comparing.finding import Pages
from parley.record import ActorKind, BlockKind, Finding, FindingKind, Reading, Span
from parley.text.marks import within

SENTENCE = re.compile(r"[^.!?\n”\"\s][^.!?\n]{10,600}[.!?]?")
MANY = 60  # moods of one thing in one story that are held against each other
BRIGHT = r"positive|optimistic|optimism|upbeat|hopeful|encouraging|encouraged|constructive|productive|fruitful|promising|confident"
DARK = r"pessimistic|pessimism|gloomy|bleak|downbeat|disappointing|disappointed|sceptical|skeptical|fruitless|unproductive|discouraging|grim"
DIM = r"(?:less|not|n’t|n't|no|never|neither|nor|hardly|little|without|few)\b[^.;,]{0,25}?\b"
DULLED, BRIGHTLY, DARKLY = (
    re.compile(p, re.IGNORECASE) for p in (rf"\b{DIM}(?:{BRIGHT})\b", rf"\b(?:{BRIGHT})\b", rf"\b(?:{DARK})\b")
)
EVENTS = r"war|conflict|invasion|strike|walkout|lockout|deal|agreement|breakthrough|collapse|escalation|settlement|compromise|ceasefire|truce|accord"
NEAR = r"[^.;]{0,50}?"
UNLIKELY = re.compile(
    rf"\b(?:unlikely|not likely|likely (?:won’t|won't|not)|little (?:chance|prospect|hope)|no (?:risk|danger|chance|prospect))\b{NEAR}\b(?P<event>{EVENTS})\b"
    rf"|\b(?P<before>{EVENTS})\b{NEAR}\b(?:is|was|remains?|seems?|looks?) (?:unlikely|far off|out of reach|a long way off)\b",
    re.IGNORECASE,
)
LIKELY = re.compile(
    rf"(?<!un)\b(?:real risk of|danger of|prospect of|close to|nearing|brink of|on the verge of)\b{NEAR}\b(?P<event>{EVENTS})\b"
    rf"|\b(?P<before>{EVENTS})\b{NEAR}\b(?:is|was|remains?|seems?|looks?) (?:(?:very |more |a )?(?:likely|imminent|close|within reach|(?:real|serious|grave) (?:risk|danger|possibility)))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mood:
    """A sentence and which way it leans; `about` is an actor's id or the word for an event."""

    about: str
    bright: bool
    span: Span


def moods_that_differ(pages: Pages) -> Iterator[Finding]:
    """A speaker whom one origin hears as hopeful and another as gloomy: "some positive things to say", "less optimistic"."""
    yield from _differing(pages, _moods(pages), "sounded")


def outlooks_that_differ(pages: Pages) -> Iterator[Finding]:
    """What one origin calls likely and another unlikely: "a deal is close", "a deal is a long way off"."""
    yield from _differing(pages, (m for r in pages.readings for m in _outlooks(pages, r)), "outlook")


def _differing(pages: Pages, told: Iterable[Mood], what: str) -> Iterator[Finding]:
    """Of two origins and one story: a mood of March is no contradiction of one of May."""
    of: dict[tuple[str, str], list[Mood]] = defaultdict(list)
    for mood in told:
        of[mood.about, pages.story(mood.span.article)].append(mood)
    for (about, _), moods in of.items():
        pair = next(
            (p for p in combinations(moods[:MANY], 2) if p[0].bright != p[1].bright and _apart(pages, *p)), None
        )
        if pair:
            sides = " | ".join(f"“{pages.words(m.span)}”" for m in pair)
            yield pages.finding(FindingKind.WORDING, f"{pages.name(about)}, {what}: {sides}", [m.span for m in pair])


def _apart(pages: Pages, a: Mood, b: Mood) -> bool:
    return not pages.one_origin(a.span.article, b.span.article)


def _moods(pages: Pages) -> Iterator[Mood]:
    """The reporter's words for how a person sounded; what stands in quotation marks is the person's own."""
    people: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for mention, key in ((m, a.id) for a in pages.record.actors if a.kind is ActorKind.PERSON for m in a.mentions):
        people[mention.article].append((mention, key))
    for reading in (r for r in pages.readings if r.article in people):
        here = sorted(people[reading.article])
        for span in _sentences(pages, reading):
            lean = _lean(_unquoted(pages, span))
            first = bisect_left(here, span.start, key=lambda told: told[0].start)
            if lean is not None and first < len(here) and here[first][0].start < span.end:
                yield Mood(here[first][1], lean, span)


def _lean(words: str) -> bool | None:
    """Whether the words are hopeful or gloomy; None where they are neither."""
    if DULLED.search(words) or DARKLY.search(words):
        return False
    return True if BRIGHTLY.search(words) else None


def _outlooks(pages: Pages, reading: Reading) -> Iterator[Mood]:
    for span in _sentences(pages, reading):
        words = pages.text(span.article)[span.start : span.end]
        unlikely = UNLIKELY.search(words)
        found = unlikely or LIKELY.search(words)
        if found:
            yield Mood((found["event"] or found["before"]).lower(), unlikely is None, span)


def _sentences(pages: Pages, reading: Reading) -> Iterator[Span]:
    text = pages.text(reading.article)
    for block in (b for b in reading.blocks if b.kind is BlockKind.BODY):
        for match in SENTENCE.finditer(text, block.span.start, block.span.end):
            yield Span(reading.article, match.start(), match.end())


def _unquoted(pages: Pages, span: Span) -> str:
    """The sentence with blanks in place of what stands in quotation marks."""
    text = pages.text(span.article)
    kept = text[span.start : span.end]
    for start, end in within(text, span.start, span.end):
        kept = kept[: start - span.start] + " " * (end - start) + kept[end - span.start :]
    return kept
