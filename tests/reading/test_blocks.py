"""Every line has one kind, spans stand in text order, and nothing of the story is lost among the residue."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from parley.reading.blocks import label
from parley.reading.labelling.alignment import held
from parley.reading.labelling.belonging import smoothed, told_once
from parley.reading.lines import Line, split_lines
from parley.record import Article, BlockKind
from parley.sources.page import page_article
from tests.factories import article

PARAGRAPHS = (
    "The dockers’ union met the port company in Linden on Monday for a third round of talks on pay and night shifts.",
    "“We will not go back before there is a fair offer,” said Nora Vance, who leads the union, after the meeting.",
    "The company said it had offered four per cent and would not go further while ships lay idle in the harbour.",
    "Both sides agreed to meet again on Thursday, a spokesman for the labour ministry told reporters in the capital.",
)
TEXT = "\n".join(("Home", "News", "Ports", "Pay talks open in Linden", "By Lena Marsh", "5 March 2024", *PARAGRAPHS, "Read more", "Storm closes the bridge", "Share this", "Sign up for our newsletter", "© 2024 Harbour Gazette"))  # fmt: skip

TEXT_HEAD = "Pay talks open in Linden\nBy Lena Marsh\n5 March 2024"


def kinds(of: Article) -> dict[str, BlockKind]:
    return {of.words(b.span): b.kind for b in label(of)}


def test_a_scraped_page() -> None:
    found = kinds(article(TEXT))
    assert found["Pay talks open in Linden"] is BlockKind.TITLE
    assert found["By Lena Marsh"] is BlockKind.BYLINE
    assert {found[p] for p in PARAGRAPHS} == {BlockKind.BODY}
    assert {found[x] for x in ("Read more", "Share this", "© 2024 Harbour Gazette")} == {BlockKind.FURNITURE}


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n\r\n"), "\ufeff" + TEXT, "\n".join(PARAGRAPHS)])
def test_blocks_cover_every_line_once_and_in_order(text: str) -> None:
    of = article(text)
    blocks = label(of)
    assert [of.words(b.span) for b in blocks] == [line.text for line in split_lines(text)]
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


def test_a_dateline_stands_apart_from_its_paragraph() -> None:
    of = article("Talks open\n\nLINDEN (Coastal Wire) — " + PARAGRAPHS[0] + "\n\n" + PARAGRAPHS[1])
    dateline, body = [b for b in label(of) if b.kind in (BlockKind.DATELINE, BlockKind.BODY)][:2]
    assert of.words(dateline.span) == "LINDEN (Coastal Wire)"
    assert of.words(body.span) == PARAGRAPHS[0]


@pytest.mark.parametrize("text", ["", "\n \n", "Talks open.", "x", "a\nb"])
def test_tiny_texts_are_labelled_without_surprise(text: str) -> None:
    assert len(label(article(text))) == len(split_lines(text))


@pytest.mark.parametrize(
    "text", ["The delegates went home.", "Port opens, ministry says", "Talks open\nThe port is shut"]
)
def test_a_line_or_two_hold_some_story(text: str) -> None:
    assert BlockKind.BODY in [b.kind for b in label(article(text))]


def test_the_same_text_has_the_same_labels() -> None:
    assert label(article(TEXT)) == label(article(TEXT))


def page(*paragraphs: str) -> Article:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    markup = f"<html><head><title>Pay talks open in Linden | Harbour Gazette</title></head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav><article><h1>Pay talks open in Linden</h1><figure><figcaption>Cranes at the port. Photo: Jonas Pell</figcaption></figure><div class='article-body'>{body}</div></article><footer><p>© 2024 Harbour Gazette</p></footer></body></html>"
    found = page_article("a", markup.encode(), "a")
    assert isinstance(found, Article)
    return found


def test_a_page_of_markup() -> None:
    found = kinds(page(*PARAGRAPHS))
    assert found["Pay talks open in Linden"] is BlockKind.TITLE
    assert found["Cranes at the port. Photo: Jonas Pell"] is BlockKind.CAPTION
    assert {found[p] for p in PARAGRAPHS} == {BlockKind.BODY}
    assert found["© 2024 Harbour Gazette"] is BlockKind.FURNITURE


def test_a_page_whose_text_was_corrected_is_read_as_text() -> None:
    of = page(*PARAGRAPHS)
    corrected = article("\n".join(PARAGRAPHS), html=of.html)
    assert [corrected.words(b.span) for b in label(corrected)] == list(PARAGRAPHS)


def lines(*texts: str) -> Iterator[Line]:
    return (Line(0, len(t), t) for t in texts)


def test_an_article_told_twice_belongs_once() -> None:
    told = [*lines("Pay", *PARAGRAPHS[:2], "Pay", f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}", PARAGRAPHS[2])]
    assert told_once(told, [True] * 6) == [True, True, True, False, False, True]


def test_a_line_that_comes_back_is_no_second_telling() -> None:
    told = [*lines(PARAGRAPHS[0], "Day one", PARAGRAPHS[1], "Day one", PARAGRAPHS[2])]
    assert told_once(told, [True] * 5) == [True] * 5


def test_a_doubtful_line_follows_its_neighbours() -> None:
    assert smoothed([2.0, -0.2, 2.0, -3.0]) == [True, True, True, False]
    assert smoothed([-2.0, 0.3, -2.0]) == [False, False, False]
    assert smoothed([]) == []


def test_lines_are_found_in_another_rendering() -> None:
    text = f"{PARAGRAPHS[0]}\n\n- Night shifts\n\n{PARAGRAPHS[1]}"
    assert held(["Night shifts", PARAGRAPHS[0], "Night shifts", PARAGRAPHS[1], "Home"], text) == [
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "„Wir bleiben im Hafen, bis der Lohn stimmt“, so Nora Vance",
        "„Der Hafen bleibt geschlossen, solange niemand verhandelt.“",
        "»Wir gehen morgen nicht zurück an die Arbeit«",
        "«Wir warten seit drei Wochen auf ein Angebot»",
        "“We stay until there is an offer” – Nora Vance",
        "Vance erklärte: „Wir gehen nicht zurück“",
    ],
)
def test_a_quotation_is_no_heading(line: str) -> None:
    assert kinds(article("\n".join((TEXT_HEAD, *PARAGRAPHS[:2], line, *PARAGRAPHS[2:]))))[line] is BlockKind.BODY


@pytest.mark.parametrize("line", ["“Night shift” dispute", "What the union wants", "‘They told us to sign at once’"])
def test_a_heading_may_hold_a_word_in_marks(line: str) -> None:
    assert kinds(article("\n".join((TEXT_HEAD, *PARAGRAPHS[:2], line, *PARAGRAPHS[2:]))))[line] is BlockKind.HEADING
