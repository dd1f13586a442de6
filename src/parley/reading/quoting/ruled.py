"""Quotations by rules on the parse: the tier that needs no trained tagger."""

import re
from bisect import bisect_left
from dataclasses import replace

from parley.reading.prose import Prose
from parley.reading.quoting.beside import Beside
from parley.reading.quoting.clauses import governed, judged, negated
from parley.reading.quoting.cues import SAYING
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.phrases import Tokens, phrase_after, phrase_around
from parley.reading.quoting.spoken import Speech, find_speeches, is_whole
from parley.reading.quoting.sureness import BARE, PHRASE, sureness
from parley.reading.quoting.telling import Telling, speaks, tellings
from parley.reading.quoting.turns import find_turns
from parley.record import QuoteKind

__all__ = ["find", "find_on"]

LOOSE = (
    6  # words from which a stretch beside no verb of speech is a quotation (two of three on PolNeAR's training part)
)
ACCORDING_TO = re.compile(r"\b[Aa]ccording to\b")


def find(prose: Prose) -> list[Found]:
    """Every quotation that the rules see, in text order."""
    return find_on(Page(prose))


def find_on(page: Page) -> list[Found]:
    told = [t for t in tellings(page) if speaks(page, t)]
    speeches = find_speeches(page, told)
    found = [f for s in speeches if (f := _direct(page, s)) is not None]
    leading = {s.telling.verb for s in speeches if s.telling}
    by_left: dict[int, Telling] = {}
    for t in told:
        if t.lemma in SAYING:
            by_left.setdefault(t.left, t)
    for telling in told:
        if telling.verb not in leading:
            found += _reported(page, telling, by_left)
    found += _according(page)
    turns = find_turns(page)
    taken = Beside(turns)
    found = [f for f in found if not any(map(taken.covers, f.contents))]
    found += _loose(page, [*found, *turns], told)
    return sorted([*_distinct(page, found), *turns], key=lambda f: (f.start, -f.end))


def _direct(page: Page, speech: Speech) -> Found | None:
    contents = tuple((q.inner, q.inner_end) for n in speech.quoted if (q := page.marked[n].quoted).inner < q.inner_end)
    if not contents:
        return None
    if speech.telling is None:
        trimmed = tuple(_trimmed(page, c) for c in contents)
        return Found(trimmed, QuoteKind.DIRECT, None, None, BARE)
    found = _found(page, contents, speech.telling)
    return replace(found, whole=is_whole(page, speech)) if found else None


def _found(page: Page, contents: tuple[Range, ...], telling: Telling) -> Found | None:
    trimmed = tuple(r for r in (_trimmed(page, r) for r in contents) if r[0] < r[1])
    if not trimmed:
        return None
    said_by = _named(page, telling.source) if telling.source else None
    kind = _kind(page, trimmed)
    return Found(trimmed, kind, page.range_of(telling.verb, telling.verb), said_by, sureness(kind, telling))


def _named(page: Page, source: Tokens) -> Range | None:
    """The code points of the words that name the speaker; None where they are no words."""
    start, end = page.range_of(*source)
    words = page.text[start:end]
    if not any(c.isalnum() for c in words):
        return None
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _trimmed(page: Page, content: Range) -> Range:
    """Without spaces at the edges, and without marks at the edges."""
    start, end = content
    text = page.text
    while start < end and (text[start].isspace() or text[start] in '“„"«”`'):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in '”"»“'):
        end -= 1
    return start, end


def _kind(page: Page, contents: tuple[Range, ...]) -> QuoteKind:
    """Direct: every letter stands inside marks; mixed: some; indirect: none."""
    letters = inside = 0
    for start, end in contents:
        for i in range(*page.tokens(start, end)):
            letters += page.doc[i].text[:1].isalnum()
            inside += page.doc[i].text[:1].isalnum() and page.inside[i] != OUTSIDE
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside == letters else QuoteKind.MIXED


def _reported(page: Page, telling: Telling, others: dict[int, Telling]) -> list[Found]:
    if negated(page, telling):
        return []
    ranges = governed(page, telling, others)
    if not ranges:
        one = judged(page, telling)
        ranges = [one] if one else []
    contents = tuple(page.range_of(*r) for r in ranges)
    found = _found(page, contents, telling) if contents else None
    if found is None or (found.kind is QuoteKind.INDIRECT and found.source is None):
        return []
    return [found]


def _according(page: Page) -> list[Found]:
    """ "According to the union, …", "…, according to the union"."""
    found = []
    for match in ACCORDING_TO.finditer(page.text):
        token = page.token_at(match.start())
        if token is not None and token.i + 2 < len(page.doc) and page.inside[token.i] == OUTSIDE:
            source = phrase_after(page.doc, token.i + 2)
            if source is None:
                continue
            contents = tuple(page.range_of(*r) for r in _around(page, token.i, source[1]))
            trimmed = tuple(r for r in (_trimmed(page, r) for r in contents) if r[0] < r[1])
            if trimmed:
                kind, cue = _kind(page, trimmed), page.range_of(token.i, token.i + 1)
                found.append(Found(trimmed, kind, cue, _named(page, source), PHRASE[kind]))
    return found


def _around(page: Page, first: int, last: int) -> list[Tokens]:
    """The sentence without the phrase."""
    begins, ends = page.sentence(first)
    while (
        ends - 1 > last
        and (page.doc[ends - 1].is_punct or page.doc[ends - 1].is_space)
        and page.inside[ends - 1] == OUTSIDE
    ):
        ends -= 1
    parts: list[Tokens] = []
    before = first - 1
    while before > begins and page.doc[before].text in (",", "—", "–", "-") and page.inside[before] == OUTSIDE:
        before -= 1
    if before - begins >= 2:
        parts.append((begins, before))
    after = last + 1
    while after < ends and page.doc[after].text != "," and not parts:
        after += 1
    if after + 2 < ends and (not parts or page.doc[after].text == ","):
        parts.append((after + 1, ends - 1))
    return parts if len(parts) < 2 else parts[:1]


def _loose(page: Page, found: list[Found], told: list[Telling]) -> list[Found]:
    """Long quoted stretches beside no verb of speech: "The ad targets a “system that keeps workers down for good”". The
    speaker is the one of the sentence's verb of speech, or its subject."""
    covered = Beside(found)
    loose = []
    for m in page.marked:
        q = m.quoted
        words = page.text[q.inner : q.inner_end].split()
        title = page.text[q.end : q.end + 5].lstrip(", ").startswith("by ")  # "“A harbour sleeps,” by Ruth Abara"
        if not q.closed or title or len(words) < LOOSE or sum(w[0].islower() for w in words) * 2 < len(words):
            continue
        if not covered.covers((q.inner, q.inner_end)):
            source = _sentence_speaker(page, q.start, told)
            kind = QuoteKind.MIXED if page.text[q.inner].islower() else QuoteKind.DIRECT
            named = _named(page, source) if source else None
            loose.append(Found(((q.inner, q.inner_end),), kind, None, named, BARE * BARE))
    return loose


def _sentence_speaker(page: Page, start: int, told: list[Telling]) -> Tokens | None:
    begins, ends = page.sentence(page.tokens(start, start + 1)[0])
    for n in range(bisect_left(told, begins, key=lambda t: t.verb), len(told)):
        if told[n].verb >= ends:
            break
        if told[n].source:
            return told[n].source
    for token in page.doc[begins:ends]:
        if token.dep_ in ("nsubj", "nsubj:pass") and token.head.dep_ == "ROOT" and page.inside[token.i] == OUTSIDE:
            return phrase_around(page.doc, token.i)
    return None


def _distinct(page: Page, found: list[Found]) -> list[Found]:
    """Each content once; a verb of speech within what another one governs reports hearsay of hearsay and is left out, but
    not one within "…, Okafor said, according to the Post": there both are told."""
    kept: dict[tuple[Range, ...], Found] = {}
    for f in found:
        if f.contents not in kept or kept[f.contents].score < f.score:
            kept[f.contents] = f
    governing = Beside([f for f in kept.values() if f.cue and f.cue[0] < f.start])
    return [f for f in kept.values() if not _hearsay(page, f, governing)]


def _hearsay(page: Page, f: Found, governing: Beside) -> bool:
    if f.cue is None:
        return False
    return any(
        g is not f and not _is_phrase(page, g) and _holds(g, f.cue) and _holds(g, f.contents[0])
        for g in governing.near(f)
    )


def _is_phrase(page: Page, f: Found) -> bool:
    """According to …, whose content may hold another's words."""
    return f.cue is not None and ACCORDING_TO.match(page.text, f.cue[0]) is not None


def _holds(f: Found, part: Range) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in f.contents)
