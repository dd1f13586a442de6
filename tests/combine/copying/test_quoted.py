"""What stands between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from parley.combine.copying.quoted import between_marks


def quoted(text: str) -> list[str]:
    return [text[s:e] for s, e in between_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will talk,” he said.", ["“We will talk,”"]),
        ('"We will talk," he said. "Soon."', ['"We will talk,"', '"Soon."']),
        ('“We will talk," he said, in two styles.', ['“We will talk,"']),
        ("``We will talk,'' he said.", ["``We will talk,''"]),
        ('The 5" rod and the 7" one.', []),
        ("“We came far.\n\n“We will go on.”", ["“We came far.", "“We will go on.”"]),
        ("“We came far.\n\nNight fell.", []),
        ("He never closed it: “we came far", []),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="“”\"`'a \n", max_size=80))
def test_stretches_stand_in_order_and_apart(text: str) -> None:
    found = list(between_marks(text))
    assert all(s < e <= len(text) for s, e in found)
    assert all(e <= s for (_, e), (s, _) in pairwise(found))
