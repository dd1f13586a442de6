"""What the rules and the trained tagger found, as one: the rules know where clauses and marks end, the tagger sees more.

Measured on PolNeAR's dev part and on the seeds, which draw the line differently: PolNeAR counts "criticised the plan" as a
quotation, the seeds want a clause or words in marks.
"""

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.page import Page
from parley.record import QuoteKind

LIKELY = 0.5  # score from which what only the tagger found is taken
LIKELY_WITHOUT_VERB = 0.75  # the same for "criticised [the plan]"
SAME = 0.5  # code points shared by two, as a part of all they hold, from which they are one quotation
TOUCHING = 0.3  # part of the shorter that two share, from which only one of them can stand
RULED = 0.6  # sureness from which what only the rules found is taken; in marks beside a verb of speech, always
AGREED = 0.5  # of the doubt that is left where both found the same words and speaker
LONELY = 0.8  # what sureness is worth where the tagger sees nothing
VERBS = frozenset("VBD VBZ VBP MD VB VBG".split())


def merge(page: Page, tagged: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Quotations in text order."""
    found: list[Found] = []
    rest = list(tagged)
    for r in ruled:
        twins = [t for t in rest if _within(t, r) or likeness(t, r) >= SAME]
        twin = max(twins, key=lambda t: (likeness(t, r), t.score), default=None)
        near = [t for t in rest if t not in twins and _touching(t, r)]
        if twin is not None:
            found.append(_united(r, twin))
        elif near or r.score >= RULED or r.kind is QuoteKind.DIRECT:
            found.append(r if near else replace(r, score=r.score * LONELY))
        rest = [t for t in rest if t not in twins and t not in near]
    only = [t for t in rest if _likely(page, t) and not any(_touching(t, f) for f in found)]
    found += [_without_that(page, t) for t in only]
    return sorted(found, key=lambda f: (f.start, -f.end))


def _without_that(page: Page, tagged: Found) -> Found:
    """The tagger's contents begin with the complementiser, the rules' do not."""
    (start, end), *others = tagged.contents
    opens = page.text[start : start + 5].lower() == "that " and end - start > 5
    return replace(tagged, contents=((start + 5, end), *others)) if opens else tagged


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
    if tagged.kind is not QuoteKind.INDIRECT or tagged.score >= LIKELY_WITHOUT_VERB:
        return tagged.score >= LIKELY
    has_verb = any(page.doc[i].tag_ in VERBS for c in tagged.contents for i in range(*page.tokens(*c)))
    return tagged.score >= LIKELY and has_verb


def _united(ruled: Found, tagged: Found) -> Found:
    """The rules' words and the surer one's speaker; surer where both name the same."""
    score = max(ruled.score, tagged.score)
    if _meet(ruled.source, tagged.source):
        return replace(ruled, score=1 - (1 - score) * AGREED)
    if ruled.source is None:
        return replace(ruled, source=tagged.source, cue=ruled.cue or tagged.cue, score=score)
    if tagged.source is None:
        return replace(ruled, score=score)
    other = replace(ruled, source=tagged.source, cue=tagged.cue or ruled.cue) if tagged.score > ruled.score else ruled
    return replace(other, score=score * (1 - min(ruled.score, tagged.score) / 2))


def _meet(a: Range | None, b: Range | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]
