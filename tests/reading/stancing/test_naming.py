"""Noun phrases by which an issue may be called."""

import pytest

from parley.learn.syntax import parse
from parley.reading.stancing.line import Line
from parley.reading.stancing.naming import names_of

NAMES = [
    ("a limit on night shifts", ("limit", "limit on night shifts", "night shifts")),
    ("to end the long nights at the port", ("long nights", "port")),
    ("a 9 percent raise", ("raise",)),
    ("its right to modernise the network", ("right", "right to modernise the network", "network")),
    ("a two-year contract", ("two-year contract",)),
    ("for a de-escalation along the border", ("de-escalation", "border")),
    ("the crews on Monday", ("crews",)),
    ("Kestrel to lift its ban on timber", ("Kestrel", "ban", "ban on timber", "timber")),
    ("walk out", ()),
]


@pytest.mark.parametrize(("issue", "expected"), NAMES, ids=[i for i, _ in NAMES])
def test_names(issue: str, expected: tuple[str, ...]) -> None:
    before = "The union wants "
    line = Line(parse(text := before + issue + ".", (0,)), text)
    names = names_of(line, 3, len(line) - 1)
    assert names == expected
    assert all(name in issue for name in names)
