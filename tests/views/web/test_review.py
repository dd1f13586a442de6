"""Every kind of doubt can be accepted, put right or rejected; names and issues united; and it can all be undone."""

from dataclasses import replace

import pytest

from parley.combine.decisions import apply, id_of
from parley.record import (
    Actor,
    ActorKind,
    Comparator,
    Copy,
    Decision,
    DecisionKind,
    Direction,
    Figure,
    Meeting,
    MeetingStatus,
    Record,
    Target,
)
from parley.store import open_store
from parley.views.web.deciding import decisions, named
from parley.views.web.doubts import Doubt, doubts
from parley.views.web.index import Index
from parley.views.web.screen import MissingError
from tests.factories import article, quote, reading
from tests.views.web.conftest import Client
from tests.views.web.test_guard import token
from tests.views.web.world import (
    ABOUT_250,
    COMPANY,
    COPIED,
    NIGHTS,
    OPENING,
    OVER_300,
    RAISE,
    UNDATED,
    UNION,
    VANCE,
    record,
)

UNKNOWN = replace(COPIED, direction=Direction.UNKNOWN)
PLANNED = replace(OPENING, status=MeetingStatus.PLANNED)
INDEX = Index(replace(record(), copies=(UNKNOWN,), meetings=(PLANNED, UNDATED)))


def doubted(target: Target) -> list[Doubt]:
    return [d for d in doubts(INDEX) if d.target is target]


def decide(doubt: Doubt, act: str, **fixes: str) -> list[Decision]:
    form = {"target": doubt.target, "id": doubt.key, "act": act, "reason": "seen on tape"}
    return decisions(INDEX, doubts(INDEX), {**form, **{f"fix-{k}": v for k, v in fixes.items()}})


@pytest.mark.parametrize(
    ("target", "whys"),
    [
        (Target.COPY, ["nothing tells which of the two was first"]),
        (Target.MEETING, ["no day found", "planned for a day that has passed: was it held?"]),
        (Target.FIGURE, ["outlets differ by it", "outlets differ by it"]),
        (Target.POSITION, ["stance or party is unsure"]),
        (Target.QUOTE, ["no speaker found", "who speaks, or where the words end, is unsure"]),
    ],
)
def test_every_kind_of_doubt_says_why(target: Target, whys: list[str]) -> None:
    assert sorted(d.why for d in doubted(target)) == whys


def test_a_sure_copy_and_a_meeting_of_a_day_are_no_doubts() -> None:
    found = doubts(Index(replace(record(), meetings=(OPENING,))))
    assert [d for d in found if d.target in (Target.COPY, Target.MEETING)] == []


def test_the_same_words_of_several_articles_are_one_doubt() -> None:
    wire, courier = article("“No,” he said.", "wire"), article("“No,” he said.", "courier")
    readings = [reading(a, quotes=(quote(a, "No,", "Ida Moss", score=0.5),)) for a in (wire, courier)]
    index = Index(Record((wire, courier), tuple(readings)))
    (doubt,) = doubts(index)
    assert doubt.ids == tuple(id_of(r.quotes[0]) for r in readings)
    form = {"target": "quote", "id": doubt.key, "act": "fix", "fix-speaker": "Nora Vance"}
    (decision,) = decisions(index, doubts(index), form)
    assert decision.subjects == doubt.ids


def corrected(noun: Copy | Meeting | Figure, made: list[Decision]) -> object:
    """The noun as the next build makes it."""
    return next(iter(apply([noun], tuple(made), made[0].target)), None)


def test_a_copy_gets_its_direction() -> None:
    (doubt,) = doubted(Target.COPY)
    made = decide(doubt, "fix", kind="partial", direction="b_from_a")
    assert [(d.field, d.value) for d in made] == [("direction", "b_from_a")]
    assert corrected(UNKNOWN, made) == COPIED
    assert corrected(UNKNOWN, decide(doubt, "reject")) is None
    assert corrected(UNKNOWN, decide(doubt, "accept")) == UNKNOWN


def test_a_meeting_was_held_on_a_day_at_a_place() -> None:
    undated, planned = sorted(doubted(Target.MEETING), key=lambda d: d.why)
    made = decide(undated, "fix", status="held", date="2024-03-12", place="Linden", forum="second round")
    assert corrected(UNDATED, made) == replace(
        UNDATED, status=MeetingStatus.HELD, date="2024-03-12", forum="second round"
    )
    assert corrected(PLANNED, decide(planned, "fix", status="held", date="2024-03-05")) == OPENING


def test_a_figure_gets_its_number_and_comparator() -> None:
    doubt = next(d for d in doubted(Target.FIGURE) if d.fact == OVER_300)
    made = decide(doubt, "fix", comparator="at_least", low="310.5", unit="job", of="jobs at risk")
    assert corrected(OVER_300, made) == replace(OVER_300, comparator=Comparator.AT_LEAST, low=310.5)


@pytest.mark.parametrize(
    ("target", "field", "value"),
    [
        (Target.MEETING, "date", "next Tuesday"),
        (Target.MEETING, "date", "2024-13-01"),
        (Target.MEETING, "status", "postponed"),
        (Target.FIGURE, "low", "many"),
        (Target.FIGURE, "comparator", "nearly all"),
        (Target.COPY, "direction", "sideways"),
        (Target.POSITION, "stance", "ponders"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_can(target: Target, field: str, value: str) -> None:
    with pytest.raises(MissingError, match=f"“{value}” is no {field} that can be kept"):
        decide(doubted(target)[0], "fix", **{field: value})


def test_a_fact_that_is_gone_is_told() -> None:
    form = {"target": "meeting", "id": "m99", "act": "accept"}
    with pytest.raises(MissingError, match="not in the record any more"):
        decisions(INDEX, doubts(INDEX), form)


def regroup(act: str, target: str, first: str, second: str = "") -> Decision:
    form = {"target": target, "act": act, "first": first, "second": second, "reason": "one body"}
    (decision,) = decisions(INDEX, [], form)
    return decision


def test_actors_and_issues_are_united_by_name_and_told_apart() -> None:
    made = regroup("unite", "actor", "united dockers’ federation", "Meridian Harbour Company")
    assert (made.kind, made.target, made.subjects) == (DecisionKind.MERGE, Target.ACTOR, (UNION.id, COMPANY.id))
    made = regroup("unite", "issue", RAISE.name, NIGHTS.id)
    assert (made.kind, made.target, made.subjects) == (DecisionKind.MERGE, Target.ISSUE, (RAISE.id, NIGHTS.id))
    for target, noun in (("actor", VANCE), ("issue", RAISE)):
        made = regroup("part", target, noun.name)
        assert (made.kind, made.target, made.subjects) == (DecisionKind.SPLIT, Target(target), (noun.id,))
        assert (made.field, made.value) == (None, noun.name)


def test_an_actor_or_an_issue_is_given_another_name() -> None:
    made = regroup("rename", "issue", RAISE.name, "  Pay  rise ")
    assert (made.kind, made.target, made.subjects) == (DecisionKind.CORRECT, Target.ISSUE, (RAISE.id,))
    assert (made.field, made.value) == ("name", "Pay rise")


@pytest.mark.parametrize(
    ("act", "target", "first", "second", "why"),
    [
        ("unite", "actor", "Nora Vance", "nora vance", "one already"),
        ("unite", "actor", "Nora Vance", "Nobody", "none is named “Nobody”"),
        ("unite", "actor", "", "", "none is named"),
        ("part", "meeting", "m1", "", "nothing that can be decided"),
        ("rename", "issue", RAISE.name, " ", "new name is missing"),
        ("rename", "issue", "Nothing at all", "Pay", "none is named"),
        ("unite", "meeting", "m1", "m2", "nothing that can be decided"),
    ],
)
def test_a_union_that_is_not_clear_is_refused(act: str, target: str, first: str, second: str, why: str) -> None:
    with pytest.raises(MissingError, match=why):
        regroup(act, target, first, second)


def test_two_of_one_name_are_chosen_by_id() -> None:
    twins = (VANCE, Actor("other", "Nora Vance", ActorKind.PERSON))
    with pytest.raises(MissingError, match=r"2 actors|give an id"):
        named(twins, "Nora Vance")
    assert named(twins, "other") == "other"


def test_the_desk_keeps_each_kind_and_undoes_it(own_desk: Client) -> None:
    asked = own_desk.json("/review.json")["unsure"]
    assert {"figure", "meeting", "position", "quote"} == {d["about"] for d in asked}
    sent = {"token": token(own_desk), "reason": "checked"}
    meeting = next(d for d in asked if d["about"] == "meeting")
    own_desk.post("/review", {**sent, "target": "meeting", "id": meeting["id"], "act": "reject"})
    own_desk.post("/review", {**sent, "target": "actor", "act": "unite", "first": UNION.name, "second": COMPANY.name})
    page = own_desk.get("/review").text
    assert "2 decisions wait for the next build" in page
    assert "United Dockers’ Federation = Meridian Harbour Company" in page
    with open_store(own_desk.file) as store:
        rejected, united = store.decisions()
    assert (rejected.target, united.kind) == (Target.MEETING, DecisionKind.MERGE)
    own_desk.post("/review", {**sent, "target": "decision", "id": id_of(united), "act": "undo"})
    assert "1 decision waits for the next build" in own_desk.get("/review").text
    refused = own_desk.post("/review", {**sent, "target": "actor", "act": "unite", "first": "Nobody", "second": "x"})
    assert "none is named “Nobody”" in refused.text


def test_figures_of_no_difference_are_no_doubts() -> None:
    alone = Index(replace(record(), findings=(), figures=(ABOUT_250,)))
    assert [d for d in doubts(alone) if d.target is Target.FIGURE] == []
