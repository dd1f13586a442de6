"""What readers say below a story: a run of lines that head comments ("3 hours ago", "Reply", "oskar77 says:") close together."""

import re
from collections.abc import Sequence

from parley.reading.lines import Line

HEAD = re.compile(
    r"^\W*(?:reply(?: to (?:this|\w+))?|permalink|parent|report(?: (?:this|abuse|comment))?|flag|upvote|like(?: \d+)?|\(?score:? ?-?\d.*|re: .{1,80}|"
    r".{1,40} (?:says|wrote|said):?|posted by .{1,60}|(?:about |an? )?\d* ?(?:second|minute|hour|day|week|month|year)s? ago|"
    r"by .{1,40} on .{0,40}\d{1,2}:\d{2}.{0,20}|(?:[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d|\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d) (?:at|@) \d{1,2}:\d\d.{0,12})\W*$",
    re.IGNORECASE,
)
LONGEST_HEAD = 14  # words
# of 17 pages of lines.full.train with such a run, five hold a line of the article in it, and one of these more than 400 letters
FEWEST, GAP = 6, 8  # heads, and lines between two of them
LAST = 3  # lines of the last comment
# "3 comments", "Leave a reply", "Join the discussion"
OPENS = re.compile(
    r"^\W*(?:\d[\d,.]*\s(?:comments?|responses?|replies|thoughts?)\b.{0,60}|comments?(?:\W*\d+)?|leave an? (?:comment|reply).{0,20}|"
    r"join the (?:conversation|discussion)|discussion|post a comment|add a comment|(?:view|show|load) (?:all |more )?\d* ?comments?)\W*$",
    re.IGNORECASE,
)
LONGEST_OPENING = 8  # words
TOLD = 0.7  # share of the letters kept that stand above such a line, from which on it ends the article: lines.train


def without_threads(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The answers, but what stands in the longest run of comments below a paragraph of the article does not belong."""
    found = _longest([n for n, line in enumerate(lines) if len(line.words) <= LONGEST_HEAD and HEAD.match(line.text)])
    if found is None:
        return list(kept)
    first, last = found
    if not any(keep and line.paragraph for line, keep in zip(lines[:first], kept, strict=False)):
        return list(kept)
    return [keep and not first - 1 <= n <= last + LAST for n, keep in enumerate(kept)]


def without_talk(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The answers, but nothing belongs below a line left out that opens what readers say, where most is told above it."""
    letters = [len(line.text) * keep for line, keep in zip(lines, kept, strict=True)]
    total, told = sum(letters), 0
    for n, line in enumerate(lines):
        told += letters[n]
        if told >= TOLD * total > 0 and not kept[n] and len(line.words) <= LONGEST_OPENING and OPENS.match(line.text):
            return [keep and k < n for k, keep in enumerate(kept)]
    return list(kept)


def _longest(heads: Sequence[int]) -> tuple[int, int] | None:
    """The first and the last line of the run that has most heads."""
    best, start = (0, -1), 0
    for n in range(len(heads)):
        if n and heads[n] - heads[n - 1] > GAP:
            start = n
        if n - start > best[1] - best[0]:
            best = (start, n)
    return (heads[best[0]], heads[best[1]]) if best[1] - best[0] + 1 >= FEWEST else None
