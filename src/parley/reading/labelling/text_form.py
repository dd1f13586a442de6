"""What a plain text is made of: the forms that its lines repeat, who talks in it, what comes after its last sign of an end,
and which of its words the article's own lines use. The model is trained on this very function."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.features import OWN, RULES, Matrix, numbered, spread
from parley.reading.lines import SHORT, Line
from parley.reading.signs import MASK, ONE, STOP_WORDS, table

Column = NDArray[np.float32]
Form = tuple[int, str, str]

KEYED = re.compile(r"^[A-Z][\w /&’'-]{1,28}:(?:\s|$)")
# what stands above what readers say: "12 comments", "Leave a reply", "Join the discussion"
TALK = re.compile(
    r"^\W*(?:\d[\d,.]*\s)?(?:comments?|responses?|replies|reviews?|thoughts?|leave an?|join the (?:conversation|discussion)|discussion|discuss|answers?|"
    r"reader|customer reviews|post a|add a|write a|view (?:all )?\d* ?comments?|show comments?|load (?:more )?comments?|what do you think)\b",
    re.IGNORECASE,
)
LONGEST_TALK, FEW = 8, 3  # words
FAR = 200  # lines
LENGTHS = (0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5) + 13 * (6,)  # words of a line, in steps
LONGEST_BAG = 60  # words
CERTAIN = 6.0  # log-odds
REACH = 30  # lines
KINDS = {name: n for n, name in enumerate(RULES, len(OWN))}
WHOLE = ("me", "asks", "small", "short", "cries", "dated", "ago", "name_only")
WIDE = ("me", "asks", "small", "keyed", "dated", "ago")


def content_words(line: Line) -> set[str]:
    """Those of a line's beginning."""
    if line.counts & MASK["words"] <= LONGEST_BAG * ONE["words"]:
        return line.content
    return {word for word in line.lower[:LONGEST_BAG] if len(word) > SHORT} - STOP_WORDS


@dataclass(frozen=True)
class Bags:
    """The content words of all lines in one row, as numbers, with the line of each; and how many each line has."""

    words: NDArray[np.intp]
    lines: NDArray[np.intp]
    sizes: NDArray[np.intp]

    def uses(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of each word in the row, the sum of the weights of the lines that hold it."""
        return np.bincount(self.words, weights[self.lines])[self.words].astype(np.float64, copy=False)

    def means(self, told: NDArray[np.float64], empty: float) -> NDArray[np.float64]:
        """Of each line the mean of what is told of its words; of one that has none `empty`."""
        sums = np.bincount(self.lines, told, len(self.sizes))
        found: NDArray[np.float64] = np.where(self.sizes > 0, sums / np.maximum(1, self.sizes), empty)
        return found


def bags_of(lines: Sequence[Line]) -> Bags:
    bags = [sorted(content_words(line)) for line in lines]  # in one order, for sums of floats depend on it
    sizes = np.array(list(map(len, bags)), np.intp)
    return Bags(numbered(chain.from_iterable(bags)), np.repeat(np.arange(len(bags)), sizes), sizes)


def text_form(lines: Sequence[Line], rows: Matrix, wording: Column, around: Column, bags: Bags) -> list[Column]:
    """Columns; `rows` is what `features` tells of the lines."""
    paragraph = rows[:, KINDS["paragraph"]]
    return [
        *_talk(lines, rows),
        *_after(lines, paragraph, rows[:, KINDS["ends_story"]]),
        *_page(paragraph, wording, around),
        *_forms(lines, around),
        *_cohesion(bags, around),
    ]


def _talk(lines: Sequence[Line], rows: Matrix) -> Iterator[Column]:
    """How much the whole text, and the part of it around a line, speaks of itself, asks, cries, dates and lists."""
    counts = table([line.counts for line in lines])
    told = {
        "me": counts["me"] / np.maximum(1, counts["words"]), "asks": counts["asks"], "cries": counts["cries"],
        "small": [line.text[:1].islower() for line in lines],
        "short": [len(line.words) <= FEW for line in lines],
        "keyed": [":" in line.text[:30] and KEYED.match(line.text) is not None for line in lines],
        "name_only": rows[:, KINDS["name_only"]], "dated": rows[:, OWN.index("dated")], "ago": rows[:, OWN.index("ago")],
    }  # fmt: skip
    means = np.array([told[name] for name in WHOLE], np.float32).mean(axis=1, dtype=np.float64)
    yield from np.repeat(means[:, None].astype(np.float32), len(lines), axis=1)
    yield from spread(np.array([told[name] for name in WIDE], np.float32), REACH)


def _after(lines: Sequence[Line], paragraph: Column, ends: Column) -> Iterator[Column]:
    """Lines and paragraphs since a line that ends stories, and since one that opens what readers say."""
    opens = np.array([len(line.words) <= LONGEST_TALK and TALK.match(line.text) is not None for line in lines])
    at = np.arange(len(lines), dtype=np.float32)
    count = np.cumsum(paragraph)
    for mark in (ends > 0, opens):
        yield np.minimum(at - np.maximum.accumulate(np.where(mark, at, -FAR)), FAR).astype(np.float32)
        yield np.cumsum(mark).astype(np.float32)
        yield (count - np.maximum.accumulate(np.where(mark, count, 0))).astype(np.float32)


def _page(paragraph: Column, wording: Column, around: Column) -> Iterator[Column]:
    """How article-like the whole text is, and the tenth of it that is most so."""
    best = np.sort(around)[-max(1, len(around) // 10) :]
    for value in (wording.mean(), around.mean(), paragraph.mean(), (around > 0).mean(), best.mean()):
        yield np.full(len(around), value, np.float32)


def _forms(lines: Sequence[Line], around: Column) -> Iterator[Column]:
    """How often a line's form, alone and with those beside it, stands in the text, and how article-like such lines are."""
    forms = [form_of(line) for line in lines]
    above, below = [None, *forms[:-1]], [*forms[1:], None]
    pairs, threes = list(zip(forms, below, strict=True)), list(zip(above, forms, below, strict=True))
    told = around.astype(np.float64)
    of_lines: Sequence[Hashable]
    for of_lines in (forms, threes):
        group = numbered(of_lines)
        count = np.bincount(group)
        yield (np.bincount(group, told) / count)[group].astype(np.float32)
        yield count[group].astype(np.float32)
    often = Counter(pairs)
    yield np.array([often[pair] for pair in pairs], np.float32)


def form_of(line: Line) -> Form:
    """Its length, its last mark, and whether it begins with a capital, a number or else."""
    words, first, last = len(line.words), line.text[0], line.text[-1]
    return (
        LENGTHS[words] if words < len(LENGTHS) else 7,
        last if last in ".!?:" else "",
        "A" if first.isupper() else "0" if first.isdigit() else "a",
    )


def _cohesion(bags: Bags, around: Column) -> list[Column]:
    """The share of a line's content words that article-like other lines use, and how article-like all lines are that use them."""
    chance = (1 / (1 + np.exp(-np.clip(around, -CERTAIN, CERTAIN)))).astype(np.float64)
    others = bags.uses(chance) - chance[bags.lines]
    often = np.bincount(bags.words)[bags.words]
    shared = bags.means(np.minimum(1.0, others), -1).astype(np.float32)
    sure = bags.means((others + 0.1) / (often - 0.8), 0.5).astype(np.float32)
    return [shared, sure, spread(shared, 8)]
