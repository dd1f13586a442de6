"""Dates of a draft against the record's: of meetings by their round and place, of other events by the words around them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.check.mark import Mark, MarkKind, Verdict
from parley.record import Meeting, Reading, Record, Span, TimeExpression, TimeKind
from parley.text.calendar import day_of
from parley.text.things import thing

DAY = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
SENTENCE = re.compile(r"[.!?]['”’\"]?\s|\n")
REACH = 300  # code points on either side in which a sentence is looked for
TURNS = ("first opening", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
TURN = {word: n for n, words in enumerate(TURNS) for word in words.split()}
PLAIN = thing("talks round session meeting negotiations held planned day hall house") | frozenset(TURN)
CLOSE = 0.7  # of what speaks for the likeliest meeting, from which another may be meant
LEAST = 3  # words that a draft's sentence and the record's share, from which they may tell of one event
EVENT = 0.75  # of the draft's words (as for one event told twice: combine.comparing.events)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the record with the words of its sentence."""

    span: Span
    value: str
    words: frozenset[str]


class KnownDates:
    """The days of a record: of its meetings, and of whatever its sentences date."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._texts = record.texts()
        self._postings: dict[str, list[Dated]] | None = None

    def hold(self, reading: Reading, text: str) -> Iterator[Mark]:
        """A mark for each day or month that the draft names; what is no date ("now", "last year") has none."""
        for time in reading.times:
            if time.kind is TimeKind.DATE and time.value and is_day(time.value):
                meeting = next((m for m in reading.meetings if _is_of(m, time)), None)
                told = self._meeting(time, meeting) if meeting else None
                yield told or self._event(time, text)

    def _meeting(self, time: TimeExpression, asked: Meeting) -> Mark | None:
        """None where the record knows no meeting that it can be."""
        near = [(m, n) for m in self._record.meetings if m.date and (n := likeness(m, asked))]
        if not near:
            return None
        near.sort(key=lambda x: -x[1])
        same = [m for m, n in near if n >= CLOSE * near[0][1]]
        equal = [m for m in same if agree(time.value or "", m.date or "")]
        days = ", ".join(dict.fromkeys(m.date or "" for m in same))
        if equal:
            return _mark(time, Verdict.EXACT, [s for m in equal for s in m.evidence])
        return _mark(time, Verdict.DIFFERS, [s for m in same for s in m.evidence], f"the record has: {days}")

    def _event(self, time: TimeExpression, text: str) -> Mark:
        start, end = sentence(text, time.span.start, time.span.end)
        words = thing(text[start : time.span.start]) | thing(text[time.span.end : end])
        alike = [d for d in self._with_any(words) if _one_event(words, d.words)]
        equal = [d for d in alike if agree(time.value or "", d.value)]
        if equal:
            return _mark(time, Verdict.EXACT, [d.span for d in equal])
        if alike:
            days = ", ".join(dict.fromkeys(d.value for d in alike))
            return _mark(time, Verdict.DIFFERS, [d.span for d in alike], f"the record has: {days}")
        return _mark(time, Verdict.UNKNOWN, [], "no outlet of the record dates this")

    def _with_any(self, words: frozenset[str]) -> list[Dated]:
        if self._postings is None:
            self._postings = defaultdict(list)
            for dated in self._dated():
                for word in dated.words:
                    self._postings[word].append(dated)
        return list(dict.fromkeys(d for w in sorted(words) for d in self._postings.get(w, ())))

    def _dated(self) -> Iterator[Dated]:
        for reading in self._record.readings:
            text = self._texts[reading.article]
            for time in reading.times:
                if time.kind is TimeKind.DATE and time.value and day_of(time.value):
                    start, end = sentence(text, time.span.start, time.span.end)
                    words = thing(text[start : time.span.start]) | thing(text[time.span.end : end])
                    yield Dated(Span(reading.article, start, end), time.value, words)


def is_day(value: str) -> bool:
    """Whether a value names a day, a month or a year, if only in part: "March 5", "Friday"."""
    return WEEKDAY.fullmatch(value) is not None or (DAY.fullmatch(value) is not None and value[:7] != "XXXX")


def agree(draft: str, known: str) -> bool:
    """Whether two dates can be one day: what either leaves open contradicts nothing."""
    weekday = WEEKDAY.fullmatch(draft)
    if weekday:
        day = day_of(known) if len(known) >= 10 else None
        return day is not None and day.isoweekday() == int(weekday[1])
    a, b = DAY.fullmatch(draft), DAY.fullmatch(known)
    pairs = zip(a.groups(), b.groups(), strict=True) if a and b else ()
    return bool(a and b) and all(x is None or y is None or "X" in x or "X" in y or x == y for x, y in pairs)


def likeness(known: Meeting, asked: Meeting) -> int:
    """How much speaks for a draft's meeting being the record's: names and places that they share, or the turn of the talks; "the
    second round" is never the third, whatever the place."""
    a, b = turn(known.forum), turn(asked.forum)
    if a is not None and b is not None and a != b:
        return 0
    names = thing(f"{known.forum or ''} {known.place or ''}") - PLAIN
    return (a is not None and a == b) + len(names & (thing(f"{asked.forum or ''} {asked.place or ''}") - PLAIN))


def turn(forum: str | None) -> int | None:
    return next((TURN[w] for w in (forum or "").lower().split() if w in TURN), None)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around code points [start, end), without the blanks at its ends."""
    before = [m.end() for m in SENTENCE.finditer(text, max(0, start - REACH), start)]
    after = SENTENCE.search(text, end, min(len(text), end + REACH))
    first, last = (
        before[-1] if before else max(0, start - REACH),
        after.start() + 1 if after else min(len(text), end + REACH),
    )
    kept = text[first:last]
    return first + len(kept) - len(kept.lstrip()), first + len(kept.rstrip())


def _is_of(meeting: Meeting, time: TimeExpression) -> bool:
    return any(s.start <= time.span.start < s.end for s in meeting.evidence) and meeting.date == time.value


def _one_event(asked: frozenset[str], known: frozenset[str]) -> bool:
    shared = len(asked & known)
    return shared >= LEAST and shared >= EVENT * len(asked)


def _mark(time: TimeExpression, verdict: Verdict, evidence: Sequence[Span], note: str | None = None) -> Mark:
    return Mark(time.span.start, time.span.end, MarkKind.DATE, verdict, tuple(dict.fromkeys(evidence)), note)
