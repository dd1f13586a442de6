"""Quotations and speakers without a parse."""

import pytest

from parley.reading import read
from parley.reading.actors import find_cast
from parley.reading.prose import plain
from parley.reading.quoting.fast import find_quotes
from parley.record import Article, Quote

WHO = "Nora Vance, president of the United Dockers’ Federation, came at noon. "


def quotes(text: str) -> list[tuple[str, str | None]]:
    prose = plain(text)
    return [
        (_words(text, q), q.speaker.name if q.speaker else None) for q in find_quotes(prose, find_cast(prose, False))
    ]


def _words(text: str, quote: Quote) -> str:
    return " … ".join(text[s.start : s.end] for s in quote.spans)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (WHO + "“We will not sign it,” Vance said.", "Nora Vance"),
        (WHO + "“We will not sign it,” she said.", "Nora Vance"),
        (WHO + "“We will not sign it,” said a spokesman for the United Dockers’ Federation.", None),
        (WHO + "“We will not sign it,” the federation’s lawyer said.", None),
        ("“We will not sign it,” he said.", None),
    ],
)
def test_speakers(text: str, speaker: str | None) -> None:
    ((words, name),) = [q for q in quotes(text) if "sign it" in q[0]]
    assert words.startswith("We will not sign it")
    assert name == speaker


def test_words_in_marks_go_on_with_the_last_speaker() -> None:
    text = WHO + "“We will not sign it,” Vance said.\n“Nobody asked us. Nobody called us before the vote.”"
    assert [name for _, name in quotes(text)][-1] == "Nora Vance"


def test_another_language_is_read_by_its_marks() -> None:
    text = "Der Hafen von Kallau ist seit Montag zu. „Wir werden das nicht unterschreiben“, sagte die Sprecherin der Werft."
    assert [words for words, _ in quotes(text)] == ["Wir werden das nicht unterschreiben"]


def test_a_fast_reading_says_so_and_leaves_out_what_needs_a_parse() -> None:
    article = Article(
        "a", WHO + "The federation demands a raise of 9 percent. “We will not sign,” Vance said on 3 March 2024."
    )
    fast, full = read(article, fast=True), read(article)
    assert (fast.fast, full.fast) == (True, False)
    assert fast.actors and fast.times and fast.quotes
    assert (fast.figures, fast.stances, fast.meetings, fast.measures) == ((), (), (), ())
    assert full.figures
    assert fast.blocks == full.blocks
