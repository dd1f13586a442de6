"""One row for one meeting, whoever tells of it."""

from dataclasses import replace

from parley.combine.actors import Roster
from parley.combine.meetings import unite_meetings
from parley.record import Actor, ActorKind, Article, Meeting, MeetingStatus, Reading
from tests.factories import article, meeting, reading

A = article("They met on Tuesday in Linden. Talks opened. The Harbour Council sat.", "a", published="2024-03-06")
B = article("The second round was held. The talks in Linden were long.", "b", published="2024-03-06")
VANCE = Actor("v", "Nora Vance", ActorKind.PERSON)
SORLEY = Actor("s", "Edwin Sorley", ActorKind.PERSON)
ROSTER = Roster((VANCE, SORLEY), {("a", "Vance"): "v", ("b", "Nora Vance"): "v", ("a", "Sorley"): "s"})


def unite(a: list[Meeting], b: list[Meeting] | None = None) -> tuple[Meeting, ...]:
    readings = [of(A, a), of(B, b or [])]
    return unite_meetings((A, B), readings, ROSTER)


def of(told: Article, meetings: list[Meeting]) -> Reading:
    return reading(told, meetings=tuple(meetings))


def test_one_day_and_place_is_one_meeting() -> None:
    own = replace(meeting(A, "met on Tuesday", "2024-03-05", "Linden"), participants=("Vance",))
    other = replace(
        meeting(B, "second round", "2024-03-05", "Harrow Hall in Linden", "second round"), participants=("Nora Vance",)
    )
    (found,) = unite([own], [other])
    assert (found.date, found.place, found.forum) == ("2024-03-05", "Harrow Hall in Linden", "second round")
    assert found.participants == ("Nora Vance",)
    assert [s.article for s in found.evidence] == ["a", "b"]


def test_two_bodies_in_one_town_are_two_meetings() -> None:
    council = meeting(A, "Harbour Council sat", "2024-03-05", "Linden", "Harbour Council")
    court = meeting(B, "second round", "2024-03-05", "Linden", "Labour Court")
    assert len(unite([council], [court])) == 2


def test_other_days_are_other_meetings() -> None:
    assert len(unite([meeting(A, "met", "2024-03-05", "Linden")], [meeting(B, "talks", "2024-03-07", "Linden")])) == 2


def test_an_undated_telling_joins_the_only_meeting_it_can_be() -> None:
    dated = meeting(A, "met on Tuesday", "2024-03-05", "Linden")
    (found,) = unite([dated], [meeting(B, "talks in Linden", None, "Linden")])
    assert (found.date, len(found.evidence)) == ("2024-03-05", 2)


def test_a_weekday_joins_its_own_day_only() -> None:
    dated = meeting(A, "met on Tuesday", "2024-03-05", "Linden")
    assert len(unite([dated], [meeting(B, "talks in Linden", "XXXX-WXX-2", "Linden")])) == 1
    found = unite([dated], [meeting(B, "talks in Linden", "XXXX-WXX-4", "Linden")])
    assert [m.date for m in found] == ["2024-03-05", None]


def test_an_unknown_talk_without_forum_or_day_is_no_row() -> None:
    assert unite([], [meeting(B, "talks in Linden", None, "Linden")]) == ()


def test_what_was_planned_has_been_held() -> None:
    plan = replace(meeting(A, "met on Tuesday", "2024-03-05", "Linden"), status=MeetingStatus.PLANNED)
    (found,) = unite([plan], [meeting(B, "second round", "2024-03-05", "Linden")])
    assert found.status is MeetingStatus.HELD


def test_ids_are_stable_and_rows_stand_in_order_of_date() -> None:
    early, late = meeting(A, "met", "2024-03-05", "Linden"), meeting(A, "Talks opened", "2024-03-11", "Callow")
    first, second = unite([late, early])
    assert (first.date, second.date) == ("2024-03-05", "2024-03-11")
    assert (first.id, second.id) == tuple(m.id for m in unite([early], []) + unite([late], []))
    assert len({first.id, second.id, ""}) == 3
