"""Whom an article credits: agencies, first publishers, contributors, photographers; and nobody by mistake."""

import pytest

from parley.reading.blocks import label
from parley.reading.credits import find_credits
from tests.factories import article

STORY = (
    "The dockers’ union met the port company in Linden on Monday for a third round of talks on pay and night shifts.",
    "“We will not go back before there is a fair offer,” said Nora Vance, who leads the union, after the meeting.",
    "The company said it had offered four per cent and would not go further while ships lay idle in the harbour.",
    "Both sides agreed to meet again on Thursday, a spokesman for the labour ministry told reporters in the capital.",
)


def above(line: str) -> str:
    return "\n".join(("Pay talks open in Linden", line, "5 March 2024", *STORY))


def below(line: str) -> str:
    return "\n".join(("Pay talks open in Linden", "By Lena Marsh", *STORY, line))


def within(line: str) -> str:
    return "\n".join(("Pay talks open in Linden", "By Lena Marsh", STORY[0], line, *STORY[1:]))


def opening(words: str) -> str:
    return "\n".join(("Pay talks open in Linden", "By Lena Marsh", words + STORY[0], *STORY[1:]))


CREDITS = {
    above("By Jonas Pell, Associated Press"): [('agency', 'Associated Press')],
    above("By JONAS PELL, AP Diplomatic Writer"): [('agency', 'AP')],
    above("By The Associated Press"): [('agency', 'The Associated Press')],
    above("JONAS PELL The Associated Press"): [('agency', 'The Associated Press')],
    above("By Reuters Staff"): [('agency', 'Reuters')],
    above("Reuters"): [('agency', 'Reuters')],
    above("Jonas Pell | AFP"): [('agency', 'AFP')],
    above("By Jonas Pell and Ines Holm for Reuters"): [('agency', 'Reuters')],
    above("Source: Xinhua"): [('agency', 'Xinhua')],
    above("By Jonas Pell, PA Media"): [('agency', 'PA Media')],
    above("By Jonas Pell, Harbour Gazette"): [],
    above("By Lena Marsh"): [],
    above("AFP/dpa"): [('agency', 'AFP'), ('agency', 'dpa')],
    above("This article first appeared in the Harbour Gazette."): [('republished', 'Harbour Gazette')],
    below("The Associated Press contributed to this report."): [('agency', 'The Associated Press')],
    below("Associated Press writers Jonas Pell in Linden and Ruth Abara in Baymouth contributed to this report."): [('agency', 'Associated Press'), ('contributor', 'Jonas Pell'), ('contributor', 'Ruth Abara')],
    below("Reuters and AFP contributed to this report."): [('agency', 'Reuters'), ('agency', 'AFP')],
    below("(Reporting by Jonas Pell; Writing by Ruth Abara; Editing by Ines Holm)"): [('contributor', 'Jonas Pell'), ('contributor', 'Ruth Abara'), ('contributor', 'Ines Holm')],
    below(STORY[1] + " (Reporting by Jonas Pell in Linden; editing by Ruth Abara)"): [('contributor', 'Jonas Pell'), ('contributor', 'Ruth Abara')],
    below("Additional reporting by Jonas Pell and Ruth Abara"): [('contributor', 'Jonas Pell'), ('contributor', 'Ruth Abara')],
    below("— with files from The Canadian Press"): [('agency', 'The Canadian Press')],
    below("With files from Jonas Pell and The Canadian Press"): [('agency', 'The Canadian Press'), ('contributor', 'Jonas Pell')],
    below("(With inputs from Anadolu Agency)"): [('agency', 'Anadolu Agency')],
    below("With reporting by Reuters."): [('agency', 'Reuters')],
    below("— Reuters"): [('agency', 'Reuters')],
    below("(AFP, dpa)"): [('agency', 'AFP'), ('agency', 'dpa')],
    below("jp/ra (AFP, AP, Reuters)"): [('agency', 'AFP'), ('agency', 'AP'), ('agency', 'Reuters')],
    below("Copyright 2024 The Associated Press. All rights reserved."): [('agency', 'The Associated Press')],
    below("© 2024 AFP"): [('agency', 'AFP')],
    below("© 2024 Harbour Gazette"): [],
    below("This article was first published in the Harbour Gazette."): [('republished', 'Harbour Gazette')],
    below("This story was originally published on March 4 by the Harbour Gazette and is republished with permission."): [('republished', 'Harbour Gazette')],
    below("Reprinted with permission from the Baymouth Herald."): [('republished', 'Baymouth Herald')],
    below("This article is republished from The Conversation under a Creative Commons license. Read the original article."): [('republished', 'The Conversation')],
    below("The Harbour Gazette first published this article."): [('republished', 'Harbour Gazette')],
    below("Read the original article on Harbour Gazette."): [('republished', 'Harbour Gazette')],
    below("A version of this article appears in print on March 6, 2024, Section A, Page 1 of the Linden edition."): [],
    below("This article was published in partnership with the Tide Bureau."): [('republished', 'Tide Bureau')],
    below("First published March 5 in the Baymouth Herald"): [('republished', 'Baymouth Herald')],
    within("The port has been shut since Sunday, the harbour master said late on Tuesday (Reuters)."): [('agency', 'Reuters')],
    within("The strike would cost exporters 20 million crowns a day, the ministry estimates. (AFP)"): [('agency', 'AFP')],
    opening("GENEVA, Jan. 10 (AP) — "): [('agency', 'AP')],
    opening("BRUSSELS, Belgium (AP) — "): [('agency', 'AP')],
    opening("MOSCOW, January 10. /TASS/. "): [('agency', 'TASS')],
    opening("(Reuters) - "): [('agency', 'Reuters')],
    opening("Linden (dpa) - "): [('agency', 'dpa')],
    opening("LINDEN, 10 January (Interfax) — "): [('agency', 'Interfax')],
    # nobody is credited, or only a picture's maker
    within("The minister told Reuters that the government would not take sides in the dispute over the port."): [],
    within("Agence France-Presse (AFP) reported on Monday that the ships would be sent to the ports of the south."): [],
    within("A study first published in the Maritime Review found that night shifts make dockers ill more often."): [],
    within("The minister contributed to the talks by naming a mediator, the union said in its statement on Monday."): [],
    within("Cranes stand still at the port of Linden, Tuesday, March 5, 2024. (AP Photo/Ines Holm)"): [('photo', 'AP Photo/Ines Holm')],
    within("Cranes stand still. Ines Holm/Reuters"): [('photo', 'Ines Holm/Reuters')],
    below("Photo: AFP"): [('photo', 'AFP')],
    below("Related\nBy Reuters: storm closes the bridge to Baymouth\nWeather\nSport\nMarkets\nReuters\nBloomberg"): [],
    within("Bloomberg, the mayor at the time, had called the port the heart of the city and its largest employer."): [],
    within("The poll by Reuters/Ipsos asked 1,000 people whether the dockers were right to strike (and why)."): [],
    within("Written by a clerk in haste, the note by Nora Vance was read aloud by Edwin Sorley to all the members."): [],
}  # fmt: skip


@pytest.mark.parametrize("text", CREDITS)
def test_credits(text: str) -> None:
    of = article(text)
    found = find_credits(of, label(of))
    assert sorted((str(c.kind), c.name) for c in found) == sorted(CREDITS[text])
    assert all(of.words(c.span) == c.name for c in found)


def test_an_outlet_s_intro_before_a_wire_s_story_has_the_wire_s_credits() -> None:
    intro = "Linden will host the next round of the port talks. The Coastal Wire has the story:"
    of = article(
        "\n".join(
            (
                "Talks come to Linden",
                intro,
                "Dockers and company trade terms",
                "LINDEN (Coastal Wire) — " + STORY[0],
                *STORY[1:],
                "Jonas Pell in Linden contributed.",
            )
        )
    )
    assert [(str(c.kind), c.name) for c in find_credits(of, label(of))] == [
        ("agency", "Coastal Wire"), ("agency", "Coastal Wire"), ("contributor", "Jonas Pell"),
    ]  # fmt: skip
