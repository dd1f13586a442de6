"""Events above the line, publications below it: a day is a dot, a month or year a bar as long as it is."""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from parley.record import Meeting, MeetingStatus
from parley.views.web.index import Index
from parley.views.web.telling import DATE, MONTHS, day, gathering

WIDTH, HEIGHT, EDGE, LINE = 1000, 112, 14, 62
NEAR = timedelta(days=30)  # how far from the published days an event may lie at least and still be drawn
OPEN = Markup('<svg class="timeaxis" viewBox="0 0 {w} {h}" role="group" aria-label="{label}">')
TEXT = Markup('<text class="soft" x="{}" y="{}" text-anchor="{}">{}</text>')
AXIS = Markup('<path class="axis" d="M{} {}{}"/>')
Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that the axis shows."""

    first: date
    last: date

    def x(self, on: date) -> float:
        part = (min(max(on, self.first), self.last) - self.first).days / (self.last - self.first).days
        return round(EDGE + part * (WIDTH - 2 * EDGE), 1)


def axis(index: Index, meetings: Sequence[Meeting]) -> Markup | None:
    """None where fewer than two days are known. Events far from what was published are only counted at the edges."""
    events = [(m, p) for m in meetings if (p := period(m.date))]
    published = Counter(p[0] for a in _sources(meetings) if (p := period(index.published(a))) and p[0] == p[1])
    scale = _scale([p for _, p in events], list(published))
    if scale is None:
        return None
    inside = [(m, p) for m, p in events if p[1] >= scale.first and p[0] <= scale.last]
    earlier = sum(p[1] < scale.first for _, p in events)
    label = (
        f"{len(events)} events from {day(scale.first.isoformat())} to {day(scale.last.isoformat())}, as listed below"
    )
    parts = [OPEN.format(w=WIDTH, h=HEIGHT, label=label), AXIS.format(0, LINE, f"H{WIDTH}")]
    parts += [_tick(d, scale) for d in _ticks(scale)]
    parts += _events(inside, scale)
    parts += [_published(d, n, scale) for d, n in sorted(published.items())]
    if earlier:
        parts.append(TEXT.format(0, 14, "start", f"← {earlier} earlier"))
    if len(events) - len(inside) - earlier:
        parts.append(TEXT.format(WIDTH, 14, "end", f"{len(events) - len(inside) - earlier} later →"))
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


def _scale(events: Sequence[Period], published: Sequence[date]) -> Scale | None:
    days = [d for p in events for d in p]
    if published:
        reach = max(NEAR, max(published) - min(published))
        days = [d for d in days if min(published) - reach <= d <= max(published) + reach] + list(published)
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    return Scale(first - timedelta(1), last + timedelta(1))


def _events(events: Sequence[tuple[Meeting, Period]], scale: Scale) -> list[Markup]:
    """Events of one day stand on each other."""
    heights: Counter[float] = Counter()
    drawn = []
    for n, (meeting, (start, end)) in enumerate(events):
        x, x1 = scale.x(start), scale.x(end)
        if start == end:
            shape = _dot(meeting, x, LINE - 13 - 13 * min(heights[x], 3))
            heights[x] += 1
        else:
            shape = Markup('<path class="range" d="M{} {}H{}"/>').format(x, LINE - 22 - 8 * (n % 2), x1)
        told = f"{gathering(meeting)}, {day(meeting.date)}, {meeting.status}"
        drawn.append(Markup('<a href="#m{}" aria-label="{}">{}</a>').format(meeting.id, told, shape))
    return drawn


def _dot(meeting: Meeting, x: float, y: float) -> Markup:
    kind = "dot" if meeting.status is MeetingStatus.HELD else "ring"
    return Markup('<circle class="{}" cx="{}" cy="{}" r="5.5"/>').format(kind, x, y)


def _published(on: date, articles: int, scale: Scale) -> Markup:
    told = f"{articles} published {day(on.isoformat())}"
    height = min(24, 6 + 3 * articles)
    return Markup('<g><title>{}</title><path class="pub" d="M{} {}v{}"/></g>').format(
        told, scale.x(on), LINE + 6, height
    )


def _ticks(scale: Scale) -> list[date]:
    """About eight round days: days of a short span, firsts of months, of quarters or of years."""
    span = (scale.last - scale.first).days
    if span <= 60:
        return [scale.first + timedelta(n) for n in range(1, span, max(1, span // 8))]
    months = [date(y, m, 1) for y in range(scale.first.year, scale.last.year + 1) for m in range(1, 13)]
    inside = [d for d in months if scale.first <= d <= scale.last]
    step = next((s for s in (1, 3, 6, 12) if len(inside) / s <= 12), 12)
    kept = [d for d in inside if (d.month - 1) % step == 0]
    return kept[:: max(1, len(kept) // 12)]


def _tick(on: date, scale: Scale) -> Markup:
    short = (scale.last - scale.first).days <= 60
    name = f"{on.day} {MONTHS[on.month - 1][:3]}" if short else f"{MONTHS[on.month - 1][:3]} {on.year}"
    x = scale.x(on)
    side = "start" if x < 60 else "end" if x > WIDTH - 60 else "middle"
    return AXIS.format(x, LINE - 4, "v8") + TEXT.format(x, HEIGHT - 6, side, name)
