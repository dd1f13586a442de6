"""The kind of each line: rules propose, a trained model says which lines belong to the article, roles follow from both."""

from collections.abc import Sequence

from parley.reading.labelling.belonging import belongs
from parley.reading.labelling.roles import settle
from parley.reading.labelling.rules import rule_kinds
from parley.reading.lines import Line, split_lines
from parley.record import Article, BlockKind

__all__ = ["kinds_of"]

MOST = 20_000  # lines of an article; a longer text is labelled by rules alone
FEW = 3  # a text of fewer lines has no surroundings to judge by


def kinds_of(article: Article) -> tuple[Sequence[Line], Sequence[BlockKind]]:
    """The article's lines that are not blank, and one kind a line."""
    if article.html is not None:
        from parley.reading.labelling.pages import page_kinds

        found = page_kinds(article)
        if found:
            return found
    lines = split_lines(article.text)
    return lines, _text_kinds(lines, article.title)


def _text_kinds(lines: Sequence[Line], title: str | None) -> list[BlockKind]:
    ruled = rule_kinds(lines, title)
    if len(lines) < FEW:
        return _few(lines, ruled)
    if len(lines) > MOST:
        return ruled
    kept = belongs(lines, ruled)
    if not any(kept):  # a gallery, a list: what the rules take for the story, less what certainly is none
        kept = [kind in (BlockKind.BODY, BlockKind.HEADING) for kind in ruled]
    return settle(lines, ruled, kept, title)


def _few(lines: Sequence[Line], ruled: list[BlockKind]) -> list[BlockKind]:
    """A text of a line or two, as pipelines send them, holds at least some story: "The delegates went home."."""
    if BlockKind.BODY not in ruled and lines:
        ruled[max(range(len(lines)), key=lambda n: len(lines[n].text))] = BlockKind.BODY
    return ruled
