"""What a plain text is made of: forms of lines, talk, and words that lines share."""

import numpy as np

from parley.reading.labelling.bags import bags_of, content_words, whole_bags_of
from parley.reading.labelling.features import features
from parley.reading.labelling.rules import rule_kinds
from parley.reading.labelling.text_form import form_of, text_form
from parley.reading.lines import Line

TALK = [
    "The dockers of Linden went home at noon.",
    "3 comments",
    "I saw my ship there!",
    "Why was the port of Linden shut?",
]


def lines(*texts: str) -> list[Line]:
    return [Line(0, len(text), text) for text in texts]


def test_lines_of_one_form_look_alike() -> None:
    first, second, price = (form_of(line) for line in lines("Red Harbour Inn", "Old Mill Hotel", "$40"))
    assert first == second != price


def test_content_words_are_the_long_ones_that_say_something() -> None:
    assert content_words(lines("They said the Dockers went home from Linden")[0]) == {
        "dockers",
        "went",
        "home",
        "linden",
    }


def test_every_column_has_a_value_for_each_line_and_is_the_same_again() -> None:
    for texts in (TALK, TALK[:1], TALK * 40):
        told = lines(*texts)
        flat = np.linspace(-2, 2, len(told), dtype=np.float32)
        rows = features(told, rule_kinds(told, None), flat, whole_bags_of(told))
        bags = bags_of(told)
        found, again = (np.array(text_form(told, rows, flat, flat, bags)) for _ in range(2))
        assert found.shape[1] == len(told)
        assert np.isfinite(found).all()
        assert (found == again).all()
