"""What a line and the lines around it look like, as numbers. The model is trained on this very function."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from parley.reading.lines import Line
from parley.record import BlockKind
from parley.text.calendar import MONTH

Matrix = NDArray[np.float32]

STOP_WORDS = frozenset(
    "the a an of to in and that is was for on with as by at from it its his her he she they them their this these those be been are were has have had "
    "not but or which who whom will would could should may might can than then there when where while after before over into about against between "
    "said says also more most some such no so if all one two out up down because during since until under through both other what i we our my me us".split()
)
SAID = frozenset(
    "said says told added according announced reported warned insisted stressed noted asked called wrote".split()
)
READER = frozenset(
    "you your yours our us we my sign subscribe click here share follow free newsletter join account log login menu search".split()
)
SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+[“\"A-Z]")
ADDRESS_SIGNS = "@", "#", "://", "www.", ".com", ".org", ".net", ".co.uk"
SEPARATOR_SIGNS = tuple("|•·»›→>/–—-")
ADDRESS = re.compile(r"https?://|www\.|\S@\S|\.(?:com|org|net|co\.uk)\b|(?<!\w)[@#]\w")
SEPARATOR = re.compile(r"\s[|•·»>/–—-]\s|[|•·»›→]")
DATED = re.compile(rf"\b(?:{MONTH})\.?\s+\d|\b\d{{1,2}}\s+(?:{MONTH})\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}/\d{{1,2}}/\d\d")
# one of these stands in all that the pattern matches
DATED_SIGNS = *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), "19", "20", "/"
AGO_SIGNS = "min", "hour", "hr", "day", "week", "month", "year", ":"
DIGIT = re.compile(r"\d")
# "3 days", "10:35": it begins with a digit before all else, so that others are passed over fast
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
SHIFTS = (-3, -2, -1, 1, 2, 3)
SHIFTED = ("chars", "stop_share", "capital_share", "ends_stop", "separators", "paragraph", "said", "wording", "kind")
SUMMED = ("chars", "stop", "paragraph", "said", "ends_stop", "reader", "wording")
WINDOWS = (4, 12)
REMEMBERED = 64  # lengths of texts, times reaches
TOPIC_WORDS = 400  # the words of paragraphs that tell the topic: bounded for very long texts


def features(lines: Sequence[Line], kinds: Sequence[BlockKind], wording: NDArray[np.float32]) -> Matrix:
    """One row a line. `kinds` is what the rules say, `wording` how much its words sound like an article's."""
    own = np.array([_own(line) for line in lines], np.float32)
    rules = np.array([list(map(bool, RULED(line))) for line in lines], np.float32)
    kind = np.array([KINDS[k] for k in kinds], np.float32)
    columns = dict(zip(OWN, own.T, strict=True)) | dict(zip(RULES, rules.T, strict=True))
    columns |= {"wording": wording, "kind": kind}
    return np.array([*columns.values(), *_places(lines, columns), *_around(columns), *_topic(lines, columns)]).T


def _own(line: Line) -> tuple[float, ...]:
    text, words = line.text, line.words
    low = line.lower
    capitals = [w for w in line.spelled if w[0].isupper()]
    n, chars = max(1, len(low)), len(text)
    stop = sum(map(STOP_WORDS.__contains__, low))
    digits, small = len(DIGIT.findall(text)), text.lower()
    return (
        chars, len(words), stop, stop / n, len(capitals) / n, len([w for w in capitals if len(w) > 1 and w.isupper()]) / n,
        digits / chars, text.count(",") / len(words), len(SENTENCE_END.findall(text)), len(SEPARATOR.findall(text)) if any(sign in text for sign in SEPARATOR_SIGNS) else 0,
        sum(map(SAID.__contains__, low)), sum(map(READER.__contains__, low)) / n,
        len(ADDRESS.findall(text)) if any(sign in text for sign in ADDRESS_SIGNS) else 0, digits > 0 and any(sign in text for sign in DATED_SIGNS) and DATED.search(text) is not None,
        digits > 0 and any(sign in small for sign in AGO_SIGNS) and AGO.search(text) is not None, text.endswith(":"), text.rstrip("”\"’)").endswith((".", "!", "?")), text.endswith(("”", '"', "’")),
        text.count("“") + text.count("”") + text.count('"'), len([w for w in low if len(w) > 6]) / n,
    )  # fmt: skip


def _places(lines: Sequence[Line], columns: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """Where the line stands among the lines, the letters and the paragraphs, and how often it is told."""
    n = len(lines)
    at = np.arange(n, dtype=np.float32)
    letters, paragraph = columns["chars"], columns["paragraph"]
    long = letters * paragraph
    told = Counter(line.text for line in lines)
    first = {line.text: n for n, line in reversed(list(enumerate(lines)))}
    again = [first[line.text] < n for n, line in enumerate(lines)]
    last = np.maximum.accumulate(np.where(paragraph > 0, at, -50))
    next_ = np.minimum.accumulate(np.where(paragraph > 0, at, n + 50)[::-1])[::-1]
    return [
        at, n - at, at / n, np.full(n, n, np.float32),
        (np.cumsum(letters) - letters) / letters.sum(),
        (np.cumsum(long) - long) / max(1.0, long.sum()), np.full(n, long.sum(), np.float32), np.full(n, long.sum() / letters.sum(), np.float32),
        np.minimum(at - last, 50), np.minimum(next_ - at, 50),
        np.array([told[line.text] for line in lines], np.float32), np.array(again, np.float32),
        letters / max(1.0, _median(letters)), np.full(n, _median(letters[paragraph > 0]) if paragraph.any() else 0, np.float32),
    ]  # fmt: skip


def _median(column: NDArray[np.float32]) -> float:
    """As numpy's, which takes longer to look for numbers that are none."""
    told, middle = np.sort(column), len(column) // 2
    return float(told[middle] if len(told) % 2 else (told[middle - 1] + told[middle]) / 2)


def _around(columns: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    told = np.array([columns[name] for name in SHIFTED])
    found = np.stack([shifted(told, by) for by in SHIFTS], 1)
    summed = np.array([columns[name] for name in SUMMED])
    means = np.stack([spread(summed, reach) for reach in WINDOWS], 1)
    return [*found.reshape(-1, found.shape[-1]), *means.reshape(-1, means.shape[-1])]


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
    count = column.shape[-1]
    total = np.zeros((*column.shape[:-1], count + 1))
    np.cumsum(column, axis=-1, dtype=np.float64, out=total[..., 1:])
    low, high, size = _reached(count, reach)
    mean: NDArray[np.float32] = ((total.take(high, -1) - total.take(low, -1)) / size).astype(np.float32)
    return mean


@lru_cache(maxsize=REMEMBERED)
def _reached(count: int, reach: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """The first line within reach of each of so many, the one after the last, and how many these are."""
    at = np.arange(count)
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, count)
    return low, high, high - low


def _topic(lines: Sequence[Line], columns: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """How many of the line's content words and names stand in other lines that read like prose."""
    bags = [{w for w in line.lower if len(w) > 3} - STOP_WORDS for line in lines]
    counts: Counter[str] = Counter()
    for n in np.flatnonzero(columns["paragraph"])[:TOPIC_WORDS]:
        counts.update(bags[n])
    own = columns["paragraph"].astype(int).tolist()  # the line counts its own words where it reads like prose
    above = [{word for word, count in counts.items() if count > least} for least in range(4)]
    shared = [len(bag & above[mine]) / max(1, len(bag)) for mine, bag in zip(own, bags, strict=True)]
    often = [len(bag & above[mine + 2]) / max(1, len(bag)) for mine, bag in zip(own, bags, strict=True)]
    column = np.array(shared, np.float32)
    return [column, np.array(often, np.float32), spread(column, 3), shifted(column, -1), shifted(column, 1)]
