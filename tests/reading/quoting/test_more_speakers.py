"""More whole articles: courts, trade, a strike, a summit; bodies, counterparts and spokeswomen as speakers."""

import pytest

from tests.reading.quoting.test_hard_speakers import speaker_of

ARTICLES: list[tuple[str, str, dict[str, str]]] = [
    (
        "lawyers and firm",
        """Quarry workers win first ruling

A labour court in Harrow Bay ruled on Monday that Stonefield Ltd must reopen talks with its drivers.

“The company cannot hide behind a subcontractor,” Judge Miriam Castell wrote in a 40-page decision.

Stonefield said it would appeal. “We respect the court, but the ruling is wrong,” the company said in a statement emailed to reporters.

Drivers’ lawyer Pedro Almeida called the ruling a turning point. “For two years they told my clients they did not exist,” Almeida said. “Today they exist.”

His opposite number, Janet Crowe, who represents Stonefield, said she expected the judgment to be overturned by spring.

The drivers’ spokeswoman, Fatima Noor, said that members would vote on Sunday. She said turnout would be high: “Everybody wants to be counted.”
""",
        {
            "The company cannot hide": "Miriam Castell",
            "it would appeal": "Stonefield Ltd",
            "We respect the court": "Stonefield Ltd",
            "For two years they told": "Pedro Almeida",
            "Today they exist": "Pedro Almeida",
            "she expected the judgment": "Janet Crowe",
            "members would vote on Sunday": "Fatima Noor",
            "Everybody wants to be": "Fatima Noor",
        },
    ),
    (
        "trade envoys",
        """EU and Mercadia edge toward beef deal

BRUSSELS — The European Union and Mercadia are “within sight of shore” on a trade deal, the bloc's trade chief said on Wednesday after a fourth day of talks.

Annika Lindqvist told lawmakers that only beef quotas and cheese names were left. “I would rather have a good deal in March than a poor one in February,” she said.

Mercadia's lead negotiator, Rafael Ibarra, was more cautious. “There is a shore,” he told Radio Nacional. “There are also rocks.”

French farm minister Luc Perrin said France would vote no if the quota rose above 60,000 tonnes, a threat that Lindqvist dismissed as “theatre.”

Perrin hit back on X. “Theatre fills stadiums; bad deals empty farms,” he wrote.

Economists at the Kessler Institute estimate that the accord would add 0.1 percent to output. “It is small beer,” said the institute's director, Olga Brandt.
""",
        {
            "only beef quotas": "Annika Lindqvist",
            "I would rather have": "Annika Lindqvist",
            "There is a shore": "Rafael Ibarra",
            "France would vote no": "Luc Perrin",
            "Theatre fills": "Luc Perrin",
            "It is small beer": "Olga Brandt",
        },
    ),
    (
        "pronoun chains between two women",
        """Mediator urges hospital and union to stop the clock

Mediator Joan Petersen asked both sides on Sunday to freeze the strike for 48 hours.

Union chair Rita Okoye said she would put it to members. She added that she did not trust the board's word.

Petersen said she understood. “Trust is what you build last,” she said.

Board chair Helen Marsh did not attend. In a letter seen by the Gazette, she said the hospital “has nothing more to give.”

Okoye tore up a copy of it at the gate. “Then we have nothing more to lose,” she told the crowd.
""",
        {
            "both sides": "Joan Petersen",
            "she would put it": "Rita Okoye",
            "she did not trust": "Rita Okoye",
            "she understood": "Joan Petersen",
            "Trust is what": "Joan Petersen",
            "has nothing more to give": "Helen Marsh",
            "Then we have nothing": "Rita Okoye",
        },
    ),
    (
        "press secretary and president",
        """Kestria says it will not leave river talks

President Dmitri Valen said on Thursday that Kestria would stay at the table “as long as there is a table.”

Valen's press secretary, Nadia Korsun, later told reporters the president had meant the Geneva format only. “He chose his words,” Korsun said.

Foreign Minister Boris Teague went further, saying Kestria would not sign anything before the dam was inspected.

“The dam comes first,” Teague said at a news conference with his Ostrian counterpart, Emma Halloran.

Halloran said the two had agreed on a date but not on inspectors. “We are not there yet,” the Ostrian minister said.

Asked whether war was possible, Teague replied: “Ask the river.”
""",
        {
            "Kestria would stay": "Dmitri Valen",
            "the president had meant": "Nadia Korsun",
            "He chose his words": "Nadia Korsun",
            "Kestria would not sign": "Boris Teague",
            "The dam comes first": "Boris Teague",
            "the two had agreed": "Emma Halloran",
            "We are not there yet": "Emma Halloran",
            "Ask the river": "Boris Teague",
        },
    ),
    (
        "headline quote and caption",
        """‘Not one more hour’: bus drivers walk out

Bus drivers in Colby stopped work at noon on Friday after talks over split shifts broke down.

“Not one more hour,” shop steward Dale Hughes told cheering colleagues. “They had a year to fix the rota.”

Colby Transit said the walkout was illegal. Its managing director, Priya Nair, appealed to drivers to return by Monday.

“My door is open all weekend,” she said.

Hughes, a driver for 26 years, laughed when told of the offer. “Her door has been open since June,” he said. “It's the safe that is shut.”

Mayor Carl Winslow said he was talking to both sides.
""",
        {
            "They had a year": "Dale Hughes",
            "the walkout was illegal": "Colby Transit",
            "drivers to return by": "Priya Nair",
            "My door is open": "Priya Nair",
            "Her door has been": "Dale Hughes",
            "the safe that is shut": "Dale Hughes",
            "he was talking to both": "Carl Winslow",
        },
    ),
    (
        "climate",
        """Island envoy leaves hall as coal line is softened

Samoa-based negotiator Tui Faleolo walked out of the plenary after the word “out” was replaced by “down.”

“I came for a phase-out and was handed a phrase,” Faleolo told the Pacific Times.

The summit president, Jorge Amado, defended the text. Amado said that without the change there would have been no text at all.

According to Amado, three delegations had threatened to block the whole package.

India's delegation declined to comment. China's chief negotiator, Liu Peng, said rich countries should go first, the Xinhua news agency reported.

“We were promised a fund in Lima, in Paris and in Glasgow,” said Ama Owusu of the African Group. “We are still promised it.”
""",
        {
            "I came for a phase-out": "Tui Faleolo",
            "without the change": "Jorge Amado",
            "three delegations had": "Jorge Amado",
            "rich countries should go first": "Liu Peng",
            "We were promised a fund": "Ama Owusu",
            "We are still promised": "Ama Owusu",
        },
    ),
]


@pytest.mark.parametrize(
    ("text", "told"), [(t, told) for _, t, told in ARTICLES], ids=[title for title, _, _ in ARTICLES]
)
def test_speakers(text: str, told: dict[str, str]) -> None:
    assert {words: speaker_of(text, words) for words in told} == told
