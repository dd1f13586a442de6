"""The JSON's names are fixed: docs/contract.md lists them, and every noun prints all of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from parley.record import (
    Attribution,
    Block,
    BlockKind,
    Comparator,
    Copy,
    CopyKind,
    Credit,
    CreditKind,
    Direction,
    Figure,
    Finding,
    FindingKind,
    Issue,
    Measure,
    MeasureStatus,
    Origin,
    Position,
    Record,
    Span,
    Stance,
    StanceKind,
    Story,
    TimeExpression,
    TimeKind,
    Utterance,
)
from parley.views import contract
from tests.factories import actor, article, meeting, quote, reading, span

CONTRACT = (Path(__file__).resolve().parents[2] / "docs" / "contract.md").read_text("utf-8")
ONE = article("Nora Vance met them. “We stay,” she said.", "a.txt")
AT = span(ONE, "Nora Vance")
FIGURE = Figure(1.0, None, Comparator.EXACT, "docker", None, (AT,))
READ = reading(
    ONE,
    blocks=(Block(BlockKind.BODY, AT),),
    credits=(Credit(CreditKind.AGENCY, "Wire", AT),),
    quotes=(quote(ONE, "We stay", "Nora Vance"),),
    times=(TimeExpression(AT, TimeKind.DATE, None),),
    figures=(FIGURE,),
    actors=(actor("Nora Vance", mentions=(AT,)),),
    stances=(Stance("Vance", "stay", StanceKind.REFUSES, False, AT, AT, 1.0),),
    meetings=(meeting(ONE, "met them"),),
)
RECORD = Record(
    (ONE,),
    (READ,),
    (Copy("a.txt", "b.txt", CopyKind.PARTIAL, Direction.UNKNOWN, (0.1, 0.2), ((AT, Span("b.txt", 0, 4)),), ("why",), 0.5),),
    (Origin("o", "Wire", ("a.txt",)),),
    (Story("s", "Talks", ("a.txt",), "n"),),
    (actor("Nora Vance"),),
    (Utterance("u", None, (quote(ONE, "We stay"),), False),),
    (replace(meeting(ONE, "met them"), id="m"),),
    (Issue("i", "pay"),),
    (Position("p", "x", "i", StanceKind.OFFERS, False, None, None, None, None, Attribution.OWN, (AT,), 1),),
    (Measure("x", "strike", None, MeasureStatus.THREATENED, None, (AT,)),),
    (FIGURE,),
    (Finding("f", FindingKind.DATE, "days differ", (AT,), 1),),
)  # fmt: skip
NAMES = {
    "blocks": "kind start end",
    "credits": "kind name start end",
    "quotes": "spans kind cue speaker score",
    "times": "start end kind value",
    "figures": "start end low high comparator unit of",
    "actors": "id name kind aliases offices mentions",
    "stances": "party issue stance conditional target speaker start end cue score",
    "meetings": "date place forum participants status start end",
}
WHOLE = {
    "articles": "id outlet title byline published published_basis language sha256 " + " ".join(NAMES),
    "copies": "a b kind direction share_a share_b passages basis score",
    "origins": "id name articles",
    "stories": "id title articles",
    "actors": "id name kind aliases offices party",
    "utterances": "id speaker quotes drift flags",
    "meetings": "id date place forum participants status evidence",
    "issues": "id name",
    "positions": "id party issue stance conditional condition when meeting speaker attribution evidence origins",
    "measures": "actor kind target status condition evidence",
    "figures": "low high comparator unit of evidence",
    "findings": "kind summary evidence origins",
}


@pytest.mark.parametrize("noun", NAMES)
def test_a_reading_prints_every_name(noun: str) -> None:
    (told,) = contract.reading_json(READ)[noun]
    assert set(NAMES[noun].split()) <= set(told)


@pytest.mark.parametrize("noun", WHOLE)
def test_a_record_prints_every_name(noun: str) -> None:
    (told,) = contract.record_json(RECORD)[noun]
    assert set(WHOLE[noun].split()) <= set(told)


def test_the_page_has_every_name() -> None:
    names = {w for told in (*NAMES.values(), *WHOLE.values()) for w in told.split()}
    assert sorted(n for n in names if n not in CONTRACT) == []


def test_unknown_is_null_never_empty() -> None:
    def empty(value: object) -> bool:
        if isinstance(value, dict):
            return any(map(empty, value.values()))
        return any(map(empty, value)) if isinstance(value, list) else value == ""

    assert not empty(contract.record_json(RECORD))


def test_the_text_is_printed_only_where_asked() -> None:
    assert "text" not in contract.reading_json(READ)
    assert contract.reading_json(READ, ONE.text)["text"] == ONE.text
