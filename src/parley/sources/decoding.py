"""Bytes to text. The coordinates of an article are the code points of this text, line ends and marks kept."""

import codecs
import re

FEW = 1000  # one control character in so many is a slip; more of them is not text
# Windows-1252 text is Latin letters with some accents: where so many bytes are not ASCII, it is another encoding
MOSTLY_FOREIGN = 0.3
ASCII = bytes(range(128))
HALVES = re.compile("[\ud800-\udfff]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
SIGNS = {
    b"%PDF-": "a PDF file", b"PK\x03\x04": "a zip archive or Office document", b"\x1f\x8b": "a gzip file", b"SQLite format 3\0": "a database",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\xd0\xcf\x11\xe0": "an old Office document", b"{\\rtf": "an RTF document",
}  # fmt: skip


def decode(content: bytes) -> str | None:
    """UTF-8 (its mark stays, as code point 0), UTF-16, else Windows-1252; None for what is not text in one of them.

    Single broken bytes in a text that is plainly UTF-8 become U+FFFD.
    """
    for read in (_utf16, _utf8, _western):
        if (text := read(content)) is not None:
            return text if _is_text(text) else None
    return None


def whole(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, replaced one for one."""
    return HALVES.sub("\ufffd", text)


def sign_of(content: bytes) -> str | None:
    """What binary format the first bytes tell."""
    return next((name for sign, name in SIGNS.items() if content.startswith(sign)), None)


def _utf16(content: bytes) -> str | None:
    name = UTF16.get(content[:2]) or _unmarked_utf16(content[:4096])
    if name is None:
        return None
    return content[: len(content) // 2 * 2].decode(name, "replace")


def _unmarked_utf16(head: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    pairs = len(head) // 2
    low, high = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if pairs > 8 and high > 0.8 * pairs and low == 0:
        return "utf-16-le"
    return "utf-16-be" if pairs > 8 and low > 0.8 * pairs and high == 0 else None


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text) - broken
    return text if whole > broken else None


def _western(content: bytes) -> str | None:
    if len(content.translate(None, ASCII)) > MOSTLY_FOREIGN * len(content):
        return None
    for name in ("cp1252", "latin-1"):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _is_text(text: str) -> bool:
    return "\0" not in text and len(CONTROLS.findall(text)) <= len(text) // FEW
