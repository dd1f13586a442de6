"""Open formats: the contract's names, the article's exact words, cells that no spreadsheet runs."""

import csv
import io
import json

from tests.factories import article, meeting, quote, reading, span

from parley.record import Comparator, Figure, Record
from parley.views.export import csv_tables, record_json, record_lines

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
