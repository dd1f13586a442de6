"""Quotations and figures of a draft against a small record."""

from dataclasses import replace

import pytest

from parley.check import Verdict, check_draft
from parley.check.draft import speaker_of
from parley.record import Actor, ActorKind, Comparator, Figure, Record, Speaker, Utterance
from tests.factories import article, quote, reading, span

ONE = article(
    "“We will stay as long as it takes,” said Nora Vance. About 9,000 dockers wait. Up to 40 ships lie off Callow."
)
VANCE = Actor("v", "Nora Vance", ActorKind.PERSON, ("Vance",))
RECORD = Record(
    (ONE,),
    (reading(ONE),),
    actors=(VANCE,),
    utterances=(Utterance("u", "v", (quote(ONE, "We will stay as long as it takes"),), False),),
    figures=(
        Figure(9000.0, None, Comparator.ABOUT, "dockers", "dockers", (span(ONE, "About 9,000 dockers"),)),
        Figure(None, 40.0, Comparator.AT_MOST, "ships", "ships", (span(ONE, "Up to 40 ships"),)),
    ),
)


def verdicts(draft: str) -> list[Verdict]:
    return [m.verdict for m in check_draft(RECORD, draft)]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("“We will stay as long as it takes,” Nora Vance said.", Verdict.EXACT),
        ("“We will stay,” Vance said.", Verdict.EXACT),
        ('"WE WILL STAY AS LONG AS IT TAKES," Nora Vance said.', Verdict.EXACT),
        ("“We will leave as soon as it rains,” Nora Vance said.", Verdict.UNKNOWN),
        ("“We will stay here as long as it ever takes,” Nora Vance said.", Verdict.CHANGED),
        ("“We will stay as long as it takes,” Edwin Sorley said.", Verdict.OTHER_SPEAKER),
        ("“We sell ice cream,” Nora Vance said.", Verdict.UNKNOWN),
    ],
)
def test_a_quotation(draft: str, verdict: Verdict) -> None:
    assert verdicts(draft) == [verdict]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("About 9,000 dockers wait for news.", Verdict.EXACT),
        ("More than 9,000 dockers wait for news.", Verdict.DIFFERS),
        ("About 8,000 dockers wait for news.", Verdict.DIFFERS),
        ("Up to 40 ships are idle there.", Verdict.EXACT),
        ("About 9,000 teachers wait for news.", Verdict.UNKNOWN),
    ],
)
def test_a_figure(draft: str, verdict: Verdict) -> None:
    assert verdicts(draft) == [verdict]


NO = article(
    "“We see no real reason for hope. No, the port will open on Monday. I don’t think a deal is near. It is not only a bad deal,"
    " it is a broken promise,” said Nora Vance."
)


def refusing() -> Record:
    words = NO.text[1 : NO.text.index("”")]
    return replace(
        RECORD, articles=(NO,), readings=(reading(NO),), figures=(),
        utterances=(Utterance("u", "v", (quote(NO, words),), False),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "verdict", "told"),
    [
        ("Vance saw “reason for hope”.", Verdict.CHANGED, "no real reason for hope"),
        ("Vance saw “every reason for hope”.", Verdict.CHANGED, "no real reason for hope"),
        ("Vance said: “A deal is near.”", Verdict.CHANGED, "don’t think a deal is near"),
        ("Vance saw no “real reason for hope”.", Verdict.EXACT, "real reason for hope"),
        ("Vance did not see “reason for hope”.", Verdict.EXACT, "reason for hope"),
        ("Vance said: “The port will open on Monday.”", Verdict.EXACT, "the port will open on Monday"),
        ("Vance called it “a bad deal”.", Verdict.EXACT, "a bad deal"),
        ("Vance called it “a broken promise”.", Verdict.EXACT, "a broken promise"),
    ],
)
def test_a_quotation_that_leaves_its_negation_out_is_changed(draft: str, verdict: Verdict, told: str) -> None:
    (mark,) = [m for m in check_draft(refusing(), draft) if m.kind == "quote"]
    (words,) = mark.evidence
    assert (mark.verdict, NO.text[words.start : words.end]) == (verdict, told)


@pytest.mark.parametrize("draft", ["", "Nothing was said.", "“", "”””“““", "\x00\x1b“a”", "He is “happy”."])
def test_a_draft_without_quotations_or_figures_has_no_marks(draft: str) -> None:
    assert verdicts(draft) == []


def test_a_speaker_of_whom_the_record_is_unsure_accuses_nobody() -> None:
    unsure = Utterance("u", "v", (quote(ONE, "We will stay as long as it takes", score=0.6),), False)
    (mark,) = check_draft(
        replace(RECORD, utterances=(unsure,)), "“We will stay as long as it takes,” Edwin Sorley said."
    )
    assert (mark.verdict, mark.note) == (Verdict.EXACT, "the record has it from Nora Vance, but is unsure")


@pytest.mark.parametrize(
    ("words", "name", "score", "meant"),
    [
        ("she", "Edwin Sorley", 0.6, None),
        ("she", "Edwin Sorley", 0.9, "Edwin Sorley"),
        ("Sorley", None, 0.6, "Sorley"),
        ("Sorley", "Edwin Sorley", 0.6, "Edwin Sorley"),
        ("the minister", None, 0.9, None),
    ],
)
def test_who_a_draft_says_has_spoken(words: str, name: str | None, score: float, meant: str | None) -> None:
    draft = article(f"“We will stay,” {words} said.")
    told = quote(draft, "We will stay", score=score)
    speaker = speaker_of(draft.text, replace(told, speaker=Speaker(span(draft, words), name, ActorKind.PERSON)))
    assert (speaker and speaker.name) == meant


def test_an_empty_record_knows_nothing() -> None:
    assert [m.verdict for m in check_draft(Record((), ()), "“We will stay,” Nora Vance said.")] == [Verdict.UNKNOWN]


def test_the_same_words_over_and_over_are_compared_in_time() -> None:
    said = "we do not see any reason for hope. " * 3000
    endless = article(f"“{said.strip()}” said Nora Vance.")
    record = Record(
        (endless,), (reading(endless),), actors=(VANCE,),
        utterances=(Utterance("u", "v", (quote(endless, said.strip()),), False),),
    )  # fmt: skip
    marks = check_draft(record, "“" + "see any reason for hope. " * 200 + "” Vance said.")  # a minute, once
    assert [m.kind for m in marks] == ["quote"]
