"""Publication days that only the story tells.

An undated article says "on Wednesday". Another article, which states its date, tells of the same Wednesday: a meeting in
the same place or forum, or the very same words. That gives the undated article's Wednesday its day, and the article is of
the day of its news: the first weekday that it tells of in the past tense.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.record import Article, BlockKind, Meeting, MeetingStatus, Reading, Span, TimeExpression
from parley.text.calendar import WEEKDAYS, day_of, shift_days
from parley.text.datelines import dateline_of
from parley.text.things import thing

__all__ = ["date_undated"]

WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
WORD = re.compile(r"\w+")
SHARED_WORDS = 5  # words on one side of a weekday that two texts share, from which they tell of the same day
SURE = 2.0  # how many times as much must speak for a day as for any other
OPENING = 700  # characters of an article in which its news is told
SHARED_LEAD = 0.3  # of the shorter opening's words, from which two articles open with one event; BASIL 2010-14
FEWEST = 8
NEXT_DAYS = 3
SHARED_NAMES = 2
SHARED_RUN = 6  # words of a quote in a row; "we will not accept" alone is said by many
STORY_DAYS = 60  # a dateline's day is this near to another article of its story
GENERAL = thing("meeting talks round session council negotiations headquarters the first second third day")


@dataclass(frozen=True, slots=True)
class Clue:
    """A weekday of an undated article, past or still ahead of it: the day that it is, and how that is known."""

    ahead: bool
    day: date
    basis: str
    weight: float


def date_undated(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, tuple[str, str]]:
    """Article id -> (ISO day, basis) for articles that state no date and whose story does."""
    texts = {a.id: a.text for a in articles}
    dated = [Known(texts[r.article], r) for r in readings if r.published and len(r.published) >= 10]
    found: dict[str, tuple[str, str]] = {}
    for reading in readings:
        if reading.published is None:
            undated = Known(texts[reading.article], reading)
            told = _datelined(undated, dated) or _date(undated, dated)
            if told is not None:
                found[reading.article] = told
    return found


class Known:
    """A reading with its text, its weekdays and the words beside them."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text, self.reading = text, reading
        self.names = {a.name for a in reading.actors}
        self.weekdays = [t for t in reading.times if _weekday_of(t)]
        body = [b.span for b in reading.blocks if b.kind is BlockKind.BODY]
        places = [b.span for b in reading.blocks if b.kind is BlockKind.DATELINE]
        self.opening = min((b.start for b in (*body, *places)), default=0)
        self.place = thing(" ".join(text[b.start : b.end] for b in places[:1]).split("(")[0])
        self.runs = frozenset(run for q in reading.quotes for s in q.spans for run in _runs(text[s.start : s.end]))
        self.lead = _lead_words(text, body)
        self.told_beside = [(t, tuple(self.beside(t))) for t in self.weekdays]
        self.days = {k: t for t in reading.times if _iso_day(t) for k in self.beside(t)}

    def leads(self, time: TimeExpression) -> bool:
        """Whether an expression stands in the opening paragraphs."""
        return 0 <= time.span.start - self.opening < OPENING

    def beside(self, time: TimeExpression) -> Iterator[tuple[str, ...]]:
        """The words before a date with it, and it with the words after."""
        before = WORD.findall(self.text[max(0, time.span.start - 80) : time.span.start].lower())[-SHARED_WORDS:]
        after = WORD.findall(self.text[time.span.end : time.span.end + 80].lower())[:SHARED_WORDS]
        own = self.text[time.span.start : time.span.end].lower()
        if len(before) == SHARED_WORDS:
            yield (*before, own)
        if len(after) == SHARED_WORDS:
            yield (own, *after)


def _datelined(undated: Known, dated: Sequence[Known]) -> tuple[str, str] | None:
    """A dateline's "March 5" of the year in which the story is told."""
    dateline = dateline_of(undated.text[undated.opening :])
    if dateline is None:
        return None
    days = set()
    for other in dated:
        known = day_of(other.reading.published)
        if known and len(undated.names & other.names) >= SHARED_NAMES:
            years = (day_of(dateline.iso(known.year + n)) for n in (-1, 0, 1))
            days |= {d for d in years if d and abs((d - known).days) <= STORY_DAYS}
    return (days.pop().isoformat(), "dateline, year from the story") if len(days) == 1 else None


def _date(undated: Known, dated: Sequence[Known]) -> tuple[str, str] | None:
    """The day of the news: the latest past weekday whose day is known, else the one it leads with, before what is ahead."""
    clues = [*_own_words(undated)]
    for other in dated:
        clues += [*_same_words(undated, other), *_same_meeting(undated, other), *_same_lead(undated, other)]
        clues += [*_same_place(undated, other), *_same_quote(undated, other)]
    past, ahead = (_agreed([c for c in clues if c.ahead is when]) for when in (False, True))
    lead = next((_weekday_of(t) for t in undated.weekdays if not _is_ahead(t) and undated.leads(t)), None)
    first_ahead = min(ahead, key=lambda c: c.day, default=None)
    if lead is None:
        return None  # what an article tells of below need not be its news
    if past:
        latest = max(past, key=lambda c: c.day)
        day = _from_lead(lead, latest.day, {c.day.isoweekday() for c in past})
        return None if first_ahead and first_ahead.day < day else (day.isoformat(), latest.basis)
    if first_ahead is None:
        return None
    before = shift_days(first_ahead.day, -((first_ahead.day.isoweekday() - lead) % 7 or 7))
    return (before.isoformat(), first_ahead.basis) if before else None


def _from_lead(lead: int, latest: date, known: set[int]) -> date:
    """A lead of an unknown weekday tells of the days after the last known one, unless that is most of a week ahead."""
    count = 0 if lead in known else (lead - latest.isoweekday()) % 7
    return (shift_days(latest, count) if count <= NEXT_DAYS else None) or latest


def _agreed(clues: Sequence[Clue]) -> list[Clue]:
    """For each weekday the day for which clearly the most speaks, by its strongest clue."""
    sure: list[Clue] = []
    for weekday in range(1, 8):
        own = [c for c in clues if c.day.isoweekday() == weekday]
        weights: dict[date, float] = {}
        for clue in own:
            weights[clue.day] = weights.get(clue.day, 0.0) + clue.weight
        best = max(weights, key=lambda d: weights[d], default=None)
        if best and all(weights[best] >= SURE * w for d, w in weights.items() if d != best):
            sure.append(max((c for c in own if c.day == best), key=lambda c: c.weight))
    return sure


def _own_words(undated: Known) -> Iterator[Clue]:
    """A caption's "Tuesday, March 5, 2024" in an article that else says "Tuesday"."""
    told = {_weekday_of(t) for t in undated.weekdays if not _is_ahead(t)}
    for time in undated.reading.times:
        day = _iso_day(time)
        named = day and _name(day).lower() in undated.text[time.span.start : time.span.end].lower()
        if day and named and day.isoweekday() in told:
            words = " ".join(undated.text[time.span.start : time.span.end].split())
            yield Clue(False, day, f"own words: its {_name(day)} is {words}", 4.0)


def _same_words(undated: Known, dated: Known) -> Iterator[Clue]:
    """Both tell in the same words what was on Wednesday."""
    for time, beside in undated.told_beside:
        other = next((dated.days[k] for k in beside if k in dated.days), None)
        day = _iso_day(other) if other else None
        if day is not None and day.isoweekday() == _weekday_of(time):
            basis = f"story: tells in the same words of the {_name(day)} that {_title(dated)} dates {day.isoformat()}"
            yield Clue(_is_ahead(time), day, basis, 4.0)


def _same_meeting(undated: Known, dated: Known) -> Iterator[Clue]:
    """Both tell of a meeting in one place or forum on that weekday, and share names."""
    shared = len(undated.names & dated.names)
    for meeting in undated.reading.meetings:
        match = WEEKDAY.match(meeting.date or "")
        for other in dated.reading.meetings if match and shared else ():
            day = day_of(other.date) if len(other.date or "") >= 10 else None
            if day and match and day.isoweekday() == int(match[1]) and _alike(meeting, other):
                basis = f"story: tells of the meeting on {_name(day)} that {_title(dated)} dates {day.isoformat()}"
                yield Clue(_is_planned(undated, meeting), day, basis, 1.0 + min(shared, 8) / 4)


def _same_place(undated: Known, dated: Known) -> Iterator[Clue]:
    """Written from the town, and telling first of the weekday, of a meeting that the other dates."""
    told = {_weekday_of(t) for t in undated.weekdays if undated.leads(t) and not _is_ahead(t)}
    for meeting in dated.reading.meetings if len(undated.names & dated.names) >= SHARED_NAMES else ():
        day = day_of(meeting.date) if len(meeting.date or "") >= 10 else None
        if day and day.isoweekday() in told and _words(meeting.place) & undated.place:
            basis = f"story: is written at the meeting of {_name(day)} that {_title(dated)} dates {day.isoformat()}"
            yield Clue(False, day, basis, 1.25)


def _same_quote(undated: Known, dated: Known) -> Iterator[Clue]:
    """Both report the same words, and the one opens with the other's day or the day before."""
    published = day_of(dated.reading.published)
    if published is None or undated.runs.isdisjoint(dated.runs):
        return
    told = {_weekday_of(t) for t in undated.weekdays if undated.leads(t) and not _is_ahead(t)}
    for count in (0, -1):
        day = shift_days(published, count)
        if day and day.isoweekday() in told:
            basis = (
                f"story: opens on {_name(day)} and reports words that {_title(dated)} of {published.isoformat()} does"
            )
            yield Clue(False, day, basis, 1.0)
            return


def _runs(quoted: str) -> Iterator[tuple[str, ...]]:
    """Every so many words in a row."""
    words = tuple(WORD.findall(quoted.lower()))
    return (words[n : n + SHARED_RUN] for n in range(len(words) - SHARED_RUN + 1))


def _same_lead(undated: Known, dated: Known) -> Iterator[Clue]:
    """Both open with the same event on the same weekday."""
    shared = undated.lead & dated.lead
    alike = len(shared) >= SHARED_LEAD * min(len(undated.lead), len(dated.lead)) and len(shared) >= FEWEST
    if not alike or len(undated.names & dated.names) < 2:
        return
    told = {_weekday_of(t) for t in undated.weekdays if undated.leads(t) and not _is_ahead(t)}
    for time in dated.reading.times:
        day = _iso_day(time)
        weekday = (
            day is not None and time.basis != "written" and day.isoformat() <= (dated.reading.published or "")[:10]
        )
        if day and weekday and dated.leads(time) and day.isoweekday() in told:
            basis = f"story: opens with the event of {_name(day)} that {_title(dated)} dates {day.isoformat()}"
            yield Clue(False, day, basis, 1.25)


def _lead_words(text: str, body: Sequence[Span]) -> frozenset[str]:
    opening = min((b.start for b in body), default=0)
    words = " ".join(text[b.start : b.end] for b in sorted(body) if b.start - opening < OPENING)
    return thing(words[:OPENING])


def _alike(a: Meeting, b: Meeting) -> bool:
    return any(_words(x) & _words(y) for x, y in ((a.place, b.place), (a.forum, b.forum))) or (
        len(set(a.participants) & set(b.participants)) >= 2
    )


def _words(phrase: str | None) -> frozenset[str]:
    return thing(phrase or "") - GENERAL


def _is_ahead(time: TimeExpression) -> bool:
    return time.basis.endswith("ahead")


def _is_planned(undated: Known, meeting: Meeting) -> bool:
    """As the words of its weekday tell, where they stand in its evidence; else as its status tells."""
    span = meeting.evidence[0]
    own = [t for t in undated.weekdays if t.value == meeting.date and t.span.overlaps(span)]
    return any(map(_is_ahead, own)) if own else meeting.status is MeetingStatus.PLANNED


def _weekday_of(time: TimeExpression) -> int | None:
    match = WEEKDAY.match(time.value or "")
    return int(match[1]) if match else None


def _iso_day(time: TimeExpression) -> date | None:
    value = time.value or ""
    return day_of(value[:10]) if re.match(r"\d{4}-\d\d-\d\d", value) else None


def _name(day: date) -> str:
    return WEEKDAYS[day.isoweekday() - 1].capitalize()


def _title(known: Known) -> str:
    return known.reading.outlet or known.reading.article
