"""Roles of the lines, once it is known which belong to the article."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from parley.reading.lines import Line
from parley.reading.signs import MASK, STOP_WORDS
from parley.record import BlockKind

TEXT = (BlockKind.BODY, BlockKind.HEADING)
LONGEST_HEADING, LONGEST_BYLINE = 14, 12  # words
# what stands above other stories' headlines: of 1,500 below it in lines.{full,resid}.train, 1 in 30 is the article's
LABEL = re.compile(
    r"^(?:related|recommended|read (?:more|also|next)|more (?:on|from|stories)|see also|most read|you (?:may|might) also|also read|don.t miss|"
    r"trending|top stories|latest|popular)\b",
    re.IGNORECASE,
)
LONGEST_LABEL, SHORTEST_TEASER = 5, 4  # words
MOST_TEASERS = 6
SCRIPT = re.compile(r"\bwindow\.\w|\bdocument\.\w|\bfunction ?\(|\|\| ?[\[{]|\.push\(|;\s*\w+ ?= ?\w|\w: ?'[\w-]*'")
SIGNS = 3
COUNT = re.compile(r"^(?:(?:image|photo|picture) \d{1,3} of \d{1,3}|fullscreen)$", re.IGNORECASE)
LONGEST_COUNT = 4  # words
LONGEST_PICTURE = 8  # lines of a picture in a gallery: what it shows, again for small screens, who made it
# the weights of a title: of 963 pages of lines.{full,resid}.train that hold it above the story, 837 are told right by weights
# fitted to other domains; by the share of its words that the story uses, 752
RULED, DECK = 1.5, 1.5  # the rules' choice, and the line under it
FARTHEST = 30  # lines above the story
STORY_LINES = 60
SEPARATED = re.compile(r" [|-] ")


@dataclass(frozen=True)
class Told:
    """In how many of the story's first lines each word stands."""

    counts: Counter[str]
    lines: int

    def shares(self, words: set[str]) -> tuple[float, float]:
        """The share of the words that the story uses, and the mean share of its lines that hold them; a little for length."""
        used = sum(self.counts[w] > 0 for w in words)
        often = sum(self.counts[w] for w in words) / max(1, self.lines)
        return used / (len(words) + 2), often / (len(words) + 2)


def settle(
    lines: Sequence[Line], ruled: Sequence[BlockKind], kept: Sequence[bool], given: str | None, marked: bool = False
) -> list[BlockKind]:
    """The rules' kinds, but body and headings exactly where lines are kept; the title is the one that fits the story.

    `marked`: `kept` knows the markup, which tells prompts and lists of teasers better than their words do ("Read more: Storm
    closes the bridge" as a paragraph of its own): of 42 such lines kept in pages.train, 23 are the article's."""
    beside = bios(lines) | scripts(lines)
    pictures = frozenset[int]() if marked else gallery(lines)
    if not marked:
        beside |= teasers(lines) | prompts(lines) | pictures | rights(lines)
    kinds = [
        _kept(line, kind) if keep and n not in beside else _left(line, kind)
        for n, (line, kind, keep) in enumerate(zip(lines, ruled, kept, strict=True))
    ]
    for n in pictures:  # "Jonas Pell, AP" there made a picture, not the text
        kinds[n] = BlockKind.FURNITURE if COUNT.match(lines[n].text) else BlockKind.CAPTION
    title = _title(lines, ruled, kinds, given)
    for n, line in enumerate(lines):
        if title is not None and line.text == lines[title].text and n <= title:
            kinds[n] = BlockKind.TITLE
        elif kinds[n] is BlockKind.TITLE:
            kinds[n] = BlockKind.BODY if kept[n] else BlockKind.FURNITURE
    return kinds


def teasers(lines: Sequence[Line]) -> frozenset[int]:
    """Headlines of other stories under "Related stories" or "Most read", wherever the list stands, and that line itself: of
    1,500 such lines in lines.{full,resid}.train, 11 are the article's."""
    found: set[int] = set()
    left = 0
    for n, line in enumerate(lines):
        if len(line.words) <= LONGEST_LABEL and LABEL.match(line.text) and not line.ends_sentence:
            left = MOST_TEASERS
            found.add(n)
        elif left and line.headline and not line.paragraph and len(line.words) >= SHORTEST_TEASER:
            found.add(n)
            left -= 1
        elif line.paragraph or not line.headline:
            left = 0
    return frozenset(found)


def bios(lines: Sequence[Line]) -> frozenset[int]:
    """Lines about somebody whom a byline or a line of its own names: of 80 in lines.{full,resid}.train, 3 are the article's."""
    names = {word for line in lines if line.byline or line.name_only for word in line.words}
    return frozenset(n for n, line in enumerate(lines) if line.bio and line.words[0] in names)


def prompts(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that ask the reader for something."""
    return frozenset(n for n, line in enumerate(lines) if line.prompt)


def rights(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that claim a copyright: of 628 in lines.{full,resid}.train, 11 are the article's."""
    return frozenset(n for n, line in enumerate(lines) if line.copyright)


def scripts(lines: Sequence[Line]) -> frozenset[int]:
    """Program text that a scraper took for words: "window._boxes = window._boxes || []; _boxes.push({ … })"."""
    signed = [n for n, line in enumerate(lines) if line.counts & MASK["script"] or ": '" in line.text]
    return frozenset(n for n in signed if len(SCRIPT.findall(lines[n].text)) >= SIGNS)


def gallery(lines: Sequence[Line]) -> frozenset[int]:
    """What stands between "Image 1 of 15" and "Image 2 of 15", or between two of "Fullscreen"."""
    counts = [n for n, line in enumerate(lines) if len(line.words) <= LONGEST_COUNT and COUNT.match(line.text)]
    near = [(a, b) for a, b in pairwise(counts) if b - a <= LONGEST_PICTURE]
    return frozenset(n for a, b in near for n in range(a, b + 1))


def _kept(line: Line, ruled: BlockKind) -> BlockKind:
    if ruled in TEXT or ruled is BlockKind.TITLE or _certain(line, ruled):
        return ruled
    headed = line.headline and not line.quotation and len(line.words) <= LONGEST_HEADING
    return BlockKind.HEADING if headed else BlockKind.BODY


def _certain(line: Line, ruled: BlockKind) -> bool:
    """What a rule knows better than the model: "Jonas Pell contributed to this report.", "By Reuters", a picture's credit."""
    match ruled:
        case BlockKind.CREDIT:
            return True
        case BlockKind.BYLINE:
            return line.byline and len(line.words) <= LONGEST_BYLINE
        case BlockKind.CAPTION:
            return line.photo_credit is not None or (line.caption and not line.paragraph)
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
    """Among the headlines above the story: the given one, else the likeliest by its words, its length and its place."""
    first = next((n for n, kind in enumerate(kinds) if kind is BlockKind.BODY and lines[n].paragraph), len(lines))
    above = [n for n in range(first) if lines[n].headline and (len(lines[n].words) >= 3 or ruled[n] is BlockKind.TITLE)]
    if given:
        same = [n for n in above if lines[n].text.startswith(given) or given.startswith(lines[n].text)]
        if same:
            return same[-1]
    if not above:
        return None
    words = {n: set(lines[n].lower) - STOP_WORDS for n in above}
    told = _told(lines, kinds, set().union(*words.values()))
    titles = [kind is BlockKind.TITLE for kind in ruled]
    scores = {
        n: _title_score(lines[n], told.shares(words[n]), first - n)
        + (RULED if titles[n] else -DECK * (n > 0 and titles[n - 1]))
        for n in above
    }
    return max(scores, key=lambda n: (scores[n], n))


def _title_score(line: Line, shares: tuple[float, float], above: int) -> float:
    """Log-odds that the line, so many lines above the story, is its title; `shares` is what the story tells of its words."""
    used, often = shares
    words = len(line.words)
    return (
        4.5 * used + 20 * often - 0.085 * min(above, FARTHEST) + 0.12 * words
        - 1.1 * (words < 4) - 4.5 * (words > 18) - 1.1 * line.name_only
        - 4.0 * (line.prompt or line.interrupts) - 3.8 * (line.dated is not None) - 1.8 * bool(SEPARATED.search(line.text))
    )  # fmt: skip


def _told(lines: Sequence[Line], kinds: Sequence[BlockKind], words: set[str]) -> Told:
    """What the story tells of the words."""
    body = [line for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.BODY][:STORY_LINES]
    return Told(Counter(chain.from_iterable(words.intersection(line.lower) for line in body)), len(body))
