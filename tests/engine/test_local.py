"""Many articles: each content once, in order, and none stops the others."""

import gc
from collections.abc import Mapping

import pytest

from parley.engine import Unkept, key_of, local, read_all
from parley.learn import MissingModel
from parley.reading import label_only
from parley.record import Article, Reading
from tests.factories import article

ARTICLES = [
    article(f"Talks open in Linden\n\nNora Vance met the company for {n} hours on Thursday.", f"{n}.txt")
    for n in range(3)
]


class Kept(Unkept):
    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}

    def reading(self, key: str) -> Reading | None:
        return self.readings.get(key)

    def keep(self, readings: Mapping[str, Reading]) -> None:
        self.readings |= readings


def fails_on(bad: str, error: Exception) -> object:
    def read(article: Article, fast: bool) -> Reading:
        if article.id == bad:
            raise error
        return label_only(article)

    return read


def test_an_article_that_breaks_the_program_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "read", fails_on("1.txt", RecursionError("too deep")))
    told: list[tuple[str, str]] = []
    kept = Kept()
    readings = read_all(ARTICLES, kept, failed=lambda *x: told.append(x))
    assert [r.article for r in readings] == ["0.txt", "1.txt", "2.txt"]
    assert told == [("1.txt", "RecursionError: too deep")]
    assert set(kept.readings) == {key_of(ARTICLES[0]), key_of(ARTICLES[2])}  # the next build tries it again


def test_a_missing_model_is_never_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "read", fails_on("1.txt", MissingModel("no weights")))
    with pytest.raises(MissingModel):
        read_all(ARTICLES, Unkept())


def test_equal_articles_are_read_once_and_known_ones_never(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def read(article: Article, fast: bool) -> Reading:
        seen.append(article.id)
        return label_only(article)

    monkeypatch.setattr(local, "read", read)
    kept = Kept()
    assert len(read_all([*ARTICLES, ARTICLES[0]], kept)) == 4
    read_all(ARTICLES, kept)
    assert seen == ["0.txt", "1.txt", "2.txt"]


def test_the_key_depends_on_everything_told_of_an_article() -> None:
    one = ARTICLES[0]
    others = [
        article(one.text, one.id, published="2024-03-05"),
        article(one.text, one.id, outlet="Wire"),
        article(one.text, "x"),
    ]
    assert len({key_of(a) for a in [one, *others]}) == 4


def test_progress_counts_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "read", lambda article, fast: label_only(article))
    steps: list[tuple[int, int]] = []
    read_all(ARTICLES, Unkept(), progress=lambda *x: steps.append(x))
    assert steps == [(3, 3)]


@pytest.mark.parametrize(
    ("before", "within"),
    [((700, 10, 10), local.SELDOM), ((0, 10, 10), (0, 10, 10)), ((90_000, 5, 5), (90_000, 5, 5))],
)
def test_cycles_are_looked_for_seldom_while_articles_are_read_and_as_before_behind(
    monkeypatch: pytest.MonkeyPatch, before: tuple[int, int, int], within: tuple[int, int, int]
) -> None:
    seen: list[tuple[int, int, int]] = []

    def read(article: Article, fast: bool) -> Reading:
        seen.append(gc.get_threshold())
        if article.id == "1.txt":
            raise RecursionError
        return label_only(article)

    monkeypatch.setattr(local, "read", read)
    usual = gc.get_threshold()
    gc.set_threshold(*before)
    try:
        read_all(ARTICLES, Unkept())
        assert (gc.get_threshold(), set(seen)) == (before, {within})
    finally:
        gc.set_threshold(*usual)
