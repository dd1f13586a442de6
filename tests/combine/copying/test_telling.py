"""The words by which an article can be known."""

from parley.combine.copying.compare import aligned
from parley.combine.copying.telling import Telling, tell
from parley.record import Article, Block, BlockKind
from tests.factories import article, reading, span

HEADLINE = "Dockers and owners of Linden harbour go back to the table"
REPORT = "The harbour company met the dockers in Linden and “offered a little more” than it had in spring."


def told(text: str, id: str = "one") -> Telling:
    """The first line as a headline, the others without a label that says more."""
    of = article(text, id=id)
    lines = text.split("\n")
    kinds = [BlockKind.TITLE, *[BlockKind.FURNITURE] * (len(lines) - 1)]
    return tell(of, reading(of, blocks=tuple(Block(k, span(of, x)) for k, x in zip(kinds, lines, strict=True))))


def shown(of: Article, telling: Telling) -> list[str]:
    return [of.text[s:e] for s, e in zip(telling.words.starts, telling.words.ends, strict=True)]


def test_neither_a_speaker_nor_the_desk_lends_the_reporter_words() -> None:
    of = article(f"{HEADLINE}\n{REPORT}\n{REPORT.replace('spring', 'May')}")
    telling = told(of.text)
    words = shown(of, telling)
    lent = [word for word, is_lent in zip(words, telling.lent, strict=True) if is_lent]
    assert lent == [*HEADLINE.split(), *"offered a little more offered a little more".split()]
    assert telling.size == len(telling) - len(HEADLINE.split())


def test_what_is_shared_is_a_part_of_the_report() -> None:
    text = f"{REPORT} They meet again on Monday in the old hotel by the lake."
    found = next(aligned([told(f"{HEADLINE}\n{text}"), told(f"Talks go on\n{text}", id="other")], [(0, 1)]))
    assert found.shares == (1.0, 1.0)


def test_a_text_that_is_all_headline_is_told_by_it() -> None:
    telling = told(HEADLINE)
    assert not telling.headline.any()
    assert telling.size == len(HEADLINE.split())
