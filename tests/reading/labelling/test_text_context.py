"""What a first answer says of the lines around each line of a plain text."""

import numpy as np
import pytest

from parley.reading.labelling.bags import bags_of
from parley.reading.labelling.features import Matrix
from parley.reading.labelling.text_context import text_context
from parley.reading.lines import Line


def context(texts: list[str], margins: list[float]) -> Matrix:
    lines = [Line(0, len(text), text) for text in texts]
    return text_context(lines, np.array(margins, np.float32), bags_of(lines))


@pytest.mark.parametrize(
    ("texts", "margins"),
    [
        (["Home"], [-3.0]),
        (["Home"], [3.0]),
        (["Home", "The port is shut."], [-9.0, 9.0]),
        (["x", "—", "x"] * 90, [-1.0, 0.0, 50.0] * 90),
    ],
)
def test_a_row_a_line(texts: list[str], margins: list[float]) -> None:
    found = context(texts, margins)
    assert len(found) == len(texts)
    assert np.isfinite(found).all()
    assert (found == context(texts, margins)).all()


def test_the_width_never_depends_on_the_text() -> None:
    assert (
        context(["Home"], [0.0]).shape[1] == context(["Home", "News", "The port is shut."], [-1.0, 0.0, 1.0]).shape[1]
    )


def test_a_line_between_likely_ones_is_told_from_one_far_off() -> None:
    inside = context(["The port is shut."] * 9, [3, 3, 3, 3, 0, 3, 3, 3, 3])[4]
    outside = context(["The port is shut."] * 9, [3, -3, -3, -3, 0, -3, -3, -3, -3])[4]
    assert inside[0] == outside[0] == 0
    assert (inside != outside).sum() > 20
