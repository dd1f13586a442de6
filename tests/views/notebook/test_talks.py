"""A record in Python: tables with names, safe to show in a notebook."""

from pathlib import Path

import pytest

import parley
from parley.record import Actor, ActorKind, Record, Utterance
from parley.store import StoreError, open_store
from parley.views.notebook import Table
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
    assert len(talks.search("Vance")) == 1
    assert talks.check("No words of others.") == ()


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
