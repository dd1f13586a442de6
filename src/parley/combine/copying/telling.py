"""The words by which an article can be known: its body, with what others said marked as quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from parley.combine.copying.body import body_spans, merged
from parley.combine.copying.quoted import between_marks
from parley.record import Article, BlockKind, QuoteKind, Reading, Span
from parley.text.once import Once
from parley.text.words import Mask, Words, split

SEED = 6  # words: the shortest run that counts as shared (Helsinki pairs; runs of five are mostly names and phrases)


@dataclass(frozen=True, eq=False)
class Telling:
    """Body words of one article; `quoted` words are a speaker's, `named` words are capitalised inside a sentence, and
    `headline` words, which a page compared whole has, are the desk's."""

    article: str
    outlet: str | None
    words: Words
    quoted: Mask
    named: Mask
    headline: Mask

    def __len__(self) -> int:
        return len(self.words)

    @Once
    def size(self) -> int:
        """Words without a headline: beside a short text it would make what is shared look little."""
        return len(self) - int(np.count_nonzero(self.headline))

    @Once
    def lent(self) -> Mask:
        """Words that are not the reporter's own."""
        return self.quoted | self.headline

    @Once
    def marks(self) -> tuple[bytes, bytes, bytes]:
        """The quoted, named and headline words, a byte each: quicker than masks where runs are short."""
        return self.quoted.tobytes(), self.named.tobytes(), self.headline.tobytes()

    def span(self, first: int, end: int) -> Span:
        """The code points from word `first` to the end of word `end - 1`."""
        return Span(self.article, int(self.words.starts[first]), int(self.words.ends[end - 1]))


def tell(article: Article, reading: Reading) -> Telling:
    """The body of an article, with what others said marked."""
    words = split(article.text)
    words = words.only(_inside(words, body_spans(article, reading)))
    spoken = list(between_marks(article.text)) + [
        (s.start, s.end) for q in reading.quotes if q.kind is QuoteKind.DIRECT for s in q.spans
    ]
    quoted = _inside(words, merged(spoken))
    named = words.capital & ~_opens(words)
    titles = merged((b.span.start, b.span.end) for b in reading.blocks if b.kind is BlockKind.TITLE)
    headline = _inside(words, titles)
    headline &= not headline.all()  # of a text that is nothing else it is the text
    return Telling(article.id, article.outlet or reading.outlet, words, quoted, named, headline)


def _inside(words: Words, spans: Sequence[tuple[int, int]]) -> Mask:
    """Which words start in one of the spans, which are in order and apart."""
    if not spans:
        return np.zeros(len(words), np.bool_)
    starts, ends = np.array(spans, np.int64).T
    at = np.searchsorted(starts, words.starts, "right") - 1
    inside: Mask = (at >= 0) & (words.starts < ends[np.maximum(at, 0)])
    return inside


def _opens(words: Words) -> Mask:
    """Which words open a sentence, so that a capital says nothing about them."""
    opens: Mask = np.diff(words.sentences, prepend=-1) != 0
    return opens
