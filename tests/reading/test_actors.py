"""Who is found in running text, in sentences of a fictional port dispute and of other talks."""

import pytest

from parley.reading.actors import find_cast
from parley.reading.cast import Cast
from parley.reading.prose import Prose, plain
from parley.record import Actor, ActorKind, Article, Block, BlockKind, Span


def cast(text: str) -> Cast:
    return find_cast(plain(text))


def words(text: str, actor: Actor) -> list[str]:
    return [text[m.start : m.end] for m in actor.mentions]


def only(text: str, name: str) -> Actor:
    found = cast(text).named(name)
    assert found is not None, [a.name for a in cast(text).actors]
    return found


PERSONS = [
    ("Ms. Oakes chairs the talks with Nora Vance.", {"Oakes", "Nora Vance"}),
    ("Russian Deputy Foreign Minister Pavel Orlov met U.S. Secretary of State Ann Bell.", {"Pavel Orlov", "Ann Bell"}),
    ("Kremlin spokesman Dmitri Sokolov declined to comment.", {"Dmitri Sokolov"}),
    ("Talks between Mark van der Berg and Mohammed al-Sudani failed.", {"Mark van der Berg", "Mohammed al-Sudani"}),
    ("Siobhán O'Rourke and Jean-Yves Le Drec agreed.", {"Siobhán O'Rourke", "Jean-Yves Le Drec"}),
    (
        "Vietnam's Foreign Minister Tran Thi Lan Anh thanked Kim Min-ji of South Korea.",
        {"Tran Thi Lan Anh", "Kim Min-ji"},
    ),
    ('FPLZ commander Joao "Tiger" Mbala shook hands.', {'Joao "Tiger" Mbala'}),
    ("Ukrainian negotiator Oleksandra Shevchuk said Kyiv would not cede territory.", {"Oleksandra Shevchuk"}),
    ("Priya Raman KC, the drivers' lawyer, will appeal.", {"Priya Raman"}),
    ("Yesterday Nora Vance walked out.", {"Nora Vance"}),
    ("Tuvalu's Enele Taupo pleaded for ambition.", {"Enele Taupo"}),
    ("President Maria das Neves spoke first. Ms das Neves said little.", {"Maria das Neves"}),
    ("Mr. Clarke met Tom Clarke and Ann Clarke. Mr. Clarke left.", {"Tom Clarke", "Ann Clarke"}),
    ("The lawyer for West Virginia, Kevin Barrett, flew to St. Louis.", {"Kevin Barrett"}),
    ("U.S. envoy John Q. Adler arrived; Mr. Adler was alone.", {"John Q. Adler"}),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: set[str]) -> None:
    assert {a.name for a in cast(text).actors if a.kind is ActorKind.PERSON} == expected


NOBODY = [
    "The Paris Agreement and the Vienna Convention were signed on Friday in Port Callow.",
    "A senior official and two people in the room described the mood.",
    "Workers in Thanh Hoa province stopped. The Nord Sea pipeline was shut in January.",
    "Media reported that the Open Door policy would end on Jan. 12.",
    "Union Leaders Reject Offer As Strike Looms Over Northern Ports",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person(text: str) -> None:
    assert [a.name for a in cast(text).actors if a.kind is ActorKind.PERSON] == []


BODIES = [
    ("The United Dockers’ Federation struck.", {"United Dockers’ Federation": ActorKind.ORGANISATION}),
    ("Moscow rejected the plan.", {"Russia": ActorKind.STATE}),
    ("The White House and the Kremlin agreed.", {"United States": ActorKind.STATE, "Russia": ActorKind.STATE}),
    ("The ministers met in Moscow and later in Kyiv.", {}),
    ("She flew to Paris on Monday.", {}),
    ("SAUDI ARABIA, for the Arab Group, opposed it.", {"Saudi Arabia": ActorKind.STATE, "Arab Group": ActorKind.ORGANISATION}),
    ("The Russian delegation left early.", {"Russia": ActorKind.STATE}),
    ("Eight Russian diplomats and a Chinese plan were mentioned.", {}),
    ("The West rejected it. The road runs west of the West Bank.", {"the West": ActorKind.GROUP}),
    ("Striking nurses rejected the offer.", {"striking nurses": ActorKind.GROUP}),
    ("Talks with its pilots’ union, Skyhands, resumed.", {"Skyhands": ActorKind.ORGANISATION}),
    ("The company, Mr. Sorley, owes us.", {"Sorley": ActorKind.PERSON}),
    ("Some nurses rejected the offer.", {}),
    ("Labour costs rose. High labour costs hurt exports.", {}),
    ("Talks with the IG Stahl union resumed.", {"IG Stahl": ActorKind.ORGANISATION}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: dict[str, ActorKind]) -> None:
    assert {a.name: a.kind for a in cast(text).actors} == expected


PARTIES = [
    ("Russian Foreign Minister Pavel Orlov left.", "Pavel Orlov", "Russia", ("Russian Foreign Minister",)),
    (
        "Nora Vance, president of the United Dockers’ Federation, spoke.",
        "Nora Vance",
        "United Dockers’ Federation",
        ("president of the United Dockers’ Federation",),
    ),
    (
        "The United Dockers’ Federation met. The federation’s chief negotiator, Tomas Reyl, left.",
        "Tomas Reyl",
        "United Dockers’ Federation",
        ("chief negotiator",),
    ),
    (
        "Meridian Harbour Company refused, its chief executive, Edwin Sorley, told reporters.",
        "Edwin Sorley",
        "Meridian Harbour Company",
        ("chief executive",),
    ),
    ("Deputy Foreign Minister Pavel Orlov, who led the Russian delegation, left.", "Pavel Orlov", "Russia", ("Deputy Foreign Minister",)),
    ("Russian Foreign Minister Pavel Orlov and Defence Minister Ivan Gus left.", "Ivan Gus", "Russia", ("Defence Minister",)),
    ("Ann Bell met her Brazilian counterpart, Luiz Carvalho Neto.", "Luiz Carvalho Neto", "Brazil", ()),
    ("President Ahmed al-Rashidi of Sudan arrived.", "Ahmed al-Rashidi", "Sudan", ("President",)),
    ("The former president of Chile, Rosa Lagos, warned both sides.", "Rosa Lagos", None, ("former president",)),
    ("When Rosa Lagos was president of Chile, it was different.", "Rosa Lagos", "Chile", ("president of Chile",)),
    ("Volkswerk chief executive Matthias Brandl said no.", "Matthias Brandl", "Volkswerk", ("Volkswerk chief executive",)),
    ("Rail operator Norline closed. Norline chairman Sunil Mehta said no.", "Sunil Mehta", "Norline", ("Norline chairman",)),
    ("RMTW general secretary Aoife Brennan said no.", "Aoife Brennan", "RMTW", ("RMTW general secretary",)),
    ("The UN mission left; its head, Pekka Virtanen, promised monitors.", "Pekka Virtanen", "United Nations", ("head",)),
    ("China sent Xi Zheng, its top envoy. Xi’s deputy, Luo Yan, read a note.", "Luo Yan", "China", ("deputy",)),
    ("Norwegian scholar Liv Haugen disagreed.", "Liv Haugen", None, ("Norwegian scholar",)),
    ("Liv Haugen, a Norway analyst at Linden University, disagreed.", "Liv Haugen", "Linden University", ("Norway analyst at Linden University",)),
    ("Maria Lopez of Amnesty International protested.", "Maria Lopez", "Amnesty International", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "party", "offices"), PARTIES)
def test_parties(text: str, name: str, party: str | None, offices: tuple[str, ...]) -> None:
    actor = only(text, name)
    assert (actor.party, actor.offices) == (party, offices)


REFERENCES = [
    ("Nora Vance spoke. Vance said no.", "Nora Vance", ["Nora Vance", "Vance"]),
    ("Valeska Paris spoke. Paris said no.", "Valeska Paris", ["Valeska Paris", "Paris"]),
    ("Xi Zheng spoke first. Xi said no.", "Xi Zheng", ["Xi Zheng", "Xi"]),
    (
        "The Coastal Shipping Board (CSB) met. The CSB will vote; the board is split.",
        "Coastal Shipping Board",
        ["Coastal Shipping Board", "CSB", "CSB", "the board"],
    ),
    (
        "NATO Secretary-General Jens Olsen spoke. The NATO chief said the alliance was united.",
        "Jens Olsen",
        ["NATO Secretary-General Jens Olsen", "Jens Olsen", "The NATO chief"],
    ),
    ("NATO met. The 30-nation military alliance was united.", "NATO", ["NATO", "The 30-nation military alliance"]),
    ("Nora Vance left. She said she was tired.", "Nora Vance", ["Nora Vance", "She", "she"]),
    ("Nora Vance met Edwin Sorley. He thanked her.", "Edwin Sorley", ["Edwin Sorley", "He"]),
    ("Edwin Sorley said a spokeswoman had lost her notes.", "Edwin Sorley", ["Edwin Sorley"]),
    ("Russia says it has no plans. It is late.", "Russia", ["Russia", "it"]),
    ("The U.S. and its allies refused.", "United States", ["U.S.", "its"]),
    ("“He must resign,” Edwin Sorley said.", "Edwin Sorley", ["Edwin Sorley"]),
    ("Prime Minister Theresa May spoke. May said no. It was in May.", "Theresa May", ["Prime Minister Theresa May", "Theresa May", "May"]),
    ("Luiz Carvalho Neto left. Carvalho Neto said no.", "Luiz Carvalho Neto", ["Luiz Carvalho Neto", "Carvalho Neto"]),
    ("The dockers told the firm they would strike.", "dockers", ["The dockers", "they"]),
    ("Pavel Orlov and Igor Danilov argued. He left.", "Pavel Orlov", ["Pavel Orlov"]),
    ("Anna Ivanova and Boris Ivanova spoke. Ivanova said no.", "Anna Ivanova", ["Anna Ivanova"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), REFERENCES)
def test_references(text: str, name: str, expected: list[str]) -> None:
    assert words(text, only(text, name)) == expected


def test_a_noun_phrase_means_the_person_and_not_the_body_in_it() -> None:
    text = "Nora Vance, president of the United Dockers’ Federation, spoke."
    meant = cast(text).meant(0, text.index(", spoke"))
    assert meant is not None
    assert meant.name == "Nora Vance"


def test_an_agency_is_not_the_state_before_it() -> None:
    text = "Talks stalled, Russia’s Tass news agency reported."
    meant = cast(text).meant(text.index("Russia"), text.index(" reported"))
    assert meant is not None
    assert meant.name == "Tass"


def test_pronouns_that_agree() -> None:
    found = cast("Nora Vance met Mr. Sorley of Meridian Harbour Company. Developing countries said no.")
    told = {a.name: found.pronoun(a) for a in found.actors}
    assert told == {
        "Nora Vance": "she",
        "Sorley": "he",
        "Meridian Harbour Company": "it",
        "developing countries": "they",
    }


def test_names_outside_of_the_prose_are_not_read() -> None:
    text = "By Lena Marsh\nNora Vance spoke in Callow."
    blocks = (Block(BlockKind.BYLINE, Span("a", 0, 13)), Block(BlockKind.BODY, Span("a", 14, len(text))))
    assert [a.name for a in find_cast(Prose(Article("a", text), blocks)).actors] == ["Nora Vance"]


def test_photo_credits_name_nobody() -> None:
    text = "Nora Vance arrives in Callow, March 5, 2024. (Ines Holm/Coastal Wire via AP)"
    assert [a.name for a in cast(text).actors] == ["Nora Vance"]


@pytest.mark.parametrize(
    "text", ["", "  \n ", "((((", "“" * 500, "They saw the Russian central", "A. B. " * 500, "The " * 1000, "Ü" * 3000]
)
def test_hostile_text_is_read(text: str) -> None:
    assert all(m.end <= len(text) for a in cast(text).actors for m in a.mentions)


SHORT_FORMS = [
    ("The Southport Carters' Guild met on Monday. The Guild wants 7 percent. The Guild called a strike.", "Southport Carters' Guild", "The Guild"),
    ("The Brotherhood of Bargemen voted. Later the Brotherhood rejected the offer.", "Brotherhood of Bargemen", "the Brotherhood"),
    ("The Port Callow Authority offered 3 percent. On Friday the Authority refused.", "Port Callow Authority", "the Authority"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "short"), SHORT_FORMS)
def test_a_bodys_last_word_means_the_body(text: str, name: str, short: str) -> None:
    assert short in words(text, only(text, name))
    assert not [a.name for a in cast(text).actors if a.kind is ActorKind.PERSON]


def test_a_guild_without_a_full_name_is_a_body() -> None:
    assert [a.kind for a in cast("On Friday the Guild rejected the offer.").actors] == [ActorKind.ORGANISATION]


LEADERS = [
    ("The Carters' Guild rejected the offer. The talks failed, union president Lena Ortiz said.", "Lena Ortiz", "Carters' Guild"),
    ("The Lindmark Oystermen's Association opposed the levy. Its leader, Odd Brekke, said no.", "Odd Brekke", "Lindmark Oystermen's Association"),
    ("Meridian Freight offered 3 percent. The offer was fair, company spokesman Jon Reyl said.", "Jon Reyl", "Meridian Freight"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "party"), LEADERS)
def test_a_leaders_body_is_told_by_its_noun(text: str, name: str, party: str) -> None:
    assert only(text, name).party == party


def test_it_means_the_one_subject_of_the_sentence_before() -> None:
    text = "Meridian Freight raised its offer. In return, it wants the Carters' Guild to work nights."
    assert words(text, only(text, "Meridian Freight"))[-1] == "it"


def test_those_who_speak_for_a_body_stand_for_it() -> None:
    text = "The union met the company on Monday. Union negotiators said no. The union said so too."
    assert "Union" in words(text, only(text, "union"))


TALMARIA = (
    "Talmaria threatened to raise tariffs. Talmarian Trade Minister Ines Holm met Talmaria's farmers. Putnam left."
)


def test_an_unknown_state_is_told_by_its_adjective() -> None:
    assert only(TALMARIA, "Talmaria").kind is ActorKind.STATE
    assert only(TALMARIA, "Ines Holm").party == "Talmaria"
    assert [a.name for a in cast(TALMARIA).actors if a.kind is ActorKind.STATE] == ["Talmaria"]


def test_a_managing_director_or_spokesman_speaks_for_what_is_named_before() -> None:
    assert only("Fenwick managing director Colin Webb was pleased.", "Colin Webb").party == "Fenwick"
    assert only("Local Government Minister Jim Okoro was pleased.", "Jim Okoro").party is None


def test_it_has_offered_is_no_empty_it() -> None:
    text = "The Carters' Union insisted on a raise. It has offered to work nights."
    assert "It" in words(text, only(text, "Carters' Union"))


def test_management_is_the_company() -> None:
    text = "Meridian Freight offered 3 percent. Management rejected a higher raise."
    assert "Management" in words(text, only(text, "Meridian Freight"))
