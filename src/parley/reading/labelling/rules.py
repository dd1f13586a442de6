"""What rules say of each line: a head with title and byline, the story, and a tail of residue."""

import re
from collections import Counter
from collections.abc import Sequence

from parley.reading.lines import Line
from parley.record import BlockKind
from parley.text.agencies import is_newsroom

MOST_NAMES = 1000  # lines of a text that tell names: more are a list, which nobody signs


def rule_kinds(lines: Sequence[Line], given_title: str | None) -> list[BlockKind]:
    """The kind of each line: a head up to the first paragraph, the story, and a tail of residue."""
    if not lines:
        return []
    first, last = _story(lines)
    kinds = [BlockKind.FURNITURE] * len(lines)
    _label_head(lines, kinds, first, given_title)
    for n in range(first, last):
        kinds[n] = _in_story(lines, n, first)
    signed = _names(lines[:last])
    for n in range(last, len(lines)):
        kinds[n] = _in_tail(lines, n, signed)
    return kinds


def _story(lines: Sequence[Line]) -> tuple[int, int]:
    """The first line of the story and the line after its last: from the first paragraph to the first sign of residue."""
    first = next((n for n, line in enumerate(lines) if line.paragraph and not line.caption and not line.byline), None)
    if first is None:
        first = next((n for n, line in enumerate(lines) if len(line.words) > 3 and not line.date_only), 0) + 1
        return min(first, len(lines)), len(lines)
    last, signed = first + 1, _signed_again(lines)
    for n in range(first, len(lines)):
        if lines[n].ends_story or n in signed:
            # "Read more: …" or "Reporting by Jonas Pell" may stand between parts; residue is over only where the story clearly goes on
            if not (_may_interrupt(lines[n]) and _goes_on(lines[n + 1 : n + 5])):
                break
        elif lines[n].paragraph or lines[n].spoken or lines[n].sentence:
            last = n + 1
    return first, last


def _may_interrupt(line: Line) -> bool:
    return line.interrupts or line.prompt or line.contributors or line.republished or line.file_name


def _goes_on(rest: Sequence[Line]) -> bool:
    """Whether at least two of the next four lines are paragraphs."""
    return sum(line.paragraph for line in rest) >= 2


def _signed_again(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that are only a name which a byline or such a line told above, as an author's box does."""
    found, told, left = set(), "", MOST_NAMES
    for n, line in enumerate(lines):
        if line.name_only and line.text in told:
            found.add(n)
        if left and (line.name_only or line.byline):
            told, left = f"{told}\n{line.text}", left - 1
    return frozenset(found)


def _label_head(lines: Sequence[Line], kinds: list[BlockKind], first: int, given: str | None) -> None:
    title = _title_line(lines, first, given)
    for n in range(first):
        line = lines[n]
        if title is not None and line.text == lines[title].text:
            kinds[n] = BlockKind.TITLE
        elif line.byline or (line.wire and title is not None and n > title):
            kinds[n] = BlockKind.BYLINE
        elif line.contributors or line.republished:
            kinds[n] = BlockKind.CREDIT
        elif title is not None and n > title and _signs(lines, n):
            kinds[n] = BlockKind.BYLINE
        elif line.caption or (line.alt_text and title is not None and n > title):
            kinds[n] = BlockKind.CAPTION
        elif line.date_only:
            kinds[n] = BlockKind.FURNITURE if _is_banner(lines, n, title) else BlockKind.BYLINE
        elif title is not None and n > title and len(line.words) >= 5 and not line.menu:
            kinds[n] = BlockKind.BODY


def _signs(lines: Sequence[Line], n: int) -> bool:
    """A name alone beside the date: "Published 6 March 2024", then "Dana Whitlock"."""
    beside = [lines[k] for k in (n - 1, n + 1) if 0 <= k < len(lines)]
    return lines[n].name_only and not is_newsroom(lines[n].text) and any(x.byline or x.date_only for x in beside)


def _is_banner(lines: Sequence[Line], n: int, title: int | None) -> bool:
    """A date above the title is the day on which the page was shown, where no byline stands beside it."""
    return title is None or n < title


def _title_line(lines: Sequence[Line], first: int, given: str | None) -> int | None:
    """The title among the lines above the story: the one given, else one that is told twice, else the first headline."""
    fit = [n for n in range(first) if lines[n].headline]
    if given:
        for n in fit:
            if lines[n].text.startswith(given) or given.startswith(lines[n].text):
                return n
    told = Counter(lines[n].text for n in fit)
    for n in fit:
        if told[lines[n].text] > 1 and len(lines[n].words) >= 4:
            return n
    return next((n for n in fit if len(lines[n].words) >= 4), fit[-1] if fit else None)


def _in_story(lines: Sequence[Line], n: int, first: int) -> BlockKind:
    line = lines[n]
    if line.contributors or line.republished or line.wire:
        return BlockKind.CREDIT
    if line.caption:
        return BlockKind.CAPTION
    if line.byline and not line.paragraph:
        return BlockKind.BYLINE
    if line.prompt:
        return BlockKind.FURNITURE
    if line.paragraph or line.spoken:
        return BlockKind.BODY
    if line.interrupts or line.ends_story or line.menu or line.copyright:
        return BlockKind.FURNITURE
    if line.alt_text:
        return BlockKind.CAPTION
    return BlockKind.HEADING if line.headline and line.capital and not line.quotation else BlockKind.BODY


def _in_tail(lines: Sequence[Line], n: int, signed: frozenset[str]) -> BlockKind:
    line = lines[n]
    if line.contributors or line.republished or (line.wire and n > 0 and lines[n - 1].paragraph):
        return BlockKind.CREDIT
    if line.byline or (line.name_only and (line.text in signed or _heads_box(lines, n))):
        return BlockKind.BYLINE
    return BlockKind.CAPTION if line.caption and line.photo_credit else BlockKind.FURNITURE


def _heads_box(lines: Sequence[Line], n: int) -> bool:
    """A name above the lines about the author: "Dana Whitlock", then "Dana is a reporter at the Signal."."""
    below = next((x for x in lines[n + 1 : n + 4] if not x.name_only), None)
    return below is not None and below.bio and below.text.split()[0] == lines[n].text.split()[0]


def _names(lines: Sequence[Line]) -> frozenset[str]:
    """Names that bylines above tell, and lines that are a name."""
    told = set()
    for line in lines:
        if line.byline:
            told.update(
                re.findall(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}", re.sub(r"^\W*(?:[Bb]y|BY)\b", "", line.text))
            )
        elif line.name_only:
            told.add(line.text)
    return frozenset(told)
