"""The words of one paragraph, with what capital letters, quotation marks and sentence beginnings say about each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple, TypeVar

from parley.reading.naming.lexicon import POINTING, PRE_OFFICE, before_office, honorific, is_office
from parley.text.gazetteer import gazetteer
from parley.text.offices import BODY_WORDS, NEVER_NAMES
from parley.text.once import Kept
from parley.text.runs import Runs, runs

WORD = re.compile(
    r"(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|St|Prof|Rev|Adm|Maj|Capt|Sgt|Hon|Jr|Sr)\."
    r"|[A-Z]\.(?=\s[“\"(]?[A-Z])"
    r"|[^\W_]+(?:[’'&-][^\W_]+)*(?<![’']s)"
    r"|[’']s\b|[^\s\w]"
)
INITIAL = re.compile(r"[A-Z]\.\s[“\"(]?[A-Z]")  # told to be one by what stands behind the blank
DOTTED = re.compile(r"[A-Z]\.$")  # a run that may end in an initial
PREFIXED = re.compile(r"(?:al|el|as|ad|ash|an|ar|at|az|ibn|abu|d|l|t)[-’'][A-Z]")  # al-Rashid, d'Almeida
OWNED = ("’s", "'s")
BEFORE_SENTENCE = frozenset(".?!:;“‘•—–…|")
AFTER_CLOSING = frozenset("\"”’')")
STOPS = frozenset('.,!?;:“”"()[]')  # no title goes on over them, nor any name, but a few of the gazetteer
LONGEST_PARAGRAPH = 20_000  # code points; a "paragraph" that is longer is no prose, its tail stays unread
REMEMBERED = 50_000  # runs whose words are kept
SHARED = 4096  # places and signs of words that many runs have in common
T = TypeVar("T")
# "US-backed", "Vienna-based": the second part of a hyphenated word that leaves the first a name of its own
SECOND_PARTS = frozenset(
    """backed led based brokered friendly born style occupied controlled held owned run allied mediated sponsored funded
    trained made imposed drafted proposed supported aligned dominated bound wide area focused linked registered listed
    appointed educated built hosted friendly hosted""".split()
)


# words of photo credits and dates, in which capitals name nobody: "(Ines Holm/Coastal Wire)", "Jan. 12"
CREDITING = frozenset("( [ ) ] / via".split())
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
ASIDES = CREDITING | MONTHS

# what is notable of a word or mark by itself
CAPITAL, NEVER, LISTED, BEGINS, POINTS, OFFICE, TITLE, BODY, OWNS, ASIDE, MARK, STOP, OPENS, CLOSES, QUOTES = (
    1 << n for n in range(15)
)
RARE = NEVER | LISTED | OFFICE | TITLE | BODY | OWNS | ASIDE


class Run(NamedTuple):
    """The words and marks of a run without blanks, where they begin in it, and the signs of those that have any.

    `dotted`: an initial may end it."""

    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    signs: tuple[tuple[int, int], ...]
    dotted: bool


@dataclass(slots=True)
class Words:
    """The words and marks of a paragraph, and the code points where they begin. The others number words: those with a capital;
    of these those that stand in no name, and those with which a name of the gazetteer may begin; those with which a name or
    the title before it can begin, "the" and what else may point to a body, heads of offices, honorifics too, words for bodies with a capital, possessives, those
    of credits and dates, marks that no title goes on over. `firsts` begin a sentence, so that their capital says
    nothing; at `turns` a direct quote begins or is over."""

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    capitals: list[int] = field(default_factory=list)
    never: list[int] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    pointing: list[int] = field(default_factory=list)
    offices: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    firsts: set[int] = field(default_factory=set)


def split_words(text: str, parts: Sequence[tuple[int, int]]) -> list[Words]:
    """The words of each part of the text."""
    read = [(start, min(end, start + LONGEST_PARAGRAPH)) for start, end in parts]
    return [_words(text, end, found) for (_, end), found in zip(read, runs(text, read), strict=True)]


def _words(text: str, end: int, found: Runs) -> Words:
    if not found[0]:
        return Words([], [], [])
    told, begins = list(map(RUNS.__getitem__, found[0])), found[1]
    texts, lowers, starts, signs, dotted = zip(*told, strict=True)
    if True in dotted:
        told = [
            DOTTED_RUNS[run] if one.dotted and INITIAL.match(text, at + len(run) - 2, end) else one
            for one, run, at in zip(told, *found, strict=True)
        ]
        texts, lowers, starts, signs, dotted = zip(*told, strict=True)
    words = Words(
        texts=list(chain.from_iterable(texts)),
        lowers=list(chain.from_iterable(lowers)),
        starts=[at + n for at, places in zip(begins, starts, strict=True) for n in places],
    )
    _note(words, signs, map(len, texts))
    return words


def _note(words: Words, signs: Iterable[tuple[tuple[int, int], ...]], sizes: Iterable[int]) -> None:
    """Notes the words that have a sign, and follows sentences and quotes from one to the next."""
    at, first, last, quoted, straight = 0, True, -1, False, False
    for noted, size in zip(signs, sizes, strict=True):
        for within, sign in noted:
            n = at + within
            if first:
                words.firsts.add(last + 1)
                first = n == last + 1
            last = n
            if not sign & MARK:
                first = False
                if sign & CAPITAL:
                    words.capitals.append(n)
                if sign & BEGINS:
                    words.begins.append(n)
                if sign & POINTS:
                    words.pointing.append(n)
                if sign & RARE:
                    _note_rare(words, n, sign)
                continue
            if sign & STOP:
                words.stops.append(n)
            if sign & ASIDE:
                words.asides.append(n)
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
        at += size
    if first and last + 1 < at:
        words.firsts.add(last + 1)


def _note_rare(words: Words, n: int, sign: int) -> None:
    if sign & NEVER:
        words.never.append(n)
    if sign & LISTED:
        words.listed.append(n)
    if sign & OFFICE:
        words.offices.append(n)
    if sign & TITLE:
        words.titles.append(n)
    if sign & BODY:
        words.bodies.append(n)
    if sign & OWNS:
        words.owners.append(n)
    if sign & ASIDE:
        words.asides.append(n)


def _run(run: str, initial: bool = False) -> Run:
    """`initial`: it ends in one."""
    pieces = list(_pieces(run + " A"))[:-1] if initial else list(_pieces(run))
    texts = tuple(word for _, word in pieces)
    lowers = tuple(word.lower() for word in texts)
    signs = ((n, _sign(word)) for n, word in enumerate(texts))
    return Run(
        texts=texts,
        lowers=texts if lowers == texts else lowers,
        starts=_shared(tuple(at for at, _ in pieces)),
        signs=_shared(tuple((n, sign) for n, sign in signs if sign)),
        dotted=DOTTED.search(run) is not None,
    )


@lru_cache(maxsize=SHARED)
def _shared(told: T) -> T:
    """One for all runs that it is told of: what is near in memory is read faster."""
    return told


RUNS = Kept(_run, REMEMBERED)
DOTTED_RUNS = Kept(partial(_run, initial=True), REMEMBERED)


def _sign(word: str) -> int:
    if word in OWNED:
        return OWNS
    if not word[0].isalnum():
        return (
            MARK + STOP * (word in STOPS) + OPENS * (word in BEFORE_SENTENCE) + CLOSES * (word in AFTER_CLOSING)
            + QUOTES * (word in "“”\"") + ASIDE * (word in CREDITING)
        )  # fmt: skip
    lower = word.lower()
    capital = word[0].isupper() or (not word.isalpha() and word[0].islower() and PREFIXED.match(word) is not None)
    office = is_office(lower)
    names = capital and lower not in NEVER_NAMES
    titled = before_office(lower) or (lower in PRE_OFFICE and (names or not capital))
    return (
        CAPITAL * capital + NEVER * (capital and not names) + LISTED * (capital and _is_listed(word)) + BEGINS * (names or titled)
        + OFFICE * office + TITLE * (office or honorific(lower) is not None) + BODY * (capital and lower in BODY_WORDS)
        + POINTS * (lower in POINTING) + ASIDE * (lower in ASIDES)
    )  # fmt: skip


def _is_listed(word: str) -> bool:
    """Whether a name of the gazetteer may begin with the word, however it is written."""
    longest = gazetteer().longest
    return any(w in longest or w.title() in longest for w in (word, word.replace("’", "'")))


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
