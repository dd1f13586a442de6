"""What happened when: the day of an event apart from the day that it was published, no more exact than it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from parley.record import Meeting
from parley.views import contract
from parley.views.web.pictures.axis import axis
from parley.views.web.screen import Asked, Shown, facet, paged


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of a year, or those without a date (`name` None)."""

    name: str | None
    meetings: tuple[Meeting, ...]


def timeline(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("timeline", lambda: sorted(index.record.meetings, key=_when))
    found = [m for m in every if _wanted(asked, m)]
    page = paged(asked, found, 40)
    facets = (
        facet(asked, "status", "Status", lambda: (m.status for m in every)),
        facet(asked, "who", "Who takes part", lambda: (p for m in every for p in m.participants), index.actor),
        facet(asked, "place", "Place", lambda: (m.place for m in every if m.place)),
    )
    return Shown(
        "timeline.html",
        "Timeline",
        lambda: {
            "meetings": [contract.meeting_json(m, index.texts) for m in found],
            "measures": [contract.measure_json(m, index.texts) for m in index.record.measures],
        },
        {
            "page": page,
            "years": _years(page.items),
            "axis": axis(index, page.items),
            "measures": index.record.measures[:40],
            "facets": facets,
        },
    )


def _when(meeting: Meeting) -> tuple[str, str]:
    """Months before their days, the undated last."""
    return meeting.date or "9999", meeting.id


def _years(meetings: Iterable[Meeting]) -> list[Year]:
    grouped = groupby(meetings, key=lambda m: m.date[:4] if m.date else None)
    return [Year(name, tuple(held)) for name, held in grouped]


def _wanted(asked: Asked, meeting: Meeting) -> bool:
    query = asked.query
    return (
        query.get("status") in (None, meeting.status)
        and query.get("place") in (None, meeting.place)
        and ("who" not in query or query["who"] in meeting.participants)
    )
