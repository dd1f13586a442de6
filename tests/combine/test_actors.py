"""Who is who across articles, and what a person's decisions change."""

from typing import Any

import pytest

from parley.combine.actors import Roster, unite_actors
from parley.record import NONE, Actor, ActorKind, Decision, DecisionKind, Decisions, Reading, Target, short_id
from tests.factories import article, reading, span

PERSON, BODY, STATE = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE


def told(name: str, kind: ActorKind = PERSON, party: str | None = None, **fields: Any) -> Actor:
    return Actor(short_id("actor", name, kind), name, kind, party=party, **fields)


def readings(*articles: list[Actor]) -> list[Reading]:
    return [reading(article(".", id=str(n)), actors=tuple(a)) for n, a in enumerate(articles)]


def unite(*articles: list[Actor], decisions: Decisions = NONE) -> Roster:
    return unite_actors([], readings(*articles), decisions)


def decide(kind: DecisionKind, *subjects: str, field: str | None = None, value: str | None = None) -> Decisions:
    return (Decision(kind, Target.ACTOR, subjects, "", "me", "2024-03-05", field, value),)


def key(name: str, kind: ActorKind = PERSON) -> str:
    return short_id("actor", name, kind)


ONE = [
    ("Pavel Ryabkov", "Pavel Riabkov"),
    ("Sergei Orlov", "Sergey Orlov"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Mohammed al-Sudani", "Muhammad Al-Sudani"),
    ("Wendy R. Adler", "Wendy Adler"),
    ("Joe Bell", "Joseph Bell"),
    ("N. Vance", "Nora Vance"),
    ("Vance", "Nora Vance"),
]
SEVERAL = [
    ("Anna Ivanova", "Boris Ivanova"),
    ("Tomas Reyl", "Tomas Roel"),
    ("Nora Vance", "Nora Vale"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_person(a: str, b: str) -> None:
    assert len(unite([told(a)], [told(b)]).actors) == 1


@pytest.mark.parametrize(("a", "b"), SEVERAL)
def test_two_persons(a: str, b: str) -> None:
    assert len(unite([told(a)], [told(b)]).actors) == 2


def test_a_surname_of_two_persons_stays_apart_unless_the_party_tells() -> None:
    both = [told("Anna Ivanova", party="Russia"), told("Boris Ivanova"), told("Russia", STATE)]
    assert len(unite(both, [told("Ivanova")]).actors) == 4
    roster = unite(both, [told("Ivanova", party="Russia"), told("Russia", STATE)])
    assert roster.id_of("1", "Ivanova") == roster.id_of("0", "Anna Ivanova")


def test_a_surname_of_another_party_stays_apart() -> None:
    a = [told("Nora Vance", party="Chile"), told("Chile", STATE)]
    b = [told("Vance", party="Peru"), told("Peru", STATE)]
    assert len([x for x in unite(a, b).actors if x.kind is PERSON]) == 2


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        ("Coastal Shipping Board", "CSB", "Coastal Shipping Board"),
        ("The Port Labour Board", "Port Labor Board", "Port Labor Board"),
        ("NATO", "North Atlantic Treaty Organization", "NATO"),
        ("United Dockers’ Federation", "United Dockers' Federation", "United Dockers' Federation"),
    ],
)
def test_one_body(a: str, b: str, name: str) -> None:
    assert [x.name for x in unite([told(a, BODY)], [told(b, BODY)]).actors] == [name]


def test_a_noun_stands_for_the_only_body_that_is_called_so() -> None:
    named = told("United Dockers’ Federation", BODY, aliases=("the federation",))
    assert len(unite([named], [told("federation", BODY)]).actors) == 1
    other = told("Drivers’ Federation", BODY, aliases=("the federation",))
    assert len(unite([named], [other], [told("federation", BODY)]).actors) == 3


def test_offices_aliases_and_mentions_are_united() -> None:
    a, b = article("Sherman spoke.", id="0"), article("Wendy Adler Sherman spoke.", id="1")
    first = told("Sherman", offices=("US Deputy Secretary",), mentions=(span(a, "Sherman"),))
    second = told("Ann Sherman", offices=("U.S. deputy secretary",), mentions=(span(b, "Sherman"),))
    (actor,) = unite([first], [second]).actors
    assert actor.name == "Ann Sherman"
    assert actor.aliases == ("Sherman",)
    assert actor.offices == ("U.S. deputy secretary",)
    assert len(actor.mentions) == 2


def test_party_is_an_id() -> None:
    roster = unite([told("Nora Vance", party="Chile"), told("Chile", STATE)])
    assert roster.party_of(key("Nora Vance")) == key("Chile", STATE)
    assert roster.party_of(key("Chile", STATE)) == key("Chile", STATE)
    assert roster.party_of("nobody") is None


def test_a_body_is_found_by_its_name_in_other_articles() -> None:
    roster = unite([told("United States", STATE, aliases=("U.S.",))], [])
    assert roster.id_of("1", "U.S.") == key("United States", STATE)
    assert roster.id_of("1", "Nora Vance") is None
    assert roster.id_of("1", None) is None


def test_order_of_input_changes_nothing() -> None:
    groups = [[told("Vance"), told("CSB", BODY)], [told("Nora Vance")], [told("Coastal Shipping Board", BODY)]]
    assert unite(*groups).actors == unite(*groups[::-1]).actors


def test_merge_redirects_names() -> None:
    merged = decide(DecisionKind.MERGE, key("Nora Vance"), key("Nora Vale"))
    roster = unite([told("Nora Vance")], [told("Nora Vale", offices=("president",))], decisions=merged)
    (actor,) = roster.actors
    assert (actor.id, actor.aliases, actor.offices) == (key("Nora Vance"), ("Nora Vale",), ("president",))
    assert roster.id_of("1", "Nora Vale") == key("Nora Vance")


def test_merge_redirects_parties() -> None:
    merged = decide(DecisionKind.MERGE, key("Union", BODY), key("Guild", BODY))
    roster = unite([told("Union", BODY), told("Guild", BODY), told("Nora Vance", party="Guild")], decisions=merged)
    assert roster.party_of(key("Nora Vance")) == key("Union", BODY)


def test_split_reject_and_correct() -> None:
    pair = [told("Sergei Orlov")], [told("Sergey Orlov")]
    whole = unite(*pair).actors[0].id
    assert [a.name for a in unite(*pair, decisions=decide(DecisionKind.SPLIT, whole)).actors] == [
        "Sergei Orlov",
        "Sergey Orlov",
    ]
    gone = unite(*pair, decisions=decide(DecisionKind.REJECT, whole))
    assert (gone.actors, gone.id_of("0", "Sergei Orlov")) == ((), None)
    renamed = unite(*pair, decisions=decide(DecisionKind.CORRECT, whole, field="name", value="S. Orlov"))
    assert [(a.id, a.name) for a in renamed.actors] == [(whole, "S. Orlov")]
