"""Quotation marks paired, and what stands in them."""

import pytest

from parley.text.marks import within


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("He called it “a start” and “no end”.", "a start” and “no end", ["a start", "no end"]),
        ("He called it “a start” and left.", "it “a start” and", ["a start"]),
        ("He called it “a start and left.", "it “a start and", ["a start and"]),
        ("He called it a start.", "called it a start", []),
    ],
)
def test_what_stands_in_marks_within_a_stretch(text: str, words: str, parts: list[str]) -> None:
    start = text.index(words)
    assert [text[s:e] for s, e in within(text, start, start + len(words))] == parts
