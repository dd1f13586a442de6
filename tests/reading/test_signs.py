"""Counts of the words and marks of lines, side by side in one number."""

from parley.reading.lines import Line
from parley.reading.signs import MASK, NAMES, table


def counted(text: str) -> dict[str, int]:
    found = table([Line(0, len(text), text).counts], NAMES)
    return {name: int(count) for name, (count,) in zip(NAMES, found.tolist(), strict=True) if count}


def test_words_and_marks_are_counted() -> None:
    assert counted("“We said no,” the TUC Vance told the Harbour on 5 May!") == {
        "words": 11, "capitals": 5, "upper": 1, "long": 1, "digits": 1, "months": 1, "stop": 7, "said": 2, "reader": 1, "commas": 1, "quoted": 2,
        "cries": 1,
    }  # fmt: skip


def test_a_mark_that_is_a_word_too_counts_as_a_word_only() -> None:
    assert counted("12% a-i -") == {"words": 2, "stop": 2, "me": 1, "digits": 2, "separators": 1}


def test_what_asks_the_reader_is_seen_before_its_pattern_is_tried() -> None:
    text = "Reply to www.harbour.example | 12 min"
    assert Line(0, len(text), text).counts & MASK["prompts"]
    assert counted(text)["address"] == 1
    assert not Line(0, 2, "No").counts & MASK["prompts"]


def test_many_of_one_sign_do_not_run_into_the_next() -> None:
    assert counted("?" * 100_000 + " " + "! " * 70_000) == {"asks": 100_000, "cries": 70_000}


def test_each_line_has_its_own_row() -> None:
    lines = [Line(0, len(text), text) for text in ("Red sails.", "", "Docked")]
    assert table([line.counts for line in lines], ("stop", "words")).tolist() == [[0, 0, 0], [2, 0, 1]]
