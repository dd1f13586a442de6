"""A saved page: its full visible text, made once and always the same way, is the coordinate text."""

import re

from parley.record import Article
from parley.sources.decoding import UTF16, decode
from parley.sources.problem import Problem
from parley.text.markup import visible_text

DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,60}?encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
JUNK = 10  # one broken character in so many: these bytes are no page
WESTERN = ("iso-8859-1", "latin-1", "latin1", "us-ascii")  # browsers read these as Windows-1252


def page_article(id: str, content: bytes, where: str, **known: str) -> Article | Problem:
    """The page as an article; its markup is kept for the metadata."""
    markup = _decode(content)
    text = visible_text(markup)
    if text is None or not any(map(str.isalnum, text)) or text.count("\ufffd") > len(text) // JUNK:
        return Problem(
            where,
            "the page shows no text (scripts only, nested without end, or not HTML)",
            "save the page as it is displayed",
        )
    return Article(id, text, html=markup, **known)


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
