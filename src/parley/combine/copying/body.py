"""Which parts of an article are its report: what two articles are compared by."""

import re
from collections.abc import Iterable, Iterator, Sequence

from parley.record import Article, Block, BlockKind, Reading

SENTENCE_WORDS = 12  # a line taken for furniture that is as long and ends like a sentence is compared all the same
PARAGRAPH_WORDS = 40  # the same however it ends
RUNNING_WORDS = 5  # the same where too little of a page is labelled as body to be an article
# Part of the lines of RUNNING_WORDS and more that a page's body has, else they are all compared: of an article, and of a page
# that bears no byline, dateline or credit, where labels err more (PAN 2013: pages of lines wrapped anywhere)
LEAST_BODY, LEAST_BODY_UNSIGNED = 0.6, 0.92
SIGNED = (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT)
ASIDE = (BlockKind.FURNITURE, BlockKind.HEADING, BlockKind.CAPTION)
SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s*$")
# "This material may not be published, broadcast or rewritten." | "Sign up and have the day's news delivered."
BOILERPLATE = re.compile(
    r"©|\b(?:copyright|rights reserved|subscri\w+|newsletters?|sign(?:ed)? up|log(?:ged)? in|cookies?|privacy policy"
    r"|terms of (?:use|service)|advert\w*|click|download|follow us|read more|your (?:e-?mail|inbox|browser|account)"
    r"|comments? (?:section|policy|below)|reprints?|may not be (?:published|reproduced)|javascript|permission)\b",
    re.IGNORECASE,
)

Bounds = tuple[int, int]


def body_spans(article: Article, reading: Reading) -> list[Bounds]:
    """Code points [start, end) of the body in text order; the whole text where no line is labelled as body.

    Where a page is mostly captions (a gallery), these are its body. Whole sentences in lines labelled as furniture
    are compared too: to overlook half of an article is worse than to compare a line too much.
    """
    body, captions = _of(reading.blocks, BlockKind.BODY), _of(reading.blocks, BlockKind.CAPTION)
    if _length(captions) > _length(body):
        body = merged(body + captions)
    running = merged([*body, *_sentences(article, reading.blocks)])
    least = LEAST_BODY if any(b.kind in SIGNED for b in reading.blocks) else LEAST_BODY_UNSIGNED
    if _length(running) < least * len(article.text):
        everything = merged(_running(article, reading.blocks))
        running = everything if _length(running) < least * _length(everything) else running
    return _without(running or [(0, len(article.text))], _of(reading.blocks, BlockKind.DATELINE))


def merged(spans: Iterable[Bounds]) -> list[Bounds]:
    """Spans in order, none overlapping another."""
    found: list[Bounds] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _of(blocks: Sequence[Block], kind: BlockKind) -> list[Bounds]:
    return merged((b.span.start, b.span.end) for b in blocks if b.kind is kind)


def _length(spans: Iterable[Bounds]) -> int:
    return sum(end - start for start, end in spans)


def _sentences(article: Article, blocks: Sequence[Block]) -> Iterator[Bounds]:
    """Furniture that is a whole sentence or a paragraph, and lines that go on with the sentence of the line before."""
    for block in blocks:
        if block.kind in ASIDE:
            words = article.words(block.span)
            if (words[:1].islower() or block.kind is BlockKind.FURNITURE) and _is_running(words):
                yield block.span.start, block.span.end


def _is_running(words: str) -> bool:
    size = len(words.split())
    ends = size >= SENTENCE_WORDS and SENTENCE_END.search(words[-8:]) is not None
    return size >= PARAGRAPH_WORDS or ((ends or words[:1].islower()) and not BOILERPLATE.search(words))


def _running(article: Article, blocks: Sequence[Block]) -> Iterator[Bounds]:
    """Every line that may be running text."""
    for block in blocks:
        words = article.words(block.span)
        size = len(words.split())
        plain = size >= RUNNING_WORDS and not BOILERPLATE.search(words)
        if block.kind is BlockKind.BODY or plain or size >= PARAGRAPH_WORDS:
            yield block.span.start, block.span.end


def _without(spans: list[Bounds], holes: list[Bounds]) -> list[Bounds]:
    """Spans less the holes that lie at their start (a dateline in the first paragraph)."""
    ends = dict(holes)
    return [(ends.get(start, start), end) for start, end in spans if ends.get(start, start) < end]
