"""The patterns of time expressions, over the codes of the lexicon, and what reads each. The first that fits wins."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parley.reading.timing import clock, dates, relative, spans
from parley.reading.timing.scene import Meaning, Phrase, Scene
from parley.reading.timing.tokens import Tokens

Reader = Callable[[Phrase, Scene], Meaning | None]

WDAY = r"(?:[Ww],?)?"
NUM = r"(?:[DNYn](?:[-+a]?n)*)"
UNIT = r"[UV]"
RULES: tuple[tuple[str, Reader], ...] = (
    ("Q", dates.iso),
    (rf"{WDAY}(?:[Mm][DO],?|t?[DO]F?[Mm],?)Y", dates.full),
    ("Mn(?:-?n)+", dates.month_spelled_year),
    ("(?:[Mms]|S)F?[NYD]k", dates.year_before_christ),
    ("q?[NYD]k", dates.year_before_christ),
    ("[Mm],?F?Y", dates.month_year),
    (rf"{WDAY}(?:[Mm][DOo](?![DNn-]?[UV])|t?[DOo]F?[Mm])(?:Ft?[xi]U)?", dates.month_day),
    ("[leh]?M(?:Ft?[xi]U|[leh]U)?|t?[li]M", dates.month),
    # times of day
    ("(?:C(?:Z)?|[DNn]Z|p)z?(?:,?I?(?:W|T))?", clock.clock),
    ("TP?", relative.day_word),
    ("W,?P", clock.weekday_part),
    ("v[WMP]", spans.again),
    (rf"v(?:{NUM}|f)?[UV]", spans.again),
    ("(?:t?[leh]|h)?W", dates.weekday),
    ("(?:t?[leix]|h)P", relative.part_of_day),
    # quarters, halves, seasons
    ("(?:[leh]U')?t?(?:Y)?X?o-?U(?:FX?Y|F?[leh]U)?", dates.quarter),
    ("t?[oL]HFY", dates.half),
    ("t?(?:[leh])?B?[Ss](?:F?Y)", dates.season),
    ("t?[leh]s|t?(?:[leh]?c?)?S|tB?s|Bs|Is", dates.season),
    # distances
    (rf"(?:{NUM}(?:\+a?H)?|a|af|af?F?|f)?-?{UNIT}(?:\+aH)?g", relative.ago),
    (rf"(?:{NUM}(?:\+a?H)?|a|af|af?F?|f){UNIT}(?:\+aH)?b", relative.earlier),
    (rf"(?:{NUM}(?:\+a?H)?|a|af|af?F?|f){UNIT}(?:\+aH)?L", relative.later),
    ("U-[gb]", relative.year_apart),
    ("G[V]", relative.recent_units),
    (rf"(?:t?[leci]|t)(?:{NUM}|fF?)[UV]", spans.holding),
    ("cU", spans.holding),
    ("t?[leic][V]", relative.recent_units),
    ("tL?[lehix]X?U|[lehix]X?U", relative.unit),
    # years and more
    ("t?B?K", dates.decade),
    ("t?[Oo]-?Uk?", dates.century),
    ("Xn(?:-?n)+|n(?:-?n)+", dates.spelled_year),
    (rf"(?:{NUM}(?:\+a?H)?|a?fF?|a)-?{UNIT}(?:\+aH)?(?:-_)?", spans.duration),
    ("X?Y|y", dates.year),
    ("V", spans.duration),
    ("A", spans.adverb),
    ("t?[RG]", relative.reference),
    ("tc(?!_)", relative.the_past),
    ("j(?:U)?,?(?:Y)?", dates.holiday),
    ("tO", dates.day_of_month),
)


@dataclass(frozen=True, slots=True)
class Found:
    first: int
    last: int
    meaning: Meaning


COMBINED = re.compile("|".join(f"(?P<r{n}>{pattern})" for n, (pattern, _) in enumerate(RULES)))


def matches(tokens: Tokens, scene: Scene) -> Iterator[Found]:
    """The expressions of a text in order; the scene moves with them."""
    at = 0
    while match := COMBINED.search(tokens.codes, at):
        reader = RULES[int((match.lastgroup or "r0")[1:])][1]
        phrase = Phrase(tokens, match.start(), match.end())
        meaning = reader(phrase, scene)
        if meaning is None:
            at = match.start() + 1
            continue
        at = match.end()
        yield Found(match.start(), match.end(), meaning)
