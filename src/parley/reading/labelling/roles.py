"""Roles of the lines, once it is known which belong to the article."""

from collections import Counter
from collections.abc import Sequence

from parley.reading.labelling.features import STOP_WORDS
from parley.reading.lines import Line
from parley.record import BlockKind

TEXT = (BlockKind.BODY, BlockKind.HEADING)
LONGEST_HEADING, LONGEST_BYLINE = 14, 12  # words
NEAR = 12  # lines above the story in which its title stands


def settle(
    lines: Sequence[Line], ruled: Sequence[BlockKind], kept: Sequence[bool], given: str | None
) -> list[BlockKind]:
    """The rules' kinds, but body and headings exactly where lines are kept; the title is the one that fits the story."""
    kinds = [
        _kept(line, kind) if keep else _left(line, kind) for line, kind, keep in zip(lines, ruled, kept, strict=True)
    ]
    title = _title(lines, ruled, kinds, given)
    for n, line in enumerate(lines):
        if title is not None and line.text == lines[title].text and n <= title:
            kinds[n] = BlockKind.TITLE
        elif kinds[n] is BlockKind.TITLE:
            kinds[n] = BlockKind.BODY if kept[n] else BlockKind.FURNITURE
    return kinds


def _kept(line: Line, ruled: BlockKind) -> BlockKind:
    if ruled in TEXT or ruled is BlockKind.TITLE or _certain(line, ruled):
        return ruled
    return BlockKind.HEADING if line.headline and len(line.words) <= LONGEST_HEADING else BlockKind.BODY


def _certain(line: Line, ruled: BlockKind) -> bool:
    """What a rule knows better than the model: "Jonas Pell contributed to this report.", "By Reuters", a picture's credit."""
    match ruled:
        case BlockKind.CREDIT:
            return True
        case BlockKind.BYLINE:
            return line.byline and len(line.words) <= LONGEST_BYLINE
        case BlockKind.CAPTION:
            return line.photo_credit is not None
        case _:
            return False


def _left(line: Line, ruled: BlockKind) -> BlockKind:
    if ruled not in TEXT:
        return ruled
    if line.byline or line.date_only:
        return BlockKind.BYLINE
    return BlockKind.CAPTION if line.caption or line.alt_text else BlockKind.FURNITURE


def _title(
    lines: Sequence[Line], ruled: Sequence[BlockKind], kinds: Sequence[BlockKind], given: str | None
) -> int | None:
    """Among the headlines above the story: the given one, else the one that shares most words with the story."""
    first = next((n for n, kind in enumerate(kinds) if kind is BlockKind.BODY and lines[n].paragraph), len(lines))
    above = [n for n in range(first) if lines[n].headline and (len(lines[n].words) >= 3 or ruled[n] is BlockKind.TITLE)]
    if given:
        told = [n for n in above if lines[n].text.startswith(given) or given.startswith(lines[n].text)]
        if told:
            return told[-1]
    told_by_rules = [n for n in above if ruled[n] is BlockKind.TITLE]
    topic = _topic(lines, kinds)
    scores = {
        n: _fit(lines[n], topic) + 0.5 * (n in told_by_rules) - 0.03 * (first - n)
        for n in above
        if first - n <= NEAR or n in told_by_rules
    }
    return max(scores, key=lambda n: (scores[n], n)) if scores else None


def _topic(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Counter[str]:
    body = [line for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.BODY]
    return Counter(w for line in body[:60] for w in set(line.lower))


def _fit(line: Line, topic: Counter[str]) -> float:
    """The share of the line's content words that the story uses, with a little for length."""
    words = set(line.lower) - STOP_WORDS
    return sum(topic[w] > 0 for w in words) / (len(words) + 2) if words else 0.0
