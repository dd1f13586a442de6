"""When a stance was taken, and in which round of talks."""

import datetime as calendar
from collections.abc import Sequence

from parley.record import BlockKind, Meeting, MeetingStatus, Reading, Stance, TimeKind

DAY = len("2024-03-05")
RECENT = 14  # days before an article's last meeting; an older one is background ("the 2015 accord")


def _of_one_round(date: str | None, last: str | None) -> bool:
    """Whether a meeting is near the last one that the article tells of; undated ones are."""
    if date is None or last is None:
        return True
    if len(date) < DAY:
        return last.startswith(date)
    return (calendar.date.fromisoformat(last[:DAY]) - calendar.date.fromisoformat(date[:DAY])).days <= RECENT


class Calendar:
    """The days and meetings that one article tells of."""

    def __init__(self, reading: Reading, meetings: Sequence[Meeting]) -> None:
        self.published = reading.published[:DAY] if reading.published else None
        self.days = [(t.span, t.value) for t in reading.times if t.kind is TimeKind.DATE and t.value]
        captions = [b.span for b in reading.blocks if b.kind is BlockKind.CAPTION]
        told = [
            (e, m)
            for m in meetings
            if self._held(m)
            for e in m.evidence
            if e.article == reading.article and not any(e.overlaps(c) for c in captions)
        ]
        last = max((m.date for _, m in told if m.date and len(m.date) >= DAY), default=None)
        self.meetings = sorted(
            ((e, m) for e, m in told if _of_one_round(m.date, last)), key=lambda told: (told[0], told[1].id)
        )

    def of(self, stance: Stance) -> tuple[str | None, str | None]:
        """The day of the stance, as its sentence, its article or its meeting tells; and the meeting that it belongs to."""
        meeting = self._meeting(stance)
        named = [v for span, v in self.days if span.overlaps(stance.span) and v[:1].isdigit()]
        since = (meeting.date or "")[:DAY] if meeting else ""
        # "now offers 6 percent, up from 4 percent on Tuesday": a day before the round is not the stance's
        day = next((v[:DAY] for v in named if self._believable(v) and v[:DAY] >= since), self.published)
        return day or (meeting.date if meeting and meeting.date else None), meeting.id if meeting else None

    def _meeting(self, stance: Stance) -> Meeting | None:
        """The meeting told of in the sentence, else the last one told of before it, else the first after it."""
        here = [m for span, m in self.meetings if span.overlaps(stance.span)]
        before = [m for span, m in self.meetings if span.start < stance.span.start]
        return next(iter(here), None) or (before[-1] if before else next((m for _, m in self.meetings), None))

    def _held(self, meeting: Meeting) -> bool:
        past = meeting.date is None or self.published is None or meeting.date <= self.published
        return past and meeting.status is MeetingStatus.HELD

    def _believable(self, value: str) -> bool:
        """A day before publication; a year or a month alone, or a day to come, is not when the stance was taken."""
        return len(value) >= DAY and (self.published is None or value[:DAY] <= self.published)
