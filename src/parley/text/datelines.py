"""The place, agency and day that open a wire's story: "LINDEN, March 5 (Coastal Wire) --"."""

import re
from dataclasses import dataclass

from parley.text.agencies import is_agency, is_newsroom
from parley.text.calendar import MONTH, WEEKDAY, iso_day, month_number
from parley.text.gazetteer import gazetteer

ROOM = 140  # characters in which a dateline stands
LEAST = 4  # words of the story behind a place and a dash that nothing else shows to be a dateline
SHORTEST = 3  # letters of a place
UPPER, LOWER = "A-ZÀ-ÖØ-Þ", "a-zà-öø-ÿ"
CAPITALS = rf"[{UPPER}][{UPPER}.’'/ -]{{2,40}}"
MIXED = rf"[{UPPER}][{LOWER}.’'-]+(?:[ -][{UPPER}][{LOWER}.’'-]+){{0,3}}"
REGION = rf"(?:,\s[{UPPER}][{UPPER}{LOWER}.’-]{{1,20}}(?:\s[{UPPER}][{UPPER}{LOWER}.]{{1,20}}){{0,2}}){{0,2}}?"
YEAR = r"(?:,?\s(?P<year{0}>(?:19|20)\d\d))?"
DAY = (
    rf"(?:{WEEKDAY},?\s)?(?:(?P<month1>{MONTH})\s(?P<day1>\d{{1,2}})(?!\d){YEAR.format(1)}"
    rf"|(?P<day2>\d{{1,2}})\s(?P<month2>{MONTH}){YEAR.format(2)})"
)
NAMED = r"[A-Z][\w .,&/’-]{1,40}"
DASH = r"(?:\s?[—–―]\s?|\s-{1,2}\s|--\s)"
# "LINDEN, March 5 (Coastal Wire) --", "LINDEN, Avania (Coastal Wire) —", "LINDEN (Wire), March 5 -", "LINDEN — ",
# "LINDEN, March 5. /COAST/. ", "LINDEN, March 5 (Wire): "; "LINDEN, March 5 (Wire) Dockers met" has no mark after it
PLACE_FIRST = re.compile(
    rf"(?P<place>{CAPITALS}?|{MIXED})(?P<region>{REGION})(?:,?\s?\((?P<agency1>{NAMED})\))?(?:,?\s{DAY})?\.?,?"
    rf"(?:\s?\((?P<agency2>{NAMED})\)|\s?/(?P<agency3>{NAMED})/)?\.?(?P<dash>{DASH}|:\s|(?<=[/)])\.?\s(?=[{UPPER}“\"]))"
)
# "5 March, Linden — ", "March 5 (Coastal Wire) - "
DAY_FIRST = re.compile(
    rf"{DAY}(?:,?\s(?P<place>{CAPITALS}?|{MIXED})(?P<region>{REGION}))?(?:\s?\((?P<agency1>{NAMED})\))?"
    rf"(?P<agency2>)(?P<agency3>)(?P<dash>{DASH})"
)
# "(Reuters) - Dockers met"
NO_PLACE = re.compile(rf"\((?P<agency>{NAMED})\)\s?{DASH}|/(?P<agency2>{NAMED})/\.?\s")
# one of these stands in all that the patterns above match; begun with the mark before all else, others are passed over fast
MARKS = re.compile(r"[—–―:/)-](?:(?<!-)|(?=\s))")
SEAT = "UNITED NATIONS"  # the body whose name stands for a place
LABELS = frozenset(
    "ADVERTISEMENT ANALYSIS BACKGROUND BREAKING COLUMN COMMENT COMMENTARY CORRECTION EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FEATURE FILE "
    "INTERVIEW LATEST LETTER LISTEN LIVE NEWS NOTE OPINION PHOTO PHOTOS PODCAST POLITICS PROFILE QUESTION ANSWER READ RELATED REVIEW SPECIAL SPORT "
    "SUMMARY TIMELINE TRANSCRIPT UPDATE UPDATED URGENT VIDEO WATCH WORLD BUSINESS EDITOR'S EDITOR’S".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a story. Offsets count in the paragraph: `agency` is [start, end), the dateline's words end at `end`,
    the story begins at `story`. `year` is None where it is not told, `day` where no day is."""

    place: str | None
    agency: tuple[int, int] | None
    year: int | None
    month: int | None
    day: int | None
    end: int
    story: int

    def iso(self, year: int | None = None) -> str | None:
        """The ISO day, of the given year where the dateline tells none; None where it tells no day."""
        told = self.year or year
        return iso_day(told, self.month, self.day) if told and self.month and self.day else None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline with a day; None where the paragraph opens with no place and day."""
    found = opening_of(paragraph)
    return found if found and found.place and found.day else None


def opening_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, of whatever parts."""
    head = paragraph[:ROOM]
    at = len(head) - len(head.lstrip())
    if not MARKS.search(head, at):
        return None
    for form in (DAY_FIRST, PLACE_FIRST) if head[at : at + 1].isdigit() else (PLACE_FIRST, DAY_FIRST):
        match = form.match(head, at)
        if match and _is_dateline(match, paragraph):
            return _dateline(match, head)
    bare = NO_PLACE.match(head, at)
    if bare is None:
        return None
    agency = bare.span("agency") if bare["agency"] else bare.span("agency2")
    if not is_agency(head[slice(*agency)]):
        return None
    return Dateline(None, agency, None, None, None, agency[1] + 1, bare.end())


def _dateline(match: re.Match[str], head: str) -> Dateline:
    n = "1" if match["month1"] else "2"
    month, day, year = match[f"month{n}"], match[f"day{n}"], match[f"year{n}"]
    return Dateline(
        place=match["place"] and match["place"].strip(" /-"),
        agency=_agency(match),
        year=int(year) if year else None,
        month=month_number(month) if month else None,
        day=int(day) if day else None,
        end=len(head[: match.start("dash")].rstrip()),
        story=match.end(),
    )


def _agency(match: re.Match[str]) -> tuple[int, int] | None:
    return next((match.span(g) for g in ("agency1", "agency2", "agency3") if match[g]), None)


def _is_dateline(match: re.Match[str], paragraph: str) -> bool:
    """Whether the parts together can only be a dateline: "NATO — the alliance …", "UPDATE — …" and "Nora Vance (left) —" are none."""
    place, dash, dated = match["place"], match["dash"], bool(match["month1"] or match["month2"])
    span = _agency(match)
    agency = paragraph[slice(*span)] if span else None
    if not dash.strip(" .") and not (agency and dated):
        return False
    if place is None:
        return agency is not None and is_agency(agency)
    if not _is_place(place, agency) or (dash.strip() == ":" and not (agency or dated or _is_town(place.title()))):
        return False
    known = agency is not None and (is_agency(agency) or is_newsroom(agency))
    rest = paragraph[match.end() :]
    if place.isupper():
        return known or dated or bool(agency) or (_opens(rest) and len(rest.split(None, LEAST)) >= LEAST)
    return known or (_opens(rest) and not rest[:1].isdigit() and (dated or (_is_town(place) and not agency)))


def _is_place(place: str, agency: str | None) -> bool:
    """No label, no weekday, no body: "WHO (World Health Organization) —"."""
    words = place.split()
    entry = gazetteer().by_name.get(place.strip())
    initials = "".join(w[0] for w in (agency or "").split() if w[0].isupper())
    return not (
        sum(c.isalpha() for c in place) < SHORTEST
        or LABELS & set(words)
        or re.fullmatch(rf"{WEEKDAY}|{MONTH}", words[0])
        or (entry is not None and not entry.state and not entry.place and place != SEAT)
        or place.strip() == initials
    )


def _is_town(place: str) -> bool:
    return place in gazetteer().by_place or place in gazetteer().by_seat


def _opens(rest: str) -> bool:
    """A story opens with a capital, a number or a quotation."""
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "“\"‘'"
