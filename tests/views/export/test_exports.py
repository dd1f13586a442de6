"""Open formats: the contract's names, the article's exact words, cells that no spreadsheet runs."""

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from pyarrow.parquet import read_table

from parley.record import (
    ActorKind,
    Attribution,
    Comparator,
    Decision,
    DecisionKind,
    Figure,
    Issue,
    Position,
    Record,
    StanceKind,
    Target,
    Utterance,
)
from parley.views.export import FORMATS, Exported, csv_tables, record_json, record_lines
from parley.views.export.annotation import web_annotations
from parley.views.export.csl import csl_items
from parley.views.export.csv_tables import safe_cell
from parley.views.export.dna import dna_statements
from parley.views.export.ftm import ftm_entities
from parley.views.export.graphml import graphml
from parley.views.export.pack import evidence_pack
from parley.views.export.parquet import parquet_tables
from parley.views.export.prov import provenance
from tests.factories import actor, article, meeting, quote, reading, span

ONE = article("=SUM talks\nAbout 9,000 dockers met in Linden. “We stay,” said Nora Vance.", "=a.txt")
FIGURE = Figure(9000.0, None, Comparator.ABOUT, "dockers", None, (span(ONE, "About 9,000 dockers"),))
RECORD = Record(
    (ONE,),
    (reading(ONE, title="=SUM talks", quotes=(quote(ONE, "We stay", "Nora Vance"),)),),
    meetings=(meeting(ONE, "met in Linden", "2024-03-05", "Linden"),),
    figures=(FIGURE,),
)


def test_evidence_is_the_articles_own_words() -> None:
    whole = json.loads(record_json(RECORD))
    evidence = [e for noun in ("meetings", "figures") for fact in whole[noun] for e in fact["evidence"]]
    assert [e["text"] for e in evidence] == ["met in Linden", "About 9,000 dockers"]
    assert all(ONE.text[e["start"] : e["end"]] == e["text"] for e in evidence)


def test_unknown_is_null() -> None:
    (told,) = json.loads(record_json(RECORD))["articles"]
    assert told["published"] is None
    assert told["quotes"][0]["cue"] is None


def test_json_lines_name_their_noun() -> None:
    nouns = [json.loads(line)["noun"] for line in record_lines(RECORD).splitlines()]
    assert nouns == ["articles", "meetings", "figures"]


def test_cells_are_never_formulas() -> None:
    tables = csv_tables(RECORD)
    rows = [row for text in tables.values() for row in csv.DictReader(io.StringIO(text))]
    assert {row["title"] for row in rows if row.get("title")} == {"'=SUM talks"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


PARTY = actor("United Dockers’ Federation", ActorKind.ORGANISATION)
VANCE = actor("Nora Vance", party=PARTY.id, mentions=(span(ONE, "Nora Vance"),))
HELD = Position(
    "p1", PARTY.id, "i1", StanceKind.REJECTS, False, None, "2024-03-05", None, VANCE.id, Attribution.OWN,
    (span(ONE, "We stay"),), 1,
)  # fmt: skip
WHOLE = replace(
    RECORD,
    actors=(VANCE, PARTY),
    issues=(Issue("i1", "a cap on <night> & day shifts"),),
    positions=(HELD,),
    utterances=(Utterance("u1", VANCE.id, (quote(ONE, "We stay", "Nora Vance"),), False),),
    decisions=(Decision(DecisionKind.MERGE, Target.ACTOR, ("x", "y"), "same person", "Ann", "2024-03-09T10:00"),),
)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_record_gives_the_same_bytes(form: str) -> None:
    assert content(FORMATS[form](WHOLE)) == content(FORMATS[form](WHOLE))


def content(made: Exported) -> object:
    return made if isinstance(made, (str, bytes)) else list(made)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_record_can_be_exported(form: str) -> None:
    assert content(FORMATS[form](Record((), ()))) is not None


def test_annotations_select_the_exact_words() -> None:
    page = json.loads(web_annotations(WHOLE))
    selectors = [t["selector"] for a in page["items"] for t in a["target"]]
    for position, told in selectors:
        start, end = position["start"], position["end"]
        assert ONE.text[start:end] == told["exact"]
        assert ONE.text[start - len(told["prefix"]) : start] == told["prefix"]
        assert ONE.text[end : end + len(told["suffix"])] == told["suffix"]
    assert len(selectors) == 3


def test_provenance_names_sources_and_who_corrected() -> None:
    graph = json.loads(provenance(WHOLE))["@graph"]
    (position,) = [n for n in graph if n["@id"] == "urn:parley:position:p1"]
    assert position["prov:wasDerivedFrom"] == [{"@id": f"urn:sha256:{ONE.sha256}"}]
    (activity,) = [n for n in graph if n["@type"] == "prov:Activity"]
    assert (activity["prov:endedAtTime"], activity["rdfs:comment"]) == ("2024-03-09T10:00", "same person")


def test_a_discourse_network_statement() -> None:
    (row,) = csv.DictReader(io.StringIO(dna_statements(WHOLE)))
    told = (row["person"], row["organization"], row["concept"], row["agreement"], row["text"])
    assert told == ("Nora Vance", "United Dockers’ Federation", "a cap on <night> & day shifts", "0", "We stay")


def test_a_position_has_its_plover_event_in_the_tables() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_tables(WHOLE)["positions.csv"]))
    assert (row["stance"], row["plover"]) == ("rejects", "REJECT")


def test_a_bibliography_leaves_out_what_is_unknown() -> None:
    assert json.loads(csl_items(RECORD)) == [
        {"id": "=a.txt", "type": "article-newspaper", "title": "=SUM talks", "language": "en"}
    ]


def test_follow_the_money_entities_hold_lists_of_strings() -> None:
    entities = [json.loads(line) for line in ftm_entities(WHOLE).splitlines()]
    assert [e["schema"] for e in entities] == ["Article", "Person", "Organization", "Mention", "Event"]
    assert all(isinstance(v, str) for e in entities for values in e["properties"].values() for v in values)


def test_graphml_is_xml_with_a_party_an_issue_and_a_position() -> None:
    root = etree.fromstring(graphml(WHOLE).encode())
    told = root.xpath("//*[local-name()='data' and @key='name']/text()")
    assert told == ["United Dockers’ Federation", "a cap on <night> & day shifts"]
    assert root.xpath("string(//*[local-name()='edge']/*[@key='stance'])") == "rejects"


def test_corrections_show_who_when_and_why() -> None:
    (told,) = json.loads(record_json(WHOLE))["decisions"]
    assert (told["author"], told["at"], told["reason"]) == ("Ann", "2024-03-09T10:00", "same person")


def test_parquet_tables_keep_their_types() -> None:
    table = read_table(io.BytesIO(parquet_tables(WHOLE)["figures.parquet"]))
    assert table.column("low").to_pylist() == [9000.0]
    assert table.column("text").to_pylist() == ["About 9,000 dockers"]


def test_an_evidence_pack_proves_its_files() -> None:
    with zipfile.ZipFile(io.BytesIO(evidence_pack(WHOLE))) as pack:
        listed = json.loads(pack.read("manifest.json"))["files"]
        assert {x["file"] for x in listed} == set(pack.namelist()) - {"manifest.json"}
        assert all(hashlib.sha256(pack.read(x["file"])).hexdigest() == x["sha256"] for x in listed)
        assert pack.read("texts/0001.txt").decode() == ONE.text


NULL_NAME = "Nora\0Vance"


def test_a_cell_shows_where_a_nul_stands() -> None:
    assert safe_cell(NULL_NAME) == "Nora\ufffdVance"


def test_graphml_leaves_out_what_xml_forbids() -> None:
    odd = actor(NULL_NAME + "\x01")
    odd = replace(odd, id="nora")
    held = Position("p", "nora", "nora", StanceKind.DEMANDS, False, None, None, None, None, Attribution.NARRATOR,
                    (span(ONE, "met"),), 1)  # fmt: skip
    tree = etree.fromstring(graphml(Record((ONE,), (reading(ONE),), actors=(odd,), positions=(held,))).encode())
    assert "NoraVance" in "".join(tree.itertext())
