"""Search by words, by meaning and by both: what is both comes first, what is far from the query never comes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from parley.learn.encoder import encode
from parley.record import Record
from parley.store import Meaning, Store, open_store
from parley.store.meaning import key_of
from parley.views.search import By, search
from tests.factories import article, reading

PAPER = article(
    "Dockworkers threaten to walk out over wages.\n"
    "Grain ships wait outside the harbour while the talks go on.\n"
    "The judge who mediates said both sides had come nearer to an agreement.\n"
    "A strike would begin at midnight.\n",
    "paper.txt",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(tmp_path_factory.mktemp("search") / "a.parley", create=True)
    store.save(Record((PAPER,), (reading(PAPER),)))
    store.learn_meaning(encode)
    return store


def found(store: Store, query: str, by: By, meaning: Meaning | None = None) -> Sequence[tuple[str, str]]:
    return [(PAPER.words(f.span), f.by) for f in search(store.search, meaning or store.meaning(), query, by, 10)]


def test_other_words_of_one_meaning_are_found(store: Store) -> None:
    assert found(store, "harbour workers may stop work", By.WORDS) == []
    (first, *_) = found(store, "harbour workers may stop work", By.MEANING)
    assert first == ("Dockworkers threaten to walk out over wages.", "meaning")
    assert found(store, "vessels at anchor", By.BOTH)[0] == (
        "Grain ships wait outside the harbour while the talks go on.",
        "meaning",
    )


def test_what_holds_the_words_and_is_near_comes_first(store: Store) -> None:
    told = found(store, "strike", By.BOTH)
    assert told[0] == ("A strike would begin at midnight.", "both")
    assert found(store, "“both sides talks”", By.BOTH) == [
        ("The judge who mediates said both sides had come nearer to an agreement.", "meaning"),
        ("Grain ships wait outside the harbour while the talks go on.", "meaning"),
    ]


@pytest.mark.parametrize("query", ["zebra", "recipe for apple pie", "lunar eclipse", "xqzv blorp", "", "   "])
def test_what_the_record_does_not_speak_of_is_not_found(store: Store, query: str) -> None:
    assert [found(store, query, by) for by in By] == [[], [], []]


def test_without_vectors_words_are_still_found(tmp_path: Path) -> None:
    with open_store(tmp_path / "fast.parley", create=True) as fast:
        fast.save(Record((PAPER,), (reading(PAPER),)))
        assert [f.by for f in search(fast.search, None, "strike", By.BOTH, 5)] == [By.WORDS]
        assert search(fast.search, None, "strike", By.MEANING, 5) == ()


def test_a_vector_is_known_by_its_words_alone() -> None:
    assert key_of("A strike.") == key_of("A strike.")
    assert key_of("A strike.") != key_of("A strike!")
    assert key_of("\ud800")
