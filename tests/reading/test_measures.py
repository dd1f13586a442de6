"""Measures outside the talks: who takes them, against whom, and whether they are in force."""

import pytest

from parley.reading.measures import find_measures
from parley.reading.prose import plain
from tests.reading.test_stances import cast

MEASURES = [
    ("Kestrel imposed tariffs on Lindmark.", ("Kestrel", "tariffs", "Lindmark", "in_force")),
    ("Kestrel will impose sanctions on Orsova.", ("Kestrel", "sanctions", "Orsova", "announced")),
    ("Orsova lifted its embargo on Friday.", ("Orsova", "embargo", None, "ended")),
    ("The union called off its strike.", ("federation", "strike", None, "ended")),
    ("The union announced a strike for Monday.", ("federation", "strike", None, "announced")),
    ("Meridian threatened a lockout.", ("Meridian", "lockout", None, "threatened")),
    ("Orsova expelled three diplomats on Monday.", ("Orsova", "expulsion of diplomats", None, "in_force")),
    ("Orsova has massed troops near Kestrel.", ("Orsova", "troop build-up", "Kestrel", "in_force")),
    ("Tariffs on Lindmark were imposed by Kestrel.", ("Kestrel", "tariffs", "Lindmark", "in_force")),
    ("Kestrel’s embargo was lifted on Friday.", ("Kestrel", "embargo", None, "ended")),
    ("Members of the union cheered. The strike was called off.", ("federation", "strike", None, "ended")),
    ("Kestrel suspended its mission in the port.", ("Kestrel", "suspension of mission", None, "in_force")),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES, ids=[t for t, _ in MEASURES])
def test_measures(text: str, expected: tuple[str, str, str | None, str]) -> None:
    (found,) = find_measures(plain(text), cast(text))
    assert (found.actor, found.kind, found.target, found.status.value) == expected


def test_a_measure_on_a_condition_is_a_threat() -> None:
    text = "The union will call a strike if the company refuses talks."
    (found,) = find_measures(plain(text), cast(text))
    assert (found.status, found.condition) == ("threatened", "if the company refuses talks")


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel did not impose tariffs on Lindmark.",
        "Kestrel could impose tariffs on Lindmark.",
        "Talks will end if Kestrel imposes tariffs.",
        "A strike would cost exporters a fortune.",
    ],
)
def test_what_nobody_did_or_announced_is_no_measure(text: str) -> None:
    assert find_measures(plain(text), cast(text)) == ()
