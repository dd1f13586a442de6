"""What a plain text is made of: the forms that its lines repeat, who talks in it, what comes after its last sign of an end,
and which of its words the article's own lines use. The model is trained on this very function."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.bags import Bags, numbered
from parley.reading.labelling.features import OWN, RULES, Matrix, spread
from parley.reading.lines import Line
from parley.reading.signs import table

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
CERTAIN = 6.0  # log-odds
REACH = 30  # lines
DATED, AGO = map(OWN.index, ("dated", "ago"))
KINDS = {name: n for n, name in enumerate(RULES, len(OWN))}
WHOLE = ("me", "asks", "small", "short", "cries", "dated", "ago", "name_only")
WIDE = ("me", "asks", "small", "keyed", "dated", "ago")


def text_form(lines: Sequence[Line], rows: Matrix, wording: Column, around: Column, bags: Bags) -> list[NDArray[Any]]:
    """Columns; `rows` is what `features` tells of the lines."""
    paragraph = rows[:, KINDS["paragraph"]]
    return [
        *_talk(lines, rows),
        *_after(lines, paragraph, rows[:, KINDS["ends_story"]]),
        *_page(paragraph, wording, around),
        *_forms(lines, around),
        *_cohesion(bags, around),
    ]


def _talk(lines: Sequence[Line], rows: Matrix) -> Iterator[NDArray[Any]]:
    """How much the whole text, and the part of it around a line, speaks of itself, asks, cries, dates and lists."""
    count, me, asks, cries = table([line.counts for line in lines], ("words", "me", "asks", "cries"))
    small, short, keyed = np.array([(x.text[:1].islower(), len(x.words) <= FEW, _is_keyed(x.text)) for x in lines]).T
    told = {
        "me": me / np.maximum(1, count), "asks": asks, "cries": cries, "small": small, "short": short, "keyed": keyed, "name_only": rows[:, KINDS["name_only"]], "dated": rows[:, DATED], "ago": rows[:, AGO],
    }  # fmt: skip
    means = np.array([told[name] for name in WHOLE], np.float32).mean(axis=1, dtype=np.float64)
    yield from means[:, None].astype(np.float32).repeat(len(lines), 1)
    yield from spread(np.array([told[name] for name in WIDE], np.float32), REACH)


def _is_keyed(text: str) -> bool:
    """ "Price: 40 crowns"."""
    return ":" in text[:30] and KEYED.match(text) is not None


def _after(lines: Sequence[Line], paragraph: Column, ends: Column) -> Iterator[NDArray[Any]]:
    """Lines and paragraphs since a line that ends stories, and since one that opens what readers say."""
    opens = np.array([len(line.words) <= LONGEST_TALK and TALK.match(line.text) is not None for line in lines])
    at = np.arange(len(lines), dtype=np.float32)
    count = paragraph.cumsum()
    for mark in (ends > 0, opens):
        yield np.minimum(at - np.maximum.accumulate(np.where(mark, at, -FAR)), FAR)
        yield mark.cumsum()
        yield count - np.maximum.accumulate(count * mark)


def _page(paragraph: Column, wording: Column, around: Column) -> Iterator[NDArray[Any]]:
    """How article-like the whole text is, and the tenth of it that is most so."""
    best = np.sort(around)[-max(1, len(around) // 10) :]
    means = [column.mean() for column in (wording, around, paragraph, around > 0, best)]
    yield from np.array(means, np.float32)[:, None].repeat(len(around), 1)


def _forms(lines: Sequence[Line], around: Column) -> Iterator[NDArray[Any]]:
    """How often a line's form, alone and with those beside it, stands in the text, and how article-like such lines are."""
    forms = [form_of(line) for line in lines]
    above, below = [None, *forms[:-1]], [*forms[1:], None]
    pairs, threes = list(zip(forms, below, strict=True)), list(zip(above, forms, below, strict=True))
    told = around.astype(np.float64)
    for group in (numbered(forms), numbered(threes)):
        count = np.bincount(group)
        yield from ((np.bincount(group, told) / count)[group], count[group])
    often = numbered(pairs)
    yield np.bincount(often)[often]


def form_of(line: Line) -> Form:
    """Its length, its last mark, and whether it begins with a capital, a number or else."""
    words, first, last = len(line.words), line.text[0], line.text[-1]
    return (
        LENGTHS[words] if words < len(LENGTHS) else 7,
        last if last in ".!?:" else "",
        "A" if first.isupper() else "0" if first.isdigit() else "a",
    )


def _cohesion(bags: Bags, around: Column) -> list[NDArray[Any]]:
    """The share of a line's content words that article-like other lines use, and how article-like all lines are that use them."""
    chance = (1 / (1 + np.exp(-around.clip(-CERTAIN, CERTAIN)))).astype(np.float64)
    others = bags.uses(chance) - chance[bags.lines]
    often = np.bincount(bags.words)[bags.words]
    shared = bags.means(np.minimum(1.0, others), -1).astype(np.float32)
    sure = bags.means((others + 0.1) / (often - 0.8), 0.5).astype(np.float32)
    return [shared, sure, spread(shared, 8)]
