"""Hard constructions: passives, nouns, asides, appositions, exchanges; sentences of trade and climate talks."""

from dataclasses import replace

import pytest

from parley.reading.prose import plain
from parley.reading.stances import find_stances
from parley.record import ActorKind
from tests.reading.test_stances import cast, stances, told

KINDS = {"Kestrel": ActorKind.STATE, "Orsova": ActorKind.STATE}

CONSTRUCTIONS = [
    # nouns
    ("Opposition to any phase-out came from the union too.", ("federation", "rejects", "to any phase-out")),
    ("Support for the plan came from Kestrel.", ("Kestrel", "supports", "for the plan")),
    ("Orsova’s demand that Kestrel open its dairy market was called a distraction by Lindmark.", ("Orsova", "demands", "that Kestrel open its dairy market")),
    ("Kestrel stood by its demand for an inquiry.", ("Kestrel", "supports", "its demand for an inquiry")),
    # passives
    ("Orsova’s demand was called a distraction by Lindmark.", ("Lindmark", "rejects", "Orsova’s demand")),
    ("The removal of the paragraph on coal, demanded by Orsova, was put off.", ("Orsova", "demands", "The removal of the paragraph on coal")),
    ("Meridian was urged by the ministry to return to the table.", ("ministry", "demands", "to return to the table")),
    # asides and what is said of an issue
    ("Kestrel ruled out, however, any increase in the dairy quota.", ("Kestrel", "rejects", "any increase in the dairy quota")),
    ("Lindmark offered to mediate, an offer that Kestrel declined.", ("Lindmark", "offers", "to mediate")),
    ("Kestrel, which had demanded a start in 2032, voted for the decision.", ("Kestrel", "demands", "a start in 2032")),
    ("Vance said the union accepted the deal because Meridian had come on board.", ("federation", "accepts", "the deal")),
    ("Kestrel has refused to put milk on the table, Orsova’s chief negotiator said Tuesday.", ("Kestrel", "refuses", "to put milk on the table")),
    # exchanges and conditions
    ("Kestrel would contribute 2 billion crowns if Orsova paid its share.", ("Kestrel", "offers", "contribute 2 billion crowns")),
    ("In return Kestrel would raise the duty-free steel quota.", ("Kestrel", "offers", "raise the duty-free steel quota")),
    ("Kestrel is prepared to shorten the phase-out, provided that the quota rises.", ("Kestrel", "open_to", "to shorten the phase-out")),
    ("Kestrel hinted that it might settle for 3 billion.", ("Kestrel", "open_to", "for 3 billion")),
    # opposition
    ("Kestrel denies having received any such offer.", ("Kestrel", "denies", "having received any such offer")),
    ("A ceasefire is out of the question, Orsova said.", ("Orsova", "rejects", "A ceasefire")),
    ("There will be no talks until the blockade ends, Kestrel said.", ("Kestrel", "refuses", "talks until the blockade ends")),
    ("The union voted down the contract.", ("federation", "rejects", "the contract")),
    ("The union would block the port next week.", ("federation", "threatens", "the port next week")),
    ("Kestrel would block the draft, it said.", ("Kestrel", "refuses", "the draft")),
    ("Kestrel has neither endorsed nor rejected the idea of a fund.", ("Kestrel", "open_to", "the idea of a fund")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONSTRUCTIONS, ids=[t for t, _ in CONSTRUCTIONS])
def test_constructions(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


NOTHING = [
    "Vance refused to be drawn.",
    "There will be no rain on Monday, Vance said.",
    "The union has not said whether it will accept.",
    "The question of the port was out of date, Vance said.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_takes_no_stance(text: str) -> None:
    assert told(text) == set()


def test_both_governments_are_states_though_a_union_is_spoken_of_more() -> None:
    text = "The union met the union. Kestrel and Orsova talked. Both governments rejected the plan."
    known = cast(text)
    states = replace(known, actors=tuple(replace(a, kind=KINDS.get(a.name, a.kind)) for a in known.actors))
    assert {s.party for s in find_stances(plain(text), states, ())} == {"Kestrel", "Orsova"}


def test_a_condition_ends_before_its_speaker() -> None:
    (found,) = stances("Orsova would lift the embargo as long as the truce lasts, Orsova said.")
    assert found.condition == "as long as the truce lasts"
