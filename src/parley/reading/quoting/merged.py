"""What the rules and the trained tagger found, as one: the tagger sees more, the rules know where clauses and marks end.

Measured on PolNeAR's dev part and on the seeds, which draw the line differently: PolNeAR counts "criticised the plan" as a
quotation and "that" as its first word, the seeds want a clause or words in marks, without "that". PolNeAR's way is kept:
it loses no word of what was said.
"""

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.quoting.beside import Beside
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.page import Page
from parley.record import QuoteKind

LIKELY = 0.4  # score from which what only the tagger found is taken
LIKELY_WITHOUT_VERB = 0.7  # the same for "criticised [the plan]"
SAME = 0.5  # code points shared by two, as a part of all they hold, from which they are one quotation
ALIKE = 0.7  # the same from which the rules' edges are taken: they know where clauses and marks end
TOUCHING = 0.3  # part of the shorter that two share, from which only one of them can stand
RULED = 0.85  # sureness from which a quotation of the rules stands against what only the tagger found
HELD = 0.8  # part of a quotation of the rules that one of the tagger's holds, as one of two run together
LONELIEST = 0.8  # sureness from which what only the rules found is taken; in marks beside a verb of speech, always
AGREED = 0.5  # of the doubt that is left where both found the same words and speaker
LONELY = 0.8  # what sureness is worth where the tagger sees nothing
VERBS = frozenset("VBD VBZ VBP MD VB VBG".split())


def merge(page: Page, tagged: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Quotations in text order."""
    by_rules = Beside(ruled)
    parts = [part for t in tagged for part in _parted(t, list(by_rules.near(t)))]
    joined = [t for t in parts if _runs_together(t, list(by_rules.near(t)))]
    left = dict.fromkeys(parts)
    for t in joined:
        left.pop(t, None)
    found, alone = _paired(ruled, left, page.text)
    both = Beside(found)
    likely = [t for t in left if _likely(page, t) and not any(_touching(t, f) for f in both.near(t))]
    kept, gone = _standing(alone, both, Beside(likely), Beside(joined))
    only = [t for t in likely if t not in gone]
    return sorted([*found, *kept, *only], key=lambda f: (f.start, -f.end))


def _paired(ruled: Sequence[Found], left: dict[Found, None], text: str) -> tuple[list[Found], list[Found]]:
    """What both found, and what only the rules did; takes what is paired out of `left`."""
    seen = Beside(list(left))
    found: list[Found] = []
    alone: list[Found] = []
    for r in ruled:
        twins = [t for t in seen.near(r) if t in left and (_within(t, r) or likeness(t, r) >= SAME)]
        if twins:
            found.append(_united(text, r, max(twins, key=lambda t: (likeness(t, r), t.score, -t.start))))
        else:
            alone.append(r)
        for t in twins:
            del left[t]
    return found, alone


def _standing(alone: Sequence[Found], both: Beside, likely: Beside, joined: Beside) -> tuple[list[Found], set[Found]]:
    """Quotations of the rules alone that stand, and those of the tagger that give way to them."""
    kept: list[Found] = []
    gone: set[Found] = set()
    for r in alone:
        near = [t for t in likely.near(r) if t not in gone and _touching(t, r)]
        taken = any(_touching(r, f) and not _one_in_the_other(r, f) for f in both.near(r))
        if taken or (near and r.score < RULED):
            continue
        parted = any(_shared(t, r) > HELD * _size(r) for t in joined.near(r))
        if near or parted or r.score >= LONELIEST or (r.kind is QuoteKind.DIRECT and r.cue):
            kept.append(r if near or parted else replace(r, score=r.score * LONELY))
            gone |= set(near)
    return kept, gone


def _parted(tagged: Found, ruled: Sequence[Found]) -> list[Found]:
    """“We stay,” Vance said. “We go,” Sorley said. Contents for which the rules know cues of their own are quotations
    of their own, even where the tagger points both to one."""
    homes = [
        next((r for r in ruled if r.cue and any(s <= c[0] < e for s, e in r.contents)), None) for c in tagged.contents
    ]
    known = {r.cue: r for r in homes if r}
    if len(known) < 2 or None in homes:
        return [tagged]
    parts = {cue: tuple(c for c, r in zip(tagged.contents, homes, strict=True) if r and r.cue == cue) for cue in known}
    return [replace(tagged, contents=parts[cue], cue=cue, source=r.source) for cue, r in known.items()]


def _runs_together(tagged: Found, ruled: Sequence[Found]) -> bool:
    """Whether it holds what two verbs govern, each with a cue of its own: "said it had no plans and added that it could"."""
    held = [r for r in ruled if _shared(tagged, r) > HELD * _size(r)]
    return any(a.cue != b.cue and not _touching(a, b) for n, a in enumerate(held) for b in held[n + 1 :])


def _one_in_the_other(a: Found, b: Found) -> bool:
    """ "“…,” Okafor said, according to the Post": what the Post has holds Okafor's words and her cue."""
    return _cue_inside(a, b) or _cue_inside(b, a)


def _cue_inside(outer: Found, inner: Found) -> bool:
    cue = inner.cue
    return cue is not None and any(start <= cue[0] and cue[1] <= end for start, end in outer.contents)


def likeness(a: Found, b: Found) -> float:
    shared = _shared(a, b)
    return shared / (_size(a) + _size(b) - shared) if shared else 0.0


def _shared(a: Found, b: Found) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a.contents for t, f in b.contents)


def _size(found: Found) -> int:
    return sum(end - start for start, end in found.contents)


def _within(tagged: Found, ruled: Found) -> bool:
    """Whether the tagger's quotation is a piece of one in marks that runs on."""
    return ruled.kind is QuoteKind.DIRECT and _shared(tagged, ruled) > 0.9 * _size(tagged)


def _touching(a: Found, b: Found) -> bool:
    return _shared(a, b) > TOUCHING * min(_size(a), _size(b))


def _likely(page: Page, tagged: Found) -> bool:
    if tagged.kind is not QuoteKind.INDIRECT:
        return tagged.kind is QuoteKind.DIRECT or tagged.score >= LIKELY
    has_verb = any(page.doc[i].tag_ in VERBS for c in tagged.contents for i in range(*page.tokens(*c)))
    return tagged.score >= (LIKELY if has_verb else LIKELY_WITHOUT_VERB)


def _united(text: str, ruled: Found, tagged: Found) -> Found:
    """The tagger's words and speaker, the rules' where nearly the same or none; surer where both name the same."""
    words = ruled if likeness(ruled, tagged) >= ALIKE or _within(tagged, ruled) else tagged
    score = max(ruled.score, tagged.score)
    both = replace(tagged, contents=_with_that(text, words, tagged), kind=words.kind, cue=tagged.cue or ruled.cue)
    if _meet(ruled.source, tagged.source):
        return replace(both, score=1 - (1 - score) * AGREED)
    if ruled.source is None:
        return replace(both, score=score)
    if tagged.source is None:
        return replace(both, source=ruled.source, cue=ruled.cue or tagged.cue, score=score)
    other = both if tagged.score > ruled.score else replace(both, source=ruled.source, cue=ruled.cue)
    return replace(other, score=score * (1 - min(ruled.score, tagged.score) / 2))


def _with_that(text: str, words: Found, tagged: Found) -> tuple[Range, ...]:
    """The rules' contents leave the complementiser out, the tagger's begin with it."""
    (start, end), *others = words.contents
    opens = tagged.contents[0][0]
    if opens < start and text[opens:start].strip().lower() == "that":
        start = opens
    return ((start, end), *others)


def _meet(a: Range | None, b: Range | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]
