"""What a line and the lines around it look like, as numbers. The model is trained on this very function."""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.reading.labelling.bags import Bags, numbered
from parley.reading.lines import Line
from parley.reading.signs import table
from parley.record import BlockKind
from parley.text.calendar import MONTH

Matrix = NDArray[np.float32]

SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+[“\"A-Z]")
ADDRESS = re.compile(r"https?://|www\.|\S@\S|\.(?:com|org|net|co\.uk)\b|(?<!\w)[@#]\w")
SEPARATOR = re.compile(r"\s[|•·»>/–—-]\s|[|•·»›→]")
# "March 5", "5 March"
DAY = re.compile(rf"\b(?:{MONTH})\.?\s+\d|\b\d{{1,2}}\s+(?:{MONTH})\b")
# both begin with a digit before all else, so that others are passed over fast: "2024", "3/5/24"; "3 days", "10:35"
YEAR = re.compile(r"\d(?<!\w\d)(?:(?<=1)9\d\d\b|(?<=2)0\d\d\b|\d?/\d{1,2}/\d\d)")
AGO = re.compile(r"\d(?<!\w\d)(?:\d*\s*(?:min|minute|hour|hr|day|week|month|year)s?\b|\d?:\d\d\b)", re.IGNORECASE)
KINDS = {kind: n for n, kind in enumerate((
    BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.TITLE, BlockKind.DATELINE, BlockKind.HEADING, BlockKind.BODY,
))}  # fmt: skip
RULES = (
    "paragraph", "spoken", "sentence", "headline", "byline", "date_only", "name_only", "menu", "caption", "alt_text", "file_name", "bio", "contributors",
    "republished", "copyright", "interrupts", "ends_story", "capital", "ends_sentence",
)  # fmt: skip
RULED = attrgetter(*RULES)
OWN = (
    "chars", "words", "stop", "stop_share", "capital_share", "upper_share", "digit_share", "commas", "sentences", "separators", "said", "reader", "address",
    "dated", "ago", "ends_colon", "ends_stop", "ends_mark", "quoted", "long_words",
)  # fmt: skip
PLACES = (
    "at", "left", "part", "lines", "letters", "prose", "all_prose", "prose_share", "since", "until", "told", "again", "length", "usual_length",
)  # fmt: skip
COUNTED = (
    "words", "stop", "capitals", "upper", "digits", "commas", "said", "reader", "quoted", "long", "separators", "address", "months",
)  # fmt: skip
SHIFTS = (-3, -2, -1, 1, 2, 3)
SHIFTED = ("chars", "stop_share", "capital_share", "ends_stop", "separators", "paragraph", "said", "wording", "kind")
SUMMED = ("chars", "stop", "paragraph", "said", "ends_stop", "reader", "wording")
WINDOWS = (4, 12)
REMEMBERED = 32  # lengths of texts, times reaches
TOPIC_WORDS = 400  # the words of paragraphs that tell the topic: bounded for very long texts


def features(lines: Sequence[Line], kinds: Sequence[BlockKind], wording: NDArray[np.float32], bags: Bags) -> Matrix:
    """One row a line. `kinds` is what the rules say, `wording` how much its words sound like an article's; `bags`: the content
    words of whole lines."""
    rules = np.array(list(map(RULED, lines)), np.float32)
    columns = dict(zip((*OWN, *RULES), (*_own(lines), *rules.T), strict=True))
    columns |= {"wording": wording, "kind": np.array([KINDS[k] for k in kinds], np.float32)}
    found = [*columns.values(), *_places(lines, columns), *_around(columns), *_topic(bags, columns["paragraph"])]
    return np.array(found, np.float32).T


def _own(lines: Sequence[Line]) -> Matrix:
    """What each line is like by itself: one row of OWN."""
    texts = [line.text for line in lines]
    told = table([line.counts for line in lines], COUNTED)
    count, stop, capitals, upper, digits, commas, said, reader, quoted, long, separators, address, months = told
    sizes = np.array([(len(line.text), len(line.words), len(SENTENCE_END.findall(line.text))) for line in lines])
    chars, words, sentences = sizes.T
    spelled = np.maximum(1, count)
    return np.array((
        chars, words, stop, stop / spelled, capitals / spelled, upper / spelled, digits / chars, commas / words, sentences,
        _found(SEPARATOR, texts, separators), said, reader / spelled, _found(ADDRESS, texts, address), *_times(texts, digits, months), *_ends(texts),
        quoted, long / spelled,
    ), np.float32)  # fmt: skip


def _ends(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which texts end in a colon, which in a stop, whatever closes behind it, and which in a quotation mark."""
    return np.array([
        (text.endswith(":"), text.rstrip("”\"’)").endswith((".", "!", "?")), text.endswith(("”", '"', "’"))) for text in texts
    ]).T  # fmt: skip


def _found(pattern: re.Pattern[str], texts: Sequence[str], signs: NDArray[np.float64]) -> NDArray[np.float64]:
    """How often each text matches; one without the signs does not."""
    found = np.zeros(len(texts))
    for n in signs.nonzero()[0].tolist():
        found[n] = len(pattern.findall(texts[n]))
    return found


def _times(texts: Sequence[str], digits: NDArray[np.float64], months: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which texts tell a day or year, and which how long ago something was or at what time."""
    found = np.zeros((2, len(texts)), np.bool_)
    for n in digits.nonzero()[0].tolist():
        text = texts[n]
        found[0, n] = YEAR.search(text) is not None or (months[n] > 0 and DAY.search(text) is not None)
        found[1, n] = AGO.search(text) is not None
    return found


def _places(lines: Sequence[Line], columns: dict[str, NDArray[np.float32]]) -> list[NDArray[Any]]:
    """PLACES: where the line stands among the lines, the letters and the paragraphs, and how often it is told."""
    n = len(lines)
    at = np.arange(n, dtype=np.float32)
    letters, paragraph = columns["chars"], columns["paragraph"]
    there, long = paragraph > 0, letters * paragraph
    before, prose = letters.cumsum(), long.cumsum()
    whole, whole_prose = letters.sum(), long.sum()
    same = numbered([line.text for line in lines])
    last = np.maximum.accumulate(np.where(there, at, -50))
    next_ = np.minimum.accumulate(np.where(there, at, n + 50)[::-1])[::-1]
    of_all = np.array((n, whole_prose, whole_prose / whole, _median(letters[there]) if there.any() else 0), np.float32)
    lines_, all_prose, share, usual = of_all[:, None].repeat(n, 1)
    return [
        at, n - at, at / n, lines_, (before - letters) / whole, (prose - long) / max(1.0, whole_prose), all_prose, share,
        *np.minimum(np.array((at - last, next_ - at)), 50), np.bincount(same)[same], _again(same), letters / max(1.0, _median(letters)), usual,
    ]  # fmt: skip


def _again(numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which numbers stood before."""
    highest = np.maximum.accumulate(numbers)
    again = np.ones(len(numbers), np.bool_)
    again[:1], again[1:] = False, numbers[1:] <= highest[:-1]
    return again


def _median(column: NDArray[np.float32]) -> float:
    """As numpy's, which takes longer to look for numbers that are none."""
    told, middle = np.sort(column), len(column) // 2
    return float(told[middle] if len(told) % 2 else (told[middle - 1] + told[middle]) / 2)


def _around(columns: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    told = np.array([columns[name] for name in SHIFTED])
    found = np.array([shifted(told, by) for by in SHIFTS]).swapaxes(0, 1)
    means = spreads(np.array([columns[name] for name in SUMMED]), WINDOWS)
    return [*found.reshape(-1, told.shape[1]), *means.reshape(-1, told.shape[1])]


def shifted(column: NDArray[np.float32], by: int) -> NDArray[np.float32]:
    """The value of the line `by` lines further down, -1 beyond the ends; of one column, or of several (columns x lines)."""
    out = np.full(column.shape, -1, np.float32)
    if abs(by) >= column.shape[-1]:
        return out
    if by > 0:
        out[..., :-by] = column[..., by:]
    else:
        out[..., -by:] = column[..., :by]
    return out


def spread(column: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """The mean over the lines up to `reach` away, itself included; of one column, or of several."""
    mean: NDArray[np.float32] = spreads(column, (reach,))[..., 0, :]
    return mean


def spreads(column: NDArray[np.float32], reaches: tuple[int, ...]) -> NDArray[np.float32]:
    """The same for several reaches: (reaches x lines), or (columns x reaches x lines)."""
    count = column.shape[-1]
    total = np.zeros((*column.shape[:-1], count + 1))
    column.cumsum(-1, np.float64, out=total[..., 1:])
    low, high, size = _reached(count, reaches)
    mean: NDArray[np.float32] = ((total.take(high, -1) - total.take(low, -1)) / size).astype(np.float32)
    return mean


@lru_cache(maxsize=REMEMBERED)
def _reached(count: int, reaches: tuple[int, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """The first line within reach of each of so many, the one after the last, and how many these are."""
    at, reach = np.arange(count), np.array(reaches)[:, None]
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, count)
    return low, high, high - low


def _topic(bags: Bags, paragraph: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """How many of the line's content words and names stand in other lines that read like prose."""
    counted = paragraph.copy()
    counted[paragraph.nonzero()[0][TOPIC_WORDS:]] = 0
    others = bags.uses(counted) - paragraph[bags.lines]  # the line counts its own words where it reads like prose
    column = bags.means(others > 0, 0.0).astype(np.float32)
    often = bags.means(others > 2, 0.0).astype(np.float32)
    return [column, often, spread(column, 3), shifted(column, -1), shifted(column, 1)]
