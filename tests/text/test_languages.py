"""Whose function words a text uses."""

from parley.text.languages import FunctionWords

KNOWN = FunctionWords({"en": "the in of the", "de": "der in das"})


def test_function_words_are_counted_for_each_language() -> None:
    assert KNOWN.count("The port, in the hands of das 12 Amt-of".split()) == (9, {"en": 5, "de": 2})


def test_no_words() -> None:
    assert KNOWN.count(["12%", "—"]) == (0, {"en": 0, "de": 0})
