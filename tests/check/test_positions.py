"""Positions of a draft against a record's."""

import pytest

from parley.check import MarkKind, Verdict, check_draft
from parley.check.positions import contradict, one_side
from parley.record import ActorKind, Attribution, Issue, Position, Record, StanceKind
from tests.factories import actor, article, reading, span

ONE = article(
    "The Dockers’ Union rejected arbitration. Meridian offered a 4 percent raise. Meridian supports arbitration. "
    "The Dockers’ Union demanded shorter night shifts."
)
UNION = actor("Dockers’ Union", ActorKind.ORGANISATION)
MERIDIAN = actor("Meridian", ActorKind.ORGANISATION)
HEAD = actor("Edwin Sorley", party=MERIDIAN.id)
TOLD = (
    (UNION, "i1", StanceKind.REJECTS, "The Dockers’ Union rejected arbitration", "arbitration"),
    (MERIDIAN, "i2", StanceKind.OFFERS, "Meridian offered a 4 percent raise", "a 4 percent raise"),
    (MERIDIAN, "i1", StanceKind.SUPPORTS, "Meridian supports arbitration", "arbitration"),
    (UNION, "i3", StanceKind.DEMANDS, "The Dockers’ Union demanded shorter night shifts", "shorter night shifts"),
)
POSITIONS = tuple(
    Position(
        f"p{n}", who.id, issue, stance, False, None, None, None, None, Attribution.NARRATOR, (span(ONE, told),), 1,
        words=span(ONE, words, told.startswith("Meridian supports") + 0),
    )
    for n, (who, issue, stance, told, words) in enumerate(TOLD)
)  # fmt: skip
RECORD = Record(
    (ONE,),
    (reading(ONE),),
    actors=(UNION, MERIDIAN, HEAD),
    issues=(Issue("i1", "arbitration"), Issue("i2", "raise"), Issue("i3", "night shifts")),
    positions=POSITIONS,
)


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("The Dockers’ Union rejects arbitration.", Verdict.EXACT),
        ("The Dockers’ Union refused arbitration.", Verdict.EXACT),
        ("The Dockers’ Union supports arbitration.", Verdict.DIFFERS),
        ("Meridian offered a 4 percent raise.", Verdict.EXACT),
        ("Meridian offered a 5 percent raise.", Verdict.DIFFERS),
        ("Edwin Sorley offered a 4 percent raise.", Verdict.EXACT),
        ("Meridian demanded shorter night shifts.", Verdict.OTHER_SPEAKER),
        ("The Dockers’ Union rejected shorter night shifts.", Verdict.CHANGED),
        ("Meridian demanded free parking.", Verdict.UNKNOWN),
    ],
)
def test_a_position(draft: str, verdict: Verdict) -> None:
    assert [m.verdict for m in check_draft(RECORD, draft) if m.kind is MarkKind.POSITION] == [verdict]


TWO = article(
    "Meridian rejected the dockers’ demand for a ban on night shifts. Meridian dismissed the dockers’ demands for a ban on night "
    "shifts, but is open to talks about the sleep of its crews."
)


def of_two(*kept: int) -> Record:
    told = (
        (StanceKind.REJECTS, "Meridian rejected the dockers’ demand for a ban on night shifts",
         "the dockers’ demand for a ban on night shifts"),
        (StanceKind.OPEN_TO, TWO.text[TWO.text.index("Meridian dismissed") : -1], "talks about the sleep of its crews"),
    )  # fmt: skip
    positions = tuple(
        Position(f"p{n}", MERIDIAN.id, "i3", stance, False, None, None, None, None, Attribution.NARRATOR,
                 (span(TWO, words),), 1, words=span(TWO, what))
        for n, (stance, words, what) in enumerate(told) if n in kept
    )  # fmt: skip
    return Record((TWO,), (reading(TWO),), actors=(MERIDIAN,), issues=(Issue("i3", "night work"),), positions=positions)


def test_what_else_a_sentence_tells_is_not_taken_for_the_position() -> None:
    draft = "Meridian accepted the dockers’ demand for a ban on night shifts."
    mark = next(m for m in check_draft(of_two(0, 1), draft) if m.kind is MarkKind.POSITION)
    assert (mark.verdict, mark.note) == (
        Verdict.DIFFERS,
        "the record has: rejects “the dockers’ demand for a ban on night shifts”",
    )


def test_a_position_in_quotation_marks_is_a_quotation() -> None:
    draft = "“We reject arbitration,” said the Dockers’ Union."
    assert [m.kind for m in check_draft(RECORD, draft)] == [MarkKind.QUOTE]


def test_yes_and_no_contradict_and_a_demand_contradicts_nothing() -> None:
    assert contradict(StanceKind.ACCEPTS, StanceKind.REFUSES)
    assert not contradict(StanceKind.DEMANDS, StanceKind.REJECTS)
    assert one_side(StanceKind.REJECTS, StanceKind.DENIES)
    assert not one_side(StanceKind.OFFERS, StanceKind.ACCEPTS)
    assert not one_side(StanceKind.OPEN_TO, StanceKind.ACCEPTS)
