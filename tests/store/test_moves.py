"""What moved between two records, and why: in the record's own values, quiet where nothing moved."""

from dataclasses import replace

import pytest

from parley.record import (
    Decision,
    DecisionKind,
    Finding,
    FindingKind,
    MeetingStatus,
    Origin,
    Record,
    StanceKind,
    Target,
    Utterance,
)
from parley.store import Move, MoveKind
from parley.store.moves import moves
from tests.factories import span
from tests.views.web.world import (
    COMPANY,
    COURIER,
    DOOR,
    DOOR_COURIER,
    GAZETTE,
    NIGHTS,
    OPENING,
    REJECTS,
    VANCE,
    WIRE,
    held,
    record,
)

WHOLE = record()
SOFTENS = span(GAZETTE, "The company is now open to a limit on night shifts")


def without(*articles: str) -> Record:
    """The record as it was before these articles came."""
    return replace(
        WHOLE,
        articles=tuple(a for a in WHOLE.articles if a.id not in articles),
        readings=tuple(r for r in WHOLE.readings if r.article not in articles),
        origins=tuple(o for o in WHOLE.origins if not set(o.articles) & set(articles)),
        positions=tuple(p for p in WHOLE.positions if p.evidence[0].article not in articles),
        meetings=tuple(m for m in WHOLE.meetings if m.evidence[0].article not in articles),
        findings=tuple(f for f in WHOLE.findings if not {s.article for s in f.evidence} & set(articles)),
        utterances=tuple(u for u in WHOLE.utterances if u.quotes[0].spans[0].article not in articles),
    )


def told(found: tuple[Move, ...], kind: MoveKind) -> list[tuple[str, str]]:
    return [(m.told, m.why) for m in found if m.kind is kind]


def test_a_party_that_moved_on_an_issue_is_told_with_the_article_that_says_so() -> None:
    found = moves(without(GAZETTE.id), WHOLE)
    assert told(found, MoveKind.POSITION) == [
        (
            "Meridian Harbour Company: limit on night shifts: rejects (2024-03-05) → open to, if the union drops its "
            "strike plan (2024-03-08)",
            "new: Harbour Gazette",
        )
    ]
    (move,) = (m for m in found if m.kind is MoveKind.POSITION)
    assert (move.about, move.evidence) == ("p3", (SOFTENS,))


def test_a_new_round_and_a_new_difference_are_told() -> None:
    found = moves(without(GAZETTE.id), WHOLE)
    assert told(found, MoveKind.ROUND) == [
        ("meeting (2024-01)", "new: Harbour Gazette"),
        ("meeting in Linden, planned", "new: Harbour Gazette"),
    ]
    assert told(found, MoveKind.DIFFERENCE) == [
        ("figure now differs: jobs at risk: more than 300; about 250", "new: Harbour Gazette")
    ]


def test_a_planned_round_that_was_held_is_told() -> None:
    planned = replace(OPENING, status=MeetingStatus.PLANNED, date="2024-03")
    before = replace(WHOLE, meetings=(planned,))
    found = moves(before, replace(WHOLE, meetings=(OPENING,)))
    assert [m for m, _ in told(found, MoveKind.ROUND)] == [
        "first round in Callow: planned → held, 2024-03 → 2024-03-05"
    ]


def test_a_second_origin_of_a_quotation_is_told_and_a_second_outlet_of_one_origin_is_not() -> None:
    apart = (Origin("o1", "Coastal Wire", (WIRE.id,)), Origin("o2", "Callow Courier", (COURIER.id,)))
    alone = replace(without(COURIER.id), utterances=(Utterance("u1", VANCE.id, (DOOR,), False),))
    both = Utterance("u1", VANCE.id, (DOOR, DOOR_COURIER), True)
    after = replace(WHOLE, utterances=(both,))
    assert told(moves(alone, replace(after, origins=apart)), MoveKind.SOURCE) == [
        ("“Nobody will close the door on these talks,” (Nora Vance)", "new: Callow Courier")
    ]
    assert told(moves(alone, after), MoveKind.SOURCE) == []


def test_an_article_is_told_with_the_origin_that_it_goes_back_to() -> None:
    before = replace(without(COURIER.id), origins=(Origin("o1", "Coastal Wire", (WIRE.id,)),))
    assert told(moves(before, WHOLE), MoveKind.ARTICLE) == [
        ("Callow Courier, Talks open in Callow: goes back to Coastal Wire", "courier.txt carries text of the Wire")
    ]
    assert told(moves(without(GAZETTE.id), WHOLE), MoveKind.ARTICLE) == [
        ("Harbour Gazette, Company softens on night shifts: an origin of its own", "")
    ]


def test_a_first_stance_is_told_apart_from_a_move() -> None:
    before = replace(WHOLE, positions=())
    after = replace(WHOLE, positions=(REJECTS,))
    assert [m for m, _ in told(moves(before, after), MoveKind.STAND)] == [
        "Meridian Harbour Company: limit on night shifts: rejects (2024-03-05)"
    ]


@pytest.mark.parametrize(
    ("condition", "conditional", "told"),
    [
        ("if the plan is dropped", True, "open to, if the plan is dropped"),
        ("the plan is dropped", True, "open to, if the plan is dropped"),
        (None, True, "open to, on a condition"),
        (None, False, "open to"),
    ],
)
def test_a_condition_is_told_once(condition: str | None, conditional: bool, told: str) -> None:
    stand = held("p9", COMPANY, NIGHTS, StanceKind.OPEN_TO, (SOFTENS,), conditional=conditional, condition=condition)
    (move,) = moves(replace(WHOLE, positions=()), replace(WHOLE, positions=(stand,)))
    assert move.told == f"Meridian Harbour Company: limit on night shifts: {told} (2024-03-05)"


def test_a_stance_that_another_article_repeats_is_no_move() -> None:
    again = held("p9", COMPANY, NIGHTS, StanceKind.REJECTS, (SOFTENS,))
    after = replace(WHOLE, positions=(*WHOLE.positions, again))
    assert moves(WHOLE, after) == ()


def test_a_decision_is_the_reason_where_no_article_came() -> None:
    decision = Decision(DecisionKind.REJECT, Target.POSITION, ("p3",), "she was joking", "Ann", "2024-03-09")
    kept = tuple(p for p in WHOLE.positions if p.id != "p3")
    found = moves(WHOLE, replace(WHOLE, positions=kept, decisions=(decision,)))
    assert [(m.kind, m.why) for m in found] == [(MoveKind.GONE, "a decision: “she was joking”")]
    assert found[0].told.startswith("no longer told: Meridian Harbour Company: limit on night shifts: open to, if")


def test_a_difference_that_grew_is_told_once() -> None:
    grown = Finding("f9", FindingKind.FIGURE, "jobs: 300; 250; 200", WHOLE.findings[0].evidence, 3)
    found = moves(WHOLE, replace(WHOLE, findings=(grown, WHOLE.findings[1])))
    assert [m.told for m in found] == ["figure now differs: jobs: 300; 250; 200"]


@pytest.mark.parametrize("old", [Record((), ()), WHOLE], ids=["the first build", "the same record"])
def test_it_is_quiet(old: Record) -> None:
    assert moves(old, WHOLE) == ()
