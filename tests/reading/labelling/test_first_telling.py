"""A scraped text that holds its article twice."""

from parley.reading.labelling.belonging import first_telling
from parley.reading.lines import Line, split_lines

PARAGRAPHS = [f"On day {n} the union met the port company in Linden for talks on pay and shifts." for n in range(6)]


def lines(texts: list[str]) -> list[Line]:
    return split_lines("\n".join(texts))


def test_an_article_told_twice_belongs_once() -> None:
    kept = first_telling(lines([*PARAGRAPHS, "Menu", *PARAGRAPHS]), [True] * 6 + [False] + [True] * 6)
    assert kept == [True] * 6 + [False] * 7


def test_what_was_left_out_before_still_belongs() -> None:
    kept = first_telling(lines([*PARAGRAPHS, *PARAGRAPHS]), [False] * 6 + [True] * 6)
    assert kept == [False] * 6 + [True] * 6


def test_short_lines_of_a_list_may_say_the_same_again() -> None:
    told = [text for paragraph in PARAGRAPHS for text in (paragraph, "Pros", "Cons")]
    assert first_telling(lines(told), [True] * len(told)) == [True] * len(told)
