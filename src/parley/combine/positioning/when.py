"""When a stance was taken, and in which round of talks."""

from collections.abc import Sequence

from parley.record import Meeting, MeetingStatus, Reading, Stance, TimeKind

DAY = len("2024-03-05")


class Calendar:
    """The days and meetings that one article tells of."""

    def __init__(self, reading: Reading, meetings: Sequence[Meeting]) -> None:
        self.published = reading.published[:DAY] if reading.published else None
        self.days = [(t.span, t.value) for t in reading.times if t.kind is TimeKind.DATE and t.value]
        self.meetings = sorted(
            (
                (m.date, m.id)
                for m in meetings
                if m.date
                and m.status is MeetingStatus.HELD
                and (self.published is None or m.date <= self.published)
                and any(e.article == reading.article for e in m.evidence)
            ),
            reverse=True,
        )

    def of(self, stance: Stance) -> tuple[str | None, str | None]:
        """The day of the stance (as its sentence or its article tells), and the meeting of that day or the last before."""
        named = [v for span, v in self.days if span.overlaps(stance.span) and v[:1].isdigit()]
        when = next((v[:DAY] for v in named if self._believable(v)), self.published)
        meeting = next((key for date, key in self.meetings if when is None or date[:DAY] <= when), None)
        return when, meeting

    def _believable(self, value: str) -> bool:
        """A day before publication; a year or a month alone, or a day to come, is not when the stance was taken."""
        return len(value) >= DAY and (self.published is None or value[:DAY] <= self.published)
