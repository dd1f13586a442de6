"""Words in common in one place of two articles, and all over."""

import pytest

from parley.combine.copying.telling import tell
from parley.combine.copying.windows import Rarity, likeness
from parley.learn.news_words import load
from tests.factories import article, reading

BARGE = "A crane collapsed onto a moored grain barge near the lighthouse while nervous pilots watched from shore."
SHUFFLED = (
    "Ashore, pilots nervous: a lighthouse near, the grain barge lay moored; collapsed onto it, watched, the crane."
)
HILLS = " ".join(f"S{n}h counted l{n}b behind q{n}y before w{n}r fell." for n in range(40))
ROADS = " ".join(f"D{n}r queued l{n}y along b{n}s until e{n}g came." for n in range(40))
CALM = "The sea was calm."


def alike(a: str, b: str) -> tuple[float, float]:
    texts = [article(text, id=str(n)) for n, text in enumerate((a, b, CALM, CALM + HILLS[:40]))]
    tellings = [tell(t, reading(t)) for t in texts]
    first, second, *_ = map(Rarity.of(tellings, load()).windows, tellings)
    found = likeness(first, second)
    return found.part, found.whole


def test_a_sentence_shuffled_within_two_long_articles_stands_out_in_one_place() -> None:
    part, whole = alike(f"{HILLS} {BARGE}", f"{ROADS} {SHUFFLED} {ROADS[:400]}")
    assert part > 3 * whole > 0


def test_one_telling_in_other_words_all_over_is_alike_all_over() -> None:
    part, whole = alike(HILLS, " ".join(reversed(HILLS.split(" "))))
    assert whole == pytest.approx(1.0)
    assert part > 0.6


def test_nothing_in_common_is_nothing() -> None:
    assert alike(HILLS, ROADS) == (0.0, 0.0)


def test_an_article_of_stop_words_is_like_none() -> None:
    assert alike("It was as it was.", BARGE) == (0.0, 0.0)
