"""Words whose speaker stands as a label: the turns of a transcript ("VANCE: We stay."), words behind a name and a colon ("Vance: “We
stay.”") and signed words ("“We stay.” — Nora Vance")."""

import re
from collections import Counter
from dataclasses import dataclass

from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.marks import is_title
from parley.reading.quoting.page import Page
from parley.reading.quoting.snapping import trimmed
from parley.record import QuoteKind

__all__ = ["find_turns", "labelled"]

SURE = 0.93  # of 15 turns in PolNeAR's training part 14 are annotated so
WORD = r"(?:[A-Z][\w.’'-]*|de|van|von|al|bin|of|the)"
# "VANCE: …", "“NORA VANCE: …", "MR. SORLEY: …"; "Nora Vance: …", "Moderator: …", "Sorley (harbour company): …"
LABEL = re.compile(rf"[\s\"“”>*]*(?P<name>{WORD}(?: {WORD}){{0,4}})(?: \([^()\n]{{1,40}}\))?\s{{0,2}}:\s{{1,3}}(?=\S)")
# "Nora Vance: “…”" where a sentence begins
NAMED = re.compile(rf"(?:^|[.!?”\"’]\s+)(?P<name>{WORD}(?: {WORD}){{0,4}})(?: \([^()\n]{{1,40}}\))?\s?:\s{{1,3}}\Z")
LONGEST_NAMED = 160  # code points before the words that are looked at
CAPITALS = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4}\Z")
CAPITAL_TURNS, NAMED_TURNS = 2, 4  # labels from which an article has a transcript: written in capitals, or as names are
ASIDE = re.compile(r"[\s\"“”]*[(\[][^()\[\]]{1,80}[)\]][\s.\"“”]*\Z")  # "(Laughter.)"
# "“…” — Nora Vance, 52", "“…” – Sorley."
SIGNATURE = re.compile(
    r"[\s.,]*(?:[―—–]|--?)\s*(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin)){0,5})(?:,[^\n]{0,80})?[\s.]*\Z"
)
WORDS_SIGNED = 3  # fewer words in marks before a dash are a title or a term


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph that begins with a speaker's name: where the name stands, and where the words begin."""

    paragraph: int
    name: str
    source: Range
    begins: int


def find_turns(page: Page) -> list[Found]:
    """Turns, words behind a name and signed words, in text order."""
    turns, signed = _turns(page), _signed(page)
    told = [f for f in _named(page) if not any(f.start < t.end and t.start < f.end for t in (*turns, *signed))]
    return sorted([*turns, *told, *signed], key=lambda f: f.start)


def labelled(text: str, found: Found) -> bool:
    """Whether a label or signature, not a verb, says whose words they are."""
    return found.whole and found.cue is not None and not text[slice(*found.cue)].isalpha()


def _turns(page: Page) -> list[Found]:
    labels = _labels(page)
    found = []
    for n, label in enumerate(labels):
        following = labels[n + 1].paragraph if n + 1 < len(labels) else label.paragraph + 1
        contents = _said(page, label, following)
        if contents:
            cue = page.text.rindex(":", label.source[1], label.begins)
            found.append(Found(contents, QuoteKind.DIRECT, (cue, cue + 1), label.source, SURE, whole=True))
    return found


def _labels(page: Page) -> list[Label]:
    """The labels of a transcript; none where what looks like labels are headings."""
    found = []
    for n, block in enumerate(page.prose.paragraphs):
        match = LABEL.match(page.text, block.span.start, block.span.end)
        if match and len(match["name"]) > 1:  # "Q:", "A:" name nobody
            found.append(Label(n, match["name"], match.span("name"), match.end()))
    capitals = [x for x in found if CAPITALS.match(x.name)]
    if len(capitals) >= CAPITAL_TURNS and len({x.name for x in capitals}) > 1:
        return capitals
    often = Counter(x.name for x in found)
    named = [x for x in found if often[x.name] > 1]
    return named if len(named) >= NAMED_TURNS and len({x.name for x in named}) > 1 else []


def _said(page: Page, label: Label, following: int) -> tuple[Range, ...]:
    """The words behind the label and the paragraphs that go on with them, without what the stenographer adds."""
    blocks = page.prose.paragraphs
    parts = [(label.begins, blocks[label.paragraph].span.end)]
    parts += [(b.span.start, b.span.end) for b in blocks[label.paragraph + 1 : following]]
    kept = [trimmed(page.text, p) for p in parts if not ASIDE.match(page.text, *p)]
    return tuple((start, end) for start, end in kept if start < end)


def _named(page: Page) -> list[Found]:
    """Words in marks that end their sentence, with a name and a colon before them."""
    found = []
    for m in page.marked:
        q, block = m.quoted, page.prose.paragraphs[m.paragraph].span
        begins = max(block.start, q.start - LONGEST_NAMED)
        ahead = page.text[begins : q.start]
        if not ahead.rstrip().endswith(":") or not q.closed or not _words(page.text, q.inner, q.inner_end):
            continue
        match = NAMED.search(ahead)
        if match is None or page.text[q.end : block.end].lstrip()[:1].islower():
            continue
        name = begins + match.start("name"), begins + match.end("name")
        if any(token.pos_ == "PROPN" for token in page.doc[slice(*page.tokens(*name))]):
            cue = page.text.rindex(":", name[1], q.start)
            content = trimmed(page.text, (q.inner, q.inner_end))
            found.append(Found((content,), QuoteKind.DIRECT, (cue, cue + 1), name, SURE, whole=True))
    return found


def _signed(page: Page) -> list[Found]:
    """Words in marks at a paragraph's beginning, with a dash and a name behind them or in the next paragraph."""
    blocks = page.prose.paragraphs
    found = []
    for m in page.marked:
        q, block = m.quoted, blocks[m.paragraph].span
        if not q.closed or page.text[block.start : q.start].strip() or not _words(page.text, q.inner, q.inner_end):
            continue
        match = SIGNATURE.match(page.text, q.end, block.end)
        if match is None and not page.text[q.end : block.end].strip() and m.paragraph + 1 < len(blocks):
            after = blocks[m.paragraph + 1].span
            match = SIGNATURE.match(page.text, after.start, after.end)
        if match:
            cue = match.start("name")
            while page.text[cue - 1] not in "―—–-":
                cue -= 1
            content = trimmed(page.text, (q.inner, q.inner_end))
            name = match.start("name"), match.start("name") + len(match["name"].rstrip("."))
            found.append(Found((content,), QuoteKind.DIRECT, (cue - 1, cue), name, SURE, whole=True))
    return found


def _words(text: str, start: int, end: int) -> bool:
    return len(text[start:end].split(None, WORDS_SIGNED)) >= WORDS_SIGNED and not is_title(text[start:end])
