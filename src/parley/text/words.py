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
    folded, upper = _fold_codes(codes)
    lettered = folded > 0
    edges = np.diff(np.concatenate(([False], lettered, [False])).astype(np.int8))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        empty = np.empty(0, np.uint64)
        return Words(empty, empty, starts, ends, np.empty(0, np.bool_), starts)
    ids, stems = _hash_letters(folded[lettered], ends - starts)
    return Words(ids, stems, starts, ends, upper[starts], np.cumsum(_sentence_ends(codes), dtype=np.int64)[starts])


def _sentence_ends(codes: NDArray[np.uint32]) -> Mask:
    """Line feeds, and full stops, question and exclamation marks that no letter follows at once ("U.S" goes on)."""
    following = np.append(codes[1:], np.uint32(10))
    mark = (codes == ord(".")) | (codes == ord("!")) | (codes == ord("?"))
    ends: Mask = (codes == ord("\n")) | (mark & (_fold_codes(following)[0] == 0))
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
    mixed = np.zeros(count, np.uint64)
    for n in range(size):
        mixed = mix(mixed + ids[n : n + count])
    return mixed


def mix(values: Ids) -> Ids:
    """Spreads numbers evenly over 64 bits (splitmix64, Steele et al. 2014): a threshold on them is a fair sample."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _fold_codes(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], Mask]:
    """Folded letters (0: no letter) and which are capitals."""
    table, capitals = _tables()
    known = codes < KNOWN
    low = np.where(known, codes, 0)
    rare = np.where(codes <= LAST_LETTER, codes, 0)
    return np.where(known, table[low], rare).astype(np.uint32), capitals[low]


@cache
def _tables() -> tuple[NDArray[np.uint32], Mask]:
    letters = [chr(n) for n in range(KNOWN)]
    table = np.array([ord((fold(c) or c)[0]) if c.isalnum() else 0 for c in letters], np.uint32)
    return table, np.array([c.isupper() for c in letters], np.bool_)


@cache
def _powers() -> Ids:
    return mix(np.arange(1, LONGEST + 1, dtype=np.uint64)) | np.uint64(1)


def _hash_letters(letters: NDArray[np.uint32], lengths: Places) -> tuple[Ids, Ids]:
    """Ids of the whole words and of their stems."""
    firsts = np.cumsum(lengths) - lengths
    places = np.minimum(np.arange(len(letters)) - np.repeat(firsts, lengths), LONGEST - 1)
    parts = letters.astype(np.uint64) * _powers()[places]
    stems = np.add.reduceat(np.where(places < STEM, parts, np.uint64(0)), firsts)
    return mix(np.add.reduceat(parts, firsts)), mix(stems)
