"""Whom an article credits: the agency it carries, the outlet it republishes, those who contributed, the photographer."""

import re
from collections.abc import Iterator, Sequence

from parley.reading.blocks import DATELINE
from parley.reading.lines import NAME, Line
from parley.record import Article, Block, BlockKind, Credit, CreditKind, Span

AGENCIES = (
    "The Associated Press", "Associated Press", "AP", "Reuters", "Agence France-Presse", "AFP", "Bloomberg", "Tass", "TASS", "Interfax", "RIA Novosti",
    "Xinhua", "Kyodo", "ANSA", "DPA", "dpa", "EFE", "PA Media", "UPI", "United Press International", "CNN Wire", "IANS", "PTI", "Anadolu Agency", "Ukrinform",
)  # fmt: skip
# "The Coastal Wire has the story:"
HAS_STORY = re.compile(
    rf"\b(?:The |the )?(?P<name>{NAME}|[A-Z][A-Za-z]+) (?:has|have) (?:the|this|more)\b[^.]{{0,30}}\bstory\b"
)
# "This article was originally featured at the Gazette and is republished with permission."
SOURCE = re.compile(
    r"(?:originally|first) (?:featured|published|appeared|posted|ran) (?:at|by|in|on|with|for) (?:the )?(?P<name>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*| of| the){0,5})"
    r"|(?:republished|reprinted|syndicated) (?:from|courtesy of) (?:the )?(?P<name2>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*| of| the){0,5})"
)
BY_AGENCY = re.compile(
    r"^(?:By |by |Source: |Via |via )(?:the )?(?P<name>" + "|".join(map(re.escape, AGENCIES)) + r")\b"
)
MINOR = re.compile(r"\s+(?:and|is|was|under|with|of|the|on)$")


def find_credits(article: Article, blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Credits in text order, each once a place. A photo credit says nothing about the text."""
    found: dict[tuple[int, int], Credit] = {}
    for block in blocks:
        for kind, name, start, end in _in_block(article.text, block):
            span = Span(article.id, start, end)
            found.setdefault((start, end), Credit(kind, name, span))
    return tuple(found[key] for key in sorted(found))


Found = tuple[CreditKind, str, int, int]


def _in_block(text: str, block: Block) -> Iterator[Found]:
    start, words = block.span.start, text[block.span.start : block.span.end]
    line = Line(start, block.span.end, words)
    match block.kind:
        case BlockKind.CAPTION:
            yield from _photo(line)
        case BlockKind.DATELINE:
            yield from _dateline(text, block)
        case BlockKind.CREDIT:
            yield from _named(SOURCE, CreditKind.REPUBLISHED, line)
            yield from _contributors(line)
        case BlockKind.BODY:
            yield from _named(HAS_STORY, CreditKind.AGENCY, line)
        case BlockKind.BYLINE:
            yield from _named(BY_AGENCY, CreditKind.AGENCY, line)
        case _:
            return


def _photo(line: Line) -> Iterator[Found]:
    credit = line.photo_credit
    if credit:
        yield (
            CreditKind.PHOTO,
            credit["credit"].strip(),
            line.start + credit.start("credit"),
            line.start + credit.end("credit"),
        )


def _dateline(text: str, block: Block) -> Iterator[Found]:
    match = DATELINE.match(text, block.span.start)
    if match and match["agency"]:
        yield CreditKind.AGENCY, match["agency"], match.start("agency"), match.end("agency")


def _named(pattern: re.Pattern[str], kind: CreditKind, line: Line) -> Iterator[Found]:
    match = pattern.search(line.text)
    if match:
        group = "name" if match["name"] else "name2"
        name = MINOR.sub("", match[group].rstrip("."))
        start = line.start + match.start(group)
        yield kind, name, start, start + len(name)


def _contributors(line: Line) -> Iterator[Found]:
    if not line.contributors:
        return
    for match in re.finditer(rf"(?:^|[,;]\s|\band\s|\bby\s)(?P<name>{NAME})", line.text):
        before = line.text[: match.start("name")]
        if not re.search(r"\b(?:in|from|at)\s[A-Z][\w\s]*,?\s?$", before[-24:]) or before.endswith("and "):
            yield (
                CreditKind.CONTRIBUTOR,
                match["name"],
                line.start + match.start("name"),
                line.start + match.end("name"),
            )
