"""The second answer: what is said of a line's neighbours and kin, and how far a page that is unsure leans."""

import numpy as np

from parley.reading.labelling.belonging import leaning
from parley.reading.labelling.page_context import page_context
from parley.reading.labelling.page_features import lines_of
from parley.reading.lines import Line
from parley.text.markup import parse, shown_lines

CARD = "<div class='card c{}'><h3>Ferry {}</h3><p>The ferry to Callow sails again.</p></div>"
PAGE = f"<nav><p>About the port</p></nav><main>{''.join(CARD.format(n, n) for n in range(4))}</main>"


def page() -> tuple[list[Line], np.ndarray]:
    tree = parse(PAGE)
    assert tree is not None
    lines, places = lines_of(list(shown_lines(tree)))
    sure_of_one = [4.0 if n == 2 else -1.0 for n in range(len(lines))]
    return lines, page_context(lines, places, sure_of_one, [False] * len(lines))


def test_one_row_a_line_without_holes() -> None:
    lines, rows = page()
    assert len(rows) == len(lines) == 9
    assert np.isfinite(rows).all()


def test_kin_of_a_sure_line_are_told_so_and_others_are_not() -> None:
    """Cards are numbered c0, c1, ...: the same element all the same."""
    lines, rows = page()
    kin = [n for n, line in enumerate(lines) if line.text.startswith("The ferry")]
    assert len({tuple(rows[n, 14:18]) for n in kin}) == 1
    assert rows[kin[3], 14] > rows[0, 14]


def line(words: int) -> Line:
    text = "quay " * words
    return Line(0, len(text), text)


def test_a_page_that_is_sure_leans_nowhere_and_one_that_is_not_keeps_more() -> None:
    lines = [line(20) for _ in range(10)]
    assert leaning(lines, np.array([6.0] * 5 + [-6.0] * 5, np.float32)) == 0
    assert leaning(lines, np.array([2.0] * 2 + [-0.6] * 8, np.float32)) > 0
