"""Labels every line of an article; nothing is deleted."""

from parley.reading.labelling import kinds_of
from parley.reading.lines import Line
from parley.record import Article, Block, BlockKind, Span
from parley.text.datelines import dateline_of, opening_of

LONGEST_ALONE = 12  # words of a dateline that is a line of its own
ALONE = (BlockKind.BODY, BlockKind.HEADING, BlockKind.BYLINE)


def label(article: Article) -> tuple[Block, ...]:
    """Blocks in text order: one a line that is not blank, and the dateline before the words of its paragraph."""
    lines, kinds = kinds_of(article)
    found: list[Block] = []
    for line, kind in zip(lines, kinds, strict=True):
        found += _blocks(article, line, kind)
    return tuple(found)


def _blocks(article: Article, line: Line, kind: BlockKind) -> list[Block]:
    span = Span(article.id, line.start, line.end)
    if kind in ALONE and _is_dateline(line):
        return [Block(BlockKind.DATELINE, span)]
    opening = opening_of(line.text) if kind is BlockKind.BODY else None
    if opening is None or opening.story >= len(line.text):
        return [Block(kind, span)]
    # "LINDEN (Coastal Wire) — Dockers met": the dash stays outside both blocks
    return [
        Block(BlockKind.DATELINE, Span(article.id, line.start, line.start + opening.end)),
        Block(kind, Span(article.id, line.start + opening.story, line.end)),
    ]


def _is_dateline(line: Line) -> bool:
    """Whether the whole line is one: "LINDEN, March 5, 2024 (Coastal Wire)", "Linden, 5 March 2024 --"."""
    if len(line.words) > LONGEST_ALONE:
        return False
    words = line.text.rstrip(" -—–:")
    alone = dateline_of(f"{words} — The")
    return alone is not None and alone.end == len(words) and alone.story == len(words) + 3
