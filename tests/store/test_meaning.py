"""Search by meaning: cut into pieces, encoded once, nearest first."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from parley.record import Article, Record
from parley.store import Store, open_store
from parley.store.meaning import LONGEST_PIECE, Vectors, cut
from tests.factories import article, reading

PAY = article("The dockers ask for higher wages.\nA storm closed the northern harbour for a day.", "pay.txt")
AGAIN = article("The dockers ask for higher wages.\nNobody was hurt in the collision.", "again.txt")
WORDS = ("wages", "storm", "hurt")


class Told:
    """An encoder of three words that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        made = np.array([[w in text for w in WORDS] for text in texts], np.float32)
        return np.asarray(made / np.maximum(1, np.linalg.norm(made, axis=1, keepdims=True)), np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a.parley", create=True)


def save(store: Store, *articles: Article) -> None:
    store.save(Record(articles, tuple(map(reading, articles))))


def test_the_nearest_passage_comes_first(store: Store) -> None:
    save(store, PAY, AGAIN)
    store.learn_meaning(told := Told())
    meaning = store.meaning()
    assert meaning is not None
    (asked,) = told(["storm"])
    near = meaning.nearest(asked, 2)
    assert PAY.words(near[0].piece) == "A storm closed the northern harbour for a day."
    assert near[0].likeness == pytest.approx(1)
    assert near[1].likeness == pytest.approx(0)


def test_words_are_encoded_once_also_when_another_article_has_them(store: Store) -> None:
    save(store, PAY)
    store.learn_meaning(first := Told())
    save(store, PAY, AGAIN)
    assert store.meaning() is None, "a passage without a vector would never be found"
    store.learn_meaning(second := Told())
    assert len(first.asked) == 2
    assert second.asked == ["Nobody was hurt in the collision."]
    meaning = store.meaning()
    assert meaning is not None
    assert len(meaning.pieces) == 4


def test_what_no_passage_needs_is_dropped(store: Store) -> None:
    save(store, PAY, AGAIN)
    store.learn_meaning(Told())
    save(store, PAY)
    store.learn_meaning(Told())
    save(store, PAY, AGAIN)
    store.learn_meaning(told := Told())
    assert told.asked == ["Nobody was hurt in the collision."]


def test_a_record_built_without_has_no_meaning(store: Store) -> None:
    save(store, PAY)
    assert store.meaning() is None


def test_long_paragraphs_are_cut_at_the_ends_of_sentences() -> None:
    sentence = "The company said on Tuesday that the talks about the night shifts would go on. "
    words = sentence * 12
    pieces = [words[a:b] for a, b in cut(words)]
    assert "".join(pieces) == words
    assert len(pieces) == 3
    assert all(len(p) <= LONGEST_PIECE and p.startswith("The company") for p in pieces)
    assert list(cut("x" * 900)) == [(0, 900)]
    assert list(cut("")) == []
