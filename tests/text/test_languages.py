"""Whose function words a text uses."""

from parley.text.languages import FunctionWords, words_of

KNOWN = FunctionWords({"en": "the in of the", "de": "der in das"})


def test_words_of_a_run() -> None:
    assert words_of("L’accord:") == ("l", "accord")
    assert words_of("12%") == ()


def test_function_words_are_counted_for_each_language() -> None:
    assert KNOWN.count("the port in the hands of das amt".split()) == {"en": 4, "de": 2}


def test_no_words() -> None:
    assert KNOWN.count([]) == {"en": 0, "de": 0}
