"""Which names are agencies'."""

import re

import pytest

from parley.text.agencies import AGENCY, is_agency, is_newsroom


@pytest.mark.parametrize("name", ["AP", "The Associated Press", "AFP/dpa", "Reuters, AP", "PA", "Anadolu and AFP"])
def test_agencies(name: str) -> None:
    assert is_agency(name)


@pytest.mark.parametrize("name", ["left", "Labour", "Coastal Wire", "AP Photo", "", "World Health Organization"])
def test_no_agency(name: str) -> None:
    assert not is_agency(name)


def test_a_newsroom_is_known_by_its_word() -> None:
    assert is_newsroom("Coastal Wire")
    assert not is_newsroom("Port Callow")


def test_the_longest_name_is_found_first() -> None:
    found = re.search(AGENCY, "By Jonas Pell, The Associated Press")
    assert found and found.group() == "The Associated Press"
    assert re.search(AGENCY, "MAPS and APPS") is None
