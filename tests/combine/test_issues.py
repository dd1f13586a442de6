"""What a phrase is about, and how an issue is named."""

import pytest

from parley.combine.positioning.issues import Phrase, Topics, name_issue, short
from parley.combine.positioning.pointing import points_back

TOPICS = [
    ("to halt the bloc’s eastward enlargement", "enlargement"),
    ("guarantees precluding the bloc’s expansion", "enlargement"),
    ("Western security guarantees", "guarantee"),
    ("a 9 percent raise", "pay"),
    ("higher wages", "pay"),
    ("the duty on steel", "tariffs"),
    ("to lower its tariffs", "tariffs"),
    ("deep cuts in emissions", "emissions"),
    ("to pull back its forces", "deployment"),
    ("a cap on night shifts", "night shifts"),
    ("to resume dialogue", "talks"),
]


@pytest.mark.parametrize(("words", "topic"), TOPICS)
def test_known_topics(words: str, topic: str) -> None:
    assert Topics([], []).of(words) == (topic,)


def test_a_bare_figure_is_about_what_others_give_in_that_unit() -> None:
    phrases = [Phrase("a 9 percent raise", "a"), Phrase("6 percent", "b")]
    assert Topics(phrases, []).of("6 percent") == ("pay",)


def test_names_of_parties_are_no_topic() -> None:
    assert Topics([], ["Meridian", "Orsova"]).of("Meridian and Orsova") == ()


def test_the_word_that_most_phrases_share_is_the_topic() -> None:
    phrases = [Phrase(p, "a") for p in ("a new lighthouse", "the lighthouse rent", "rent for the pilots’ lighthouse")]
    assert {Topics(phrases, []).of(p.words) for p in phrases} == {("lighthous",)}


def test_the_name_is_words_that_most_articles_use() -> None:
    phrases = [
        Phrase("a limit on night shifts", "a", ("limit", "limit on night shifts", "night shifts")),
        Phrase("any cap on night shifts", "b", ("cap", "cap on night shifts", "night shifts")),
        Phrase("shift lengths", "c", ("shift lengths",)),
    ]
    assert name_issue("night shifts", phrases) == "night shifts"


NAMES = [
    ("meet", "meet the crews of Bergen for as long as it takes", ("crews", "crews of Bergen", "Bergen"), "crews"),
    ("sign", "sign away its right to modernise", ("right", "right to modernise"), "right to modernise"),
    ("block", "block the port of Bergen", ("port", "port of Bergen", "Bergen"), "port"),
    ("leav", "to leave the Cod Commission", ("Cod Commission",), "Cod Commission"),
    ("walk", "walk out on Monday", (), "walk out on Monday"),
    ("lock", "new plans to lock out the crews", ("new plans", "crews"), "crews"),
]


@pytest.mark.parametrize(("topic", "words", "nouns", "name"), NAMES, ids=[n[1] for n in NAMES])
def test_a_name_is_a_noun_where_there_is_one(topic: str, words: str, nouns: tuple[str, ...], name: str) -> None:
    assert name_issue(topic, [Phrase(words, "a", nouns)], frozenset({"Cod Commission"})) == name


def test_a_lone_phrase_names_itself() -> None:
    assert short("to build a bicycle shed behind the customs house") == "build a bicycle shed"
    assert short("with “dock-side measures” at once") == "dock-side measures"


def test_a_known_topic_may_be_called_by_its_own_word_in_the_sentence() -> None:
    sentence = "The judge who mediates the talks said both had agreed to meet again in Linden."
    assert name_issue("talks", [Phrase("to meet again in Linden", "a", ("Linden",), sentence)]) == "talks"


@pytest.mark.parametrize("words", ["the demands", "it", "these proposals", "its offer", "less than half of that"])
def test_phrases_that_point_back(words: str) -> None:
    assert points_back(words)


@pytest.mark.parametrize("words", ["the demand for a raise", "a bonus", "its tariff offer"])
def test_phrases_that_name_something(words: str) -> None:
    assert not points_back(words)
