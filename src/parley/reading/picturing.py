"""Who made a picture, from the words that are known to stand under it."""

import re

from parley.reading.lines import AGENCY_MARK, Line

PERSON = r"[A-Z][\w.’'-]+ [A-Z][\w.’'-]+"
SIGNS = tuple(map(re.compile, (
    # "Cranes at dusk. (Harbour police)", "(Ines Holm / Coastal Wire)"
    r"\((?P<credit>[A-Z][^()]{1,70})\)\W*$",
    # "Photo by Ines Holm /Coastal Wire", "Photograph by Ines Holm", "Image Credits: Ines Holm", "Picture: Ines Holm", "Copyright Ines Holm/Pool"
    r"(?:\b(?:[Pp]hoto(?:graph)?|[Ii]llustration|[Ii]mage|[Pp]icture|[Gg]raphic|[Vv]ideo)s?(?: [Cc]redits?)?(?:\s?:|\sby\b)|\b(?:[Cc]redits?|[Ss]ource)\s?:|\b[Cc]opyright|©)"
    r"\s?(?P<credit>[A-Z][^.]{1,70}?(?:\.\s?[A-Z][^.]{1,60}?)?)\W*$",
    # "The offices of the union. Ines Holm for the Gazette", "Cranes at dusk.The Associated Press"
    rf"[.!?”\"]\s?(?P<credit>{PERSON} for (?:the |The )?[A-Z][\w ]{{1,40}})$",
    rf"[.!?”\"]\s?(?P<credit>(?:[A-Z][\w’' -]{{2,40}}\s?[/–-]\s?)?(?:The )?(?:Associated Press|{AGENCY_MARK}))$",
    # "Vance leaves the Customs House Ines Holm/GC Images": no mark before the name
    rf"(?P<credit>(?:AP Photo|{PERSON})\s?/\s?(?:via )?[A-Z][\w.’' -]{{1,40}})\W*$",
    # a line that is nothing else
    rf"^\W*(?P<credit>(?:The )?(?:Associated Press|{AGENCY_MARK}))\W*$",
)))  # fmt: skip
ASIDE = re.compile(r"^(?:L|R|C|FILE|File)$|^\d|^[A-Z]{1,2}$")
LONGEST_CAPTION = 90  # words


def picture_credit(line: Line) -> re.Match[str] | None:
    """The credit of a caption, as group `credit`."""
    if line.photo_credit or len(line.words) > LONGEST_CAPTION:
        return line.photo_credit
    for sign in SIGNS:
        match = sign.search(line.text)
        if match and not ASIDE.match(match["credit"]):
            return match
    return None
