"""What a phrase names: folded content words without plural endings."""

import pytest

from parley.text.things import singular, thing


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the 9,000 dock workers", {"dock", "worker"}),
        ("The port’s two new cranes", {"port", "two", "crane"}),
        ("duties on Élysian buses", {"duty", "elysian", "buse"}),
        ("of the", set()),
        ("", set()),
    ],
)
def test_thing(phrase: str, words: set[str]) -> None:
    assert thing(phrase) == words


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("demands", "demand"),
        ("parties", "party"),
        ("losses", "loss"),
        ("taxes", "tax"),
        ("crisis", "crisis"),
        ("bus", "bus"),
    ],
)
def test_singular(plural: str, single: str) -> None:
    assert singular(plural) == single
