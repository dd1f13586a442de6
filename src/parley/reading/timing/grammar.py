"""The patterns of time expressions, over the codes of the lexicon, and what reads each. The first that fits wins."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from parley.reading.timing import clock, dates, relative, spans
from parley.reading.timing.scene import Meaning, Phrase, Scene
from parley.reading.timing.tokens import Tokens
from parley.record import TimeKind

Reader = Callable[[Phrase, Scene], Meaning | None]

WDAY = r"(?:[Ww],?)?"
NUM = r"(?:[DNYn](?:[-+a]?n){0,9}(?:D?/D)?(?:~[DNn])?)"
MANY = rf"(?:{NUM}(?:\+a?H)?|a|a?fF?)"
UNIT = r"[UV]"
MONTH_DAY = r"(?:[Mm][DOo](?![DNn-]?[UV])|t?[DOo]F?[Mm])"
FULL = r"(?:[Mm][DO],?|t?[DO]F?[Mm],?)Y"
RULES: tuple[tuple[str, Reader], ...] = (
    ("Q", dates.iso),
    (rf"t?B?I?t?PF{WDAY}{FULL}", clock.part_of_date),
    (rf"t?B?I?t?PF{WDAY}{MONTH_DAY}", clock.part_of_date),
    (rf"{WDAY}{FULL}", dates.full),
    ("Mn(?:-?n){1,4}", dates.month_spelled_year),
    ("(?:[Mms]|S)F?[NYD]k", dates.year_before_christ),
    ("q?[NYD]k", dates.year_before_christ),
    (r"D(?=[-~+]DF?[Mm])", dates.first_of_days),
    (r"(?<=[Mm]D[-~+])D(?![-~/]?[UVZDN%])", dates.last_of_days),
    ("[Mm],?F?Y", dates.month_year),
    (rf"{WDAY}{MONTH_DAY}(?:Ft?[xi]U)?", dates.month_day),
    ("[leh]?M(?:Ft?[xi]U|[leh]U)?|t?[li]M", dates.month),
    # times of day
    (r"(?:C(?:Z)?|[DNn]Z|p)z?(?:,?I?(?:W(?!,?[Mm])|T)|,?(?:W,?)?[Mm]D)?", clock.clock),
    ("TP?", relative.day_word),
    ("W,?P", clock.weekday_part),
    ("v[WMP]", spans.again),
    (rf"v(?:{NUM}|f)?[UV]", spans.again),
    ("(?:t?[leh]|h)?W", dates.weekday),
    ("(?:t?[leix]|h|x)P", relative.part_of_day),
    ("P", relative.at_night),
    # quarters, halves, seasons
    ("(?:[leh]U')?t?(?:U-g)?(?:Y)?X?o-?U(?:FX?Y|F?[leh]U)?", dates.quarter),
    ("(?:t[_u]?)?U-[gb](?:U|r)", relative.year_ago_quarter),
    ("t?u(?:U|r)", relative.quarter_told),
    ("tY(?:U|r)", relative.quarter_of_year),
    ("t?[oLlB]HFY", dates.half),
    ("t?(?:[leh])?B?[Ss](?:F?Y)", dates.season),
    ("t?[leh]s|t?(?:[leh]?c?)?S|tB?s(?!F)|Bs|Is", dates.season),
    # distances
    ("U-BU?|U-?B(?![_F])", relative.year_end),
    (rf"{MANY}?-?%?{UNIT}(?:\+aH)?g", relative.ago),
    (rf"{MANY}%?{UNIT}(?:\+aH)?b", relative.earlier),
    (rf"{MANY}%?{UNIT}(?:\+aH)?L", relative.later),
    ("U-[gb]", relative.year_apart),
    ("G[V]", relative.recent_units),
    (rf"(?:t?[leci]|t)(?:{NUM}|fF?)%?[UV]", spans.holding),
    ("t?cU|t[leo]UF(?=[M_])", spans.holding),
    ("t?[leic][V]", relative.recent_units),
    ("t?BFtU|BItU", relative.end_of),
    ("tL?[lehix]X?U|[lehix]X?U", relative.unit),
    ("tU", relative.the_unit),
    # years and more
    ("t?B?K", dates.decade),
    ("t?[Oo]-?Uk?", dates.century),
    ("Xn(?:-?n){1,4}|n(?:-?n){1,4}", dates.spelled_year),
    (rf"{MANY}-?%?{UNIT}(?:\+aH)?(?:-%)?", spans.duration),
    (r"(?<=Y[-/])[DN](?![UV])", dates.year_range_end),
    ("X?Y|y|t?[UV]Y", dates.year),
    ("V", spans.duration),
    ("A", spans.adverb),
    ("t?[RG]", relative.reference),
    ("tc(?!_)", relative.the_past),
    ("j(?:U)?,?(?:Y)?", dates.holiday),
    ("tO", dates.day_of_month),
)


PART_OF = re.compile("(?:t?BFt?|B-?|BIt?|tB)$")
APPROXIMATE = re.compile("(?:q|[%_]_|_~|d~)$")
SOME = re.compile(
    "about|around|nearly|almost|over|approximately|roughly|under|only|just|exactly|more than|less than|at least|at most|up to|as little as"
)


class Found(NamedTuple):
    first: int
    last: int
    meaning: Meaning


# where an expression can begin: most words are of no time, and most articles and prepositions stand before those
BEGINNING = r"(?=[WwMmSsYyKTCQpPVRGAj]|[DNnOo][^_\n.,]|D|t_U|[talhxiecvuBIfUXq][^_\n.,()])"
READERS = {f"r{n}": reader for n, (_, reader) in enumerate(RULES)}
COMBINED = re.compile(
    BEGINNING + "(?:" + "|".join(f"(?P<r{n}>{pattern})" for n, (pattern, _) in enumerate(RULES)) + ")"
)


def matches(tokens: Tokens, scene: Scene) -> Iterator[Found]:
    """The expressions of a text in order; the scene moves with them."""
    at = 0
    while match := COMBINED.search(tokens.codes, at):
        phrase = Phrase(tokens, *match.span())
        meaning = READERS[match.lastgroup or ""](phrase, scene)
        if meaning is None:
            at = match.start() + 1
            continue
        first = max(at, _widened(phrase, meaning))
        at = match.end()
        yield Found(first, match.end(), meaning)


def _widened(phrase: Phrase, meaning: Meaning) -> int:
    """The first token with what belongs to the expression before it: "early 2024", "the end of March", "nearly two hours"."""
    tokens, at = phrase.tokens, phrase.first
    if meaning.kind is TimeKind.DURATION:
        match = APPROXIMATE.search(tokens.codes, max(0, at - 2), at)
        if match is None or tokens.codes[at] == "t":
            return at
        words = " ".join(tokens.word(n).lower() for n in range(match.start(), at))
        return match.start() if SOME.fullmatch(words) else at
    if meaning.kind is not TimeKind.DATE or tokens.codes.find("B", max(0, at - 5), at) < 0:
        return at
    match = PART_OF.search(tokens.codes, max(0, at - 5), at)
    return match.start() if match else at
