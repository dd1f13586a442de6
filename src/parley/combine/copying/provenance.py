"""Where an article says that its words come from: agencies that sign it, and pages and newsrooms that it takes them from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.record import Article, BlockKind, CreditKind, Reading, Span
from parley.text.agencies import SIGNING
from parley.text.words import fold

AGENCIES = (*SIGNING, "CNN", "TNS")
_NAMED = "|".join(map(re.escape, sorted(AGENCIES, key=len, reverse=True)))
# "BAYMOUTH (Reuters) - " | "(AP) —": nowhere but in a dateline does an agency stand alone in brackets
IN_BRACKETS = re.compile(rf"\((?P<name>{_NAMED})\)")
# "By Jonas Pell, Associated Press" | "Reuters" | "By The Associated Press" | "JONAS PELL, AP Diplomatic Writer" | "Reuters • 5 March"
SIGNED = re.compile(
    rf"^\W*(?:by\s)?(?:.{{0,80}}?[\s,|•–—-])?(?:the\s)?(?P<name>{_NAMED})(?:\s(?:\w+\s){{0,2}}(?:writer|reporter|correspondent))?"
    r"\W{0,3}(?:$|[•|]|\w{3,9}\.?\s\d|\d)",
    re.IGNORECASE,
)
# "Associated Press writers Jonas Pell and Ines Holm contributed to this report." | "Copyright 2024 The Associated Press."
CONTRIBUTED = re.compile(
    rf"(?:©|\bcopyright\b)[\s\d(c)]{{0,12}}(?:by\s)?(?:the\s)?(?P<name>{_NAMED})\b"
    rf"|^\W*(?P<name2>{_NAMED})\s(?:[\w-]+\s){{0,3}}(?:writer|reporter|journalist|correspondent)s?\b.{{0,160}}\b(?:contributed|reported)\b",
    re.IGNORECASE,
)
# "(Reporting by Ines Holm; Editing by Jonas Pell)" is how one agency signs
REUTERS_END = re.compile(r"\(?(?:Additional )?[Rr]eporting by [^;()]{3,200}; ?(?:[Ww]riting|[Ee]diting) by ")
# "baymouthpost.example/2024/03/05/talks-open" as a line of its own, under an excerpt
LINK = re.compile(
    r"^\W{0,3}(?:https?://)?(?:www\.)?(?P<name>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3})/\S{3,}\s*$", re.IGNORECASE
)
# "The Signal Posted at 8:00 am on March 5" names whose words the post gives
POSTED = re.compile(r"^\W*(?P<name>[A-Z][\w.&’' -]{1,40}?) Posted (?:at|on)\b")
# "By Lena Marsh and Jonas Pell Baymouth Times": the newsroom of the bylines, on another outlet's page
NEWSROOM = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]* ){1,3}(?:Times|Post|News|Journal|Tribune|Herald|Gazette|Chronicle|Globe|Ledger|Signal|Courier|Today))\s*$"
)
PHOTO = re.compile(r"[Pp]hoto|^\s*(?:Credit|Image)|/\s*(?:the )?\w+(?: \w+)?\s*$")  # "Credit Ines Holm/Reuters"
SHORT, LONG = 170, 400  # code points of a line that signs, of a line that tells who contributed
MOST_LINES = 4000

_ACRONYMS = tuple(name for name in AGENCIES if name.isupper())
_LONG_NAMES = (*(name.lower() for name in AGENCIES if not name.isupper()), "eporting by")

ABBREVIATED = {
    "ap": "associatedpress",
    "apnews": "associatedpress",
    "afp": "agencefrancepresse",
    "dpa": "deutschepresseagentur",
    "nyt": "nytimes",
    "newyorktimes": "nytimes",
    "wsj": "wallstreetjournal",
    "upi": "unitedpressinternational",
    "cnnwire": "cnn",
    "bloombergnews": "bloomberg",
    "pressassociation": "pamedia",
    "tns": "tribunenewsservice",
}
# words that outlets and domains bear beside their name: "The Harbour Post" is harbourpost.example
_BESIDE = re.compile(
    r"^(?:https?://)?(?:www|edition|m|amp)\.|\.(?:com?|org|net|news|info|eu|example|[a-z]{2})\b.*$|^the\b|\bnews$"
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Bare names of the agencies that sign an article, and of pages and newsrooms whose words it gives; as printed."""

    agencies: dict[str, str]
    givers: dict[str, str]


def provenance(article: Article, reading: Reading) -> Provenance:
    """What an article says of its words' origin, in text order. Photo credits say nothing of the text."""
    agencies: dict[str, str] = {}
    givers: dict[str, str] = {}
    for credit in reading.credits:
        if credit.kind is CreditKind.AGENCY and not _of_photo(article.text, credit.span):
            agencies.setdefault(bare_name(credit.name), credit.name)
    own = bare_name(article.outlet or reading.outlet or "")
    for block in reading.blocks[:MOST_LINES]:
        if block.kind is BlockKind.CAPTION:
            continue
        words = article.words(block.span)
        for name in _agencies(words):
            agencies.setdefault(bare_name(name), name)
        for name in _givers(words, block.kind):
            if bare_name(name) not in (own, *agencies):
                givers.setdefault(bare_name(name), name)
    return Provenance(agencies, givers)


def _of_photo(text: str, span: Span) -> bool:
    """ "CreditInes Holm/Reuters" as a line of its own signs a picture."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= SHORT and PHOTO.search(line) is not None


def _agencies(words: str) -> Iterator[str]:
    if not _may_name(words):
        return
    yield from (found["name"] for found in IN_BRACKETS.finditer(words))
    signed = None if len(words) > SHORT or PHOTO.search(words) else SIGNED.search(words)
    if signed:
        yield signed["name"]
    if len(words) <= LONG:
        if told := CONTRIBUTED.search(words):
            yield told["name"] or told["name2"]
        if REUTERS_END.search(words):
            yield "Reuters"


def _may_name(words: str) -> bool:
    """Whether an agency's name or its sign stands anywhere in the line: most lines need no pattern."""
    low = words.lower()
    return any(name in words for name in _ACRONYMS) or any(name in low for name in _LONG_NAMES)


def _givers(words: str, kind: BlockKind) -> Iterator[str]:
    if len(words) > SHORT:
        return
    for pattern in (LINK, POSTED):
        if found := pattern.search(words):
            yield found["name"]
    if kind is BlockKind.BYLINE and (found := NEWSROOM.search(words)):
        name = found["name"].split()  # a surname may stand before the newsroom's name
        yield from (" ".join(name[n:]) for n in range(len(name) - 1))


def same_name(name: str | None, other: str | None) -> bool:
    """Whether two names of outlets or agencies are one: "AP" and "The Associated Press", "Post" and "post.example"."""
    if not name or not other:
        return False
    return bare_name(name) == bare_name(other)


def bare_name(name: str) -> str:
    """The letters of an outlet's name that tell it from others."""
    plain = fold(name.strip())
    for _ in range(3):
        plain = _BESIDE.sub("", plain).strip()
    letters = "".join(c for c in plain if c.isalnum())
    return ABBREVIATED.get(letters, letters)
