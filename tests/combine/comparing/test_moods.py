"""What a speaker sounded like, and what is called likely or not."""

import pytest

from parley.combine.comparing.finding import Pages
from parley.combine.comparing.moods import moods_that_differ, outlooks_that_differ
from parley.record import Actor, ActorKind, Article, Origin, Record, Story
from tests.factories import article, reading, span


def pages(texts: tuple[str, str], name: str = "Vance", stories: int = 1, origins: int = 2) -> Pages:
    articles = [article(text, f"{n}.txt", published="2024-03-05") for n, text in enumerate(texts)]
    actor = Actor(
        "v", "Nora Vance", ActorKind.PERSON, mentions=tuple(span(a, name) for a in articles if name in a.text)
    )
    told = tuple(Story(f"s{n}", "Talks", ids(articles, n, stories), "n") for n in range(stories))
    behind = tuple(Origin(f"o{n}", "o", ids(articles, n, origins)) for n in range(origins))
    readings = tuple(map(reading, articles))
    return Pages(Record(tuple(articles), readings, actors=(actor,), stories=told, origins=behind))


def ids(articles: list[Article], n: int, groups: int) -> tuple[str, ...]:
    return tuple(a.id for k, a in enumerate(articles) if k % groups == n)


HOPEFUL = "Vance was upbeat after four hours of talks."
GLOOMY = "After the talks, Vance gave a bleak account of them."


def test_one_speaker_heard_in_two_ways() -> None:
    (found,) = moods_that_differ(pages((HOPEFUL, GLOOMY)))
    assert found.summary == f"Nora Vance, sounded: “{HOPEFUL}” | “{GLOOMY}”"
    assert found.origins == 2


@pytest.mark.parametrize(
    "other",
    [
        "Vance sounded hopeful when she left the hall.",  # the same way
        "Vance called the talks “bleak and fruitless” as she left.",  # her own word
        "Talks were bleak. Vance left the hall at noon.",  # another sentence
    ],
)
def test_no_difference(other: str) -> None:
    assert not list(moods_that_differ(pages((HOPEFUL, other))))


def test_less_optimistic_is_gloomy() -> None:
    assert list(moods_that_differ(pages((HOPEFUL, "Vance was far less optimistic than the port."))))


def test_other_stories_and_copies_are_not_compared() -> None:
    assert not list(moods_that_differ(pages((HOPEFUL, GLOOMY), stories=2)))
    assert not list(moods_that_differ(pages((HOPEFUL, GLOOMY), origins=1)))


LIKELY = "A strike on Monday now looks likely, dockers said."


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The mayor said there was little prospect of a strike.", True),
        ("A strike before Easter is unlikely.", True),
        ("Both sides are on the brink of a strike.", False),
        ("A deal before Easter is unlikely.", False),
        ("The strike is over.", False),
    ],
)
def test_what_is_likely_and_what_is_not(text: str, differs: bool) -> None:
    assert bool(list(outlooks_that_differ(pages((LIKELY, text))))) == differs


@pytest.mark.parametrize("text", ["not " * 5_000, "likely deal " * 5_000, "deal " * 20_000, "Vance “" * 5_000])
def test_long_text_without_an_end(text: str) -> None:
    assert len(list(outlooks_that_differ(pages((text, text))))) == 0
