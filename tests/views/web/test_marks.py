"""Marked text: crossing spans are split, the text stays whole."""

import html
import re

import pytest
from hypothesis import given, strategies as st

from parley.views.web.marks import Mark, marked


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([Mark(1, 3, ("x",), "s1")], 'a<span id="s1" class="m x">bc</span>def'),
        ([Mark(0, 6, ("x",)), Mark(2, 4, ("y",))], '<span class="m x">ab<span class="m y">cd</span>ef</span>'),
        (
            [Mark(0, 4, ("x",), "s0"), Mark(2, 6, ("y",), "s2")],
            '<span id="s0" class="m x">ab<span id="s2" class="m y">cd</span></span><span data-of="s2" class="m y">ef</span>',
        ),
        ([Mark(1, 2, (), "s1")], 'a<span id="s1">b</span>cdef'),
        (
            [Mark(0, 1, ("x",), None, (7,))],
            '<span class="m x">a</span><a class="ref" href="#f7" data-n="7" aria-label="fact 7"></a>bcdef',
        ),
    ],
)
def test_marks(marks: list[Mark], expected: str) -> None:
    assert marked("abcdef", 0, 6, marks) == expected


def test_only_the_first_piece_of_a_mark_over_two_blocks_is_its_anchor() -> None:
    mark = Mark(1, 5, ("x",), "s1")
    assert marked("abcdef", 0, 3, [mark]) == 'a<span id="s1" class="m x">bc</span>'
    assert marked("abcdef", 3, 6, [mark]) == '<span data-of="s1" class="m x">de</span>f'


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6)


@given(st.text('<>&"ab\n’', max_size=12), SPANS)
def test_the_text_is_never_changed_and_elements_nest(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(s), max(s), ("x",), f"s{n}") for n, s in enumerate(spans) if s[0] != s[1]]
    made = marked(text, 0, len(text), marks)
    assert plain(made) == text
    assert made.count("<span") == made.count("</span>")
    assert len(re.findall(r' id="', made)) == sum(m.start < len(text) for m in marks)
