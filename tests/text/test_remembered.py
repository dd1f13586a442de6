"""What is made of a word is made once, until too many are kept."""

from parley.text.remembered import Remembered


def test_a_word_is_made_once() -> None:
    made: list[str] = []

    def size(word: str) -> int:
        made.append(word)
        return len(word)

    sizes = Remembered(size, 10)
    assert [sizes[w] for w in ("quay", "pier", "quay")] == [4, 4, 4]
    assert made == ["quay", "pier"]


def test_no_more_are_kept_than_told() -> None:
    upper = Remembered(str.upper, 3)
    assert list(map(upper.__getitem__, "abcdea")) == list("ABCDEA")
    assert len(upper) <= 3
