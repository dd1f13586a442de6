"""Who takes part in short articles about talks on labour, trade, climate and peace; all places and people are made up."""

import pytest

from parley.reading.actors import find_cast
from parley.reading.prose import plain
from parley.record import ActorKind

PERSON, STATE, BODY = ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION

# name, kind, an office, party
Told = tuple[str, ActorKind, str | None, str | None]

TRADE = """Corvane's foreign minister said on Monday that the talks with Norland had failed.

The Corvane government accuses Norland of dumping timber. Corvane and Norland agreed in May to cut duties by half.

"We were patient," Trade Minister Ilka Brandvold told reporters in Lowen. Norland's parliament has yet to vote.

The Sawmill League, whose chairwoman, Anna Nerud, met the minister, demanded a higher duty."""

STEEL = """Sweden's trade minister said on Tuesday that the duty on glass had to go before talks on fish could begin.

"Our furnaces are cold," Trade Minister Milo Ruzek told reporters. Peru denies that it ever made an offer.

The Glass and Lamp Chamber condemned the plan. Its president, Berta Kohl, wants the duty to stay. The Peruvian delegation
left early."""

CLIMATE = """The Southern Bloc rejected a fund for harbours on Friday, the second day of the climate talks in Brenn.

"We cannot accept a new bank," said its envoy, Kaisa Hallberg. The bloc would rather lend.

Bluewave, a campaign group whose director, Paul Oseni, accused the bloc of stalling, walked out of the hall.

The islands' negotiator, Selu Tamati, threatened to leave too."""

HARBOUR = """The employers' federation rejected the demand of the drivers' union for a shorter week on Thursday.

The drivers' union had asked for 35 hours. "We will walk," said its leader, Bernard “Bear” Olufsen.

Olufsen said that the employers' federation had not moved. The bakers' union offered to mediate."""

BLOC = """The bloc's trade chief will fly to Lima next week to save the pact, officials said.

The European Union wants lower duties on wine. "It is late, but not too late," trade chief Mirella Costanzi said on Monday.

Costanzi added that Chile must open its market."""

PEACE = """Valmera and the Free Hill Army agreed on a truce on Sunday after talks in Tarn.

President Osei Dranko of Valmera signed for his country. Commander Lio Sant signed for the Free Hill Army.

Valmera's capital was quiet. Valmera demands that fighters leave the border, a spokesman said."""

WAGES = """Fairtram raised its offer to 4 percent on Wednesday, and drivers rejected it within the hour.

Fairtram said that it could not pay more. "There is no more money," Fairtram's chief executive, Dora Lind, said.

The Tram Crews' Union, led by Tomas Rell, plans a strike. Rell wants 7 percent."""

SUMMIT = """Prime ministers Hella Lund of Denmark and Ivar Matek of Poland signed the accord on Saturday.

"Nobody lost," Lund said. Matek said that his government had got what it came for.

The Coastal Circle, a group of small states, welcomed the accord."""

EXPECTED: list[tuple[str, Told]] = [
    (TRADE, ("Corvane", STATE, None, None)),
    (TRADE, ("Norland", STATE, None, None)),
    (TRADE, ("Sawmill League", BODY, None, None)),
    (TRADE, ("Anna Nerud", PERSON, "chairwoman", "Sawmill League")),
    (TRADE, ("Ilka Brandvold", PERSON, "Trade Minister", None)),
    (STEEL, ("Sweden", STATE, None, None)),
    (STEEL, ("Milo Ruzek", PERSON, "Trade Minister", "Sweden")),
    (STEEL, ("Glass and Lamp Chamber", BODY, None, None)),
    (STEEL, ("Berta Kohl", PERSON, "president", "Glass and Lamp Chamber")),
    (CLIMATE, ("Southern Bloc", BODY, None, None)),
    (CLIMATE, ("Kaisa Hallberg", PERSON, "envoy", "Southern Bloc")),
    (CLIMATE, ("Bluewave", BODY, None, None)),
    (CLIMATE, ("Paul Oseni", PERSON, "director", "Bluewave")),
    (CLIMATE, ("Selu Tamati", PERSON, "negotiator", None)),
    (HARBOUR, ("employers' federation", BODY, None, None)),
    (HARBOUR, ("drivers' union", BODY, None, None)),
    (HARBOUR, ("bakers' union", BODY, None, None)),
    (HARBOUR, ("Bernard “Bear” Olufsen", PERSON, "leader", "drivers' union")),
    (BLOC, ("Mirella Costanzi", PERSON, "trade chief", "European Union")),
    (PEACE, ("Valmera", STATE, None, None)),
    (PEACE, ("Osei Dranko", PERSON, "President", "Valmera")),
    (PEACE, ("Free Hill Army", BODY, None, None)),
    (WAGES, ("Fairtram", BODY, None, None)),
    (WAGES, ("Dora Lind", PERSON, "chief executive", "Fairtram")),
    (WAGES, ("Tomas Rell", PERSON, None, "Tram Crews' Union")),
    (SUMMIT, ("Hella Lund", PERSON, None, "Denmark")),
    (SUMMIT, ("Ivar Matek", PERSON, None, "Poland")),
    (SUMMIT, ("Coastal Circle", BODY, None, None)),
]


@pytest.mark.parametrize(("text", "told"), EXPECTED)
def test_who_negotiates(text: str, told: Told) -> None:
    name, kind, office, party = told
    cast = find_cast(plain(text))
    actor = cast.named(name)
    assert actor is not None, [a.name for a in cast.actors]
    assert (actor.kind, actor.party) == (kind, party)
    assert office is None or office in actor.offices


NO_STATES = [
    "Ms. Lind is president of Fairtram, a tram company. Fairtram and Railco say the fares are too low.",
    "Critics of the Dranko government met in Lowen. In Lowen, the mayor of Lowen said no.",
    "Nora Vance, a spokeswoman for the company, said no.",
]


@pytest.mark.parametrize("text", NO_STATES)
def test_no_state_without_what_only_states_have(text: str) -> None:
    assert not [a.name for a in find_cast(plain(text)).actors if a.kind is STATE]


def test_a_persons_office_is_not_what_she_works_for() -> None:
    actor = find_cast(plain(NO_STATES[-1])).named("Nora Vance")
    assert actor is not None
    assert actor.kind is PERSON


def test_a_named_union_of_other_workers_is_not_meant() -> None:
    text = "The Carters' Guild accepted the offer. The bakers' guild rejected it, and the millers' guild said no."
    assert {a.name for a in find_cast(plain(text)).actors} == {"Carters' Guild", "bakers' guild", "millers' guild"}
