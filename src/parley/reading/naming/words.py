"""The words of one paragraph, with what capital letters, quotation marks and sentence beginnings say about each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parley.text.gazetteer import gazetteer

WORD = re.compile(
    r"(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|St|Prof|Rev|Adm|Maj|Capt|Sgt|Hon|Jr|Sr)\."
    r"|[A-Z]\.(?=\s[“\"(]?[A-Z])"
    r"|[^\W_]+(?:[’'&-][^\W_]+)*(?<![’']s)"
    r"|[’']s\b|[^\s\w]"
)
PREFIXED = re.compile(r"(?:al|el|as|ad|ash|an|ar|at|az|ibn|abu|d|l|t)[-’'][A-Z]")  # al-Rashid, d'Almeida
BEFORE_SENTENCE = frozenset(".?!:;“‘•—–…|")
AFTER_CLOSING = frozenset("\"”’')")
LONGEST_PARAGRAPH = 20_000  # code points; a "paragraph" that is longer is no prose, its tail stays unread
# "US-backed", "Vienna-based": the second part of a hyphenated word that leaves the first a name of its own
SECOND_PARTS = frozenset(
    """backed led based brokered friendly born style occupied controlled held owned run allied mediated sponsored funded
    trained made imposed drafted proposed supported aligned dominated bound wide area focused linked registered listed
    appointed educated built hosted friendly hosted""".split()
)


class Word(NamedTuple):
    """A word or mark. `first`: it begins a sentence, so its capital says nothing; `quoted`: within a direct quote."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    first: bool
    quoted: bool


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end]."""
    words: list[Word] = []
    first, quoted, straight = True, False, False
    for at, word in _pieces(text, start, min(end, start + LONGEST_PARAGRAPH)):
        if word == "“":
            quoted = True
        elif word == "”":
            quoted = False
        elif word == '"':
            straight = not straight
        capital = word[0].isupper() or (not word.isalpha() and word[0].islower() and PREFIXED.match(word) is not None)
        words.append(Word(at, at + len(word), word, word.lower(), capital, first, quoted or straight))
        if word[0].isalnum() or word in ("’s", "'s"):
            first = False
        elif word in BEFORE_SENTENCE or (word == '"' and straight):
            first = True
        elif word not in AFTER_CLOSING:
            first = False
    return words


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in WORD.finditer(text, start, end):
        at, word = found.start(), found.group()
        if "-" in word and word[0].isupper():
            yield from _hyphened(at, word)
        else:
            yield at, word


def _hyphened(at: int, word: str) -> Iterator[tuple[int, str]]:
    """ "US-backed" and "NATO-Russia" are two words each, "Jean-Yves" and "Secretary-General" one."""
    parts = word.split("-")
    known = [gazetteer().find(p) is not None for p in parts]
    if (known[0] and known[-1]) or (known[0] and parts[-1].islower()) or parts[-1].lower() in SECOND_PARTS:
        for n, part in enumerate(parts):
            if n:
                yield at, "-"
                at += 1
            if part:
                yield at, part
            at += len(part)
    else:
        yield at, word


def follows(words: list[Word], n: int) -> bool:
    """Whether word n stands directly after the word before it, by one space or none."""
    return n > 0 and words[n].start - words[n - 1].end <= 1
