"""Meetings that one article tells of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from parley.reading.cast import Cast
from parley.reading.convening.clause import BOUNDARY, Sentence
from parley.reading.convening.forums import COUNCIL, ROUND, forum
from parley.reading.convening.gatherings import Gathering, gatherings, status
from parley.reading.convening.places import NAME, host, places
from parley.reading.convening.settings import EARLY, Story, Told, began, lasted, town_of
from parley.reading.prose import Prose
from parley.record import Actor, ActorKind, Meeting, MeetingStatus, Span, TimeExpression

__all__ = ["find_meetings"]

APART = re.compile(r"\b(?:ahead of|before|after|following|since|until)\b", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:on|about|over|against|towards?|near|in|at|into|from|of|around|regarding)\s(?:the\s)?$", re.IGNORECASE
)
ANOTHER = re.compile(  # another verb, that tells of something else: "the hearing is just a notch in"
    r"\band (?:has|have|had|is|was|were|will|would|then|said)\b|\b(?:is|are)\b(?! (?:planned|scheduled|due|set|expected|to|being|held|on))"
)
SPEAKER = re.compile(r"\s(?:said|says|told|added|announced)\b")  # "..., mediator Miriam Oakes said"
PRONOUN = re.compile(r"\s*(?:he|she|they|it)\b", re.IGNORECASE)
LONGEST = 3_000  # characters of a sentence that is read; longer ones are lists or no prose
NEAR = 40  # characters between the words and the place of a meeting without a day
FAR = 110  # characters between a meeting's words and its date or place
INVITED_TO = re.compile(rf"\s(?P<place>{NAME})")  # "has invited both sides back to Linden on Sunday"
# "the two sides met on Monday"
SIDES = re.compile(
    r"\b(?:both|two|the|warring|opposing|rival)\s(?:sides|parties|teams|delegations|negotiators)\b|\bnegotiators\b|\bdelegat(?:es|ions)\b",
    re.IGNORECASE,
)
OPENED = re.compile(
    r"\bas\s(?:[\w’'-]+\s){1,8}?(?:opened|began|started|resumed|held|concluded|ended)\s(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
DAY_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|opening|final|last)\sday\sof\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE
)
SINCE = re.compile(r"\b(?:the\sfirst|first|last)\b(?:[^.,;]{0,60})\s(?:since|in)\s$", re.IGNORECASE)


def find_meetings(prose: Prose, cast: Cast, times: Sequence[TimeExpression]) -> tuple[Meeting, ...]:
    """In text order, one for each sentence that tells of one; participants by their names in the cast."""
    starts = [t.span.start for t in times]
    found: list[Meeting] = []
    before: Told | None = None
    story = Story(prose.article.text, prose.article.published, town_of(prose))
    for each in prose.sentences():
        start, end = each.start_char, each.end_char
        if end - start > LONGEST:
            continue
        inside = tuple(times[bisect_left(starts, start) : bisect_left(starts, end)])
        caption = prose.in_caption(prose.span(start, end))
        sentence = Sentence(prose.article.id, prose.text[start:end], start, inside, cast, caption)
        found += _meetings(sentence, story, before)
        before = _day_told(sentence, prose.article.published) or before
    return tuple(found)


def _day_told(sentence: Sentence, published: str | None) -> Told | None:
    """The day of what a sentence tells: its one day that is not ahead."""
    days = [d for t in sentence.days() if len(d := _iso_day(t)) >= 10 or d.startswith("XXXX-W")]
    past = [d for d in days if published is None or d <= published or d[:4] == "XXXX"]
    return Told(past[0], len(days) == 1, EARLY.search(sentence.text) is not None) if len(past) == 1 else None


def _iso_day(time: TimeExpression) -> str:
    """The day of a clock time, else the value."""
    return (time.value or "").split("T")[0]


def _meetings(sentence: Sentence, story: Story, before: Told | None) -> Iterator[Meeting]:
    told = list(gatherings(sentence))
    where = list(places(sentence))
    first = sentence.start
    for n, gathering in enumerate(told):
        last = told[n + 1].start if n + 1 < len(told) else sentence.end
        for meeting in _meeting(sentence, gathering, (first, last), where, story, before):
            yield meeting
            first = max(first, meeting.evidence[0].end)


def _meeting(
    sentence: Sentence,
    gathering: Gathering,
    room: tuple[int, int],
    where: Sequence[tuple[int, int]],
    story: Story,
    before: Told | None,
) -> Iterator[Meeting]:
    body = forum(sentence, gathering)
    time = _when(sentence, gathering, room)
    place = _where(sentence, gathering, room, [p for p in where if not _touches(p, body)])
    hours = lasted(sentence, gathering.start)
    date = _iso_day(time) if time else None
    told = status(sentence, gathering, date, story.published)
    people = _who(sentence, gathering, room, [x for x in (body, place) if x])
    named = body is not None and COUNCIL.search(sentence.words(*body)) is not None
    if date is None and told is MeetingStatus.HELD and before:
        date = _inherited(sentence, gathering, before, _is_certain(named, body, sentence), hours is not None)
    if date is None and told is MeetingStatus.HELD:
        date = _same_day(sentence, gathering, story.published)
    if date and hours:
        date = began(
            date, hours.count, EARLY.search(sentence.text) is not None if time else bool(before and before.early)
        )
    called_off = told is MeetingStatus.CANCELLED and date is not None
    if told is not None and (called_off or _is_told(sentence, gathering, date, place, body, people, named)):
        marks = [
            (gathering.start if gathering.verb is None else min(gathering.verb, gathering.start), gathering.end),
            *(x for x in (body, place) if x),
        ]
        marks += [(time.span.start, time.span.end)] if time else []
        marks += [(gathering.start - hours.words, gathering.end)] if hours else []
        span = Span(sentence.article, min(m[0] for m in marks), max(m[1] for m in marks))
        place_words, forum_words = (sentence.words(*x) if x else None for x in (place, body))
        names = tuple(dict.fromkeys(a.name for a in people))
        settled = place is None and told is MeetingStatus.HELD and (gathering.going or hours is not None)
        town = story.town if settled and story.places(date) else None
        evidence = (span, Span(sentence.article, *town)) if town else (span,)
        yield Meeting(date, place_words or story.words(town), forum_words, names, told, evidence)
    yield from _previous(sentence, gathering, body)


def _inherited(sentence: Sentence, gathering: Gathering, before: Told, certain: bool, long: bool) -> str | None:
    """The day of the sentence before, for a body's session or "four hours of talks"; "the meeting" may be any."""
    if long:
        return before.day
    return before.day if certain and before.alone and not _anaphor(sentence, gathering) else None


def _same_day(sentence: Sentence, gathering: Gathering, published: str | None) -> str | None:
    """ "said on Monday as the two sides opened talks in Linden", "on the second day of talks": the sentence's one day."""
    days = [_iso_day(t) for t in sentence.days()]
    before = sentence.words(sentence.start, gathering.start)
    if len(days) != 1 or not (OPENED.search(before) or DAY_OF.search(before)):
        return None
    return days[0] if days[0][:4] == "XXXX" or published is None or days[0] <= published else None


def _is_told(
    sentence: Sentence,
    gathering: Gathering,
    date: str | None,
    place: tuple[int, int] | None,
    body: tuple[int, int] | None,
    people: Sequence[Actor],
    named: bool,
) -> bool:
    """ "talks" in passing are no meeting: a day and a place, forum or two sides make one, or a named body and who was there."""
    if gathering.kind == "brief":
        return named and bool(people)
    if gathering.kind in ("invite", "sign"):
        return date is not None and place is not None
    if gathering.kind == "receive":
        return date is not None and sum(a.kind is ActorKind.PERSON for a in people) >= 2
    if gathering.kind == "speak":
        return date is not None and len(people) >= 2
    if date is not None:
        if gathering.going or lasted(sentence, gathering.start) or SIDES.search(_own_clause(sentence, gathering)):
            return True
        return bool(place or body or len(people) >= (1 if gathering.kind == "meet" else 2))
    between = sentence.words(gathering.end, place[0]) if place else ""
    near = place is not None and 0 <= place[0] - gathering.end <= NEAR and "," not in between
    return (near and bool(body or people)) or (named and bool(people))


def _own_clause(sentence: Sentence, gathering: Gathering) -> str:
    return sentence.words(sentence.clause(gathering.start, gathering.end)[0], gathering.start)


def _is_certain(named: bool, body: tuple[int, int] | None, sentence: Sentence) -> bool:
    """A body's session or a numbered round takes the day of the sentence before, mere talks do not."""
    return named or (body is not None and ROUND.match(sentence.words(*body)) is not None)


def _touches(place: tuple[int, int], body: tuple[int, int] | None) -> bool:
    return body is not None and place[0] < body[1] and body[0] < place[1]


def _reaches(sentence: Sentence, gathering: Gathering, start: int, end: int) -> bool:
    """Whether nothing opens another clause between the meeting's words and a date or place."""
    ahead = end <= gathering.start
    a, b = (end, gathering.start) if ahead else (gathering.end, start)
    between = sentence.words(a, b)
    if b - a > FAR or BOUNDARY.search(between) or ANOTHER.search(between):
        return False
    opening = len(sentence.words(sentence.start, start).split()) <= 1  # "In Linden on Monday, ..."
    joined = not gathering.noun and between.strip() in ("and", ", and")  # "flew in on Tuesday and met"
    return not ahead or opening or joined or not re.search(r",|\band\b", between)


def _when(sentence: Sentence, gathering: Gathering, room: tuple[int, int]) -> TimeExpression | None:
    """The date of a meeting: before its noun ("Monday's talks"), after it, or at the head of the clause."""
    days = sentence.days()
    for day in days:
        if re.fullmatch(r"[’']s\s(?:[\w-]+\s){0,3}", sentence.words(day.span.end, gathering.start)):
            return day
    after = [t for t in days if gathering.end <= t.span.start < room[1]]
    ahead = [t for t in days if room[0] <= t.span.start and t.span.end <= gathering.start]
    ahead = [t for t in ahead if not APART.search(sentence.words(t.span.end, gathering.start))]
    for day in (*after, *reversed(ahead)):
        if _reaches(sentence, gathering, day.span.start, day.span.end) and not _is_since(sentence, day):
            return day
    return None


def _is_since(sentence: Sentence, day: TimeExpression) -> bool:
    """ "without a contract since January", "the first since 2019": not when they meet."""
    return re.search(r"\b(?:since|until)\s$", sentence.words(sentence.start, day.span.start)) is not None


def _where(
    sentence: Sentence, gathering: Gathering, room: tuple[int, int], where: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    if gathering.kind == "invite":
        named = INVITED_TO.match(sentence.words(gathering.end, sentence.end))
        return (gathering.end + named.start("place"), gathering.end + named.end("place")) if named else None
    city = host(sentence)
    if city and room[0] <= city[0] < gathering.start and _reaches(sentence, gathering, *city):
        return city
    after = [p for p in where if gathering.end <= p[0] < room[1]]
    ahead = [p for p in where if room[0] <= p[0] and p[1] <= gathering.start]
    for place in (*after, *reversed(ahead)):
        if _reaches(sentence, gathering, *place):
            return place
    return None


def _who(
    sentence: Sentence, gathering: Gathering, room: tuple[int, int], taken: Sequence[tuple[int, int]]
) -> list[Actor]:
    """The actors of the clause, without the forum and the place."""
    first, last = sentence.clause(gathering.start, gathering.end)
    start, end = max(first, room[0] if gathering.noun else first), min(last, room[1])
    found = [
        actor
        for span, actor in sentence.mentions(start, end)
        if not any(span.start < e and s < span.end for s, e in taken) and not _is_topic(sentence, span, actor)
    ]
    if PRONOUN.match(sentence.words(first, gathering.start)) and first > sentence.start:
        found = [a for _, a in sentence.mentions(sentence.start, first) if a.kind is ActorKind.PERSON][-1:] + found
    return found


def _is_topic(sentence: Sentence, span: Span, actor: Actor) -> bool:
    """ "talks on Callow", "tensions in Linden": who or what they talk about, not who talks."""
    ahead = ABOUT.search(sentence.words(sentence.start, span.start))
    if (
        SPEAKER.match(sentence.words(span.end, sentence.end))
        and ", " in sentence.words(sentence.start, span.start)[-14:]
    ):
        return True
    dated = any(t.span.overlaps(span) for t in sentence.times)
    return dated or actor.kind is ActorKind.UNKNOWN or (ahead is not None and actor.kind is not ActorKind.PERSON)


def _anaphor(sentence: Sentence, gathering: Gathering) -> bool:
    """ "the meeting", "this round": told before, or not at all."""
    return re.search(r"\b(?:the|this|that)\s$", sentence.words(sentence.start, gathering.start)) is not None


def _previous(sentence: Sentence, gathering: Gathering, body: tuple[int, int] | None) -> Iterator[Meeting]:
    """ "The meeting of the Harbour Council, the first since July 2019": there was one in July 2019."""
    for day in sentence.days():
        match = SINCE.search(sentence.words(gathering.end, day.span.start))
        if body and match and day.span.start > gathering.end:
            span = Span(sentence.article, gathering.end + match.start(), day.span.end)
            yield Meeting(_iso_day(day), None, sentence.words(*body), (), MeetingStatus.HELD, (span,))
