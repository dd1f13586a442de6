"""Where: "in Linden", "at Harrow Hall in Linden", "at the Customs House"."""

import re
from collections.abc import Iterator

from parley.reading.convening.clause import Sentence
from parley.record import ActorKind

NO_PLACE = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|English\b|Europe\b|Congress\b|Parliament\b|Christmas\b|Easter\b|I\b|Mrs?\b|Ms\b|Dr\b|President\b)"
)
CAP = rf"(?!{NO_PLACE})(?:(?:St|Mt|Ft)\.\s)?(?:[A-Z][\w’'-]*|[A-Z]\.(?:[A-Z]\.)*)"
LINK = r"(?:of|de|la|le|al|el|the|du|des|von|der)"
NAME = rf"{CAP}(?:\s(?:(?:{LINK}\s){{0,2}}{CAP}))*"
VENUE = (
    r"(?:headquarters?|building|residence|palace|hotel|hall|villa|embassy|centre|center|offices?|compound|base|camp|house"
    r"|castle|estate|chancellery|airport|ministry|club|university|mission|resort|retreat|lodge|complex)"
)
ONE = rf"(?:the\s)?[‘'“]?(?:{NAME}(?:\s{VENUE})?|{VENUE}\sof\s(?:the\s)?{NAME})[’'”]?(?!-)"
PLACE = re.compile(
    rf"\b(?P<how>in|at|outside|near|inside|(?:return(?:s|ed)?|travel(?:s|led|ed)?|flew|fly|flies|head(?:s|ed)?|go|goes|went|came|come|back)\sto)\s(?P<place>{ONE}"
    rf"(?:,?\s(?:in|at|outside|near)\s{ONE}|,\s{CAP}(?:\s{CAP})?(?=[,.;]|\s(?:on|in)\b))*)"
)
TWICE = re.compile(r"\bin (.{3,60}) in \1$")
HOST = re.compile(rf"(?P<place>{NAME})\s(?:will\s|would\s|is to\s|was to\s)?host(?:s|ed)?\b")
BODY = re.compile(
    r"\b(?:NATO|EU|UN|OSCE|Union|Alliance|Organization|Organisation|Council|Committee|Federation|Company)$"
)


def places(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The places that a sentence names, in text order, as code points of the article."""
    for match in PLACE.finditer(sentence.text):
        start, end = match.span("place")
        words = match["place"].strip("‘’'“”")
        lead = len(match["place"]) - len(match["place"].lstrip("‘'“"))
        if words.startswith("the "):
            lead += 4
        bare = words.removeprefix("the ")
        told = match["place"].rstrip("’'”,")
        twice = TWICE.search(told)  # "in Linden, Callow in Linden, Callow"
        end = start + (twice.end(1) if twice else len(told))
        person = match["how"] != "in" and _is_person(sentence, start + lead, end)
        if not BODY.search(bare) and not person and not bare.endswith(("’s", "'s")):
            yield sentence.start + start + lead, sentence.start + end


def host(sentence: Sentence) -> tuple[int, int] | None:
    """The city of "Linden will host the second round"."""
    match = HOST.search(sentence.text)
    if match is None:
        return None
    start, end = (sentence.start + x for x in match.span("place"))
    return None if any(a.kind is ActorKind.PERSON for _, a in sentence.mentions(start, end)) else (start, end)


def _is_person(sentence: Sentence, start: int, end: int) -> bool:
    """A person whom the cast knows by more than this name alone: "in Oakes" is none, "in Port Callow" a place."""
    meant = sentence.mentions(sentence.start + start, sentence.start + end)
    return any(a.kind is ActorKind.PERSON and (a.offices or a.party) for _, a in meant)
