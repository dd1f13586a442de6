"""Stances of single sentences, over labour, trade, climate and diplomatic talks."""

import re

import pytest

from parley.reading.cast import Cast
from parley.reading.prose import plain
from parley.reading.stances import find_stances
from parley.record import Actor, ActorKind, Attribution, Quote, QuoteKind, Span, Speaker, Stance

BODIES = {
    "federation": ("the federation", "the union", "The federation", "The union", "United Dockers"),
    "Meridian": ("Meridian", "the company", "The company"),
    "Kestrel": ("Kestrel", "Kestrel’s", "KESTREL"),
    "Lindmark": ("Lindmark", "LINDMARK"),
    "Orsova": ("Orsova", "ORSOVA"),
    "ministry": ("the ministry", "The ministry"),
}
PEOPLE = {"Nora Vance": ("federation", "Nora Vance", "Vance"), "Edwin Sorley": ("Meridian", "Edwin Sorley", "Sorley")}


def cast(text: str) -> Cast:
    def places(names: tuple[str, ...]) -> tuple[Span, ...]:
        either = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
        return tuple(Span("a", *m.span()) for m in re.finditer(rf"\b(?:{either})\b", text))

    bodies = [Actor(n, n, ActorKind.ORGANISATION, mentions=places(words)) for n, words in BODIES.items()]
    people = [Actor(n, n, ActorKind.PERSON, party=w[0], mentions=places(w[1:])) for n, w in PEOPLE.items()]
    return Cast(tuple(a for a in (*bodies, *people) if a.mentions))


def stances(text: str, quotes: tuple[Quote, ...] = ()) -> list[Stance]:
    return list(find_stances(plain(text), cast(text), quotes))


def told(text: str, quotes: tuple[Quote, ...] = ()) -> set[tuple[str, str, str]]:
    return {(s.party, s.stance.value, s.issue) for s in stances(text, quotes)}


ONE = [
    # labour
    ("The federation demanded a 9 percent raise.", ("federation", "demands", "a 9 percent raise")),
    ("The union called for a limit on night shifts.", ("federation", "demands", "for a limit on night shifts")),
    ("The union wants Meridian to withdraw the plan.", ("federation", "demands", "Meridian to withdraw the plan")),
    ("Meridian offered a 4 percent raise, its lawyer said.", ("Meridian", "offers", "a 4 percent raise")),
    ("Meridian refused to discuss pensions.", ("Meridian", "refuses", "to discuss pensions")),
    ("The company would not accept a cap on overtime.", ("Meridian", "refuses", "a cap on overtime")),
    ("Vance dismissed the wage plan as a stunt.", ("federation", "rejects", "the wage plan")),
    ("The union ruled out any cut to pensions on Friday.", ("federation", "rejects", "any cut to pensions")),
    ("The union did not rule out a strike.", ("federation", "open_to", "a strike")),
    ("The company denied that it planned any dismissals.", ("Meridian", "denies", "that it planned any dismissals")),
    ("The union agreed to new cranes in the port, but rejected night work.", ("federation", "accepts", "to new cranes in the port")),
    # trade
    ("Kestrel’s demand for lower tariffs surprised nobody.", ("Kestrel", "demands", "for lower tariffs")),
    ("Lindmark is ready to discuss quotas on steel.", ("Lindmark", "open_to", "to discuss quotas on steel")),
    ("Lindmark was opposed to the levy on ships.", ("Lindmark", "rejects", "to the levy on ships")),
    ("Orsova voiced its opposition to the fish quota.", ("Orsova", "rejects", "to the fish quota")),
    ("The tariff plan was rejected by Orsova.", ("Orsova", "rejects", "The tariff plan")),
    ("Orsova urged Kestrel to lift its ban on timber.", ("Orsova", "demands", "Kestrel to lift its ban on timber")),
    # climate
    ("Lindmark proposed deleting the second paragraph.", ("Lindmark", "offers", "deleting the second paragraph")),
    ("KESTREL did not support the draft text on forests.", ("Kestrel", "rejects", "the draft text on forests")),
    ("Orsova stressed the importance of public money.", ("Orsova", "supports", "the importance of public money")),
    # diplomacy
    ("Kestrel left open the possibility of new talks.", ("Kestrel", "open_to", "of new talks")),
    ("Orsova has no plans to attack the island.", ("Orsova", "denies", "to attack the island")),
    ("Orsova declined to meet the envoys.", ("Orsova", "refuses", "to meet the envoys")),
    # other ways of saying it
    ("Lindmark stood firm against any change to the treaty.", ("Lindmark", "rejects", "any change to the treaty")),
    ("Vance called the offer unacceptable.", ("federation", "rejects", "the offer")),
    ("Neither Kestrel nor Lindmark accepted the plan.", ("Kestrel", "rejects", "the plan")),
    ("The draft, which Orsova rejected, sets a cap on emissions.", ("Orsova", "rejects", "The draft")),
    ("Orsova hinted it could support the text.", ("Orsova", "open_to", "the text")),
    ("Meridian rejected accusations that it had bargained in bad faith.", ("Meridian", "denies", "accusations that it had bargained in bad faith")),
    ("Kestrel signalled its willingness to cut tariffs.", ("Kestrel", "open_to", "to cut tariffs")),
    ("Vance said her members would walk out on Monday unless pay rises.", ("federation", "threatens", "walk out")),
    ("Talks opened with Orsova demanding a cut and Kestrel refusing to go below its quota.", ("Kestrel", "refuses", "to go below its quota")),
    ("Kestrel agreed early on Monday to a truce.", ("Kestrel", "accepts", "to a truce")),
    ("Sorley said the union would sign no contract without a raise, but Meridian was in favour of arbitration.", ("Meridian", "supports", "of arbitration")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[t for t, _ in ONE])
def test_a_sentence_takes_one_stance(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


NONE = [
    "Meridian declined to comment on the talks.",
    "The union no longer demands a second crane.",
    "Lindmark suggested the meeting had been long.",
    "The company could reject the plan next week.",
    "The federation said the talks were short.",
    "Meridian asked whether the plan was ready.",
    "Orsova supported rebels in the northern hills.",
    "The union asked its members to vote.",
    "Talks between Kestrel and Lindmark opened on Monday.",
    "Kestrel dropped its demand for an early vote.",
    "Orsova backed away from its promise to cut emissions.",
    "Kestrel lifted its objections to the route.",
    "Meridian offered condolences to the families.",
    "Nothing the union is proposing would help the port.",
    "The company signed two executive orders.",
    "Meridian refused to say it supports the plan.",
]


@pytest.mark.parametrize("text", NONE)
def test_ordinary_sentences_take_no_stance(text: str) -> None:
    assert told(text) == set()


def test_an_answer_still_to_come_is_no_acceptance_and_no_rejection() -> None:
    (found,) = stances("Orsova has neither accepted nor rejected the truce.")
    assert (found.stance, found.conditional, found.condition) == ("open_to", True, None)


def test_two_stances_share_a_subject() -> None:
    found = told("Meridian offered a bonus and rejected the demand for a limit on night shifts.")
    assert found >= {
        ("Meridian", "offers", "a bonus"),
        ("Meridian", "rejects", "the demand for a limit on night shifts"),
    }


def test_a_condition_is_not_part_of_the_issue() -> None:
    (found,) = stances("The union will call a strike if the company refuses talks, Vance warned.")
    assert (found.party, found.stance, found.issue) == ("federation", "threatens", "call a strike")
    assert (found.conditional, found.condition) == (True, "if the company refuses talks")


def test_as_long_as_it_takes_is_no_condition() -> None:
    (found,) = stances("Meridian is ready to meet for as long as it takes.")
    assert not found.conditional


def test_we_is_the_party_of_the_speaker() -> None:
    text = "“We will not negotiate under pressure,” Vance said."
    spoken = Quote((Span("a", 1, 38),), QuoteKind.DIRECT, None, Speaker(None, "Nora Vance", ActorKind.PERSON), 0.9)
    (found,) = stances(text, (spoken,))
    assert (found.party, found.stance, found.issue) == ("federation", "refuses", "negotiate under pressure")
    assert (found.speaker, found.attribution) == ("Nora Vance", Attribution.OWN)


def test_what_the_other_side_says_of_a_party_is_marked() -> None:
    (found,) = stances("Sorley said the union rejected the pension plan.")
    assert (found.party, found.speaker, found.attribution) == (
        "federation",
        "Edwin Sorley",
        Attribution.REPORTED_BY_OTHER,
    )


def test_a_demand_names_whom_it_addresses() -> None:
    (found,) = stances("Orsova urged Kestrel to lift its ban on timber.")
    assert found.target == "Kestrel"


def test_they_are_all_who_say_so() -> None:
    found = told("Kestrel and Lindmark say they are ready to discuss quotas.")
    assert {p for p, s, _ in found if s == "open_to"} == {"Kestrel", "Lindmark"}


def test_sides_taken_by_name() -> None:
    found = told("KESTREL, supported by LINDMARK, and opposed by ORSOVA, proposed a fund for forests.")
    assert found == {
        ("Kestrel", "offers", "a fund for forests"),
        ("Lindmark", "offers", "a fund for forests"),
        ("Orsova", "rejects", "a fund for forests"),
    }


def test_opposition_that_opens_a_sentence() -> None:
    found = told("Opposed by Orsova, Kestrel recommended recording the vote.")
    assert found == {
        ("Kestrel", "supports", "recording the vote"),
        ("Orsova", "rejects", "recording the vote"),
    }


def test_who_speaks_for_others_binds_them() -> None:
    found = told("Kestrel, on behalf of Lindmark, urged donors to pay.")
    assert {p for p, s, _ in found if s == "demands"} == {"Kestrel", "Lindmark"}


def test_every_issue_and_cue_is_a_slice_of_the_text() -> None:
    text = "Meridian, opposed by the union, offered a bonus unless the union walks out."
    found = stances(text)
    assert found
    for stance in found:
        assert stance.issue in text
        assert text[stance.cue.start : stance.cue.end] == "offered"
        assert stance.span.start <= stance.cue.start < stance.cue.end <= stance.span.end


MOVES = [
    ("Meridian would drop the plan if the union met it on pay.", ("Meridian", "offers", "drop the plan")),
    ("Meridian would lift the ban “if the union meets us on pay.”", ("Meridian", "offers", "lift the ban")),
    ("Meridian said it could live with the contract.", ("Meridian", "accepts", "with the contract")),
    ("The union said it could live with cranes.", ("federation", "open_to", "with cranes")),
    ("Meridian could not afford 9 percent.", ("Meridian", "rejects", "9 percent")),
    ("The ministry was ready to mediate.", ("ministry", "offers", "to mediate")),
    ("The ministry asked Lindmark for a ban on strikes.", ("ministry", "demands", "Lindmark for a ban on strikes")),
    ("The union called the ban “an attack on our rights.”", ("federation", "rejects", "the ban")),
    ("Sorley called the contract “fair and generous.”", ("Meridian", "supports", "the contract")),
    ("The union voted 5 to 2 to reject the contract.", ("federation", "rejects", "the contract")),
    ("The union voted to authorise a strike.", ("federation", "threatens", "a strike")),
    ("The ministry criticised the contract, saying it would raise costs.", ("ministry", "rejects", "the contract")),
    ("Sorley said the claim was unrealistic.", ("Meridian", "rejects", "the claim")),
    ("The union's organiser, Nora Vance, rejected the contract.", ("federation", "rejects", "the contract")),
    ("Members of the union voted by 81 percent to turn down a deal worth 5 percent.", ("federation", "rejects", "a deal worth 5 percent")),
    ("Vance warned that drivers would block the port if the cut took effect.", ("federation", "threatens", "block the port")),
    ("The union's board rejected the plan for cranes.", ("federation", "rejects", "the plan for cranes")),
    ("The union, which marched to the hall with 300 people, rejected the cut as too slow.", ("federation", "rejects", "the cut")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MOVES)
def test_moves_of_talks(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_a_plan_given_up_is_too_unsure_to_count_alone() -> None:
    (stance,) = stances("Meridian withdrew its plan for night shifts.")
    assert (stance.stance, stance.score < 0.5) == ("accepts", True)
    assert not told("The union dropped its demand for a bonus.")


def test_what_is_awaited_is_not_done() -> None:
    assert not told("Vance said she would stay until Meridian agreed to cap overtime.")


SHORT_ANSWERS = [
    ("The union demanded a cap on overtime. Meridian refused.", ("Meridian", "refuses", "a cap on overtime")),
    ("Meridian offered 4 percent. The union declined on Friday, saying it was late.", ("federation", "refuses", "4 percent")),
    ("Meridian offered 4 percent. The union said no.", ("federation", "refuses", "4 percent")),
    ("Vance accused Sorley of stalling for weeks. Sorley denied it.", ("Meridian", "denies", "stalling for weeks")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHORT_ANSWERS)
def test_a_short_answer_takes_what_was_asked_before(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_nobody_refuses_what_nobody_asked() -> None:
    assert not told("The talks began on Monday. Meridian refused.")
    assert told("The union demanded a cap. The union refused.") == {("federation", "demands", "a cap")}
