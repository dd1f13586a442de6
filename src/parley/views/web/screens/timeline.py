"""What happened when: the day of an event apart from the day that it was published, no more exact than it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from parley.record import Meeting
from parley.views import contract
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, by_words, narrow
from parley.views.web.pictures.axis import axis
from parley.views.web.screen import Asked, Shown, paged


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of a year, or those without a date (`name` None)."""

    name: str | None
    meetings: tuple[Meeting, ...]


def timeline(asked: Asked) -> Shown:
    index = asked.index
    every = index.once("timeline", lambda: sorted(index.record.meetings, key=_when))
    found, facets = narrow(asked, every, _traits(index))
    page = paged(asked, found, 40)
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


def _traits(index: Index) -> list[Trait[Meeting]]:
    return [
        Trait("status", "Status", lambda m: (m.status,)),
        Trait("who", "Who takes part", lambda m: m.participants, index.actor),
        Trait("place", "Place", lambda m: (m.place,) if m.place else ()),
        *by_words(index, lambda m: m.evidence, "outlet"),
    ]
