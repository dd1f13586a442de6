"""Labels every line of an article; nothing is deleted."""

import re

from parley.reading.labelling import kinds_of
from parley.reading.lines import Line
from parley.record import Article, Block, BlockKind, Span

DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’'\- ]{2,30}(?:,\s[A-Z][A-Za-z.]{1,20}){0,2})\s?"
    r"(?:\((?P<agency>[A-Z][\w .&-]{1,30})\)\s?)?(?:[—–]|--?)\s"
)


def label(article: Article) -> tuple[Block, ...]:
    """Blocks in text order: one a line that is not blank, and the dateline before the words of its paragraph."""
    lines, kinds = kinds_of(article)
    found: list[Block] = []
    for line, kind in zip(lines, kinds, strict=True):
        found += _blocks(article, line, kind)
    return tuple(found)


def _blocks(article: Article, line: Line, kind: BlockKind) -> list[Block]:
    span = Span(article.id, line.start, line.end)
    match = DATELINE.match(line.text) if kind is BlockKind.BODY else None
    if not match:
        return [Block(kind, span)]
    # "LINDEN (Coastal Wire) — Dockers met": the dash stays outside both blocks
    told = line.start + len(match.group().rstrip(" -—–"))
    begun = line.start + match.end()
    return [
        Block(BlockKind.DATELINE, Span(article.id, line.start, told)),
        Block(kind, Span(article.id, begun, line.end)),
    ]
