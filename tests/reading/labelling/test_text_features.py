"""What surrounds a line of plain text, as numbers: finite, one row a line, and the same for the same text."""

import numpy as np
import pytest

from parley.reading.labelling.bags import bags_of
from parley.reading.labelling.features import Matrix
from parley.reading.labelling.rules import rule_kinds
from parley.reading.labelling.text_features import headings, text_features
from parley.reading.lines import Line

PARAGRAPH = "The union met the port company in Linden on Monday for a third round of talks on pay and night shifts."


def lines(*texts: str) -> list[Line]:
    return [Line(0, len(text), text) for text in texts]


def rows(*texts: str) -> Matrix:
    told = lines(*texts)
    flat = np.zeros(len(told), np.float32)
    return text_features(told, rule_kinds(told, None), flat, flat, bags_of(told))


@pytest.mark.parametrize(
    "texts", [("Home",), (PARAGRAPH,), ("Home", "News", PARAGRAPH, "Home"), ("x",) * 300, (PARAGRAPH * 40, "—")]
)
def test_a_row_a_line(texts: tuple[str, ...]) -> None:
    found = rows(*texts)
    assert len(found) == len(texts)
    assert np.isfinite(found).all()
    assert (found == rows(*texts)).all()


def test_the_width_never_depends_on_the_text() -> None:
    assert rows("Home").shape[1] == rows("Home", PARAGRAPH, "News").shape[1]


def test_the_heading_is_the_nearest_short_line_above() -> None:
    assert headings(lines("Related", "Storm closes the bridge", PARAGRAPH, PARAGRAPH, "Pay", "It is low.")).tolist() == [
        -1, 0, 1, 1, 1, 4,
    ]  # fmt: skip
