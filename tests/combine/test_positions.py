"""Positions over several outlets: grouped by issue, counted by origin, editable by decisions."""

from typing import Any

import pytest

from parley.combine.actors import Roster
from parley.combine.positioning.blocs import unite_blocs
from parley.combine.positions import find_positions
from parley.learn.syntax import parse
from parley.reading.stancing.line import Line
from parley.reading.stancing.naming import names_of
from parley.record import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Decision,
    DecisionKind,
    Decisions,
    Issue,
    Meeting,
    MeetingStatus,
    Origin,
    Position,
    Reading,
    Stance,
    StanceKind,
    Target,
)
from tests.factories import article, reading, span

BODIES = {"federation": "United Dockers’ Federation", "Meridian": "Meridian Harbour Company", "ministry": "Ministry"}
ACTORS = tuple(Actor(k, name, ActorKind.ORGANISATION, (k,)) for k, name in BODIES.items())
VANCE = Actor("vance", "Nora Vance", ActorKind.PERSON, party="federation")


def stance(of: Article, party: str, kind: str, issue: str, sentence: str | None = None, **fields: object) -> Stance:
    whole = span(of, sentence or of.text.split("\n")[0])
    line = Line(parse(text := f"The union wants {issue}.", (0,)), text)
    names = names_of(line, 3, len(line) - 1)
    base: dict[str, Any] = {"conditional": False, "score": 0.9, "cue": span(of, issue), "names": names} | fields
    return Stance(party=party, issue=issue, stance=StanceKind(kind), span=whole, **base)


def found(
    *told: tuple[Article, list[Stance]],
    meetings: tuple[Meeting, ...] = (),
    origins: tuple[Origin, ...] = (),
    decisions: Decisions = (),
) -> tuple[tuple[Issue, ...], tuple[Position, ...], Roster]:
    articles = [a for a, _ in told]
    readings: list[Reading] = [reading(a, stances=tuple(s)) for a, s in told]
    names = {(a.id, b): b for a in articles for b in BODIES} | {(a.id, "Nora Vance"): "vance" for a in articles}
    roster = unite_blocs(articles, readings, Roster((*ACTORS, VANCE), names))
    origins = origins or tuple(Origin(a.id, a.id, (a.id,)) for a in articles)
    return (*find_positions(articles, readings, roster, meetings, origins, decisions), roster)


A = article("The union demanded a 9 percent raise. Meridian rejected the demand.", "a", published="2024-03-05")
B = article("Dockers insisted on higher wages.", "b", published="2024-03-06")


def test_words_for_one_thing_are_one_issue() -> None:
    issues, positions, _ = found(
        (A, [stance(A, "federation", "demands", "a 9 percent raise")]),
        (B, [stance(B, "federation", "demands", "on higher wages")]),
    )
    assert len(issues) == 1
    assert len(positions) == 1
    assert {e.article for e in positions[0].evidence} == {"a", "b"}
    assert (positions[0].origins, positions[0].when) == (2, "2024-03-05")


def test_a_position_quotes_what_is_asked() -> None:
    _, (position,), _ = found((A, [stance(A, "federation", "demands", "a 9 percent raise")]))
    assert position.words is not None
    assert A.words(position.words) == "a 9 percent raise"


def test_copies_of_one_text_are_one_origin_and_make_nothing_surer() -> None:
    told = [
        (A, [stance(A, "federation", "demands", "a 9 percent raise", score=0.8)]),
        (B, [stance(B, "federation", "demands", "on higher wages", score=0.8)]),
    ]
    _, (one,), _ = found(*told, origins=(Origin("o", "o", ("a", "b")),))
    _, (two,), _ = found(*told)
    assert (one.origins, one.score) == (1, 0.8)
    assert (two.origins, two.score) == (2, 0.96)


def test_the_demand_is_what_the_other_side_demanded() -> None:
    issues, positions, _ = found(
        (
            A,
            [
                stance(A, "federation", "demands", "a 9 percent raise"),
                stance(A, "Meridian", "rejects", "the demand"),
            ],
        )
    )
    assert [i.name for i in issues] == ["raise"]
    assert {(p.party, p.stance.value) for p in positions} == {("federation", "demands"), ("Meridian", "rejects")}


def test_a_list_of_known_topics_is_an_issue_each() -> None:
    text = article("Meridian is ready to discuss night shifts, pensions and automation.", "a")
    issues, positions, _ = found(
        (text, [stance(text, "Meridian", "open_to", "to discuss night shifts, pensions and automation")])
    )
    assert {i.name for i in issues} == {"night shifts", "pensions", "automation"}
    assert len(positions) == 3


@pytest.mark.parametrize("name", ["Somebody Else", "Nora Vance’s cousin"])
def test_a_party_that_is_no_actor_holds_no_position(name: str) -> None:
    _, positions, _ = found((A, [stance(A, name, "demands", "a 9 percent raise")]))
    assert positions == ()


def test_a_person_speaks_for_the_party() -> None:
    _, (position,), _ = found((A, [stance(A, "Nora Vance", "demands", "a 9 percent raise", speaker="Nora Vance")]))
    assert (position.party, position.speaker) == ("federation", "vance")


def test_own_words_count_before_those_of_the_other_side() -> None:
    reported = stance(A, "federation", "demands", "a 9 percent raise", attribution=Attribution.REPORTED_BY_OTHER)
    own = stance(B, "federation", "demands", "on higher wages", attribution=Attribution.OWN, score=0.6)
    _, (position,), _ = found((A, [reported]), (B, [own]))
    assert position.attribution is Attribution.OWN


def test_the_round_is_the_last_meeting_that_the_article_told_of() -> None:
    text = article(
        "They met on Tuesday.\nThey met again.\nThe union demanded a raise.\nThey will meet.",
        "a",
        published="2024-03-08",
    )
    meetings = tuple(
        Meeting(date, "Linden", None, (), MeetingStatus(status), (span(text, words),), id=words)
        for date, status, words in [
            ("2024-03-05", "held", "They met on Tuesday."),
            ("2024-03-07", "held", "They met again."),
            ("2024-03-09", "planned", "They will meet."),
        ]
    )
    demand = stance(text, "federation", "demands", "a raise", "The union demanded a raise.")
    _, (position,), _ = found((text, [demand]), meetings=meetings)
    assert (position.meeting, position.when) == ("They met again.", "2024-03-08")


def test_parties_that_act_together_twice_are_a_bloc() -> None:
    texts = [
        article("The federation and the ministry rejected arbitration.", "a"),
        article("The federation and the ministry want a shared fund.", "b"),
    ]
    told = [
        (t, [stance(t, p, k, issue) for p in ("federation", "ministry")])
        for t, k, issue in [(texts[0], "rejects", "arbitration"), (texts[1], "demands", "a shared fund")]
    ]
    _, positions, roster = found(*told)
    bloc = next(a for a in roster.actors if a.kind is ActorKind.GROUP)
    assert bloc.name == "Ministry and United Dockers’ Federation"
    assert "The federation and the ministry" in bloc.aliases
    assert {p.party for p in positions} == {bloc.id}
    _, once, _ = found(told[0])
    assert {p.party for p in once} == {"federation", "ministry"}


def test_decisions_merge_rename_and_reject_issues() -> None:
    told = (
        A,
        [
            stance(A, "federation", "demands", "a 9 percent raise"),
            stance(A, "Meridian", "rejects", "a 9 percent raise"),
        ],
    )
    text = article("Meridian refused to build a bicycle shed.", "c")
    shed = (text, [stance(text, "Meridian", "refuses", "to build a bicycle shed")])
    issues, before, _ = found(told, shed)
    pay, other = sorted(issues, key=lambda i: i.name != "raise")

    def decide(kind: DecisionKind, *subjects: str, **fields: str) -> Decision:
        return Decision(kind, Target.ISSUE, subjects, "because", "ada", "2024-03-09T10:00", **fields)

    merged, positions, _ = found(told, shed, decisions=(decide(DecisionKind.MERGE, pay.id, other.id),))
    assert [i.id for i in merged] == [pay.id]
    assert {p.issue for p in positions} == {pay.id}
    assert len(positions) == len(before)
    renamed, _, _ = found(told, decisions=(decide(DecisionKind.CORRECT, pay.id, field="name", value="wages"),))
    assert [i.name for i in renamed] == ["wages"]
    left, positions, _ = found(told, shed, decisions=(decide(DecisionKind.REJECT, pay.id),))
    assert [i.id for i in left] == [other.id]
    assert {p.issue for p in positions} == {other.id}


def test_an_issue_split_by_a_decision_is_one_for_each_thing_named() -> None:
    text = article("The union demanded a raise. The union demanded a bonus. Meridian rejected the bonus.", "c")
    told = (
        text,
        [
            stance(text, "federation", "demands", "a raise"),
            stance(text, "federation", "demands", "a bonus"),
            stance(text, "Meridian", "rejects", "the bonus"),
        ],
    )
    (pay,), _, _ = found(told)
    split = Decision(DecisionKind.SPLIT, Target.ISSUE, (pay.id,), "two things", "ada", "2024-03-09T10:00")
    issues, positions, _ = found(told, decisions=(split,))
    assert {i.name for i in issues} == {"raise", "bonus"} and len({i.id for i in issues}) == 2
    names = {i.id: i.name for i in issues}
    assert {(p.stance.value, names[p.issue]) for p in positions} == {
        ("demands", "raise"),
        ("demands", "bonus"),
        ("rejects", "bonus"),
    }
    bonus, raised = sorted(issues, key=lambda i: i.name)
    joined = Decision(DecisionKind.MERGE, Target.ISSUE, (raised.id, bonus.id), "one", "ada", "2024-03-09T11:00")
    again, positions, _ = found(told, decisions=(split, joined))
    assert [i.id for i in again] == [raised.id] and {p.issue for p in positions} == {raised.id}
    assert found(told, decisions=(split,))[0] == issues  # the same parts in every rebuild


def test_a_rejected_position_stays_away() -> None:
    told = (A, [stance(A, "federation", "demands", "a 9 percent raise")])
    _, (position,), _ = found(told)
    decision = Decision(DecisionKind.REJECT, Target.POSITION, (position.id,), "no", "ada", "2024-03-09T10:00")
    assert found(told, decisions=(decision,))[1] == ()


HOLM = "Mayor Ines Holm urged both sides to accept arbitration."


@pytest.mark.parametrize(("office", "parties"), [("Mayor", ["holm"]), ("former mayor", []), ("analyst", [])])
def test_who_holds_public_office_and_speaks_for_nobody_told_is_a_party(office: str, parties: list[str]) -> None:
    of = article(HOLM)
    told = reading(of, stances=(stance(of, "Ines Holm", "demands", "accept arbitration"),))
    roster = Roster((Actor("holm", "Ines Holm", ActorKind.PERSON, offices=(office,)),), {("a", "Ines Holm"): "holm"})
    _, positions = find_positions([of], [told], roster, (), (Origin("a", "a", ("a",)),), ())
    assert [p.party for p in positions] == parties


GIVEN_UP = article("Meridian withdrew its plan for night shifts. The union demanded an end to night shifts.")


@pytest.mark.parametrize(("demanded", "kinds"), [(True, ["accepts", "demands"]), (False, [])])
def test_a_plan_given_up_accepts_what_another_party_asked_for(demanded: bool, kinds: list[str]) -> None:
    first, second = GIVEN_UP.text.split(". ")
    given_up = stance(GIVEN_UP, "Meridian", "accepts", "its plan for night shifts", first, score=0.45)
    demand = stance(GIVEN_UP, "federation", "demands", "an end to night shifts", second)
    _, positions, _ = found((GIVEN_UP, [given_up, *([demand] if demanded else [])]))
    assert sorted(p.stance for p in positions) == kinds
