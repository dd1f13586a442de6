"""What follows a story on its page: who wrote it, its tags, its sources. Nothing below belongs to the article."""

import re
from collections.abc import Sequence

from parley.reading.lines import Line

# "Tags: port, strike", "Log in to comment", "Next article", or a line about the writer, left out: of 23,600 letters kept below, in
# lines.{full,resid}.train by trees that did not see the domain, none is the article's
OVER = re.compile(
    r"^\W*(?:(?:tags?|topics?|related topics|filed under|categories|posted in|log ?in|sign in)\b|(?:previous|next|older|newer)(?: (?:post|article|story|entry))?\W*$)",
    re.IGNORECASE,
)
# "Sources", "View article sources": of 7,500 letters, 1,500 are
SOURCES = re.compile(
    r"^\W*(?:(?:our|view|article|view article|show|selected)\s)?(?:sources|references|footnotes|bibliography|citations|works cited|endnotes)\W*$",
    re.IGNORECASE,
)
LONGEST_END, LONGEST_SOURCES = 8, 5  # words
TOLD = 0.4  # share of the letters kept that stand above such a line, from which on it ends the article


def without_sequels(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The answers, but nothing belongs below the first line that shows the article to be over."""
    letters = [len(line.text) * keep for line, keep in zip(lines, kept, strict=True)]
    total, told = sum(letters), 0
    for n, (line, keep) in enumerate(zip(lines, kept, strict=True)):
        told += letters[n]
        if told >= TOLD * total > 0 and _over(line, keep):
            return [k and m < n for m, k in enumerate(kept)]
    return list(kept)


def _over(line: Line, keep: bool) -> bool:
    words = len(line.words)
    if words <= LONGEST_SOURCES and SOURCES.match(line.text):
        return True
    return not keep and (line.bio or (words <= LONGEST_END and OVER.match(line.text) is not None))
