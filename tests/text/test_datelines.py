"""The day in a wire's dateline."""

import pytest

from parley.text.datelines import dateline_of

TOLD = [
    ("LINDEN, March 5 (Coastal Wire) -- Dockers met.", ("LINDEN", None, 3, 5)),
    ("PORT CALLOW, Jan. 12, 2024 (Wire) - Dockers met.", ("PORT CALLOW", 2024, 1, 12)),
    ("LINDEN, 5 March 2024 — Dockers met.", ("LINDEN", 2024, 3, 5)),
    ("LINDEN, March 5. /COAST/. Dockers met.", ("LINDEN", None, 3, 5)),
    ("LINDEN (Coastal Wire), March 5 – Dockers met.", ("LINDEN", None, 3, 5)),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_dateline(text: str, expected: tuple[str, int | None, int, int]) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place, found.year, found.month, found.day) == expected


@pytest.mark.parametrize(
    "text", ["LINDEN (Coastal Wire) — Dockers met.", "Linden, March 5: dockers met.", "In March 5 of them met."]
)
def test_no_day(text: str) -> None:
    assert dateline_of(text) is None


def test_a_day_without_a_year_is_no_day_until_one_is_given() -> None:
    found = dateline_of("LINDEN, Feb. 29 (Wire) -- Dockers met.")
    assert found is not None
    assert (found.iso(), found.iso(2023), found.iso(2024)) == (None, None, "2024-02-29")
