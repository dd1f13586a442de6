"""Title, authors, day and outlet of a page, as its head, its JSON-LD and its first lines tell them."""

import json

import pytest

from parley.reading.blocks import label
from parley.reading.labelling.author_names import author_names
from parley.reading.labelling.page_head import PageHead, head_of, without_site
from parley.reading.metadata import describe
from parley.record import Block, BlockKind, Span
from tests.factories import article

STORY = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Dockers strike",
            "datePublished": "2024-03-05T09:30:00+01:00",
            "author": [{"@id": "#lena"}],
        },
        {"@type": "Person", "@id": "#lena", "name": "Lena Marsh"},
    ],
}


def page(head: str = "", body: str = "") -> str:
    return (
        f"<html><head>{head}</head><body>{body}<p>The union met the port company in Linden on Monday.</p></body></html>"
    )


def ld(told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_json_ld_with_linked_authors() -> None:
    found = head_of(page(ld(STORY)), None)
    assert found == PageHead("Dockers strike", ("Lena Marsh",), "2024-03-05T09:30", "json-ld")


def test_meta_names() -> None:
    metas = '<meta property="og:site_name" content="Harbour Gazette"><meta property="og:title" content="Dockers strike - Harbour Gazette"><meta name="author" content="By LENA MARSH and Jonas Pell"><meta property="article:published_time" content="2024-03-05">'
    found = head_of(page(metas), None)
    assert found == PageHead("Dockers strike", ("LENA MARSH", "Jonas Pell"), "2024-03-05", "meta", "Harbour Gazette")


def test_what_readers_see_settles_title_author_and_day() -> None:
    body = "<h1>Dockers strike at Linden port</h1><p>By Lena Marsh</p><p>4 March 2024</p>"
    found = head_of(
        page('<meta property="og:title" content="Dockers at port strike">' + ld(STORY["@graph"][0]), body), None
    )
    assert (found.title, found.byline) == ("Dockers strike at Linden port", ("Lena Marsh",))
    assert (found.published, found.published_basis) == ("2024-03-04", "page")


def test_the_day_of_a_change_is_no_publication() -> None:
    found = head_of(
        page(body="<h1>Dockers strike</h1><p>Last updated 9 March 2024</p><p>Published 5 March 2024</p>"), None
    )
    assert found.published == "2024-03-05"


HOSTILE = {
    "deep": "[" * 50_000,
    "broken": '{"@type": "NewsArticle", "headline": ',
    "strange": '{"@type": 7, "headline": ["a"], "author": 3, "datePublished": {"a": 1}}',
    "round": '{"@type": "NewsArticle", "author": [[[]]], "headline": null, "datePublished": "2024-99-99"}',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_json_ld_tells_nothing(kind: str) -> None:
    found = head_of(page(f'<script type="application/ld+json">{HOSTILE[kind]}</script>'), None)
    assert (found.title, found.byline, found.published) == (None, (), None)


NAMES = {
    "By Lena Marsh and Jonas Pell, Staff Writer": ("Lena Marsh", "Jonas Pell"),
    "Lena Marsh | 5 March 2024": ("Lena Marsh",),
    "https://a.example/lena": (),
    "Harbour Gazette": (),
    "Written by Lena Marsh; Lena Marsh": ("Lena Marsh",),
    "Lena Marsh Mar 5, 2024": ("Lena Marsh",),
}


@pytest.mark.parametrize("told", NAMES)
def test_author_names(told: str) -> None:
    assert author_names([told], "Harbour Gazette") == NAMES[told]


TITLES = {
    "Dockers strike | Harbour Gazette": "Dockers strike",
    "Dockers strike - Harbour Gazette": "Dockers strike",
    "Dockers strike: what next": "Dockers strike: what next",
    "Pay - the long fight": "Pay - the long fight",
}


@pytest.mark.parametrize("told", TITLES)
def test_a_title_without_its_site(told: str) -> None:
    assert without_site(told, "Harbour Gazette", []) == TITLES[told]


def test_what_the_caller_told_comes_first() -> None:
    of = article(
        "Dockers strike\n\nThe union met the port company in Linden on Monday.",
        title="Pay",
        outlet="Tide Radio",
        published="2024-01-02",
        html=page(ld(STORY)),
    )
    found = describe(of, label(of))
    assert (found.title, found.outlet, found.published, found.published_basis) == (
        "Pay",
        "Tide Radio",
        "2024-01-02",
        "input",
    )
    assert found.byline == ("Lena Marsh",)


SIGNATURES = [
    ("Lena Marsh, Port Callow | March 5, 2024", ("Lena Marsh",), "2024-03-05"),
    ("Posted on March 5, 2024 by admin", (), "2024-03-05"),
    ("Posted on March 5, 2024 by Lena Marsh", ("Lena Marsh",), "2024-03-05"),
    ("5 March 2024 | 06:40", (), "2024-03-05T06:40"),
    ("Staff Reporter | March 5, 2024", (), "2024-03-05"),
    ("Updated March 6, 2024", (), None),
]


@pytest.mark.parametrize(("line", "byline", "published"), SIGNATURES)
def test_a_signed_and_dated_line_under_the_title_signs_the_story(
    line: str, byline: tuple[str, ...], published: str | None
) -> None:
    told = article(f"Dockers strike\n{line}\nThe union met the port company in Linden on Monday.\n")
    kinds = (BlockKind.TITLE, BlockKind.FURNITURE, BlockKind.BODY)
    starts = (0, 15, 16 + len(line))
    blocks = [Block(k, Span("a", s, told.text.index("\n", s))) for k, s in zip(kinds, starts, strict=True)]
    found = describe(told, blocks)
    assert (found.byline, found.published) == (byline, published)


def test_a_dateline_with_a_year_dates_the_story() -> None:
    def day(opening: str) -> tuple[str | None, str]:
        told = article(f"{opening} Dockers met in Linden on Monday.")
        found = describe(told, [Block(BlockKind.BODY, Span("a", 0, len(told.text)))])
        return found.published, found.published_basis

    assert day("LINDEN, March 5, 2024 (Coastal Wire) --") == ("2024-03-05", "dateline")
    assert day("LINDEN, March 5 (Coastal Wire) --") == (None, "unknown")


OUTLETS = {
    "The Linden Post\nDockers strike\n{}": "Linden Post",
    "The Commuter\nDockers strike in the port of Linden\n{}": "Commuter",
    "Capital Mirror > Regions\nDockers strike in the port of Linden\n{}": "Capital Mirror",
    "Dockers strike in the port of Linden\nOskar Lindqvist, Harbour Gazette | March 5, 2024\n{}": "Harbour Gazette",
    "Dockers strike in the port of Linden\nBy Oskar Lindqvist, Associated Press\n{}": None,
    "Dockers strike in the port of Linden\n{}\n© 2024 Harbour Gazette": "Harbour Gazette",
    "Dockers strike in the port of Linden\n{}\n“No more,” Vance told the Harbour Gazette after she had left the hall on Monday.": None,
    "Dockers strike in the port of Linden\n{}\n“No more,” Vance told the Harbour Gazette after she had left the hall on Monday.\nMore from the Harbour Gazette": "Harbour Gazette",
}  # fmt: skip
STORY_LINES = (
    "The dockers’ union met the port company in Linden on Monday for a third round of talks on pay and night shifts.\n"
    "The company said it had offered four per cent and would not go further while ships lay idle in the harbour."
)


@pytest.mark.parametrize("text", OUTLETS)
def test_an_outlet_is_what_the_page_names_as_its_own(text: str) -> None:
    told = article(text.format(STORY_LINES))
    found = describe(told, label(told)).outlet
    assert (found or "").removeprefix("The ") == (OUTLETS[text] or "")
