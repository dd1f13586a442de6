"""The words of one paragraph, with what capital letters, quotation marks and sentence beginnings say about each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from parley.reading.naming.lexicon import PRE_OFFICE, before_office, honorific, is_office
from parley.text.gazetteer import gazetteer
from parley.text.offices import BODY_WORDS
from parley.text.runs import Runs, runs

WORD = re.compile(
    r"(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|St|Prof|Rev|Adm|Maj|Capt|Sgt|Hon|Jr|Sr)\."
    r"|[A-Z]\.(?=\s[“\"(]?[A-Z])"
    r"|[^\W_]+(?:[’'&-][^\W_]+)*(?<![’']s)"
    r"|[’']s\b|[^\s\w]"
)
INITIAL = re.compile(r"[A-Z]\.\s[“\"(]?[A-Z]")  # told to be one by what stands behind the blank
PREFIXED = re.compile(r"(?:al|el|as|ad|ash|an|ar|at|az|ibn|abu|d|l|t)[-’'][A-Z]")  # al-Rashid, d'Almeida
OWNED = ("’s", "'s")
BEFORE_SENTENCE = frozenset(".?!:;“‘•—–…|")
AFTER_CLOSING = frozenset("\"”’')")
STOPS = frozenset('.,!?;:“”"()[]')  # no title goes on over them, nor any name, but a few of the gazetteer
LONGEST_PARAGRAPH = 20_000  # code points; a "paragraph" that is longer is no prose, its tail stays unread
REMEMBERED = 50_000  # runs whose words are kept
# "US-backed", "Vienna-based": the second part of a hyphenated word that leaves the first a name of its own
SECOND_PARTS = frozenset(
    """backed led based brokered friendly born style occupied controlled held owned run allied mediated sponsored funded
    trained made imposed drafted proposed supported aligned dominated bound wide area focused linked registered listed
    appointed educated built hosted friendly hosted""".split()
)


# what is notable of a word or mark by itself
CAPITAL, BEGINS, OFFICE, TITLE, BODY, OWNS, MARK, STOP, OPENS, CLOSES, QUOTES = (1 << n for n in range(11))
WORDY = OFFICE | TITLE | BODY | OWNS


class Run(NamedTuple):
    """The words and marks of a run without blanks, where they begin in it, and the signs of those that have any."""

    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    signs: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Words:
    """The words and marks of a paragraph, and the code points where they begin. The others number words: those with a capital,
    those with which a name or the title before it can begin, heads of offices, honorifics too, words for bodies with a
    capital, possessives, marks, those that no title goes on over. `firsts` begin a sentence, so that their capital says
    nothing; at `turns` a direct quote begins or is over."""

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    capitals: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    offices: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    firsts: set[int] = field(default_factory=set)


def split_words(text: str, parts: Sequence[tuple[int, int]]) -> list[Words]:
    """The words of each part of the text."""
    read = [(start, min(end, start + LONGEST_PARAGRAPH)) for start, end in parts]
    return [_words(text, end, found) for (_, end), found in zip(read, runs(text, read), strict=True)]


def _words(text: str, end: int, found: Runs) -> Words:
    begins, told = found[1], list(map(_run, found[0]))
    if begins and INITIAL.search(text, begins[0], end):
        told = [
            _run(run, True) if INITIAL.match(text, at + max(0, len(run) - 2), end) else _run(run)
            for run, at in zip(*found, strict=True)
        ]
    words = Words(
        texts=list(chain.from_iterable([run.texts for run in told])),
        lowers=list(chain.from_iterable([run.lowers for run in told])),
        starts=[at + n for at, run in zip(begins, told, strict=True) for n in run.starts],
    )
    at = 0
    signs: list[tuple[int, int]] = []
    for run in told:
        if run.signs:
            signs += [(at + n, sign) for n, sign in run.signs]
        at += len(run.texts)
    _note(words, signs)
    return words


def _note(words: Words, signs: Sequence[tuple[int, int]]) -> None:
    """Notes the words that have a sign, and follows sentences and quotes from one to the next."""
    first, last, quoted, straight = True, -1, False, False
    for n, sign in signs:
        if first and n > last + 1:
            words.firsts.add(last + 1)
            first = False
        if first:
            words.firsts.add(n)
        last = n
        if sign & CAPITAL:
            words.capitals.append(n)
        if sign & BEGINS:
            words.begins.append(n)
        if sign & WORDY:
            _note_word(words, n, sign)
        if not sign & MARK:
            first = False
            continue
        words.marks.append(n)
        if sign & STOP:
            words.stops.append(n)
        if sign & QUOTES:
            before = quoted or straight
            if words.texts[n] == '"':
                straight = not straight
                sign |= OPENS * straight
            else:
                quoted = words.texts[n] == "“"
            if (quoted or straight) != before:
                words.turns.append(n)
        first = bool(sign & OPENS) or (first and bool(sign & CLOSES))
    if first and last + 1 < len(words.texts):
        words.firsts.add(last + 1)


def _note_word(words: Words, n: int, sign: int) -> None:
    if sign & OFFICE:
        words.offices.append(n)
    if sign & TITLE:
        words.titles.append(n)
    if sign & BODY:
        words.bodies.append(n)
    if sign & OWNS:
        words.owners.append(n)


@lru_cache(maxsize=REMEMBERED)
def _run(run: str, initial: bool = False) -> Run:
    """`initial`: it ends in one."""
    pieces = list(_pieces(run + " A"))[:-1] if initial else list(_pieces(run))
    signs = ((n, _sign(word)) for n, (_, word) in enumerate(pieces))
    return Run(
        texts=tuple(word for _, word in pieces),
        lowers=tuple(word.lower() for _, word in pieces),
        starts=tuple(at for at, _ in pieces),
        signs=tuple((n, sign) for n, sign in signs if sign),
    )


def _sign(word: str) -> int:
    if word in OWNED:
        return OWNS
    if not word[0].isalnum():
        return (
            MARK + STOP * (word in STOPS) + OPENS * (word in BEFORE_SENTENCE) + CLOSES * (word in AFTER_CLOSING)
            + QUOTES * (word in "“”\"")
        )  # fmt: skip
    lower = word.lower()
    capital = word[0].isupper() or (not word.isalpha() and word[0].islower() and PREFIXED.match(word) is not None)
    office = is_office(lower)
    return (
        CAPITAL * capital + BEGINS * (capital or lower in PRE_OFFICE or before_office(lower)) + OFFICE * office
        + TITLE * (office or honorific(lower) is not None) + BODY * (capital and lower in BODY_WORDS)
    )  # fmt: skip


def _pieces(run: str) -> Iterator[tuple[int, str]]:
    if run.isalpha():
        yield 0, run
        return
    for found in WORD.finditer(run):
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
