"""Collections of any size made from real text: prose of ours whose telling words are exchanged, with planted copies.

Stop words, capitals, quotation marks and lines stay as they were written; every other word is drawn anew by Zipf's law
from a vocabulary as large as that of news. Of each hundred articles one holds another's words, whole or a passage, and
one tells another's event in words of its own.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from parley.combine.copying.telling import Telling
from parley.record import Article, Block, BlockKind, Reading, Span
from parley.text.words import Ids, Mask, Words, mix, split, stops

LONG, BATCH, VOCABULARY = 440, 5_000, 400_000  # words of an article; articles made at once; different words
SHIFT = 10  # words as common as the first
SHARE, PASSAGE, RETOLD = 100, 110, 0.5  # one article in so many; words of a passage; part of the words of one event
ROOT = Path(__file__).parents[1]

Planted = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """Our own articles in a row, as words: which are exchanged, which are names, each as spelt, and the text before it."""

    words: Words
    telling: Mask
    names: Mask
    spelt: list[str]
    before: list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Articles [first, first + len(ids)): the words of each, the numbers of those drawn (-1: as in the prose), and where
    in the prose each begins."""

    first: int
    ids: Ids
    drawn: NDArray[np.int64]
    offsets: NDArray[np.int64]


@cache
def prose() -> Prose:
    dense = (ROOT / "evals/dense/articles.jsonl").read_text("utf-8").splitlines()
    files = [
        *sorted((ROOT / "evals/negotiations").glob("*/*.txt")),
        *sorted((ROOT / "src/parley/demo").glob("articles/*")),
    ]
    text = "\n".join([*(json.loads(line)["text"] for line in dense), *(f.read_text("utf-8") for f in files)])
    words = split(text)
    inside = np.diff(words.sentences, prepend=-1) == 0
    starts, ends = words.starts.tolist(), words.ends.tolist()
    before = [text[end:start] for end, start in zip([0, *ends[:-1]], starts, strict=True)]
    spelt = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return Prose(words, ~stops(words.ids), words.capital & inside, spelt, before)


def batches(size: int, copies: Planted, events: Planted, seed: int = 7) -> Iterator[Batch]:
    """The same articles every time; who holds whose words goes to `copies`, who tells whose event to `events`."""
    random, known = np.random.default_rng(seed), prose()
    vocabulary = mix(np.arange(VOCABULARY, dtype=np.uint64))
    for first in range(0, size, BATCH):
        count = min(BATCH, size - first)
        offsets = random.integers(len(known.words) - LONG, size=count)
        for n in range(SHARE, count, SHARE):
            offsets[n] = offsets[n - SHARE // 4]
        places = offsets[:, None] + np.arange(LONG)
        telling = known.telling[places]
        drawn = _drawn(random, count)
        for n in range(SHARE, count, SHARE):
            giver, length = n - SHARE // 4, LONG if n % (2 * SHARE) else PASSAGE
            drawn[n, :length] = drawn[giver, :length]
            copies.append((first + giver, first + n))
        for n in range(SHARE // 2, count, SHARE):
            giver = n - SHARE // 4
            theirs = random.permutation(drawn[giver][telling[giver]])
            own = np.flatnonzero(random.random(LONG) < RETOLD)[: len(theirs)]
            drawn[n, own] = theirs[: len(own)]
            events.append((first + giver, first + n))
        ids = np.where(telling, vocabulary[drawn], known.words.ids[places])
        yield Batch(first, ids, np.where(telling, drawn, -1), offsets)


def _drawn(random: np.random.Generator, count: int) -> NDArray[np.int64]:
    """Words by Zipf's law: the tenth is half as common as the first, the hundredth a tenth."""
    spread = np.exp(random.random((count, LONG), np.float32) * np.float32(np.log(VOCABULARY / SHIFT + 1)))
    drawn: NDArray[np.int64] = np.minimum((spread - 1) * SHIFT, VOCABULARY - 1).astype(np.int64)
    return drawn


def told(batch: Batch) -> list[Telling]:
    """The articles of a batch as words, as if they had been read."""
    known, made = prose(), []
    starts, unmarked = np.arange(LONG) * 6, np.zeros(LONG, np.bool_)
    for ids, offset in zip(batch.ids, batch.offsets.tolist(), strict=True):
        part = slice(offset, offset + LONG)
        words = Words(ids, ids, starts, starts + 5, known.words.capital[part], known.words.sentences[part])
        made.append(Telling("", None, words, unmarked, known.names[part], unmarked))
    return made


def written(batch: Batch) -> list[tuple[Article, Reading]]:
    """The articles of a batch as text, each line a body line of its reading."""
    known, made = prose(), []
    capital = known.words.capital.tolist()
    for n, (drawn, offset) in enumerate(zip(batch.drawn.tolist(), batch.offsets.tolist(), strict=True)):
        parts: list[str] = []
        for k, word in enumerate(drawn, offset):
            shown = known.spelt[k] if word < 0 else f"{'W' if capital[k] else 'w'}{word:x}"
            parts += (known.before[k], shown)
        of = Article(f"{batch.first + n:07}", f"{''.join(parts).lstrip()}.", outlet=f"outlet{n % 50}.example")
        made.append((of, _reading(of)))
    return made


def _reading(of: Article) -> Reading:
    blocks, at = [], 0
    for line in of.text.split("\n"):
        if line:
            blocks.append(Block(BlockKind.BODY, Span(of.id, at, at + len(line))))
        at += len(line) + 1
    return Reading(of.id, of.sha256, of.outlet, None, (), None, "unknown", "en", tuple(blocks))
