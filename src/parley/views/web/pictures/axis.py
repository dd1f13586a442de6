"""Events above the line, publications below it: a day is a dot, a month or year a bar as long as it is."""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from parley.record import Meeting, MeetingStatus
from parley.views.web.index import Index
from parley.views.web.telling import DATE, MONTHS, day, gathering

WIDTH, HEIGHT, EDGE, LINE = 1000, 108, 14, 58
OPEN = Markup('<svg class="timeaxis" viewBox="0 0 {w} {h}" role="img" aria-label="{label}">')
TEXT = Markup('<text class="soft" x="{}" y="{}"{}>{}</text>')
Period = tuple[date, date]


def axis(index: Index, meetings: Sequence[Meeting]) -> Markup | None:
    """None where fewer than two days are known."""
    events = [(m, p) for m in meetings if (p := period(m.date))]
    published = Counter(p[0] for a in _sources(meetings) if (p := period(index.published(a))) and p[0] == p[1])
    days = [d for _, p in events for d in p] + list(published)
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    label = f"{len(events)} events from {day(first.isoformat())} to {day(last.isoformat())}, as in the list below"
    parts = [
        OPEN.format(w=WIDTH, h=HEIGHT, label=label),
        Markup('<path class="axis" d="M0 {}H{}"/>').format(LINE, WIDTH),
    ]
    parts += [_tick(d, first, last) for d in _ticks(first, last)]
    parts += [_event(m, p, n, first, last) for n, (m, p) in enumerate(events)]
    parts += [_published(d, n, first, last) for d, n in sorted(published.items())]
    return Markup("").join([*parts, Markup("</svg>")])


def period(value: str | None) -> Period | None:
    """The first and last day that an ISO prefix may mean."""
    found = DATE.fullmatch(value or "")
    if not found:
        return None
    year, month, on = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        last = 12 if found[2] is None else month
        end = on if found[3] else monthrange(year, last)[1]
        return date(year, month, on), date(year, last, end)
    except ValueError:
        return None


def _sources(meetings: Sequence[Meeting]) -> set[str]:
    return {s.article for m in meetings for s in m.evidence}


def _x(on: date, first: date, last: date) -> float:
    return round(EDGE + (on - first).days / (last - first).days * (WIDTH - 2 * EDGE), 1)


def _event(meeting: Meeting, when: Period, turn: int, first: date, last: date) -> Markup:
    x, x1 = (_x(d, first, last) for d in when)
    kind = "ring" if meeting.status is not MeetingStatus.HELD else "dot"
    told = f"{gathering(meeting)}, {day(meeting.date)}, {meeting.status}"
    shape = (
        Markup('<circle class="{}" cx="{}" cy="{}" r="6"/>').format(kind, x, LINE - 14)
        if x == x1
        else Markup('<path class="range" d="M{} {}H{}"/>').format(x, LINE - 28 - 7 * (turn % 2), x1)
    )
    return Markup('<a href="#m{}"><title>{}</title>{}</a>').format(meeting.id, told, shape)


def _published(on: date, articles: int, first: date, last: date) -> Markup:
    x, height = _x(on, first, last), min(24, 6 + 3 * articles)
    told = f"{articles} published {day(on.isoformat())}"
    return Markup('<g><title>{}</title><path class="pub" d="M{} {}v{}"/></g>').format(told, x, LINE + 6, height)


def _ticks(first: date, last: date) -> list[date]:
    """About eight round days: days of a short span, firsts of months, of quarters or of years."""
    if (last - first).days <= 40:
        step = max(1, (last - first).days // 8)
        return [first + timedelta(n) for n in range(0, (last - first).days + 1, step)]
    months = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    inside = [d for d in months if first <= d <= last]
    step = next((s for s in (1, 3, 6, 12) if len(inside) / s <= 12), 12)
    kept = [d for d in inside if (d.month - 1) % step == 0]
    return kept[:: max(1, len(kept) // 12)]


def _tick(on: date, first: date, last: date) -> Markup:
    short = (last - first).days <= 40
    name = f"{on.day} {MONTHS[on.month - 1][:3]}" if short else f"{MONTHS[on.month - 1][:3]} {on.year}"
    x = _x(on, first, last)
    side = Markup(' text-anchor="{}"').format("start" if x < 60 else "end" if x > WIDTH - 60 else "middle")
    mark = Markup('<path class="axis" d="M{} {}v8"/>').format(x, LINE - 4)
    return mark + TEXT.format(x, HEIGHT - 6, side, name)
