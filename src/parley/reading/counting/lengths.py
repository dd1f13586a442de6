"""Lengths of time: which ones are told as facts, and what "over" says of them."""

import re

UNIT = re.compile(r"[\s-](?:year|month|week|day|hour|minute|decade)s?\b")
OVER = re.compile(r"\bover\s+$", re.IGNORECASE)
# "lasted over three weeks", "the first in over two years": more than
MORE_THAN = re.compile(
    r"\b(?:for|in|after|of|by|with|than|since|at|from|within|during|well|just|is|was|were|are|be|been|being|has|have|had"
    r"|spent|spend|waited|(?:last|tak|took|run|ran|go|went|continu|stretch)\w*)\s+over\s+$",
    re.IGNORECASE,
)
# "phasing the ban in over two years"
PARTICLE = re.compile(
    r"\b(?:phas|bring|brought|eas|roll|fad|build|built)\w*\s(?:[\w-]+\s){0,4}in\s+over\s+$", re.IGNORECASE
)
ACROSS = re.compile(r"\b(?:over|for|within|across|during)\s+(?:the\s+(?:next|following|coming)\s+)?$", re.IGNORECASE)
# "the port's first strike in 19 years"
RECORD = re.compile(
    r"\b(?:first|only|\w{2,}est|worst|most|least)\b[^.;,]{0,60}\sin\s(?:the\s(?:past|last)\s)?$", re.IGNORECASE
)
# "the talks lasted six hours"
LASTED = re.compile(
    r"\b(?:last(?:ed|s|ing)?|t(?:ook|akes?|aken|aking)|ran|runs?|stretched|continued|went\son)\s+(?:(?:just|only)\s+)?$",
    re.IGNORECASE,
)
EVENT = re.compile(r"\sbefore\s(?!that\b|this\b)\w")  # "called off five hours before it was to begin"
DISTANCE = re.compile(r"\s(?:later|earlier|ago|before|after)\b")
NEAR = 90  # characters before a length that can tell what it is


def is_spread(before: str, after: str) -> bool:
    """Whether "over" before a length means across it: "9 percent over three years", not "lasted over three years"."""
    if not OVER.search(before) or not UNIT.match(after) or not before[:-5].strip():
        return False
    return MORE_THAN.search(before) is None or PARTICLE.search(before) is not None


def is_across(before: str) -> bool:
    """ "took 9 percent over three years": the length of nothing that the verb names."""
    return OVER.search(before[-NEAR:]) is not None and MORE_THAN.search(before[-NEAR:]) is None


def matters(before: str, after: str) -> bool:
    """ "for three years", "lasted three years", "the first in 19 years", "five hours before the strike"."""
    near = before[-NEAR:]
    return bool(ACROSS.search(near) or LASTED.search(near) or RECORD.search(near) or EVENT.match(after))


def is_distance(after: str) -> bool:
    """ "Three days later": when, not how long."""
    return DISTANCE.match(after) is not None
