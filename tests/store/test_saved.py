"""Searches under a name, and a file of an earlier version that learns to hold them."""

import sqlite3
from importlib import resources
from pathlib import Path

import pytest

from parley.record import Record
from parley.store import Saved, SavedError, open_store
from parley.store.saved import MOST
from parley.store.sqlite import APPLICATION
from tests.factories import article, reading

SHIFTS = Saved("Night shifts", "q=night+shifts", "2024-03-09")


def test_the_last_search_of_a_name_counts_until_it_is_forgotten(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.parley", create=True) as store:
        store.save_search(Saved("Night shifts", "q=night", "2024-03-08"))
        store.save_search(SHIFTS)
        assert store.saved() == (SHIFTS,)
        before = store.stamp()
        store.forget_search("Night shifts", "2024-03-10")
        assert store.saved() == ()
        assert store.stamp() != before


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_search_needs_a_name(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / "a.parley", create=True) as store, pytest.raises(SavedError, match="a name of 1 to 80"):
        store.save_search(Saved(name, "q=a", ""))


def test_saved_searches_are_bounded(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.parley", create=True) as store:
        for n in range(MOST):
            store.save_search(Saved(f"n{n}", "q=a", ""))
        store.save_search(Saved("n1", "q=b", ""))
        with pytest.raises(SavedError, match="forget one first"):
            store.save_search(SHIFTS)


def test_articles_that_a_build_brought_are_known(tmp_path: Path) -> None:
    one, two, edited = article("One.", "one"), article("Two.", "two"), article("One, corrected.", "one")
    with open_store(tmp_path / "a.parley", create=True) as store:
        store.save(Record((one,), (reading(one),)))
        store.save(Record((one, two), (reading(one), reading(two))))
        assert store.arrivals(1) == {"one"}
        assert store.arrivals(2) == {"two"}
        store.save(Record((edited, two), (reading(edited), reading(two))))
        assert store.arrivals(3) == {"one"}
        assert [m.told for m in store.builds(1)[0].moves] == ["one: its text changed"]


def test_a_file_of_the_first_version_is_taken_on(tmp_path: Path) -> None:
    first = resources.files("parley.store").joinpath("schema.sql").read_text("utf-8")
    with sqlite3.connect(tmp_path / "old.parley") as db:
        db.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1; {first}")
    db.close()
    with open_store(tmp_path / "old.parley") as store:
        store.save_search(SHIFTS)
        assert store.saved() == (SHIFTS,)
        assert store.meaning() is None
