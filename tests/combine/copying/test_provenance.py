"""Where an article says that its words come from."""

import pytest

from parley.combine.copying.provenance import provenance, same_name
from parley.record import Block, BlockKind, Credit, CreditKind, Span
from tests.factories import article, reading, span

BODY = "The talks between the dockers and the harbour company broke up late on Tuesday without a deal."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("PORT CALLOW (Reuters) - The talks broke up.", "reuters"),
        ("By Lena Marsh, Associated Press", "associatedpress"),
        ("By The Associated Press", "associatedpress"),
        ("AFP • March 5, 2024", "agencefrancepresse"),
        ("Associated Press writers Lena Marsh and Ines Holm contributed to this report.", "associatedpress"),
        ("(Reporting by Lena Marsh; Editing by Jonas Pell)", "reuters"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "associatedpress"),
    ],
)
def test_agencies_sign(line: str, agency: str) -> None:
    of = article(f"{BODY}\n{line}")
    assert list(provenance(of, reading(of)).agencies) == [agency]


@pytest.mark.parametrize(
    "line",
    [
        "Dockers wait for news on Tuesday. Photo: Ines Holm, AP",
        "Ines Holm/Reuters",
        "Credit Associated Press",
        "Sorley told Reuters on Monday that the company had no money left for a raise of nine percent for all of them.",
        "THE GAP between the sides is narrow",
    ],
)
def test_photographers_and_mentions_do_not(line: str) -> None:
    of = article(f"{BODY}\n{line}")
    assert provenance(of, reading(of)).agencies == {}


@pytest.mark.parametrize(
    ("line", "giver"),
    [
        ("harbourpost.example/2024/03/05/talks-break-up", "harbourpost"),
        ("Harbour Post Posted at 8:00 am on March 5", "harbourpost"),
    ],
)
def test_an_excerpt_names_its_giver(line: str, giver: str) -> None:
    of = article(f"{BODY}\n{line}", outlet="Morning Signal")
    assert list(provenance(of, reading(of)).givers) == [giver]


def test_a_byline_may_name_another_newsroom() -> None:
    of = article(f"By Lena Marsh and Jonas Pell Harbour Post\n{BODY}", outlet="Morning Signal")
    blocks = (
        Block(BlockKind.BYLINE, span(of, "By Lena Marsh and Jonas Pell Harbour Post")),
        Block(BlockKind.BODY, span(of, BODY)),
    )
    assert "harbourpost" in provenance(of, reading(of, blocks=blocks)).givers


def test_its_own_name_is_no_giver() -> None:
    of = article(f"{BODY}\nmorningsignal.example/2024/03/05/talks", outlet="Morning Signal")
    assert provenance(of, reading(of)).givers == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("AP", "The Associated Press", True),
        ("Harbour Post", "www.harbourpost.example", True),
        ("The Harbour Post", "Harbour Post", True),
        ("Harbour Post", "Harbour Gazette", False),
        ("", "", False),
        (None, "AP", False),
    ],
)
def test_names_of_outlets(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_credit_that_signs_a_picture_is_none_of_the_text() -> None:
    of = article(f"{BODY}\nCreditInes Holm/Reuters\n{BODY}\nReuters")
    first, last = (Span(of.id, n, n + 7) for n in (of.text.index("Reuters"), of.text.rindex("Reuters")))
    pictured = reading(of, credits=(Credit(CreditKind.AGENCY, "Reuters", first),))
    signed = reading(of, credits=(Credit(CreditKind.AGENCY, "Reuters", last),))
    assert provenance(article(of.text.removesuffix("\nReuters")), pictured).agencies == {}
    assert list(provenance(of, signed).agencies) == ["reuters"]
