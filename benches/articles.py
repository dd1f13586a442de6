"""Made-up articles with planted copies: as many as asked for, the same every time."""

from collections.abc import Iterator

import numpy as np

from parley.record import Article, Block, BlockKind, Reading, Span

WORDS, SENTENCES, LONG = 40_000, 20, 22  # of the vocabulary; of an article; words of a sentence
COPIED = 10  # one article in so many is a copy of an earlier one, with a sentence of its own


def articles(count: int) -> Iterator[Article]:
    """Words are drawn by Zipf's law, as in any language."""
    random = np.random.default_rng(7)
    chances = 1 / np.arange(10, WORDS + 10)
    drawn = random.choice(WORDS, (count, SENTENCES, LONG), p=chances / chances.sum())
    written: list[str] = []
    for n in range(count):
        if n % COPIED == COPIED - 1:
            text = f"{_sentence(drawn[n, 0])}\n{written[int(random.integers(n))]}"
        else:
            text = "\n".join(map(_sentence, drawn[n]))
        written.append(text)
        yield Article(f"{n:06}", text, outlet=f"outlet{n % 50}.example")


def _sentence(drawn: np.ndarray) -> str:
    words = [f"w{n:x}" for n in drawn.tolist()]
    return f"W{' '.join(words)[1:]}."


def reading(of: Article) -> Reading:
    """Every line as body, so that only the step itself is measured."""
    blocks, at = [], 0
    for line in of.text.split("\n"):
        blocks.append(Block(BlockKind.BODY, Span(of.id, at, at + len(line))))
        at += len(line) + 1
    return Reading(of.id, of.sha256, of.outlet, None, (), None, "unknown", "en", tuple(blocks))
