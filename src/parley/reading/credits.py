"""Whom an article credits: the agency it carries, the outlet it republishes, those who contributed, the photographer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from parley.reading.lines import LONGEST_WIRE, NAME, WIRE_LINE, Line
from parley.reading.picturing import picture_credit
from parley.record import Article, Block, BlockKind, Credit, CreditKind, Span
from parley.text.agencies import AGENCY, SIGNING, is_agency
from parley.text.calendar import MONTH, WEEKDAY
from parley.text.datelines import opening_of

OUTLET = r"[A-Z][\w.&’'-]*(?:\s(?:of\s(?:the\s)?|the\s|and\s(?=[A-Z])|for\s)?[A-Z][\w.&’'-]*){0,5}"
# "The Coastal Wire has the story:"
HAS_STORY = re.compile(
    rf"\b(?:The |the )?(?P<name>{NAME}|[A-Z][A-Za-z]+) (?:has|have) (?:the|this|more)\b[^.]{{0,30}}\bstory\b"
)
WHEN = rf"(?:,?\s(?:(?:on|in)\s)?(?:{WEEKDAY},?\s)?(?:{MONTH}(?:\s\d{{1,2}})?|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?,?)?"
WHERE = rf"(?:at|by|in|on|with|for|from)(?:\sthe)?:?\s(?P<name>{OUTLET})"
SOURCES = tuple(map(re.compile, (
    # "This article was originally featured at the Gazette", "First published on March 5 by the Gazette"
    rf"(?:[Oo]riginally|[Ff]irst)\s(?:featured|published|appeared|posted|ran|printed){WHEN}\s{WHERE}",
    # "The Gazette first published this story."
    rf"(?:The\s)?(?P<name>{OUTLET})\s(?:originally|first)\spublished\sthis",
    # "Republished with permission from the Gazette", "Reprinted courtesy of the Gazette", "Syndicated from the Gazette"
    rf"(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated|[Rr]eproduced)(?:\shere)?(?:\swith(?:\s\w+)?\spermission)?\s"
    rf"(?:from|of|by|courtesy\sof|via)(?:\sthe)?\s(?P<name>{OUTLET})",
    # "Read the original article at the Gazette."
    rf"\boriginal\s(?:article|story|post|version|piece)\s(?:is\s|was\s|appeared\s|here\s)?(?:at|by|in|on|from)(?:\sthe)?\s(?P<name>{OUTLET})",
    # "This story is published in partnership with the Gazette", "provided by Coastal Wire"
    rf"\b(?:published|produced|provided|distributed|supplied)\s(?:\w+\s)?(?:in\s(?:partnership|collaboration)\swith|by)(?:\sthe)?\s(?P<name>{OUTLET})",
    # "A version of this article appeared in the Gazette"
    rf"\bversion\sof\sthis\s\w+\s(?:\w+\s)?appear(?:ed|s)\s(?:in|at|on)(?:\sthe)?\s(?P<name>{OUTLET})",
)))  # fmt: skip
MINOR = re.compile(r"\s+(?:and|is|was|under|with|of|the|on|in|All)$|[.,]$")
NO_OUTLET = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|English|German|French|Spanish|Print|Section|Page|Creative)\b"
)
LIST = rf"(?:the\s|The\s)?{AGENCY}(?:(?:\s?[/,+]\s?|,?\sand\s|\s&\s)(?:the\s|The\s)?{AGENCY}){{0,4}}"
# "By Jonas Pell, Associated Press", "By Reuters", "JONAS PELL The Associated Press", "Jonas Pell for Reuters", "AP Diplomatic Writer"
SIGNATURE = re.compile(rf"(?<!photo )(?:^|(?<=[\s,|•·–—/(-]))(?P<list>{LIST})")
# "… on Monday. — Reuters", "… on Monday. (AFP, dpa)", "… said (Reuters)."
AT_END = re.compile(rf"(?:[.!?”\"’]\s?[—–-]{{1,2}}\s?|\()(?P<list>{LIST})\)?\.?$")
IN_BRACKETS = re.compile(rf"\((?P<list>{LIST})\)")
# "With files from the Canadian Press", "(with inputs from AFP and Jonas Pell)", "with additional reporting by Reuters"
WITH = re.compile(
    r"\b(?:[Ww]ith\s(?:(?:\w+\s)?(?:files?|inputs?|reports?|reporting|material|information|contributions?|additional\sreporting)\s)?(?:from|by)|[Aa]dditional\sreporting\s(?:by|from)|"
    r"[Ii]nputs?\sfrom|[Rr]eporting\s(?:by|from))\s(?P<rest>[^.;()]{2,160})"
)
# "The Associated Press contributed to this report.", "AP writers Jonas Pell and Ines Holm contributed"
CONTRIBUTED = re.compile(
    rf"(?P<list>{LIST})(?:['’]s?)?\s(?:[\w’',.-]+\s){{0,24}}?(?:contributed|also\scontributed|reported\sfrom)\b"
)
# "Copyright 2024 The Associated Press. All rights reserved.", "© AFP 2024"
COPYRIGHT = re.compile(
    rf"(?:©|\([Cc]\)|\b[Cc]opyright\b)[\s\d(c)©,–-]{{0,16}}(?:by\s)?(?P<list>(?:the\s|The\s)?{AGENCY})"
)
# "(Reporting by Jonas Pell in Linden; Writing by Ruth Abara; Editing by Ines Holm)"
WORK = re.compile(
    rf"\b(?:[Aa]dditional\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslation|[Tt]ranslated|[Ww]ritten|[Ee]dited|[Rr]eported)(?:\sand\s\w+)?\sby\s(?P<rest>{NAME}[^;()]{{0,120}})"
)
# one of these stands in all that WITH and WORK match
HELPS = "With ", "with ", "dditional", "nput", "eporting"
WORKS = "eporting", "riting", "diting", "ompiled", "ranslat", "ritten", "dited", "eported"
ENDINGS = frozenset(name[-2:] for name in SIGNING)
PEOPLE = re.compile(
    rf"(?:^|[,;]\s(?:and\s)?|\band\s|\bby\s|\bfrom\s|\bwriters?\s|\breporters?\s|\bcorrespondents?\s|\bjournalists?\s)(?P<name>{NAME})"
)
PLACED = re.compile(r"\b(?:in|from|at)\s[A-Z][\w\s]*,?\s?$")
PICTURE = re.compile(r"\b(?:[Pp]hotos?|PHOTOS?|[Ii]mages?|[Pp]ictures?|[Cc]redit|Getty|[Vv]ideo)\b")
ABOVE, BELOW = 8, 3  # lines above and below the story in which it is signed
TAIL = 260  # code points of a paragraph's end in which it is signed


def find_credits(article: Article, blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Credits in text order, each once a place. A photo credit says nothing about the text."""
    found: dict[tuple[int, int], Credit] = {}
    near = _near(blocks)
    for n, block in enumerate(blocks):
        # bylines further below sign other stories
        below = 1 if block.kind is BlockKind.BYLINE else BELOW
        for kind, name, start, end in _in_block(article.text, block, near.start <= n < near.stop + below):
            span = Span(article.id, start, end)
            found.setdefault((start, end), Credit(kind, name, span))
    return tuple(found[key] for key in sorted(found))


Found = tuple[CreditKind, str, int, int]


def _near(blocks: Sequence[Block]) -> range:
    """The story with what stands right above it; menus and other stories' teasers lie beyond."""
    story = [n for n, b in enumerate(blocks) if b.kind is BlockKind.BODY]
    if not story:
        return range(len(blocks))
    title = next((n for n in range(story[0], -1, -1) if blocks[n].kind is BlockKind.TITLE), story[0])
    return range(max(title, story[0] - ABOVE), story[-1] + 1)


def _in_block(text: str, block: Block, near: bool) -> Iterable[Found]:
    start, words = block.span.start, text[block.span.start : block.span.end]
    line = Line(start, block.span.end, words)
    match block.kind:
        case BlockKind.CAPTION:
            return _photo(line)
        case BlockKind.DATELINE:
            return _dateline(line)
        case BlockKind.CREDIT:
            return chain(_republished(line), _signed(line), _contributors(line))
        case BlockKind.BODY | BlockKind.HEADING if near:
            return chain(_named(HAS_STORY, line) if "story" in line.text else (), _signed(line))
        case BlockKind.BYLINE if near:
            return _by_agency(line)
        case BlockKind.FURNITURE:
            return _signed(line) if near else _matched(COPYRIGHT, line) if line.copyright else ()
        case _:
            return ()


def _photo(line: Line) -> Iterator[Found]:
    credit = picture_credit(line)
    if credit:
        start = line.start + credit.start("credit")
        name = credit["credit"].strip()
        yield CreditKind.PHOTO, name, start, start + len(name)


def _dateline(line: Line) -> Iterator[Found]:
    # the block ends before the dash
    opening = opening_of(line.text + " — The story")
    if opening and opening.agency:
        start, end = opening.agency
        yield CreditKind.AGENCY, line.text[start:end], line.start + start, line.start + end


def _named(pattern: re.Pattern[str], line: Line) -> Iterator[Found]:
    match = pattern.search(line.text)
    if match:
        start, name = line.start + match.start("name"), match["name"]
        yield CreditKind.AGENCY, name, start, start + len(name)


def _republished(line: Line) -> Iterator[Found]:
    for pattern in SOURCES:
        match = pattern.search(line.text)
        if match is None:
            continue
        name = match["name"]
        while MINOR.search(name):
            name = MINOR.sub("", name)
        if name and not NO_OUTLET.match(name):
            start = line.start + match.start("name")
            kind = CreditKind.AGENCY if is_agency(name) else CreditKind.REPUBLISHED
            yield kind, name, start, start + len(name)
            return


def _signed(line: Line) -> Iterator[Found]:
    """Agencies that sign at the end of a paragraph or in a line of their own, and those who helped."""
    text, tail = line.text, max(0, len(line.text) - TAIL)
    if len(text.split(None, LONGEST_WIRE)) <= LONGEST_WIRE and line.wire:  # split no further than it takes
        yield from _matched(WIRE_LINE, line)
    bare = text.rstrip(".) ")
    if bare[-2:] in ENDINGS and bare.endswith(SIGNING):
        yield from _matched(AT_END, line, tail)
    if "(" in text:
        for match in IN_BRACKETS.finditer(text):
            yield from () if _defines(text, match) else _agencies(match, line)
    if "contributed" in text or "reported from" in text:
        yield from _matched(CONTRIBUTED, line, tail)
    if "©" in text or "opyright" in text or "(c)" in text:
        yield from _matched(COPYRIGHT, line, tail)
    if " by " in text or " from " in text:
        yield from _helped(line, tail)


def _matched(pattern: re.Pattern[str], line: Line, start: int = 0) -> Iterator[Found]:
    match = pattern.search(line.text, start)
    if match and not PICTURE.search(line.text, start):
        yield from _agencies(match, line)


def _helped(line: Line, tail: int) -> Iterator[Found]:
    """ "With files from the Canadian Press", "(Reporting by Jonas Pell; Editing by Ruth Abara)"."""
    text = line.text
    for match in WITH.finditer(text, tail) if any(map(text.__contains__, HELPS)) else ():
        if _closes(text, match):
            yield from _agencies_in(match.start("rest"), match["rest"], line)
    for match in WORK.finditer(text, tail) if any(map(text.__contains__, WORKS)) else ():
        if _closes(line.text, match):
            yield from _people(match.start("rest"), match["rest"], line)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether it is said in brackets, after a dash or at a sentence's start, and nothing of the story follows."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    opened = not before or before[-1] in '(—–-.;[”"' or before.endswith(("(With", "; Additional"))
    return opened and (len(after) < 12 or bool(re.match(r"\s*[;.)]", after)))


def _agencies(match: re.Match[str], line: Line) -> Iterator[Found]:
    yield from _agencies_in(match.start("list"), match["list"], line)


def _agencies_in(at: int, words: str, line: Line) -> Iterator[Found]:
    for one in re.finditer(AGENCY, words):
        start = line.start + at + one.start()
        yield CreditKind.AGENCY, one.group(), start, start + len(one.group())


def _defines(text: str, match: re.Match[str]) -> bool:
    """ "Agence France-Presse (AFP) reported" tells a short name; "(AP Photo)" never matches."""
    name = match["list"]
    before = re.findall(r"[A-Z]", text[max(0, match.start() - 60) : match.start()])
    return name.isupper() and "".join(before).endswith(name)


def _by_agency(line: Line) -> Iterator[Found]:
    for match in () if PICTURE.search(line.text) else SIGNATURE.finditer(line.text):
        yield from _agencies(match, line)


def _contributors(line: Line) -> Iterator[Found]:
    if line.contributors:
        yield from _people(0, line.text, line)


def _people(at: int, words: str, line: Line) -> Iterator[Found]:
    for match in PEOPLE.finditer(words):
        before, name = words[: match.start("name")], match["name"]
        if is_agency(name) or re.match(AGENCY, name) or (PLACED.search(before[-24:]) and not before.endswith("and ")):
            continue
        start = line.start + at + match.start("name")
        yield CreditKind.CONTRIBUTOR, name, start, start + len(name)
