"""Worked out once, when first asked for."""

from dataclasses import dataclass

from parley.text.once import Kept, Once

ASKED: list[int] = []


@dataclass(frozen=True)
class Sum:
    """Two numbers."""

    a: int
    b: int

    @Once
    def total(self) -> int:
        """Both together."""
        ASKED.append(self.a)
        return self.a + self.b


def test_it_is_worked_out_once_for_each() -> None:
    one, other = Sum(1, 2), Sum(3, 4)
    assert (one.total, one.total, other.total) == (3, 3, 7)
    assert ASKED == [1, 3]
    assert Sum.total.__doc__ == "Both together."


def test_no_more_answers_are_kept_than_told() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    kept = Kept(length, 2)
    assert [kept[word] for word in ("a", "bc", "bc", "a", "def", "def", "a")] == [1, 2, 2, 1, 3, 3, 1]
    assert asked == ["a", "bc", "def", "a"]
    assert len(kept) == 2
