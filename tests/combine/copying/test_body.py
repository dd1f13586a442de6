"""What two articles are compared by."""

from parley.combine.copying.body import body_spans
from parley.record import Article, Block, BlockKind
from tests.factories import article, reading, span

SENTENCE = "The harbour company met the dockers in Linden and offered them four percent more pay."


def labelled(of: Article, **kinds: BlockKind) -> list[str]:
    """The compared words where lines are labelled by their first word, and else as body."""
    lines = [line for line in of.text.split("\n") if line]
    blocks = tuple(Block(kinds.get(line.split()[0], BlockKind.BODY), span(of, line)) for line in lines)
    return [of.text[s:e] for s, e in body_spans(of, reading(of, blocks=blocks))]


def test_the_body_is_compared() -> None:
    assert labelled(article(f"Menu\n{SENTENCE}"), Menu=BlockKind.FURNITURE) == [SENTENCE]


def test_a_whole_sentence_is_compared_even_where_it_is_taken_for_furniture() -> None:
    of = article(f"{SENTENCE}\nStill, both sides agreed on Tuesday night to meet again before the week was out.")
    assert len(labelled(of, Still=BlockKind.FURNITURE)) == 2


def test_boilerplate_is_not() -> None:
    of = article(f"{SENTENCE}\nThis material may not be published, broadcast, rewritten or sent on to anybody at all.")
    assert labelled(of, This=BlockKind.FURNITURE) == [SENTENCE]


def test_captions_are_the_body_of_a_gallery() -> None:
    of = article(f"Tour\nCaption: {SENTENCE}")
    assert any(SENTENCE in words for words in labelled(of, **{"Caption:": BlockKind.CAPTION}))


def test_a_text_without_a_body_is_compared_whole() -> None:
    assert labelled(article("Pay rises"), Pay=BlockKind.TITLE) == ["Pay rises"]
