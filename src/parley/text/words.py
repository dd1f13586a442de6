"""A text as words: where each stands, and a number that is the same for the same word in any text.

Hashing is done on whole arrays of code points, so that a long article costs a handful of numpy calls.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint64]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

KNOWN = 0x3000  # code points below are folded by table; letters above (East Asian scripts) stand for themselves
LAST_LETTER = 0xD7FF  # what lies above is no letter that a news text in English is compared by
LONGEST = 64  # letters of a word that tell it from others
MOST_BITS = 24  # of a hash that are looked at to see whether it may stand again: counts take 128 MB
STEM = 7  # letters that words of one family mostly share: "negotiations", "negotiated", "negotiators"

STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are aren as at be because been before being below
    between both but by can cannot could couldn d did didn do does doesn doing don down during each even few for
    from further had hadn has hasn have haven having he her here hers herself him himself his how i if in into is
    isn it its itself just ll m may me might more most mr mrs ms must my myself n new no nor not now of off on once
    one only or other our ours out over own per re s said same say says she should shouldn since so some such t than
    that the their theirs them themselves then there these they this those through to told too under until up upon
    us ve very was wasn we were weren what when where which while who whom why will with without won would wouldn
    yet you your yours""".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words in text order: `ids` of their folded letters, code points [start, end), whether a capital opens them.

    `stems` are ids of the first letters; `sentences` number the sentence (or line) that a word stands in.
    """

    ids: Ids
    stems: Ids
    starts: Places
    ends: Places
    capital: Mask
    sentences: Places

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, kept: Mask) -> "Words":
        return Words(
            self.ids[kept],
            self.stems[kept],
            self.starts[kept],
            self.ends[kept],
            self.capital[kept],
            self.sentences[kept],
        )


def split(text: str) -> Words:
    """Runs of letters and digits; an apostrophe or hyphen ends a word, case and accents do not tell words apart."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded = _fold_codes(codes)
    lettered = folded > 0
    starts, ends = _stretches(lettered)
    if not len(starts):
        empty = np.empty(0, np.uint64)
        return Words(empty, empty, starts, ends, np.empty(0, np.bool_), starts)
    ids, stems = _hash_letters(folded, starts, ends)
    capital = _tables()[1][np.minimum(codes[starts], KNOWN)]
    sentences = np.cumsum(_sentence_ends(codes, lettered), dtype=np.int64)[starts]
    return Words(ids, stems, starts, ends, capital, sentences)


def _stretches(lettered: Mask) -> tuple[Places, Places]:
    """Where letters begin and where they end."""
    edges = np.flatnonzero(lettered[1:] != lettered[:-1]) + 1
    if lettered[:1].any():
        edges = np.concatenate(([0], edges))
    if lettered[-1:].any():
        edges = np.append(edges, len(lettered))
    return edges[::2], edges[1::2]


def _sentence_ends(codes: NDArray[np.uint32], lettered: Mask) -> Mask:
    """Line feeds, and full stops, question and exclamation marks that no letter follows at once ("U.S" goes on)."""
    mark = (codes == ord(".")) | (codes == ord("!")) | (codes == ord("?"))
    mark[:-1] &= ~lettered[1:]
    ends: Mask = mark | (codes == ord("\n"))
    return ends


def fold(word: str) -> str:
    """The word in small letters without accents: "Kyïv" is "kyiv"."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


def ids_of(words: Iterable[str]) -> Ids:
    """The ids of single words, in their order."""
    return split(" ".join(words)).ids


@cache
def stop_ids() -> Ids:
    return np.sort(ids_of(sorted(STOP_WORDS)))


def stops(ids: Ids) -> Mask:
    """Which ids are stop words, that tell nothing of what a text is about."""
    known = stop_ids()
    found: Mask = known[np.minimum(np.searchsorted(known, ids), len(known) - 1)] == ids
    return found


def grams(ids: Ids, size: int) -> Ids:
    """A number for each run of `size` words, by the place of its first word; empty where the text is shorter."""
    count = len(ids) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    powers = _powers()
    mixed = ids[:count] * powers[0]
    for n in range(1, size):
        mixed += ids[n : n + count] * powers[n]
    return mix(mixed)


def mix(values: Ids) -> Ids:
    """Spreads numbers evenly over 64 bits (splitmix64, Steele et al. 2014): a threshold on them is a fair sample."""
    values = values ^ (values >> np.uint64(30))
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values


def may_repeat(hashes: Ids) -> Mask:
    """Which hashes may stand more than once: those whose first bits do. What stands once needs no sorting."""
    bits = min(len(hashes).bit_length() + 2, MOST_BITS)
    buckets = (hashes >> np.uint64(64 - bits)).view(np.int64)
    return (np.bincount(buckets, minlength=1 << bits) > 1)[buckets]


def _fold_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Folded letters (0: no letter)."""
    table, _ = _tables()
    if not len(codes) or codes.max() < KNOWN:
        return table.take(codes)
    rare = np.where(codes <= LAST_LETTER, codes, 0).astype(np.uint32)
    return np.where(codes < KNOWN, table[np.minimum(codes, KNOWN)], rare)


@cache
def _tables() -> tuple[NDArray[np.uint32], Mask]:
    """Of the code points below KNOWN: folded letters (0: no letter), and which are capitals; one more for all above."""
    letters = [chr(n) for n in range(KNOWN)]
    table = np.array([*(ord((fold(c) or c)[0]) if c.isalnum() else 0 for c in letters), 0], np.uint32)
    return table, np.array([*(c.isupper() for c in letters), False], np.bool_)


@cache
def _powers() -> Ids:
    return mix(np.arange(1, LONGEST + 1, dtype=np.uint64)) | np.uint64(1)


def _hash_letters(folded: NDArray[np.uint32], starts: Places, ends: Places) -> tuple[Ids, Ids]:
    """Ids of the whole words and of their stems: differences of one running sum of letters, each weighed by its place."""
    steps = np.ones(len(folded), np.int64)
    steps[starts[0]] = -starts[0]
    steps[starts[1:]] -= np.diff(starts)
    places = np.cumsum(steps)
    summed = np.zeros(len(folded) + 1, np.uint64)
    np.cumsum(folded * _powers().take(places, mode="clip"), out=summed[1:])
    before = summed[starts]
    return mix(summed[ends] - before), mix(summed[np.minimum(ends, starts + STEM)] - before)
