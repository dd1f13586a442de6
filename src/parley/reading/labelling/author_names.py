"""Names of authors from what a page's markup says of them."""

import re
from collections.abc import Iterable

PREFIX = re.compile(
    r"^\W*(?:(?:article|story|words|written|posted|published|reviewed|reporting|text)\s+)?by\b[:\s]*|^author:?\s+",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*[;|•·\n/]\s*|,\s+|\s+(?:and|with)\s+|\s*&\s*")
ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|staff|columnist|contributor|journalist|producer|admin|newsroom|desk|team|bureau chief|published|updated|"
    r"follow|read|min|posted|photographer|special to|webmaster|user|guest|officer|head of|chief|president|director|manager|coordinator|professor|expert|author|founder|ceo|analyst|fellow|says|about|learn more|sponsored|heard on|contributing)\b",
    re.IGNORECASE,
)
NEWSROOM = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Courier|Journal|Telegram|Press|Wire|Media|Team|Staff|Agency|Reuters|Magazine|Daily|Network|Board|Report|The)\b"
)
# "John Marsh The Associated Press"
WIRE_TAIL = re.compile(r"(?<=\w)\s+(?:The )?(?:Associated Press|Reuters|AFP|Bloomberg)$")
LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’() -])*")
LONGEST = 6  # words of a name
DATE_TAIL = re.compile(
    r"\s+(?:on\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d.*$|\s+(?:\d{1,2}[/.:]\d|\d{4}).*$"
)


def author_names(told: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """Each name once, in order: "By LENA MARSH and Jonas Pell, Harbour Post" names two; a newsroom only where nobody is
    named."""
    found: dict[str, str] = {}
    for text in told:
        if "http" in text or "@" in text or "www." in text:
            text = re.sub(r"\S*(?:https?:|www\.|@)\S*", " ", text)
        for part in PARTS.split(text.strip()[:400]):
            name = WIRE_TAIL.sub("", DATE_TAIL.sub("", " ".join(PREFIX.sub("", part).split()))).strip(" .,:-–—()")
            if _is_name(name, outlet):
                found.setdefault(name.lower(), name)
    persons = [name for name in found.values() if is_person(name)]
    return tuple(persons or found.values())


def is_person(name: str) -> bool:
    """Two to four words that no newsroom is called by."""
    return 2 <= len(name.split()) <= 4 and not NEWSROOM.search(name)


def _is_name(name: str, outlet: str | None) -> bool:
    words = name.split()
    return (
        0 < len(words) <= LONGEST
        and len(name) > 2
        and LETTERS.fullmatch(name) is not None
        and not ROLE.search(name)
        and name[:1].isupper()
        and name.lower() != (outlet or "").lower()
    )
