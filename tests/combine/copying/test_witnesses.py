"""A third article that holds the words of two and says whose they are."""

import pytest

from parley.combine.copying.direction import NOTHING_SHOWS, Side
from parley.combine.copying.witnesses import with_witnesses
from parley.record import Copy, CopyKind, Credit, CreditKind, Direction, Span
from tests.factories import article, reading

TEXT = "The talks in Linden go on. " * 5


def copy(one: str, other: str, *passages: tuple[int, int]) -> Copy:
    """Two articles that share stretches of their first hundred code points, the second's all at its beginning."""
    spans = tuple((Span(one, start, end), Span(other, 0, end - start)) for start, end in passages)
    return Copy(one, other, CopyKind.PARTIAL, Direction.UNKNOWN, (0.5, 0.5), spans, (NOTHING_SHOWS,), 0.9)


@pytest.mark.parametrize(
    ("passages", "direction"),
    [
        ([(0, 60)], Direction.COMMON_SOURCE),
        ([(0, 30)], Direction.UNKNOWN),
        ([(0, 30), (0, 30), (10, 30)], Direction.UNKNOWN),  # one caption that a gallery has three times
        ([(0, 30), (70, 100)], Direction.COMMON_SOURCE),
    ],
)
def test_a_witness_holds_half_of_the_shared_words(passages: list[tuple[int, int]], direction: Direction) -> None:
    texts = {name: article(TEXT, id=name) for name in ("a", "b", "c")}
    credits = {"c": (Credit(CreditKind.AGENCY, "Reuters", Span("c", 0, 3)),)}
    sides = {name: Side(of, reading(of, credits=credits.get(name, ()))) for name, of in texts.items()}
    decided, *_ = with_witnesses(
        [copy("a", "b", (0, 100)), copy("a", "c", *passages), copy("b", "c", (90, 100))], sides
    )
    assert decided.direction is direction
