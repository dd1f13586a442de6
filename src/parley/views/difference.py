"""Two wordings, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import islice

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
MOST_WORDS = 700  # words of each side that are compared; the rest is shown as it is
LETTERS = str.maketrans("’‘“”", "''\"\"")
EDGES = re.compile(r"""^[\s"'.,;:…–—-]+|[\s"'.,;:…–—-]+$""")


class Edit(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that both have, only the first, or only the second."""

    edit: Edit
    words: str


def wording(words: str) -> str:
    """What is the same for two quotations that differ only in the shape of marks and in what ends or opens them."""
    return EDGES.sub("", words.translate(LETTERS))


@lru_cache(maxsize=4096)
def difference(first: str, second: str) -> tuple[Piece, ...]:
    """The second wording told against the first; capitals and the shape of quotation marks make no difference."""
    a, b = _tokens(first), _tokens(second)
    match = SequenceMatcher(None, [k for k, *_ in a], [k for k, *_ in b], autojunk=False)
    pieces: list[Piece] = []
    for tag, a0, a1, b0, b1 in match.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Edit.SAME, _stretch(second, b[b0:b1])))
            continue
        if a1 > a0:
            pieces.append(Piece(Edit.GONE, _stretch(first, a[a0:a1])))
        if b1 > b0:
            pieces.append(Piece(Edit.NEW, _stretch(second, b[b0:b1])))
    rest = second[b[-1][2] :] if b else second
    return tuple(pieces) + ((Piece(Edit.SAME, rest),) if rest.strip() else ())


def sides(first: str, second: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The first without what is new, the second without what is gone: for two columns."""
    back, forth = difference(second, first), difference(first, second)
    return tuple(p for p in back if p.edit is not Edit.GONE), tuple(p for p in forth if p.edit is not Edit.GONE)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Key, start (with the blanks before it) and end of each word or mark."""
    found = list(islice(TOKEN.finditer(text), MOST_WORDS))
    starts = [0, *(m.end() for m in found)]
    return [(m.group().lower().translate(LETTERS), s, m.end()) for m, s in zip(found, starts, strict=False)]


def _stretch(text: str, tokens: Sequence[tuple[str, int, int]]) -> str:
    """The words from the first token to the last, as they stand in the text."""
    return text[tokens[0][1] : tokens[-1][2]]
