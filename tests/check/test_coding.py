"""What a person coded, held against a record."""

from dataclasses import replace

import pytest

from parley.check.coding import Coded, CodingError, decisions, hold_coding, statements
from parley.record import DecisionKind, Record, StanceKind
from parley.views.export.dna import dna_statements
from tests.check.test_positions import ONE, RECORD

HEAD = "ID,time,docTitle,person,organization,concept,agreement,text\n"


def coded(*rows: str, record: Record = RECORD) -> list[Coded]:
    return [h.coded for h in hold_coding(record, statements(HEAD + "\n".join(rows)))]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1,2024,a,,Dockers’ Union,arbitration,0,The Dockers’ Union rejected arbitration", Coded.AGREES),
        ("1,2024,,,Dockers' Union,Arbitration,0,", Coded.AGREES),
        ("1,2024,a,,Dockers’ Union,arbitration,1,", Coded.DIFFERS),
        ("1,2024,a,Edwin Sorley,,arbitration,1,", Coded.AGREES),
        ("1,2024,a,,Dockers’ Union,free parking,1,", Coded.MISSING),
        ("1,2024,a,,Bakers’ Guild,arbitration,1,", Coded.MISSING),
        ("1,2024,another article,,Dockers’ Union,arbitration,0,", Coded.MISSING),
    ],
)
def test_a_statement(row: str, expected: Coded) -> None:
    assert coded(row) == [expected]


def test_what_the_record_exports_comes_back_as_agreement() -> None:
    told = list(hold_coding(RECORD, statements(dna_statements(RECORD))))
    assert [h.position.id for h in told if h.position] == [p.id for p in RECORD.positions]
    assert {h.coded for h in told} == {Coded.AGREES}


def test_decisions_name_their_author_and_the_side() -> None:
    rows = ["1,,a,,Dockers’ Union,arbitration,1,", "2,,a,,Meridian,raise,1,"]
    first, second = decisions(hold_coding(RECORD, statements(HEAD + "\n".join(rows))), "R. Coder", "2024-04-01T10:00")
    assert (first.kind, first.field, first.value, first.author) == (
        DecisionKind.CORRECT,
        "stance",
        "supports",
        "R. Coder",
    )
    assert (second.field, second.value, second.reason) == ("score", "1.0", "coded in DNA: raise, agreement")


def test_a_position_is_decided_once_by_most_of_its_statements() -> None:
    yes, no = "1,,a,,Dockers’ Union,arbitration,1,", "2,,a,,Dockers’ Union,arbitration,0,"
    assert [d.value for d in decisions(hold_coding(RECORD, statements(HEAD + f"{yes}\n{no}\n{no}")), "R", "")] == [
        "1.0"
    ]
    assert decisions(hold_coding(RECORD, statements(HEAD + f"{yes}\n{no}")), "R", "") == []


def test_semicolons_and_other_columns_are_read() -> None:
    table = "organization;person;concept;agreement;docNotes\nMeridian;;raise;1;seen twice\n"
    assert [s.concept for s in statements(table)] == ["raise"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("a,b\n1,2\n", "organization, concept, agreement"),
        (HEAD + "1,,a,,X,raise,maybe,\n", "agreement is 'maybe'"),
        ("", "no column"),
    ],
)
def test_a_table_that_is_no_coding_says_what_is_missing(table: str, told: str) -> None:
    with pytest.raises(CodingError, match=told):
        statements(table)


def test_the_same_article_may_be_named_by_its_headline() -> None:
    titled = replace(RECORD, readings=(replace(RECORD.readings[0], title="Talks, day one"),))
    assert coded('1,,"Talks, day one",,Meridian,raise,1,', record=titled) == [Coded.AGREES]
    assert RECORD.positions[0].stance is StanceKind.REJECTS
    assert ONE.id == "a"
