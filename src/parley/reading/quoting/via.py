"""Through whom words reached the reporter: "Okafor said, according to the Post", "Okafor told Coastal Wire"."""

import re
from collections.abc import Sequence

from parley.reading.cast import Cast
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.page import Page

OUTER = 4  # quotations before one in which it may stand
TOLD = re.compile(r"(?:[Tt]old|[Tt]ells?|[Tt]elling)\Z")
# "the Linden Post", "Coastal Wire", "CNN", "the Tass news agency": an outlet by its own words
OUTLET = re.compile(
    r"\s+(?:(?:the|The|a|an|state|local|public|Russia’s|Russia's)\s+){0,2}"
    r"(?P<name>(?:[A-Z][\w&.’'-]*\s+){0,4}?(?:News|Times|Post|Wire|Press|Radio|TV|Television|Herald|Tribune|Gazette|Courier|"
    r"Independent|Journal|Chronicle|Ledger|Signal|Report|Reuters|AFP|AP|BBC|CNN|CBS|NBC|ABC|NPR|Fox|Bloomberg|Politico|Tass|TASS|"
    r"Interfax|RIA|Xinhua|Guardian|Telegraph|Globe|Mail|Magazine|Spiegel|Bild|Monde|Figaro|Daily|Today|Agency|Axios|Sky))\b"
)


def via(page: Page, cast: Cast, f: Found, before: Sequence[Found]) -> str | None:
    """The name of the outlet or person; None where the reporter heard it."""
    for outer in reversed(before):
        if outer.source and f.cue and _holds(outer, f.cue) and _holds(outer, f.contents[0]):
            actor = cast.meant(*outer.source)
            return actor.name if actor else page.text[slice(*outer.source)]
    return _told(page, f)


def _holds(outer: Found, part: Range) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in outer.contents)


def _told(page: Page, f: Found) -> str | None:
    if f.cue is None or not TOLD.match(page.text[slice(*f.cue)]):
        return None
    outlet = OUTLET.match(page.text, f.cue[1], f.cue[1] + 90)
    return outlet["name"] if outlet else None
