"""A saved page: its full visible text, made once and always the same way, is the coordinate text."""

import re

from lxml import etree, html

from parley.record import Article
from parley.sources.decoding import UTF16, decode
from parley.sources.problem import Problem

UNSEEN = frozenset("script style noscript template head svg math iframe object select option button input".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)

DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,60}?encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
WESTERN = ("iso-8859-1", "latin-1", "latin1", "us-ascii")  # browsers read these as Windows-1252


def page_article(id: str, content: bytes, where: str, **known: str) -> Article | Problem:
    """The page as an article; its markup is kept for the metadata."""
    markup = _decode(content)
    text = visible_text(markup)
    if text is None or not text.strip():
        return Problem(
            where, "the page shows no text (a page of scripts, or not HTML)", "save the page as it is displayed"
        )
    return Article(id, text, html=markup, **known)


def visible_text(markup: str) -> str | None:
    """One line a block element, blanks folded; None where the markup cannot be parsed."""
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    lines: list[str] = []
    pending: list[str] = []
    _walk(tree, lines, pending)
    _end(lines, pending)
    return "\n".join(lines)


def _walk(root: html.HtmlElement, lines: list[str], pending: list[str]) -> None:
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pending.append(element.tail or "")
            continue
        hidden = element.tag in UNSEEN
        block = element.tag not in INLINE
        if event == "start":
            if block:
                _end(lines, pending)
            if hidden:
                for child in list(element):
                    element.remove(child)
            else:
                pending.append(element.text or "")
        else:
            if block:
                _end(lines, pending)
            pending.append(element.tail or "")


def _end(lines: list[str], pending: list[str]) -> None:
    line = " ".join("".join(pending).split())
    if line:
        lines.append(line)
    pending.clear()


def _decode(content: bytes) -> str:
    """The markup in the encoding that its mark or its head declares, else by its bytes."""
    declared = DECLARED.search(content[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    # markup that declares itself in ASCII is not in UTF-16; that declaration is wrong
    if name and not name.startswith(("utf-16", "utf-32", "utf-7")) and not content.startswith(tuple(UTF16)):
        try:
            return content.decode("cp1252" if name in WESTERN else name).replace("\0", "\ufffd")
        except (UnicodeError, LookupError):
            pass
    return (decode(content) or content.decode("utf-8", "replace")).replace("\0", "\ufffd")
