"""Outlet, title, byline, publication date and language of an article, each from its own words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.reading.labelling.page_head import PageHead, head_of
from parley.reading.lines import NAME
from parley.record import Article, Block, BlockKind
from parley.text.agencies import NEWSROOM, is_agency
from parley.text.calendar import FullDate, full_dates
from parley.text.datelines import dateline_of
from parley.text.languages import FunctionWords

OUTLET = r"(?:the |The )?(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,4})"
# "told the Harbour Gazette", "© 2024 Coastal Wire", "Dana is a reporter at the Morning Signal"
OUTLET_SIGNS = (
    re.compile(rf"(?:©|\bCopyright|\([Cc]\))\s*(?:\d{{4}}(?:[–-]\d{{4}})?,?\s*)?(?:by )?{OUTLET}"),
    re.compile(rf"\b(?:published|brought to you) by {OUTLET}\."),
    re.compile(rf"\bis (?:a|an|the|our) [\w\s-]{{3,40}}\b(?:at|for|of) {OUTLET}\b"),
)
TOLD = re.compile(r"\btold (?:the |The )(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){1,3})\b")
BY = re.compile(r"^\W*(?:[Bb]y|BY|Author|Written by|Words by|Story by)\b\s*[:|]?\s*")
PUBLISHED = re.compile(r"\b(?:published|posted|first published)\b", re.IGNORECASE)
UPDATED = re.compile(r"\s*(?:last )?(?:updated|modified)\b", re.IGNORECASE)
# "Lena Marsh, Port Callow | March 5, 2024": who, then where
SIGNED = re.compile(
    rf"(?P<name>{NAME})\s*(?:,\s*(?P<place>[A-Z][\w.’' -]{{2,30}}?)\s*)?[|•·–—,-]\s*$|(?P<first>{NAME})\s*(?:,[^|]{{2,30}})?[|•·–—]\s"
)
BY_AFTER = re.compile(rf"\b[Bb]y:?\s+(?P<name>{NAME})")  # "Posted on March 5, 2024 by Lena Marsh"
DESK = frozenset(
    "admin staff editor editors editorial reporter reporters writer writers desk newsroom team web correspondent bureau agency agencies news".split()
)
MOST_WORDS, MOST_LETTERS = 600, 4000  # of the body, and of one paragraph, that tell the language
LONGEST_SIGNATURE, LONGEST_MASTHEAD = 16, 5  # words
MENU = re.compile(r"\s[>»/›]\s?|[>»›]")
DATELINE_ROOM = 120  # characters
FUNCTION_WORDS = FunctionWords({
    "en": "the of and to in that is for on with as was by said", "de": "der die und das den von mit ist nicht auf sich dem",
    "fr": "le la les des et que une dans est pour qui sur", "es": "el la los que las una por con para del se su",
    "it": "il di che la per una con sono del della non", "nl": "de het een van en dat niet op zijn met voor",
    "pt": "o que os uma para com não do da em por", "pl": "w na z że się nie do jest to o",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a story; None where the page does not say."""

    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    published_basis: str
    language: str | None


def describe(article: Article, blocks: Sequence[Block]) -> Heading:
    """What the caller told, else a page's head, else the lines above the story; what a feed told of it comes last."""
    head = _head(article)
    published, basis = _published(article, blocks)
    if head.published and (not article.published or article.published_basis == "feed"):
        published, basis = head.published, head.published_basis
    return Heading(
        outlet=article.outlet or head.outlet or _outlet(article, blocks),
        title=article.title
        or head.title
        or next((article.words(b.span) for b in blocks if b.kind is BlockKind.TITLE), None),
        byline=head.byline or _byline(article, _above(article, blocks)) or article.byline,
        published=published,
        published_basis=basis,
        language=_language(article, blocks),
    )


def _above(article: Article, blocks: Sequence[Block]) -> Sequence[Block]:
    """Of a page, what stands between title and story: elsewhere stand menus, and the bylines of other articles."""
    story = next((n for n, b in enumerate(blocks) if b.kind is BlockKind.BODY), len(blocks))
    title = max((n for n, b in enumerate(blocks[:story]) if b.kind is BlockKind.TITLE), default=0)
    return blocks[title:story] if article.html else blocks


def _head(article: Article) -> PageHead:
    return head_of(article.html, article.url) if article.html else PageHead()


def _published(article: Article, blocks: Sequence[Block]) -> tuple[str | None, str]:
    """The date given, else that of the byline; a date above the title is the day of the crawl and never counts."""
    if article.published:
        return article.published, article.published_basis
    dates = [d for b in _signatures(article, blocks) for d in _dates(article, b)]
    if not dates:
        return _datelined(article, blocks)
    stated = [d for d in dates if PUBLISHED.search(article.text[max(0, d.start - 20) : d.start])]
    return (stated or dates)[0].value, "byline"


def _datelined(article: Article, blocks: Sequence[Block]) -> tuple[str | None, str]:
    """ "LINDEN, March 5, 2024 (Coastal Wire) --"; of one without a year only the story knows the day."""
    first = next((b for b in blocks if b.kind in (BlockKind.DATELINE, BlockKind.BODY)), None)
    dateline = dateline_of(article.text[first.span.start : first.span.start + DATELINE_ROOM]) if first else None
    day = dateline.iso() if dateline else None
    return (day, "dateline") if day else (None, "unknown")


def _signatures(article: Article, blocks: Sequence[Block]) -> list[Block]:
    """The bylines, and between title and story what is signed and dated: "Lena Marsh, Linden | March 5, 2024"."""
    title = max((b.span.end for b in blocks if b.kind is BlockKind.TITLE), default=None)
    story = min((b.span.start for b in blocks if b.kind is BlockKind.BODY), default=0)
    return [
        b
        for b in blocks
        if b.kind is BlockKind.BYLINE
        or (
            b.kind is BlockKind.FURNITURE
            and title is not None
            and title <= b.span.start < story
            and _is_signed(article.words(b.span))
        )
    ]


def _is_signed(words: str) -> bool:
    dated = next(full_dates(words), None)
    return (
        dated is not None
        and len(words.split()) <= LONGEST_SIGNATURE
        and not UPDATED.match(words)
        and (SIGNED.match(words) is not None or dated.start == 0 or PUBLISHED.match(words) is not None)
    )


def _dates(article: Article, block: Block) -> Iterator[FullDate]:
    return full_dates(article.words(block.span))


def _byline(article: Article, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Names of the authors, each once, in order; contributors are credits."""
    found: dict[str, None] = {}
    for block in _signatures(article, blocks):
        found.update(dict.fromkeys(_authors(article.words(block.span))))
    return tuple(found)


def _authors(words: str) -> Iterator[str]:
    """Of one byline: signed by its "By" or by being nothing but names, or with names before its date."""
    if BY.match(words) or re.fullmatch(NAME, words):
        yield from _names(BY.sub("", words))
        return
    dated = next(full_dates(words), None)
    if dated and dated.start > 3:
        before = words[: dated.start]
        placed = SIGNED.match(before)
        yield from _names(placed["name"] or placed["first"] if placed else before)
    if dated:
        signed = BY_AFTER.search(words, dated.end)
        yield from _names(signed["name"]) if signed else ()


def _names(words: str) -> Iterator[str]:
    """The names of "Lena Marsh and Jonas Pell, Harbour Gazette"; a date glued to a name is cut off."""
    dated = next(full_dates(words), None)
    if dated:
        words = words[: dated.start]
    glued = re.search(
        r"(?<=[a-z])(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Published|Updated|Posted)\b)",
        words,
    )
    words = words[: glued.start()] if glued else words
    for part in re.split(r",\s*|\s+and\s+|\s*&\s*|\s*\|\s*|\s+[–—-]\s+", words):
        name = part.strip(" .:•·")
        if (
            re.fullmatch(NAME, name)
            and len(name.split()) <= 5
            and not NEWSROOM.search(name)
            and not DESK & set(name.lower().split())
        ):
            yield name


def _outlet(article: Article, blocks: Sequence[Block]) -> str | None:
    """The outlet that the page names as its own: above the story, in a byline, a copyright line or an author's box."""
    furniture = [article.words(b.span) for b in blocks if b.kind in (BlockKind.FURNITURE, BlockKind.CREDIT)]
    bylines = [article.words(b.span) for b in _signatures(article, blocks)]
    return (
        _masthead([article.words(b.span) for b in blocks[:3] if b.kind is BlockKind.FURNITURE])
        or _signing(bylines)
        or _stated(furniture, any("republished" in words for words in furniture))
        or _told(article, blocks, [*furniture, *bylines])
    )


def _masthead(above: Sequence[str]) -> str | None:
    """ "The Linden Post", "Capital Mirror > Regions"; "The Commuter" stands there for itself."""
    for words in above:
        name = MENU.split(words)[0].strip()
        if "|" in words or len(name.split()) > LONGEST_MASTHEAD:
            continue
        if NEWSROOM.search(name) or (words is above[0] and re.fullmatch(r"The(?: [A-Z][a-z]+){1,3}", name)):
            return re.sub(r"^[Tt]he (?=\w+ \w+)", "", name)
    return None


def _signing(bylines: Sequence[str]) -> str | None:
    """ "Oskar Lindqvist, Harbour Gazette"; an agency signs on many outlets' pages."""
    for words in bylines:
        tail = re.search(rf",\s+(?:the )?(?P<name>{NAME})", words)
        if tail and NEWSROOM.search(tail["name"]) and not is_agency(tail["name"]):
            return tail["name"]
    return None


def _stated(furniture: Sequence[str], republished: bool) -> str | None:
    for n, sign in enumerate(OUTLET_SIGNS):
        for words in furniture:
            match = sign.search(words)
            # an author's box on a republished page names the first publisher
            if match and not (n == len(OUTLET_SIGNS) - 1 and republished):
                return match["name"]
    return None


def _told(article: Article, blocks: Sequence[Block], beside: Sequence[str]) -> str | None:
    """Whom people "told", where the page or its address bears that name too: others quote it from its publisher."""
    bodies = (article.words(b.span) for b in blocks if b.kind is BlockKind.BODY)
    told = Counter(m["name"] for words in bodies if "told " in words for m in TOLD.finditer(words))
    address = re.sub(r"\W", "", article.url or "").lower()
    for name, _ in told.most_common():
        own = re.sub(r"\W", "", name).lower() in address or any(name in words for words in beside)
        if own and NEWSROOM.search(name) and not is_agency(name):
            return name
    return None


def _language(article: Article, blocks: Sequence[Block]) -> str | None:
    """The language whose function words the body uses most; None for a text with too few of them."""
    runs: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.BODY and len(runs) < MOST_WORDS:
            runs += article.text[block.span.start : block.span.end][:MOST_LETTERS].split()
    words, counts = FUNCTION_WORDS.count(runs)
    best = max(counts, key=lambda k: (counts[k], k == "en"))
    return best if counts[best] >= max(2, words * 0.08) else None
