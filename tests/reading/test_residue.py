"""What scraped text carries besides its story, each kind in an article of its own: labelled, and no word of the story lost."""

import pytest

from parley.reading.blocks import label
from tests.factories import article

STORY = (
    "The dockers’ union met the port company in Linden on Monday for a third round of talks on pay and night shifts.",
    "“We will not go back before there is a fair offer,” said Nora Vance, who leads the union, after the meeting.",
    "The company said it had offered four per cent and would not go further while ships lay idle in the harbour.",
    "Both sides agreed to meet again on Thursday, a spokesman for the labour ministry told reporters in the capital.",
    "Economists say a strike of two weeks would cost exporters more than a hundred million crowns in lost sales.",
)
TITLE = "Pay talks open in Linden"


def page(*lines: str) -> str:
    """`lines` where they stand: "" is the whole story, "1" its first paragraphs, "2" the rest."""
    told = {"": STORY, "1": STORY[:2], "2": STORY[2:]}
    return "\n".join("\n".join(told[line]) if line in told else line for line in lines)


RESIDUE: dict[str, dict[str, str]] = {
    # doubled title, empty by
    page(TITLE, TITLE, "by |", "Mar 6, 2024", ""): {TITLE: "title", "by |": "byline", "Mar 6, 2024": "byline"},
    # glued byline
    page(TITLE, "By Lena MarshMarch 6, 2024", ""): {"By Lena MarshMarch 6, 2024": "byline"},
    # glued byline2
    page(TITLE, "Lena MarshPublished 6 March 2024 at 9:30am", ""): {"Lena MarshPublished 6 March 2024 at 9:30am": "byline"},
    # crawl banner
    page("Wednesday, November 20, 2024", "Harbour Gazette", "News", TITLE, "By Lena Marsh", "March 6, 2024", ""): {"Wednesday, November 20, 2024": "furniture", "News": "furniture", TITLE: "title", "By Lena Marsh": "byline"},
    # section label
    page("PORTS", TITLE, "Lena Marsh | 6 March 2024", ""): {"PORTS": "furniture", TITLE: "title", "Lena Marsh | 6 March 2024": "byline"},
    # alt text
    page(TITLE, "By Lena Marsh", "cranes at dusk", ""): {"cranes at dusk": "caption"},
    # caption glued
    page(TITLE, "By Lena Marsh", "1", "Union leader Nora Vance arrives at the Customs House, Tuesday, March 5, 2024.Ines Holm / Pool via AP", "2"): {"Union leader Nora Vance arrives at the Customs House, Tuesday, March 5, 2024.Ines Holm / Pool via AP": "caption"},
    # caption bracket
    page(TITLE, "By Lena Marsh", "1", "Nora Vance, left, speaks to members at the gate of the port of Linden on Monday. [Ines Holm/Reuters]", "2"): {"Nora Vance, left, speaks to members at the gate of the port of Linden on Monday. [Ines Holm/Reuters]": "caption"},
    # caption file
    page(TITLE, "By Lena Marsh", "1", "FILE PHOTO: Containers are stacked at the port of Linden, January 4, 2024. REUTERS/Ines Holm", "2"): {"FILE PHOTO: Containers are stacked at the port of Linden, January 4, 2024. REUTERS/Ines Holm": "caption"},
    # caption image
    page(TITLE, "By Lena Marsh", "1", "Image source, Getty Images", "Image caption, The port has been shut since Sunday", "2"): {"Image source, Getty Images": "caption", "Image caption, The port has been shut since Sunday": "caption"},
    # caption credit line
    page(TITLE, "By Lena Marsh", "1", "Photograph: Ines Holm/Coastal Wire", "2"): {"Photograph: Ines Holm/Coastal Wire": "caption"},
    # contributor
    page(TITLE, "By Lena Marsh", "", "Jonas Pell contributed to this report from Baymouth."): {"Jonas Pell contributed to this report from Baymouth.": "credit"},
    # republ
    page(TITLE, "By Lena Marsh", "", "This article was originally published by the Harbour Gazette and is republished with permission."): {"This article was originally published by the Harbour Gazette and is republished with permission.": "credit"},
    # teasers
    page(TITLE, "By Lena Marsh", "", "Read more", "Storm closes the bridge to Baymouth", "“It was the worst night of my life,” says ferry captain Tom Reyl", "Mayor Ruth Abara: the budget is gone", "Most read"): {"“It was the worst night of my life,” says ferry captain Tom Reyl": "furniture", "Mayor Ruth Abara: the budget is gone": "furniture", "Storm closes the bridge to Baymouth": "furniture"},
    # mid teaser
    page(TITLE, "By Lena Marsh", "1", "Read more: Mayor Ruth Abara says “the budget is gone”", "2"): {"Read more: Mayor Ruth Abara says “the budget is gone”": "furniture"},
    # mid teaser2
    page(TITLE, "By Lena Marsh", "1", "RELATED STORIES", "Storm closes the bridge to Baymouth", "Mayor warns of a lost summer for hotels", "2"): {"RELATED STORIES": "furniture", "Storm closes the bridge to Baymouth": "furniture", "Mayor warns of a lost summer for hotels": "furniture"},
    # ratings
    page(TITLE, "By Lena Marsh", "", "How useful was this post?", "Click on a star to rate it!", "Average rating 4.5 / 5. Vote count: 12", "No votes so far! Be the first to rate this post."): {"How useful was this post?": "furniture", "Click on a star to rate it!": "furniture", "Average rating 4.5 / 5. Vote count: 12": "furniture", "No votes so far! Be the first to rate this post.": "furniture"},
    # comments
    page(TITLE, "By Lena Marsh", "", "3 Comments", "harbourfan 2 hours ago", "I have worked on these docks for thirty years and I have never seen such a mess in my life.", "Reply", "tidewatcher 1 hour ago", "The company should just pay them what they are owed, it made a fortune last year after all.", "Reply", "Leave a Reply", "Your email address will not be published. Required fields are marked *"): {"I have worked on these docks for thirty years and I have never seen such a mess in my life.": "furniture", "The company should just pay them what they are owed, it made a fortune last year after all.": "furniture", "Your email address will not be published. Required fields are marked *": "furniture"},
    # newsletter
    page(TITLE, "By Lena Marsh", "1", "Sign up for our newsletter to get the day’s port news in your inbox every morning.", "2", "Independent journalism costs money. If you value our work, please donate today and help us keep the lights on."): {"Sign up for our newsletter to get the day’s port news in your inbox every morning.": "furniture", "Independent journalism costs money. If you value our work, please donate today and help us keep the lights on.": "furniture"},
    # bio
    page(TITLE, "By Dana Whitlock", "", "Dana Whitlock", "Dana Whitlock is a reporter at the Morning Signal. She has previously covered courts and ports for the Tide."): {"Dana Whitlock is a reporter at the Morning Signal. She has previously covered courts and ports for the Tide.": "furniture"},
    # bio2
    page(TITLE, "By Dana Whitlock", "", "About the author", "Dana writes about ports and people. Follow her on Twitter @dana."): {"Dana writes about ports and people. Follow her on Twitter @dana.": "furniture"},
    # tags
    page(TITLE, "By Dana Whitlock", "", "Tags: ports, strikes, Linden", "Share on Facebook", "Share on X", "© 2024 Morning Signal. All rights reserved."): {"Tags: ports, strikes, Linden": "furniture", "Share on Facebook": "furniture"},
    # heading
    page(TITLE, "By Dana Whitlock", "1", "What the company offers", "2"): {"What the company offers": "heading"},
    # short quote
    page(TITLE, "By Dana Whitlock", "1", "“We will wait.”", "Nobody knows how long.", "2"): {"“We will wait.”": "body", "Nobody knows how long.": "body"},
    # time to read
    page(TITLE, "By Dana Whitlock", "5 min read", "Updated March 6, 2024", ""): {"5 min read": "furniture"},
    # deck
    page(TITLE, "Union says it will wait for a fair offer as ships lie idle", "By Dana Whitlock", "March 6, 2024", ""): {TITLE: "title"},
    # listen
    page(TITLE, "By Dana Whitlock", "Listen to this article", "4 min", "1", "Advertisement", "Story continues below advertisement", "2"): {"Advertisement": "furniture", "Story continues below advertisement": "furniture", "Listen to this article": "furniture"},
    # print date signed
    page(TITLE, "Published: 6 March 2024 07:30", "Dana Whitlock", ""): {"Dana Whitlock": "byline", "Published: 6 March 2024 07:30": "byline"},
    # subscribe wall
    page(TITLE, "By Dana Whitlock", "1", "Already a subscriber? Log in", "To continue reading, subscribe now for one crown a week and cancel anytime."): {"Already a subscriber? Log in": "furniture", "To continue reading, subscribe now for one crown a week and cancel anytime.": "furniture"},
    # credits block
    page(TITLE, "By Dana Whitlock", "", "(Reporting by Jonas Pell; Editing by Ruth Abara)", "Our Standards: The Trust Principles."): {"(Reporting by Jonas Pell; Editing by Ruth Abara)": "credit", "Our Standards: The Trust Principles.": "furniture"},
}  # fmt: skip


@pytest.mark.parametrize("text", RESIDUE)
def test_residue_is_labelled_and_the_story_kept(text: str) -> None:
    of = article(text)
    found = {of.words(b.span): str(b.kind) for b in label(of)}
    expected = RESIDUE[text]
    assert {line: found[line] for line in expected} == expected
    assert {found[p] for p in STORY if p in text} == {"body"}


def test_an_intro_and_an_embedded_story_with_its_own_headline() -> None:
    intro = "Linden will host the next round of the port talks, and hotels are full. The Coastal Wire has the story:"
    embedded = "Dockers and company trade terms"
    of = article(
        "\n".join(("Talks come to Linden", intro, embedded, f"LINDEN (Coastal Wire) — {STORY[0]}", *STORY[1:]))
    )
    found = {of.words(b.span): str(b.kind) for b in label(of)}
    assert found[intro] == "body"
    assert found["LINDEN (Coastal Wire)"] == "dateline"
    assert found["Talks come to Linden"] == "title"
    assert found[embedded] in ("heading", "title")
    assert {found[p] for p in STORY} == {"body"}
