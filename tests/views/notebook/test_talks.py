"""A record in Python: tables with names, safe to show in a notebook."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import parley
from parley.record import Actor, ActorKind, Record, Utterance
from parley.store import StoreError, open_store
from parley.views.notebook import Table
from parley.views.notebook.talks import TABLES
from tests.factories import article, quote, reading

ONE = article("<script>alert(1)</script> Nora Vance spoke. “We stay,” said Vance.", "<b>.txt")
VANCE = Actor("v", "Nora Vance", ActorKind.PERSON)
SAID = Utterance("u", "v", (quote(ONE, "We stay", "Nora Vance"),), False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.parley"
    with open_store(path, create=True) as store:
        store.save(Record((ONE,), (reading(ONE),), actors=(VANCE,), utterances=(SAID,)))
    return path


def test_tables_tell_names_not_ids(file: Path) -> None:
    (row,) = parley.open(file).utterances
    assert row["speaker"] == "Nora Vance"


def test_rows_can_be_chosen(file: Path) -> None:
    talks = parley.open(str(file))
    assert len(talks.utterances.where(speaker="Nora Vance")) == 1
    assert len(talks.utterances.where(speaker="Edwin Sorley")) == 0


def test_words_open_from_the_offsets(file: Path) -> None:
    talks = parley.open(file)
    (quoted,) = talks.utterances[0]["quotes"]
    (start, end) = quoted["spans"][0]
    assert talks.text(quoted["article"])[start:end] == "We stay"


def test_what_a_notebook_shows_is_escaped(file: Path) -> None:
    talks = parley.open(file)
    shown = talks.articles._repr_html_() + talks._repr_html_() + Table("t", ({"<i>": ONE.text},))._repr_html_()
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;i&gt;" in shown


def test_search_and_check(file: Path) -> None:
    talks = parley.open(file)
    (found,) = talks.search("Vance")
    assert talks.text(found["article"])[found["start"] : found["end"]] == found["text"]
    assert len(talks.check("No words of others.")) == 0
    (mark,) = talks.check("“We stay,” said Nora Vance.")
    assert (mark["kind"], mark["verdict"], mark["text"]) == ("quote", "exact", "We stay,")


def test_a_cell_tells_words_and_their_place() -> None:
    evidence = [{"article": "a.txt", "start": 3, "end": 9, "text": "We <stay>"}] * 5
    shown = Table("t", ({"evidence": evidence, "offices": ["head", "judge"], "when": None},))._repr_html_()
    assert "“We &lt;stay&gt;” <small>a.txt 3–9</small>" in shown
    assert "and 2 more" in shown
    assert "<td>head; judge</td><td></td>" in shown


def test_without_pandas_it_says_what_to_install(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ModuleNotFoundError, match="pip install pandas"):
        parley.open(file).articles.to_df()


def test_every_table_becomes_a_frame(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=lambda rows: rows))
    talks = parley.open(file)
    for name in TABLES:
        made: Any = talks.table(name).to_df()
        assert made == list(talks.table(name))


def test_an_unknown_table_names_those_there_are(file: Path) -> None:
    talks = parley.open(file)
    with pytest.raises(AttributeError, match="positions"):
        _ = talks.votes
    with pytest.raises(KeyError, match="positions"):
        talks.table("votes")


def test_a_file_without_a_record(tmp_path: Path) -> None:
    path = tmp_path / "empty.parley"
    open_store(path, create=True).__exit__(None, None, None)
    with pytest.raises(StoreError, match="parley build"):
        parley.open(path)
