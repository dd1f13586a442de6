"""One meeting told by several outlets is one meeting with several pieces of evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.combine.actors import Roster
from parley.record import Article, Meeting, MeetingStatus, Reading, short_id
from parley.text.calendar import day_of
from parley.text.things import thing

__all__ = ["unite_meetings"]

GENERAL = thing("meeting talks round session council summit negotiations headquarters the day conference call")
ROUND = thing("round session summit council")
UNDATED = "9999"  # undated meetings stand last


def unite_meetings(articles: Sequence[Article], readings: Sequence[Reading], roster: Roster) -> tuple[Meeting, ...]:
    """In order of date; `participants` become names of the roster's actors."""
    told = [_named(m, r.article, roster) for r in readings for m in r.meetings]
    by_day: dict[str, list[Meeting]] = {}
    for meeting in sorted((m for m in told if _is_day(m)), key=_certainty):
        _add(by_day.setdefault((meeting.date or "")[:10], []), meeting)
    united = [m for day in sorted(by_day) for m in _settled(by_day[day])]
    published = {r.article: r.published for r in readings}
    for meeting in sorted((m for m in told if not _is_day(m)), key=_certainty):
        home = _home(united, meeting, published)
        if home is not None:
            united[home] = _joined(united[home], meeting)
        elif meeting.date or _is_proper(meeting.forum or ""):  # "the talks in Linden" alone tell of no meeting
            united.append(meeting)
    plain = (m if _is_dated(m) else replace(m, date=None) for m in united)
    return _with_ids(sorted(plain, key=lambda m: (m.date or UNDATED, m.evidence[0])))


def _home(united: Sequence[Meeting], meeting: Meeting, published: Mapping[str, str | None]) -> int | None:
    """The meeting that an undated one is: of those it may be, one that its article tells of, nearest to its publication."""
    article = meeting.evidence[0].article
    day = day_of(published.get(article))

    def nearness(n: int) -> tuple[bool, int]:
        other = day_of(united[n].date)
        told = any(s.article == article for s in united[n].evidence)
        return not told, abs((other - day).days) if other and day else 0

    homes = sorted((n for n, known in enumerate(united) if _may_be(known, meeting)), key=nearness)
    if len(homes) > 1 and nearness(homes[0]) == nearness(homes[1]):
        return None
    return homes[0] if homes else None


def _is_dated(meeting: Meeting) -> bool:
    return meeting.date is not None and not meeting.date.startswith("XXXX")


def _is_day(meeting: Meeting) -> bool:
    return _is_dated(meeting) and len(meeting.date or "") >= 10


def _add(day: list[Meeting], meeting: Meeting) -> None:
    home = next((n for n, known in enumerate(day) if _compatible(known, meeting)), None)
    if home is None:
        day.append(meeting)
    else:
        day[home] = _joined(day[home], meeting)


def _settled(day: list[Meeting]) -> list[Meeting]:
    """A day's meetings, joined again where one has learnt its forum or place; then what names no place joins what alone fits."""
    for _ in range(3):
        again: list[Meeting] = []
        for meeting in day:
            _add(again, meeting)
        if len(again) == len(day):
            break
        day = again
    kept: list[Meeting] = [m for m in day if m.place]
    for meeting in (m for m in day if not m.place):
        homes = [n for n, known in enumerate(kept) if _fits(known, meeting)]
        if len(homes) == 1:
            kept[homes[0]] = _joined(kept[homes[0]], meeting)
        else:
            kept.append(meeting)
    return kept


def _fits(known: Meeting, meeting: Meeting) -> bool:
    """On one day nothing speaks against it: "pay talks opened on Tuesday", "the first round, at the Customs House"."""
    apart = known.participants and meeting.participants and not set(known.participants) & set(meeting.participants)
    return not apart and _forums_fit(known, meeting) and not (_is_proper(meeting.forum or "") and not known.forum)


def _with_ids(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Ids of date and forum or place; where two meetings have the same, of their first evidence too."""
    found: dict[str, Meeting] = {}
    for meeting in meetings:
        key = short_id("meeting", meeting.date or "", meeting.forum or "", meeting.place or "")
        if key in found:
            first = meeting.evidence[0]
            key = short_id("meeting", key, first.article, str(first.start))
        found[key] = replace(meeting, id=key)
    return tuple(found.values())


def _named(meeting: Meeting, article: str, roster: Roster) -> Meeting:
    actors = [roster.actor(roster.id_of(article, name)) for name in meeting.participants]
    return replace(meeting, participants=tuple(dict.fromkeys(a.name for a in actors if a)))


def _certainty(meeting: Meeting) -> tuple[int, int, str, str, int]:
    """Precise dates first, so that the vague join them; then text order."""
    first = meeting.evidence[0]
    return -len(meeting.date or ""), -bool(meeting.place), meeting.date or "", first.article, first.start


def _may_be(known: Meeting, meeting: Meeting) -> bool:
    """Of a month, a weekday or no date: the forum or the place must agree, and the weekday."""
    if not _dates_fit(known.date, meeting.date):
        return False
    if _agree(known.forum, meeting.forum) and _places_fit(known, meeting):
        return True
    return _agree(known.place, meeting.place) and _forums_fit(known, meeting)


def _dates_fit(known: str | None, other: str | None) -> bool:
    if not known or not other:
        return True
    if other.startswith("XXXX-WXX-"):
        day = day_of(known)
        return known == other or (len(known) >= 10 and day is not None and day.isoweekday() == int(other[-1]))
    return not known.startswith("XXXX") and (known.startswith(other) or other.startswith(known))


def _compatible(a: Meeting, b: Meeting) -> bool:
    """On one day: the same forum, place or two participants, and nothing that contradicts it."""
    shared = len(set(a.participants) & set(b.participants))
    if _agree(a.place, b.place):
        return _forums_fit(a, b) or shared > 0
    if not _places_fit(a, b):
        return False
    return _agree(a.forum, b.forum) or (shared >= 2 and _forums_fit(a, b))


def _words(phrase: str | None) -> frozenset[str]:
    return thing(phrase or "") - GENERAL


def _agree(a: str | None, b: str | None) -> bool:
    """Both say it, and in words that meet: "Harrow Hall in Linden" and "Linden"."""
    if not a or not b:
        return False
    own, other = _words(a), _words(b)
    return bool(own & other) if own and other else thing(a) == thing(b)


def _places_fit(a: Meeting, b: Meeting) -> bool:
    return not a.place or not b.place or _agree(a.place, b.place)


def _forums_fit(a: Meeting, b: Meeting) -> bool:
    """A forum told in general words ("security talks") contradicts none."""
    if not a.forum or not b.forum or _agree(a.forum, b.forum):
        return True
    return not (_is_proper(a.forum) and _is_proper(b.forum))


def _is_proper(forum: str) -> bool:
    return any(w[:1].isupper() for w in forum.split())


def _joined(known: Meeting, meeting: Meeting) -> Meeting:
    """The first that was told gives date and place; the longer name of place and forum, and all who were there, are kept."""
    participants = tuple(dict.fromkeys((*known.participants, *meeting.participants)))
    return replace(
        known,
        place=_fuller(known.place, meeting.place),
        forum=_better(known.forum, meeting.forum),
        participants=participants,
        status=_later(known.status, meeting.status),
        evidence=tuple(sorted({*known.evidence, *meeting.evidence})),
    )


def _fuller(a: str | None, b: str | None) -> str | None:
    if a and b:
        return max(a, b, key=lambda x: (_is_proper(x), not x.isupper(), len(x)))  # a dateline's "LINDEN" last
    return a or b


def _better(a: str | None, b: str | None) -> str | None:
    """A body before a round, a round before "the first day of talks" or "pay talks"; of equals the longer."""
    named = [f for f in (a, b) if f]
    return max(named, key=lambda f: (_is_proper(f), bool(ROUND & thing(f)), len(f)), default=None)


def _later(a: MeetingStatus, b: MeetingStatus) -> MeetingStatus:
    """What was planned has been held or cancelled where any article tells so."""
    order = (MeetingStatus.PLANNED, MeetingStatus.HELD, MeetingStatus.CANCELLED)
    return max(a, b, key=order.index)
