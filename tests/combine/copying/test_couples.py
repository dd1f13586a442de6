"""Rare couples of words."""

from hypothesis import given, strategies as st

from parley.combine.copying.couples import densest, longest_rising, rare_couples, thread
from parley.combine.copying.telling import tell
from tests.factories import article, reading

OTHERS = [f"An unrelated report number {n} on the weather over hill {n} and the sheep of farm {n}." for n in range(30)]
FIRST = "A crane collapsed onto a moored grain barge near the lighthouse while nervous pilots watched from shore."
ANEW = (
    "Pilots, nervous, watched as the crane had collapsed; the barge, moored with grain, lay near a lighthouse ashore."
)


def couples_of(a: str, b: str) -> tuple[float, int]:
    """Weight of the heaviest cluster, and couples in one order."""
    articles = [article(t, id=str(n)) for n, t in enumerate([a, b, *OTHERS])]
    told = [tell(x, reading(x)) for x in articles]
    rare = rare_couples(told)
    return densest(rare[0], rare[1], 1.0), thread(told[0], rare[0], told[1], rare[1]).ordered


def test_a_sentence_written_anew_keeps_its_couples() -> None:
    weight, ordered = couples_of(FIRST, ANEW)
    assert weight > 8
    assert ordered >= 2


def test_other_news_shares_none() -> None:
    assert couples_of(FIRST, "The minister spoke of emergency laws on Thursday.") == (0.0, 0)


def test_what_stands_in_many_articles_points_at_none() -> None:
    articles = [article(FIRST, id=str(n)) for n in range(40)]
    assert all(len(c.hashes) == 0 for c in rare_couples([tell(x, reading(x)) for x in articles]))


@given(st.lists(st.integers(0, 30), max_size=25))
def test_the_longest_rising_subsequence(places: list[int]) -> None:
    best = [0] * len(places)
    for n, place in enumerate(places):
        best[n] = 1 + max((best[m] for m in range(n) if places[m] < place), default=0)
    assert longest_rising(places) == max(best, default=0)
