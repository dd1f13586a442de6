"""Whole articles with speakers that are hard to tell: who is meant where no name stands beside the words."""

import pytest

from parley.reading import read
from parley.reading.cast import Cast
from parley.reading.prose import plain
from parley.reading.quotes import find_quotes
from parley.record import Article

# title, article, the words of quotations and who said them
ARTICLES: list[tuple[str, str, dict[str, str]]] = [
    (
        "interrupted and carried over paragraphs",
        """Dockers reject third offer

PORT LINDEN — The harbour company's third pay offer was turned down on Tuesday, hours before night shifts were due to begin.

“We read it twice,” said Nora Vance, president of the Dockers’ Union, “and we found the same four percent in it.”

“Nobody on the quay can live on that,” she added. “Our members have waited since March.”

The company’s chief negotiator, Emil Sorley, called the vote a surprise. He said the offer had been the best that the board could make.

“There is no hidden money,” he told reporters outside the town hall. “If there were, I would have put it on the table.

“I am not going to pretend otherwise.”

Vance, 52, said she would return on Thursday. Her deputy was less hopeful. “I have packed for a long night,” Karl Brandt said.
""",
        {
            "We read it twice": "Nora Vance",
            "Nobody on the quay": "Nora Vance",
            "the offer had been the best": "Emil Sorley",
            "There is no hidden money": "Emil Sorley",
            "I am not going to pretend": "Emil Sorley",
            "she would return on Thursday": "Nora Vance",
            "I have packed": "Karl Brandt",
        },
    ),
    (
        "two of one surname",
        """Brothers on both sides of the table

Anna Keller leads the teachers' delegation. Her brother, Tomas Keller, advises the school ministry.

“We grew up with this argument,” Anna Keller said. “It was never about us.”

Tomas Keller said that the ministry could not raise class budgets before autumn.

“He has always been careful with money,” Ms. Keller said with a laugh.

Mr. Keller declined to answer. “Ask me in September,” he said.
""",
        {
            "We grew up": "Anna Keller",
            "the ministry could not raise": "Tomas Keller",
            "He has always been careful": "Anna Keller",
            "Ask me in September": "Tomas Keller",
        },
    ),
    (
        "the minister and the spokesman named late",
        """Ministry denies secret tariff pact

VALMERA (Reuters) - The trade ministry on Monday denied that it had agreed to halve tariffs on steel.

“There is no such document,” a spokesman said. “What was signed is public.”

The spokesman, Pavel Irzik, said that the minister would publish the full text by Friday.

Trade Minister Helena Oduya told parliament last week that talks with Norland were going well. “We are closer than ever,” the minister said.

Opposition leader Ruben Falk said Oduya had misled the house. “She owes us the truth,” he said.
""",
        {
            "There is no such document": "Pavel Irzik",
            "the minister would publish": "Pavel Irzik",
            "talks with Norland were going well": "Helena Oduya",
            "We are closer than ever": "Helena Oduya",
            "Oduya had misled the house": "Ruben Falk",
            "She owes us the truth": "Ruben Falk",
        },
    ),
    (
        "second-hand chains",
        """Norland says pipeline talks are stuck

Norland's energy minister, Igor Besson, said the pipeline talks were “completely stuck,” according to the Northern News Agency.

“We will not move first,” Besson said, the agency reported.

Valmera's foreign ministry said it had received no new proposal. “Our door is open,” Deputy Foreign Minister Clara Munt told Radio Valmera.

According to two diplomats who spoke on condition of anonymity, Besson had earlier told his counterparts that Norland would accept a mediator.
""",
        {
            "completely stuck": "Igor Besson",
            "We will not move first": "Igor Besson",
            "Our door is open": "Clara Munt",
        },
    ),
    (
        "organisations and documents",
        """Island states demand climate fund before summit

The Alliance of Low Islands said on Wednesday that it would not sign a declaration without money for sea walls.

“Promises do not stop the tide,” the alliance said in a statement.

The European Commission replied that a fund of two billion euros was “a serious start.”

A draft of the summit text, seen by Coastal Wire, calls on all parties to pay by 2030. The World Bank warned that the sum would cover less than half of the damage.

“That is arithmetic, not politics,” said Mele Taufa, who chairs the alliance.
""",
        {
            "it would not sign a declaration": "Alliance of Low Islands",
            "Promises do not stop": "Alliance of Low Islands",
            "a serious start": "European Commission",
            "the sum would cover less": "World Bank",
            "That is arithmetic": "Mele Taufa",
        },
    ),
    (
        "women and men",
        """Nurses and hospital board trade blame

Hospital director James Whitlock met union leader Grace Adeyemi on Friday evening.

He told her that the board had no mandate to discuss night pay. She answered that he should have said so in June.

“He wasted five months,” she told nurses at the gate.

“She knew the limits from the start,” he said in an interview on Saturday.

Adeyemi's lawyer, Daniel Roth, said that she would take the matter to court. He gave no date.
""",
        {
            "the board had no mandate": "James Whitlock",
            "he should have said so": "Grace Adeyemi",
            "He wasted five months": "Grace Adeyemi",
            "She knew the limits": "James Whitlock",
            "she would take the matter": "Daniel Roth",
        },
    ),
    (
        "relative clauses",
        """Ceasefire monitors return to the valley

Colonel Marta Reyes, who heads the monitoring mission, said that both armies had pulled back their guns.

The mission's report praised General Aziz Karimi, who promised that his troops would not return to the ridge.

“We counted forty trucks leaving,” said Reyes, whose team arrived on Sunday.

Rebel commander Yusuf Damani, who has refused to meet Karimi, told a local radio station that the count was wrong.
""",
        {
            "both armies had pulled back": "Marta Reyes",
            "his troops would not return": "Aziz Karimi",
            "We counted forty trucks": "Marta Reyes",
            "the count was wrong": "Yusuf Damani",
        },
    ),
    (
        "transcript",
        """Interview: the mediator on the fishing talks

The mediator, Sigrid Holm, spoke to Harbour Radio on Tuesday. An edited transcript follows.

HARBOUR RADIO: Will there be a deal on cod this year?

HOLM: I believe there will be. The boats cannot stay at home for ever.

HARBOUR RADIO: And who gives way?

HOLM: Both. That is what a deal is.
""",
        {
            "Will there be a deal": "Harbour Radio",
            "I believe there will be": "Sigrid Holm",
            "Both. That is what": "Sigrid Holm",
        },
    ),
    (
        "signed statements",
        """What the delegates said

We asked delegates to sum up the round in one sentence.

“We came with an open hand and left with an empty one.” — Leila Haddad, chief delegate of Marivo.

“Nobody should leave before the text is done.” — Jonas Pell, European Union.
""",
        {
            "We came with an open hand": "Leila Haddad",
            "Nobody should leave": "Jonas Pell",
        },
    ),
    (
        "capitals metonymy",
        """Capitals trade accusations over grain corridor

Kessel accused Norland on Thursday of blocking six ships in the strait.

Norland denied it. “No ship has been stopped,” its foreign minister, Ivar Lund, said.

Kessel's ambassador, Petra Novak, said that the captains had been threatened by radio. She demanded an apology.

Lund rejected the demand. “We apologise when we are wrong,” he said.

The United Nations urged both sides to reopen the corridor.
""",
        {
            "No ship has been stopped": "Ivar Lund",
            "the captains had been threatened": "Petra Novak",
            "We apologise when": "Ivar Lund",
            "both sides to reopen": "United Nations",
        },
    ),
    (
        "attribution before the name, title after",
        """Rail strike enters second week

“The trains will not run on Monday either,” warned the head of the drivers’ union, Oskar Thiel.

Said Transport Secretary Ruth Abara: “I am sorry for every passenger.”

Abara's predecessor, Simon Grell, who negotiated the last contract, was blunter. “They are fighting over half an hour,” he said. “Half an hour.”

Passengers were divided. “I support them,” said Lucia Moreno, 34, a nurse who walked to work. Another passenger said he had lost a day's pay.
""",
        {
            "The trains will not run": "Oskar Thiel",
            "I am sorry for every": "Ruth Abara",
            "They are fighting over half": "Simon Grell",
            "I support them": "Lucia Moreno",
        },
    ),
    (
        "quotes with another person between",
        """Negotiators leave without handshake

Chief negotiator Hana Sato left the building first. Behind her came Viktor Lind, the envoy of the Northern Council.

“I have nothing to add,” Sato said.

Lind was asked whether the talks had failed. “Failed is a big word,” he replied.

Sato's spokesman, Ken Mori, later clarified that she would be back on Monday. “She is tired, not angry,” he said.

“I was angry,” Sato wrote on social media an hour later.
""",
        {
            "I have nothing to add": "Hana Sato",
            "Failed is a big word": "Viktor Lind",
            "she would be back on Monday": "Ken Mori",
            "She is tired": "Ken Mori",
            "I was angry": "Hana Sato",
        },
    ),
    (
        "joint statements and both sides",
        """Two unions, one answer

The bakers' union and the millers' union said in a joint statement that they would strike together.

“One wage, one fight,” the unions said.

Bakers' leader Ines Roca said the joint step was overdue. Millers' leader Hugo Stamm agreed, saying: “We should have done it last year.”

The employers' federation called the plan “reckless.” Its president, Dora Quist, said that bread prices would rise.
""",
        {
            "the joint step was overdue": "Ines Roca",
            "We should have done it": "Hugo Stamm",
            "bread prices would rise": "Dora Quist",
        },
    ),
    (
        "president of two countries",
        """Presidents speak by phone

President Amara Diallo of Sorane and President Luca Ferri of Tessara spoke for an hour on Sunday.

Diallo said afterwards that the border would reopen. Ferri's office confirmed it.

“We start with trucks,” the Soranese president said. “Families come next.”

The Tessaran president told state television that he trusted her. “She keeps her word,” he said.
""",
        {
            "the border would reopen": "Amara Diallo",
            "We start with trucks": "Amara Diallo",
            "he trusted her": "Luca Ferri",
            "She keeps her word": "Luca Ferri",
        },
    ),
    (
        "nickname, first name and quoted words within",
        """The old hand at the table

Everyone at the mill calls him “Bear.” Bernard “Bear” Olsen has settled nine strikes since 1998.

“People say ‘never’ on the first day,” Olsen said. “On the ninth they say ‘maybe.’”

Mill owner Sylvia Trent says Olsen once told her, “You will sign on a Friday.” She signed on a Friday.

“Bear was right,” Trent said.
""",
        {
            "People say": "Bernard “Bear” Olsen",
            "Bear was right": "Sylvia Trent",
        },
    ),
]


@pytest.mark.parametrize(
    ("text", "told"), [(t, told) for _, t, told in ARTICLES], ids=[title for title, _, _ in ARTICLES]
)
def test_speakers(text: str, told: dict[str, str]) -> None:
    assert {words: speaker_of(text, words) for words in told} == told


def speaker_of(text: str, words: str) -> str | None:
    """The speaker of the shortest quotation that holds the words."""
    at = text.index(words)
    found = [
        (sum(s.end - s.start for s in q.spans), q.speaker.name)
        for q in read(Article("a", text)).quotes
        if q.speaker and any(s.start <= at and at + len(words) <= s.end for s in q.spans)
    ]
    return min(found, key=lambda f: f[0])[1] if found else None


def test_a_name_that_the_cast_lacks_is_the_words_themselves() -> None:
    text = "Officials kept silent. “We saw two boats,” Brandt said. Water was short, and nobody told Brandt."
    quotes = find_quotes(plain(text), Cast(()))
    assert [q.speaker.name for q in quotes if q.speaker] == ["Brandt"]


@pytest.mark.parametrize("source", ["Officials", "He", "The ministry", "Water"])
def test_what_is_no_name_stays_unresolved(source: str) -> None:
    quotes = find_quotes(plain(f"{source} said that two boats had left the port."), Cast(()))
    assert [q.speaker.name for q in quotes if q.speaker] == [None]
