"""Edges of tagged quotations: "[" and "]" mark what the tagger said, "{" and "}" what is meant."""

import re

import pytest

from parley.reading.quoting.snapping import kind_of, snapped
from parley.record import QuoteKind
from parley.text.marks import pair

Range = tuple[int, int]
MOVED = (
    ("“[We will not] move,” Lund said.", "“{We will not move,}” Lund said."),
    ("[“We will not move,”] Lund said.", "“{We will not move,}” Lund said."),
    ("“[We] will not move,” Lund said.", "“{We} will not move,” Lund said."),
    ("Lund said [the talks were “as good as] dead”.", "Lund said {the talks were “as good as dead}”."),
    ("Lund said [that it] was “a very bad joke indeed”.", "Lund said {that it} was “a very bad joke indeed”."),
    ("[“We stay,] [and we pay,”] Lund said.", "“{We stay, and we pay,}” Lund said."),
    ("Lund asked for $[5 million].", "Lund asked for {$5 million}."),
    ("Lund said [it would stay and] pledged talks.", "Lund said {it would stay} and pledged talks."),
    ("Lund said [it was “either, or”].", "Lund said {it was “either, or}”."),
    ("[We stay], said Lund, [and pay].", "{We stay}, said Lund, {and pay}."),
)


def spans(marked: str, opening: str, closing: str) -> tuple[str, list[Range]]:
    text, found = "", []
    for part in re.split(rf"([{re.escape(opening + closing)}])", marked):
        if part == opening:
            found.append((len(text), len(text)))
        elif part == closing:
            found[-1] = (found[-1][0], len(text))
        else:
            text += part
    return text, found


@pytest.mark.parametrize(("tagged", "meant"), MOVED)
def test_edges(tagged: str, meant: str) -> None:
    text, contents = spans(tagged, "[", "]")
    same, expected = spans(meant, "{", "}")
    assert text == same
    assert snapped(text, contents, pair(text, 0, len(text))) == tuple(expected)


def test_marks_alone_are_no_quotation() -> None:
    assert snapped("He said “ ”.", [(8, 11)], []) == ()


KINDS = (
    ("“[We stay],” Lund said.", QuoteKind.DIRECT),
    ("Lund said [the talks were “dead”].", QuoteKind.MIXED),
    ("Lund said [the talks were dead].", QuoteKind.INDIRECT),
    ("“[We stay],” Lund said, “[and we pay].”", QuoteKind.DIRECT),
)


@pytest.mark.parametrize(("tagged", "expected"), KINDS)
def test_kinds(tagged: str, expected: QuoteKind) -> None:
    text, contents = spans(tagged, "[", "]")
    assert kind_of(text, contents, pair(text, 0, len(text))) is expected
