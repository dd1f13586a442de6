"""The running text of one article, parsed once for everything that reads sentences."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from parley.learn import syntax
from parley.record import Article, Block, BlockKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span as Sentence, Token

READ = (BlockKind.BODY, BlockKind.CAPTION)


@dataclass(frozen=True)
class Prose:
    """The body and caption blocks of an article.

    `doc` is a spaCy parse whose token offsets (`token.idx`) are code points of the article: everything else is blanked
    out before parsing. A block is never joined to the next one in a sentence.
    """

    article: Article
    blocks: tuple[Block, ...]

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """Body and caption blocks in text order; a body block is one paragraph (one line)."""
        return tuple(sorted((b for b in self.blocks if b.kind in READ), key=lambda b: (b.span.start, b.span.end)))

    @cached_property
    def text(self) -> str:
        """As long as the article's text, with spaces in place of all that is not prose."""
        kept: list[str] = []
        at = 0
        for block in self.paragraphs:
            start, end = max(block.span.start, at), block.span.end
            if start >= end:
                continue
            kept += [" " * (start - at), self.article.text[start:end]]
            at = end
        kept.append(" " * (len(self.article.text) - at))
        return "".join(kept)

    @cached_property
    def doc(self) -> "Doc":
        return syntax.parse(self.text, [b.span.start for b in self.paragraphs])

    @cached_property
    def tokens(self) -> "list[Token]":
        """Those of `doc`, which makes each anew whenever it is asked for one."""
        return list(self.doc)

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token begins."""
        starts: list[int] = self.doc.to_array("IDX").tolist()
        return starts

    def sentences(self) -> Iterator["Sentence"]:
        """Sentences that hold at least one word."""
        return (s for s in self.doc.sents if self.text[s.start_char : s.end_char].strip())

    def paragraph_at(self, offset: int) -> Block | None:
        """The body or caption block that holds the code point."""
        found = self.paragraph_number(offset)
        if found < 0 or offset >= self.paragraphs[found].span.end:
            return None
        return self.paragraphs[found]

    def paragraph_number(self, offset: int) -> int:
        """Of the last body or caption block that begins at or before the code point; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [b.span.start for b in self.paragraphs]

    def in_caption(self, span: Span) -> bool:
        block = self.paragraph_at(span.start)
        return block is not None and block.kind is BlockKind.CAPTION

    def span(self, start: int, end: int) -> Span:
        return Span(self.article.id, start, end)


def plain(text: str, article: str = "a", published: str | None = None) -> Prose:
    """Prose of a text without furniture: every non-blank line is a body paragraph. For trials and tests."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(article, at, at + len(line))))
        at += len(line) + 1
    return Prose(Article(article, text, published=published), tuple(blocks))
