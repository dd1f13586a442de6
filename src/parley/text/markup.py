"""A page's visible lines, made once and always the same way: the coordinate text, and where in the markup each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from lxml import etree, html

UNSEEN = frozenset("script style noscript template head svg math select option input textarea".split())
HOLDERS = frozenset(
    "iframe object audio video canvas".split()
)  # unseen, unless the parser put the page's paragraphs inside
UNBROKEN = frozenset("script style noscript template svg math input".split())  # a line goes on behind an icon
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)
ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
LONG_TAG = re.compile(r"(<[a-zA-Z][\w:-]{0,40}+)([^<>]{8000,}+)")
MOST_ATTRIBUTES = 1000  # of a long tag: the parser compares each with each
LONGEST_NAMES = 200  # letters of an element's class and id that are kept
MOST_LINES = 20_000  # of a page that is labelled by its markup
NAMING = ("class", "id", "role", "itemprop")
DEEPEST, LONGEST_PLACE = 100, 4000  # elements around a line, innermost, and letters of their names that are kept
TOO_DEEP = "Excessive depth"  # what the parser says when it stops in the middle (at 2048 elements)


@dataclass(slots=True)
class ShownLine:
    """One line: its text, the tags and names (class, id, role) of the elements around it, its letters in links, and the
    elements' numbers in the order of the page, so that lines of one element can be told."""

    text: str
    tags: tuple[str, ...]
    names: str
    linked: int = 0
    elements: tuple[int, ...] = ()


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: open elements, and the pieces of the line that is being read."""

    tags: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    elements: list[int] = field(default_factory=list)
    entered: int = 0
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0

    def say(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.links:
                self.linked += len(text.strip())

    def end(self) -> ShownLine | None:
        """The line read so far, if it shows anything."""
        text = " ".join("".join(self.pieces).split())
        line = self._line(text) if text else None
        self.pieces.clear()
        self.linked = 0
        return line

    def _line(self, text: str) -> ShownLine:
        names = " ".join(filter(None, self.names[-DEEPEST:]))[-LONGEST_PLACE:]
        return ShownLine(text, tuple(self.tags[-DEEPEST:]), names, self.linked, tuple(self.elements[-DEEPEST:]))


def parse(markup: str) -> html.HtmlElement | None:
    """The page's tree; None where there is none, or not all of it: an element stands in thousands of others."""
    # sizes are bounded before; without `huge_tree`, everything within more than 255 elements would be lost without a word
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        markup = whole_body(markup)
        tree: html.HtmlElement = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return None if any(TOO_DEEP in entry.message for entry in parser.error_log) else tree


@lru_cache(maxsize=2)
def whole_body(markup: str) -> str:
    """The markup without the ends of body and page: what stands behind an early one is shown by browsers; and without
    attributes where a tag has thousands of them."""
    return LONG_TAG.sub(_spared, ENDS.sub("", markup))


def _spared(tag: re.Match[str]) -> str:
    many = sum(map(tag[2].count, " \t\n\r\f/=")) > MOST_ATTRIBUTES
    return tag[1] if many else tag[0]


def visible_text(markup: str) -> str | None:
    """One line a block element, blanks folded; None where the markup cannot be parsed."""
    page = shown_page(markup)
    if page is None:
        return None
    tree, lines = page
    return "\n".join(line.text for line in (lines if len(lines) <= MOST_LINES else shown_lines(tree)))


@lru_cache(maxsize=2)
def shown_page(markup: str) -> tuple[html.HtmlElement, tuple[ShownLine, ...]] | None:
    """The tree and its visible lines, no more than one over MOST_LINES; None where the markup cannot be parsed. A page's
    steps are taken one after the other, so the last pages are remembered."""
    tree = parse(markup)
    return None if tree is None else (tree, tuple(islice(shown_lines(tree), MOST_LINES + 1)))


def shown_lines(tree: html.HtmlElement) -> Iterator[ShownLine]:
    """The visible lines of a tree, which is left as it is."""
    walk = _Walk()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag not in INLINE and tag not in UNBROKEN
        if block and walk.pieces and (line := walk.end()):
            yield line
        if event == "end":
            _leave(walk, tag, element.tail)
        elif tag in UNSEEN or (tag in HOLDERS and element.find(".//p") is None):
            walker.skip_subtree()
            _enter(walk, tag, "", None)
        else:
            _enter(walk, tag, _names(element), element.text)
    if line := walk.end():
        yield line


def _enter(walk: _Walk, tag: str, names: str, text: str | None) -> None:
    walk.tags.append(tag)
    walk.names.append(names)
    walk.elements.append(walk.entered)
    walk.entered += 1
    walk.links += tag == "a"
    walk.say(text)


def _leave(walk: _Walk, tag: str, tail: str | None) -> None:
    walk.tags.pop()
    walk.names.pop()
    walk.elements.pop()
    walk.links -= tag == "a"
    walk.say(tail)


def _names(element: html.HtmlElement) -> str:
    if not element.attrib:
        return ""
    told = [element.get(key) for key in NAMING]
    return " ".join(filter(None, told))[:LONGEST_NAMES].lower()
