"""The sides from which any words can be narrowed: who wrote, who speaks, whose position, on what, when."""

from dataclasses import replace

from parley.views.aspects import Aspects, Surroundings
from tests.factories import span
from tests.views.web.world import COMPANY, GAZETTE, LONG, NIGHTS, RAISE, UNION, VANCE, WIRE, record


def test_words_of_a_paragraph_have_its_speaker_party_and_issue() -> None:
    around = Surroundings(record())
    assert around.of((span(WIRE, "“Nobody will close the door on these talks,” Nora Vance said"),)) == Aspects(
        outlet=frozenset({"Coastal Wire"}),
        speaker=frozenset({VANCE.id}),
        party=frozenset({UNION.id}),
        date=frozenset({"2024-03-05"}),
    )
    both = around.of((span(WIRE, "demanded a nine percent raise when talks"), span(GAZETTE, "open to a limit")))
    assert (both.party, both.issue) == (frozenset({UNION.id, COMPANY.id}), frozenset({RAISE.id, NIGHTS.id}))
    assert both.outlet == {"Coastal Wire", "Harbour Gazette"}


def test_words_beside_all_facts_have_their_article_only() -> None:
    around = Surroundings(record())
    assert around.of((span(LONG, "Paragraph 7 "),)) == Aspects(
        outlet=frozenset({"Tide Radio"}), date=frozenset({"2024-03-09"})
    )
    assert around.of(()) == Aspects()


def test_a_long_record_is_narrowed_by_month() -> None:
    whole = record()
    many = tuple(replace(whole.readings[0], article=f"a{n}", published=f"2024-01-{n:02}") for n in range(1, 28))
    assert Surroundings(replace(whole, readings=many)).date("2024-01-05T10:00") == "2024-01"
    assert Surroundings(whole).date("2024-01-05T10:00") == "2024-01-05"
