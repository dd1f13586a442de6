"""Paragraphs are parsed side by side; what comes out is one parse of the whole text."""

import pytest

from parley.learn import syntax

FIRST = "Mediator Ana Prieto opened the talks in Dunmore on Monday."
SECOND = "Harbour union leader Tom Achebe left early. He said the offer was late"


def test_paragraphs_parsed_side_by_side_are_one_parse_of_the_text() -> None:
    text = f"{FIRST}\n   \n{SECOND}"
    at = text.index(SECOND)
    doc = syntax.parse(text, (0, at))
    assert doc.text == text
    assert [text[t.idx : t.idx + len(t)] for t in doc] == [t.text for t in doc]
    assert at in {s.start_char for s in doc.sents}
    said = next(t for t in doc if t.text == "said")
    assert (said.lemma_, said.dep_, {c.text for c in said.children if c.dep_ == "nsubj"}) == ("say", "ROOT", {"He"})
    assert all(s.start <= t.head.i < s.end for s in doc.sents for t in s)


def test_a_sentence_begins_where_it_is_told_to_even_without_a_full_stop() -> None:
    text = "No deal yet\nTalks go on"
    assert [s.text.strip() for s in syntax.parse(text, (0, 12)).sents] == ["No deal yet", "Talks go on"]


@pytest.mark.parametrize("text", ["\n :", " \n a\n  b", "a\tb\n\n\nc ", "No (deal\nyet)"])
def test_a_start_within_a_blank_or_a_word_moves_no_token(text: str) -> None:
    for start in range(len(text)):
        doc = syntax.parse(text, (0, start))
        assert (doc.text, [t.text for t in doc]) == (text, [t.text for t in syntax.pipeline().make_doc(text)])


def test_what_is_empty_or_only_blank_is_parsed_too() -> None:
    assert len(syntax.parse("", ())) == 0
    assert syntax.parse(" \n ", (0,)).text == " \n "
    assert syntax.parse(FIRST, (0, 0, 5000)).text == FIRST
