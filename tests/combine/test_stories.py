"""Events, and the negotiations that they belong to."""

from collections.abc import Sequence
from importlib import resources
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from parley.combine.stories import group_stories
from parley.reading import label_only
from parley.record import Article, Copy, CopyKind, Direction, Story
from tests.factories import article, reading

TALKS = [
    "Dockers at Callow opened pay talks with Meridian Harbour on Tuesday, and Nora Vance demanded nine percent more.",
    "Pay talks between Meridian Harbour and the dockers of Callow began on Tuesday; Vance wants a raise of nine percent.",
    "Meridian Harbour offered Callow dockers four percent as pay talks opened on Tuesday. Nora Vance called it an insult.",
]
FIRE = [
    "A fire destroyed the glass museum of Orlow on Sunday night; Captain Ferro said nobody was hurt in the blaze.",
    "Firefighters under Captain Ferro fought a blaze that destroyed the Orlow glass museum on Sunday. Nobody was hurt.",
]


def grouped(texts: Sequence[str], copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    articles = [article(t, id=f"{n:02}") for n, t in enumerate(texts)]
    return group_stories(articles, [reading(a) for a in articles], copies)


def ids(stories: Sequence[Story]) -> list[tuple[str, ...]]:
    return [s.articles for s in stories]


def test_events_are_told_apart() -> None:
    assert ids(grouped([*TALKS, *FIRE])) == [("00", "01", "02"), ("03", "04")]


def test_events_of_other_affairs_are_other_negotiations() -> None:
    first, second = grouped([*TALKS, *FIRE])
    assert first.negotiation != second.negotiation


def test_a_verbatim_copy_is_never_parted_from_its_original() -> None:
    copy = Copy("00", "03", CopyKind.VERBATIM, Direction.UNKNOWN, (1.0, 1.0), (), ("told so",), 1.0)
    assert any({"00", "03"} <= set(s.articles) for s in grouped([*TALKS, *FIRE], [copy]))


def test_one_negotiation_is_one() -> None:
    folder = resources.files("parley.demo") / "articles"
    told = [Article(f.name, f.read_text("utf-8")) for f in sorted(folder.iterdir(), key=lambda f: f.name)]
    stories = group_stories(told, list(map(label_only, told)), ())
    assert len({s.negotiation for s in stories}) == 1


def test_a_story_bears_its_first_title() -> None:
    one, two = article(TALKS[0], id="a"), article(TALKS[1], id="b", title="Talks open at Callow")
    [story] = group_stories([one, two], [reading(one), reading(two)], ())
    assert story.title == "Talks open at Callow"


def test_nothing_makes_nothing() -> None:
    assert grouped([]) == ()
    assert len(grouped([""])) == 1


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_input_order_does_not_matter(rng: Random) -> None:
    articles = [article(t, id=f"{n:02}") for n, t in enumerate([*TALKS, *FIRE])]
    expected = group_stories(articles, [reading(a) for a in articles], ())
    rng.shuffle(articles)
    assert group_stories(articles, [reading(a) for a in articles], ()) == expected


@pytest.mark.parametrize("text", ["strike " * 100_000, "“" * 50_000])
def test_hostile_texts_are_bounded(text: str) -> None:
    assert len(grouped([text, text])) <= 2
