"""A person's decisions: applied in order, to the right nouns, the same way on every rebuild."""

import pytest

from parley.combine.decisions import apply, correct_articles, correct_readings, id_of, standing
from parley.record import Decision, DecisionKind, Meeting, MeetingStatus, Span, Target, Utterance
from tests.factories import article, quote, reading


def decision(kind: str, target: str, *subjects: str, field: str | None = None, value: str | None = None) -> Decision:
    return Decision(
        DecisionKind(kind), Target(target), subjects, "seen on site", "Ann", "2024-03-09T10:00", field, value
    )


def meeting(id: str, *starts: int) -> Meeting:
    return Meeting("2024-03-05", "Linden", None, (), MeetingStatus.HELD, tuple(Span("a", s, s + 5) for s in starts), id)


M1, M2, M3 = meeting("m1", 0), meeting("m2", 10), meeting("m3", 20)


def test_a_rejected_noun_goes_away() -> None:
    assert apply([M1, M2], (decision("reject", "meeting", "m1"),), Target.MEETING) == (M2,)


def test_a_decision_about_another_noun_has_no_effect() -> None:
    assert apply([M1], (decision("reject", "figure", "m1"), decision("reject", "meeting", "gone")), Target.MEETING) == (
        M1,
    )


def test_merged_nouns_are_one_with_all_evidence_under_the_first_id() -> None:
    (united, rest) = apply([M1, M2, M3], (decision("merge", "meeting", "m3", "m1"),), Target.MEETING)
    assert (united.id, rest.id) == ("m2", "m3")
    assert rest.evidence == (*M1.evidence, *M3.evidence)


def test_a_split_noun_is_one_noun_a_piece_of_evidence() -> None:
    parts = apply([meeting("m", 0, 10)], (decision("split", "meeting", "m"),), Target.MEETING)
    assert [p.evidence for p in parts] == [(Span("a", 0, 5),), (Span("a", 10, 15),)]
    assert len({p.id for p in parts}) == 2


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [("date", "2024-03-06", "2024-03-06"), ("status", "planned", MeetingStatus.PLANNED), ("place", None, None)],
)
def test_a_corrected_field_takes_the_value(field: str, value: str | None, wanted: object) -> None:
    (corrected,) = apply([M1], (decision("correct", "meeting", "m1", field=field, value=value),), Target.MEETING)
    assert getattr(corrected, field) == wanted


def test_evidence_and_ids_cannot_be_corrected() -> None:
    told = (
        decision("correct", "meeting", "m1", field="evidence", value="x"),
        decision("correct", "meeting", "m1", field="id", value="x"),
    )
    assert apply([M1], told, Target.MEETING) == (M1,)


def test_a_value_of_the_wrong_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="maybe"):
        apply([M1], (decision("correct", "meeting", "m1", field="status", value="maybe"),), Target.MEETING)


def test_a_later_decision_wins() -> None:
    first, second = (decision("correct", "meeting", "m1", field="place", value=v) for v in ("Bay", "Linden Hall"))
    assert apply([M1], (first, second), Target.MEETING)[0].place == "Linden Hall"


def test_a_corrected_speaker_is_sure() -> None:
    one = article("The envoy left. “We will stay,” she said.")
    said = quote(one, "We will stay", "The envoy", score=0.4)
    told = (decision("correct", "quote", id_of(said), field="speaker", value="Ines Holm"),)
    (changed,) = correct_readings([reading(one, quotes=(said,))], told)
    assert changed.quotes[0].speaker is not None
    assert (changed.quotes[0].speaker.name, changed.quotes[0].score) == ("Ines Holm", 1.0)


def test_a_corrected_date_says_who_corrected_it() -> None:
    (one,) = correct_articles(
        [article("Talks open.")], (decision("correct", "article", "a", field="published", value="2024-03-05"),)
    )
    assert (one.published, one.published_basis) == ("2024-03-05", "corrected by Ann")


def test_split_utterances_are_single_quotes() -> None:
    one, two = article("“We stay,” she said.", "a"), article("“We stay,” he said.", "b")
    whole = Utterance("u", None, (quote(one, "We stay"), quote(two, "We stay")), drift=False)
    parts = apply([whole], (decision("split", "utterance", "u"),), Target.UTTERANCE)
    assert [[q.spans[0].article for q in p.quotes] for p in parts] == [["a"], ["b"]]


def test_a_decision_is_taken_back_by_rejecting_it_and_the_taking_back_too() -> None:
    first = decision("reject", "meeting", "m1")
    undo = decision("reject", "decision", id_of(first))
    redo = decision("reject", "decision", id_of(undo))
    assert standing((first,)) == (first,)
    assert standing((first, undo)) == ()
    assert standing((first, undo, redo)) == (first,)
    assert standing((undo, first)) == (first,)  # only what was decided before can be taken back
