"""Days between publications."""

import pytest

from parley.combine.grouping.days import faded


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        ("2024-03-05", "2024-03-05T18:15", 1.0),
        ("2024-03-05", "2024-03-07", 1.0),
        ("2024-03-05", "2024-03-09", 0.85),
        ("2024-03-05", "2024-06-01", 0.8),
        ("2024-03-05", None, 1.0),
        ("2024-03", "2025-01-01", 1.0),
        ("soon", "2025-01-01", 1.0),
    ],
)
def test_likeness_fades_with_days_known_to_be_apart(one: str, other: str | None, left: float) -> None:
    assert faded({(0, 1): 0.5}, [one, other]) == {(0, 1): pytest.approx(0.5 * left)}
