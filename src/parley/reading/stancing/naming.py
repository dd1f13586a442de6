"""The noun phrases of an issue, by which it may be called."""

from collections.abc import Iterator

from parley.reading.stancing.line import DAYS, Line

WITHIN = frozenset({"ADJ", "NOUN", "PROPN"})  # before the last noun of a phrase
UNITS = frozenset(
    "percent per cent % tonnes tons barrels crowns euros dollars pounds roubles yuan yen million billion litres miles kilometres hectares".split()
)
LINKS = frozenset("of on for to".split())  # "port of Bergen", "limit on night shifts"
LONGEST = 6  # tokens of one phrase
# "two weeks", "Monday", "part", "side": no name of an issue
EMPTY = DAYS | frozenset(
    """part way side sides time times day days week weeks month months year years end start beginning side order return case
    exchange response place step steps hand basis fact kind january february march april may june july august september october
    november december morning evening""".split()
)


def names_of(line: Line, first: int, end: int) -> tuple[str, ...]:
    """In text order, each word for word: the phrases and, after each, the same with what "of", "on" or "to" ties to it."""
    phrases = list(_phrases(line, first, end))
    names = []
    for at, (start, stop) in enumerate(phrases):
        names.append(line.words(start, stop))
        following = next(iter(phrases[at + 1 : at + 2]), None)
        longer = _tied(line, stop, following, end)
        if longer is not None:
            names.append(line.words(start, longer))
    return tuple(dict.fromkeys(names))


def _tied(line: Line, stop: int, following: tuple[int, int] | None, end: int) -> int | None:
    """Where the phrase ends with its addition: "port of | Bergen", "limit on the | shifts", "right to modernise the | network"."""
    if stop + 1 >= end or line.lower[stop] not in LINKS:
        return None
    verb = line.lower[stop] == "to" and line.tokens[stop + 1].tag_ == "VB"
    if verb and line.tokens[stop - 1].pos_ == "PROPN":
        return None  # "for Oslo to answer" asks Oslo
    if following is not None and _light(line, stop + 1 + verb, following[0]):
        return following[1]
    return stop + 2 if verb else None


def _light(line: Line, first: int, start: int) -> bool:
    """Whether nothing stands between the two but an article or "its"."""
    return start == first or (start == first + 1 and line.tokens[first].pos_ in ("DET", "PRON"))


def _phrases(line: Line, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Adjectives and nouns up to a last noun that names something."""
    n = first
    while n < end:
        start = n
        while n < end and _inside(line, n):
            n += 1
        stop = _last_noun(line, start, n)
        if start < stop <= start + LONGEST and line.lower[stop - 1] not in EMPTY:
            yield start, stop
        n = max(n, start + 1)


def _inside(line: Line, n: int) -> bool:
    """ "long night shifts", "two-year contract"; not "9 percent | raise"."""
    if line.lower[n] in UNITS:
        return False
    return line.tokens[n].pos_ in WITHIN or _hyphen(line, n) or _hyphen(line, n + 1) or _hyphen(line, n - 1)


def _hyphen(line: Line, n: int) -> bool:
    """ "de-escalation", "low-level hostilities": three tokens, one word."""
    glued = 0 < n < len(line) - 1 and not line.tokens[n].whitespace_ and not line.tokens[n - 1].whitespace_
    return glued and line.lower[n] == "-"


def _last_noun(line: Line, start: int, stop: int) -> int:
    """Behind the last noun that is no mere part of a following one: of "key security | demands", read as a verb, nothing."""
    if (
        stop > start
        and line.tokens[stop - 1].dep_ in ("compound", "amod")
        and line.tokens[stop - 1].head.i > line.tokens[stop - 1].i
    ):
        return start
    if stop > start + 2 and _hyphen(line, stop - 2):
        return stop  # "phase-out"
    while stop > start and (line.tokens[stop - 1].pos_ not in ("NOUN", "PROPN") or len(line.lower[stop - 1]) < 2):
        stop -= 1
    return stop
