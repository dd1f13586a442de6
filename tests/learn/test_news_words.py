"""Words common in news."""

from parley.learn.news_words import NOTHING, load
from parley.text.words import ids_of


def test_common_words_stand_in_more_articles_than_rare_ones() -> None:
    president, mediator, made_up = load().of(ids_of(["president", "mediator", "zyxwvu"])).tolist()
    assert president > 100 > mediator >= made_up == 0


def test_nothing_knows_no_word() -> None:
    assert NOTHING.of(ids_of(["president"])).tolist() == [0]
