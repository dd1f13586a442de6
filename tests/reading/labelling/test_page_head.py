"""Day and authors of a page, as its time elements, its first lines and its links to authors' pages tell them."""

import json
from dataclasses import replace

import pytest

from parley.reading.blocks import label
from parley.reading.labelling.page_head import head_of
from parley.reading.metadata import describe
from parley.record import Article
from parley.sources.page import page_article

BODY = "<p>The union met the port company in Linden on Monday.</p>"


def page(*body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><nav><h1>Harbour Gazette</h1></nav><h1>Dockers vote to strike</h1>{''.join(body)}{BODY}</body></html>"


DAYS = {
    "time element in words of its own": ("<time datetime='2024-03-05T21:30:00Z'>three hours ago</time>", "2024-03-05T21:30"),
    "American numbers": ("<time datetime='2024-03-05'>03/05/2024</time>", "2024-03-05"),
    "dots": ("<p>17.05.2024</p>", "2024-05-17"),
    "day first where it cannot be a month": ("<p>Posted 25/03/2024</p>", "2024-03-25"),
    "no such day": ("<p>31.02.2024</p>", None),
    "capitals": ("<p>OCTOBER 13, 2024</p>", "2024-10-13"),
    "a deck before it": ("<p>After a night of talks nobody moved, and both sides say that the other has to.</p><p>5 March 2024</p>", "2024-03-05"),
    "a change": ("<p>Updated: 6 March 2024</p>", None),
    "a message shown in the story": (
        f"<p>{'The hall was full from early in the morning on. ' * 3}</p>" * 3 + "<p>— Port of Linden (@port) March 5, 2024</p>",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAYS)
def test_the_day_shown(kind: str) -> None:
    shown, day = DAYS[kind]
    assert head_of(page(shown), None).published == day


def test_the_day_right_above_the_headline() -> None:
    markup = f"<html><body><p>5 March 2024</p><h1>Dockers vote to strike</h1>{BODY}</body></html>"
    assert head_of(markup, None).published == "2024-03-05"


def test_the_day_of_the_page_where_the_article_has_none() -> None:
    graph = {"@graph": [{"@type": "Article", "headline": "Dockers vote to strike"}, {"@type": "WebPage", "datePublished": "2024-03-05"}]}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script><meta property="article:modified_time" content="2024-06-01">'
    found = head_of(page(head=head), None)
    assert (found.published, found.published_basis) == ("2024-03-05", "json-ld")


def test_a_day_written_out_in_the_head() -> None:
    found = head_of(page(head='<meta name="published" content="March 5, 2024">'), None)
    assert (found.published, found.published_basis) == ("2024-03-05", "meta")


def test_a_neighbouring_day_counts_only_where_its_line_is_there_to_tell_it() -> None:
    head = '<meta property="article:published_time" content="2024-03-05T23:30:00Z">'
    story = "<p>The talks of Wednesday, 6 March 2024 will be the third in as many weeks for the two sides.</p>"
    assert head_of(page("<p>By Lena Marsh | 6 March 2024</p>", head=head), None).published == "2024-03-06"
    assert head_of(page(story, head=head), None).published == "2024-03-05T23:30"


BYLINES = {
    "link to the author's page": ("<div><a href='/author/marsh/'>Lena Marsh</a></div>", ("Lena Marsh",)),
    "two links, with the outlet behind": (
        "<div><a href='/staff/1/lena'>Lena Marsh</a> and <a href='/staff/2/jonas'>Jonas Pell</a> Harbour Gazette</div>",
        ("Lena Marsh", "Jonas Pell"),
    ),
    "behind the day": ("<p>posted on 2024-03-05 23:30 EST by Lena Marsh</p>", ("Lena Marsh",)),
    "before the day": ("<p>By Lena Marsh • March 5, 2024 12:25 pm</p>", ("Lena Marsh",)),
    "a link elsewhere": ("<div><a href='/topics/talks'>Lena Marsh</a></div>", ()),
}


@pytest.mark.parametrize("kind", BYLINES)
def test_the_authors_shown(kind: str) -> None:
    shown, names = BYLINES[kind]
    assert head_of(page(shown), None).byline == names


def test_authors_of_teasers_far_below_are_not_the_authors() -> None:
    teaser = "<div><a href='/author/pell/'>Jonas Pell</a></div>"
    assert head_of(page(BODY * 40, teaser), None).byline == ()


def test_the_line_that_names_more_authors_than_the_head() -> None:
    head = '<meta name="author" content="Lena Marsh">'
    assert head_of(page("<p>By Lena Marsh and Jonas Pell</p>", head=head), None).byline == ("Lena Marsh", "Jonas Pell")


def test_menus_and_other_articles_name_no_author() -> None:
    """Lines of two capital words look like names: "About Us", "Jonas Pell"."""
    menu = "<ul><li>About Us</li><li>Privacy Policy</li></ul>"
    below = "<ul><li>Ferries resume</li><li>By Jonas Pell</li><li>Print Editions</li></ul>"
    found = page_article("a", page(menu, BODY * 40, below).encode(), "a")
    assert isinstance(found, Article)
    assert describe(found, label(found)).byline == ()


@pytest.mark.parametrize(
    ("shown", "day", "names"),
    [
        ("<p>By Jonas Pell | 5 March 2024</p>", ("2024-03-05", "page"), ("Jonas Pell",)),
        ("", ("2024-03-07T08:00", "feed"), ("Lena Marsh",)),
    ],
)
def test_what_a_feed_tells_counts_where_the_page_is_silent(
    shown: str, day: tuple[str, str], names: tuple[str, ...]
) -> None:
    found = page_article("a", page(shown).encode(), "a", byline=("Lena Marsh",))
    assert isinstance(found, Article)
    heading = describe(replace(found, published="2024-03-07T08:00", published_basis="feed"), label(found))
    assert (heading.published, heading.published_basis) == day
    assert heading.byline == names


def test_the_outlet_is_the_author_only_where_the_page_says_so_and_names_nobody_else() -> None:
    site = '<meta property="og:site_name" content="Harbour Life"><meta name="author" content="Harbour Life">'
    assert head_of(page(head=site), None).byline == ("Harbour Life",)
    assert head_of(page("<p>By Lena Marsh, Harbour Life</p>", head=site), None).byline == ("Lena Marsh",)
    assert head_of(page("<p>Harbour Life</p>", head=site.partition("><")[0] + ">"), None).byline == ()
