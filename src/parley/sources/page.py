"""A saved page: its full visible text, made once and always the same way, is the coordinate text."""

import codecs
import re

from parley.record import Article
from parley.sources.decoding import UTF16, decode
from parley.sources.problem import Problem
from parley.text.markup import visible_text

DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,60}?encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
# markup that declares itself in ASCII is not in UTF-16, that declaration is wrong; the others are no page's, and slow
NEVER = ("utf-16", "utf-32", "utf-7", "punycode", "idna", "unicode", "raw")
PARAGRAPH = 120  # letters
WALL = re.compile(
    r"\b(?:sign(?:ed)? in|log(?:ged)? ?in|subscribe|register)\b[^\n]{0,40}\b(?:to (?:read|continue|keep|view|see|access|unlock)|full access)\b",
    re.IGNORECASE,
)
JUNK = 10  # one broken character in so many: these bytes are no page
WESTERN = ("iso8859-1", "ascii")  # browsers read these as Windows-1252


def page_article(
    id: str, content: bytes, where: str, byline: tuple[str, ...] = (), charset: str | None = None, **known: str
) -> Article | Problem:
    """The page as an article; its markup is kept for the metadata. `charset` is what the server says of the bytes."""
    markup = _decode(content, charset)
    text = visible_text(markup)
    if text is None or not any(map(str.isalnum, text)) or text.count("\ufffd") > len(text) // JUNK:
        return Problem(
            where,
            "the page shows no text (scripts only, nested thousands deep, or not HTML)",
            "save the page as it is displayed",
        )
    if _is_wall(text):
        return Problem(
            where, "the page asks to sign in and shows no article", "sign in and save the page as it is displayed"
        )
    return Article(id, text, html=markup, byline=byline, **known)


def _is_wall(text: str) -> bool:
    """Whether a page without any paragraph asks its reader in: "Sign in to read on", "Subscribe for full access"."""
    return all(len(line) < PARAGRAPH for line in text.split("\n")) and WALL.search(text) is not None


def charset_of(kind: str) -> str | None:
    """The charset of a content type: "text/html; charset=koi8-r"."""
    match = CHARSET.search(kind)
    return match[1].lower() if match else None


def _decode(content: bytes, charset: str | None) -> str:
    """The markup in the encoding that its mark, the server or its head declares, else by its bytes."""
    declared = DECLARED.search(content[:4096])
    for told in (charset or "", declared.group(1).decode("ascii") if declared else ""):
        codec = _codec(told)
        if codec and not content.startswith(tuple(UTF16)):
            try:
                return content.decode(codec).replace("\0", "\ufffd")
            except (UnicodeError, LookupError):
                continue
    return (decode(content) or content.decode("utf-8", "replace")).replace("\0", "\ufffd")


def _codec(told: str) -> str | None:
    """Python's name of a charset that a page can be in."""
    try:
        name = codecs.lookup(told).name if told else ""
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in WESTERN else None if name.startswith(NEVER) else name or None
