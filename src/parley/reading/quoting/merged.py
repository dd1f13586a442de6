"""What the trained tagger and the rules found, as one: the tagger's, but where marks and labels say more.

On PolNeAR's held-out documents the tagger's edges are the exact ones six times as often as the rules' where they differ, and
its speaker is right in 21 of 21 quotations for which the rules name another; so the rules lend what it lacks. PolNeAR counts
"criticised the plan" as a quotation and "that" as its first word; that way is kept: it loses no word of what was said.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum, auto
from itertools import pairwise

from spacy.tokens import Token

from parley.reading.quoting.beside import Beside
from parley.reading.quoting.cues import DOUBT, SAYING, lemmas
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.marks import is_title
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.turns import labelled
from parley.record import QuoteKind


class Manner(StrEnum):
    """What the cue of a quotation tells."""

    SAID = auto()
    THOUGHT = auto()
    OTHER = auto()


# score from which what only the tagger found is taken, by its cue; chosen on PolNeAR's held-out documents, where of those
# that score .3 to .6 the ones that are said are right in 72 %, those that are done in 63 %, those that are thought in 38 %
LIKELY = {Manner.SAID: 0.35, Manner.THOUGHT: 0.6, Manner.OTHER: 0.45}
LIKELY_WITHOUT_VERB = {Manner.SAID: 0.5, Manner.THOUGHT: 0.7, Manner.OTHER: 0.7}  # the same for "criticised [the plan]"
LIKELY_MIXED = 0.4  # the same where some words stand in marks
SAME = 0.5  # code points shared by two, as a part of all they hold, from which they are one quotation
TOUCHING = 0.3  # part of the shorter that two share, from which only one of them can stand
HELD = 0.8  # part of a quotation of the rules that one of the tagger's holds, as one of two run together
PIECE = 0.9  # part of one of the tagger's that a quotation of the rules holds, as a piece of it
LONELIEST = 0.8  # sureness from which reported words that only the rules found are taken
AGREED = 0.5  # of the doubt that is left where both found the same words and speaker
LONELY = 0.8  # what sureness is worth where the tagger sees nothing
OPENED = " \n“\"‘'"  # what stands between an attribution and the words behind it
FARTHEST_VERB = 3  # tokens from an auxiliary to its verb
CLAUSES = frozenset("conj ROOT parataxis".split())
POINTING = frozenset("DET PRON PROPN PART".split())
THESE = frozenset("this that these those such".split())
REMARKS = frozenset(
    "accusation allegation announcement answer argument assertion claim comment criticism opinion point question remark "
    "sentiment speech statement testimony view".split()
)
VERBS = frozenset("VBD VBZ VBP MD VB VBG".split())


def merge(page: Page, tagged: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Quotations in text order."""
    turns = [r for r in ruled if labelled(page.text, r)]
    told = _beside_none(turns, [r for r in ruled if r.cue])
    by_rules = Beside(told)
    free = [_within_clause(page, _with_verb(page, t)) for t in _beside_none(turns, tagged)]
    joined = [t for t in free if _runs_together(t, list(by_rules.near(t)))]
    left = dict.fromkeys(t for t in free if t not in joined)
    found, alone = _paired(page, told, left)
    both = Beside(found)
    likely = [t for t in left if _likely(page, t) and not any(_touching(t, f) for f in both.near(t))]
    kept, gone = _standing(page, alone, both, Beside(likely), Beside(joined))
    only = [t for t in likely if t not in gone]
    return sorted([*turns, *found, *kept, *only], key=lambda f: (f.start, -f.end))


def _with_verb(page: Page, tagged: Found) -> Found:
    """A cue that is an auxiliary alone goes on to its verb: "did [not support]"."""
    cue = tagged.cue
    last = page.tokens(*cue)[1] - 1 if cue else -1
    if cue is None or last < 0 or page.doc[last].dep_ not in ("aux", "aux:pass") or page.doc[last].idx != cue[0]:
        return tagged
    verb = page.doc[last].head
    end = verb.idx + len(verb.text)
    if not last < verb.i <= last + FARTHEST_VERB or any(
        start < end and cue[1] <= start for start, _ in tagged.contents
    ):
        return tagged
    return replace(tagged, cue=(cue[0], end))


def _within_clause(page: Page, tagged: Found) -> Found:
    """Without what another verb tells of a subject of its own: "the union demanded a raise and the company offered [half of it]"."""
    contents = tagged.contents if tagged.kind is QuoteKind.INDIRECT and tagged.cue else ()
    for n, (one, other) in enumerate(pairwise(contents), 1):
        between, told = (one[1], other[0]), page.doc[slice(*page.tokens(*other))]
        verbs = page.doc[slice(*page.tokens(*between))] if told and not _meet(between, tagged.cue) else []
        if any(_tells(verb, told[0], between[0]) for verb in verbs):
            return replace(tagged, contents=contents[:n])
    return tagged


def _tells(verb: Token, told: Token, begin: int) -> bool:
    """Whether it tells that word in a clause of its own, of a subject that stands behind a place."""
    own = verb.tag_ in VERBS and verb.dep_ in CLAUSES and verb.is_ancestor(told)
    return own and any(t.dep_.startswith("nsubj") and t.idx >= begin for t in verb.lefts)


def _beside_none(turns: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Those of whose words a label does not say whose they are; of one that runs on into such words, the rest."""
    taken = Beside(turns)
    kept = []
    for f in found:
        if any(_touching(f, t) for t in taken.near(f)):
            rest = tuple(c for c in f.contents if not taken.covers(c))
            kept += [replace(f, contents=rest)] if rest else []
        else:
            kept.append(f)
    return kept


def _paired(page: Page, told: Sequence[Found], left: dict[Found, None]) -> tuple[list[Found], list[Found]]:
    """What both found, and what only the rules did; takes what is paired out of `left`."""
    by_rules = Beside(told)
    twins: dict[Found, list[Found]] = {}
    for t in list(left):
        same = [
            r
            for r in by_rules.near(t)
            if _piece(t, r) or (likeness(t, r) >= SAME and not (r.whole and _cue_inside(t, r)))
        ]
        if same:
            twins.setdefault(max(same, key=lambda r: (likeness(t, r), r.score, -r.start)), []).append(t)
            del left[t]
    found = []
    for r, those in twins.items():
        twin = max(those, key=lambda t: (likeness(t, r), t.score, -t.start))
        united = _united(page, r, twin, _passed_on(r, twin, by_rules))
        handed_on = any(_cue_inside(r, inner) for inner in by_rules.near(r) if inner.whole)
        found.append(replace(united, contents=r.contents, kind=r.kind) if handed_on else united)
    return found, [r for r in told if r not in twins]


def _standing(
    page: Page, alone: Sequence[Found], both: Beside, likely: Beside, joined: Beside
) -> tuple[list[Found], set[Found]]:
    """Quotations of the rules alone that stand, and those of the tagger that give way to them."""
    kept: list[Found] = []
    gone: set[Found] = set()
    for r in alone:
        if any(_touching(r, f) and not _one_in_the_other(r, f) for f in both.near(r)):
            continue
        near = [t for t in likely.near(r) if t not in gone and _touching(t, r)]
        if any(_shared(t, r) > HELD * _size(r) for t in joined.near(r)):
            kept.append(r)
        elif near:
            if _outweighs(r, near):
                kept.append(r)
                gone |= {t for t in near if not _one_in_the_other(r, t)}
        elif _lonely(page, r):
            kept.append(replace(r, score=r.score * LONELY))
    return kept, gone


def _outweighs(ruled: Found, near: Sequence[Found]) -> bool:
    """ "“We stay,” Vance added, referring to the demand for a cut": the tagger took the reporter's words for hers."""
    if all((ruled.whole and _cue_inside(t, ruled)) or (_cue_inside(ruled, t) and _trails(ruled)) for t in near):
        return True
    return ruled.whole and all(t.kind is QuoteKind.MIXED for t in near)


def _lonely(page: Page, ruled: Found) -> bool:
    """Whether it stands where the tagger sees nothing."""
    if ruled.kind is QuoteKind.INDIRECT:
        return ruled.score >= LONELIEST
    return ruled.kind is QuoteKind.MIXED or not is_title(page.text[slice(*ruled.contents[0])])


def _runs_together(tagged: Found, ruled: Sequence[Found]) -> bool:
    """Whether it holds what two verbs govern, each with a cue of its own: "said it had no plans and added that it could"."""
    held = [r for r in ruled if _shared(tagged, r) > HELD * _size(r)]
    return any(a.cue != b.cue and not _touching(a, b) for n, a in enumerate(held) for b in held[n + 1 :])


def _passed_on(ruled: Found, tagged: Found, by_rules: Beside) -> bool:
    """Whether the tagger names for the words whoever passed them on: "“…,” Okafor said, according to the Post"."""
    return any(
        outer.cue is not None and tagged.cue is not None and _meet(outer.cue, tagged.cue) and _cue_inside(outer, ruled)
        for outer in by_rules.near(ruled)
    )


def _one_in_the_other(a: Found, b: Found) -> bool:
    """ "“…,” Okafor said, according to the Post": what the Post has holds Okafor's words and her cue."""
    return _cue_inside(a, b) or _cue_inside(b, a)


def _trails(found: Found) -> bool:
    """ "…, Okafor said, [according to] the Post"."""
    return found.cue is not None and found.cue[0] >= found.end


def _cue_inside(outer: Found, inner: Found) -> bool:
    cue = inner.cue
    if outer.cue is None or cue is None or _meet(outer.cue, cue):
        return False
    return any(start <= cue[0] and cue[1] <= end for start, end in outer.contents)


def likeness(a: Found, b: Found) -> float:
    shared = _shared(a, b)
    return shared / (_size(a) + _size(b) - shared) if shared else 0.0


def _shared(a: Found, b: Found) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a.contents for t, f in b.contents)


def _size(found: Found) -> int:
    return sum(end - start for start, end in found.contents)


def _piece(tagged: Found, ruled: Found) -> bool:
    """Whether it is a piece, without a speaker, of words in marks that run on over paragraphs."""
    return tagged.source is None and ruled.kind is QuoteKind.DIRECT and _shared(tagged, ruled) > PIECE * _size(tagged)


def _touching(a: Found, b: Found) -> bool:
    return _shared(a, b) > TOUCHING * min(_size(a), _size(b))


def _likely(page: Page, tagged: Found) -> bool:
    """Marks say that somebody's words are told, whatever the cue."""
    if tagged.kind is not QuoteKind.INDIRECT:
        return tagged.kind is QuoteKind.DIRECT or tagged.score >= LIKELY_MIXED
    words = [page.doc[i] for c in tagged.contents for i in range(*page.tokens(*c))]
    has_verb = any(t.tag_ in VERBS for t in words)
    if not has_verb and _points_elsewhere(words):
        return False
    least = LIKELY if has_verb else LIKELY_WITHOUT_VERB
    return tagged.score >= least[_manner(page, tagged)]


def _points_elsewhere(words: Sequence[Token]) -> bool:
    """ "These proposals", "the mayor's comments": where the words stand, not what they are."""
    if len(words) < 2 or words[-1].pos_ != "NOUN" or any(t.pos_ not in POINTING for t in words[:-1]):
        return False
    return words[0].lower_ in THESE or words[-1].lemma_.lower() in REMARKS


def _manner(page: Page, tagged: Found) -> Manner:
    """Whether the cue is a verb of speech, of thought, or another: "wants", "plans"."""
    cue = range(*page.tokens(*tagged.cue)) if tagged.cue else ()
    verbs = {lemmas().get(page.doc[i].lower_) for i in cue}
    if verbs & SAYING:
        return Manner.SAID
    return Manner.THOUGHT if verbs & DOUBT else Manner.OTHER


def _united(page: Page, ruled: Found, tagged: Found, passed_on: bool) -> Found:
    """The tagger's words and speaker; the rules' words where marks bound all that was said, and their speaker where the
    tagger names none or a doubtful one. Surer where both name the same."""
    bound = ruled.whole and tagged.kind is QuoteKind.MIXED
    words = ruled if bound or _piece(tagged, ruled) or _strays(page, tagged, ruled) else tagged
    score = max(ruled.score, tagged.score)
    both = replace(tagged, contents=_with_that(page.text, words, tagged), kind=words.kind, cue=tagged.cue or ruled.cue)
    if _meet(ruled.source, tagged.source):
        return replace(both, score=1 - (1 - score) * AGREED)
    if ruled.source is None:
        return replace(both, score=score)
    if tagged.source is None or passed_on or _doubtful(page.text, tagged, ruled):
        return replace(both, source=ruled.source, cue=ruled.cue or tagged.cue, score=score)
    return replace(both, score=score * (1 - min(ruled.score, tagged.score) / 2))


def _doubtful(text: str, tagged: Found, ruled: Found) -> bool:
    """Whether the tagger is half as sure of its speaker as the rules of theirs, or has gone to another paragraph for it."""
    if tagged.source is None or tagged.cue is None or ruled.score < LONELIEST:
        return False
    (_, start), (end, _) = sorted((tagged.source, tagged.cue))
    return tagged.score < ruled.score / 2 or (_meet(tagged.cue, ruled.cue) and "\n" in text[start:end])


def _strays(page: Page, tagged: Found, ruled: Found) -> bool:
    """Whether the tagger took another phrase of the sentence for what was said, beside the words that the rules have: "Vance
    described [her plan], vowing [to stay]"; not "[The offer], Vance said, [is an insult]"."""
    others = [c for c in tagged.contents if not any(c[0] < end and start < c[1] for start, end in ruled.contents)]
    return bool(others) and any(_is_stray(page, c, ruled) for c in others)


def _is_stray(page: Page, part: Range, ruled: Found) -> bool:
    if part[1] <= ruled.start:
        attribution = page.text[part[1] : ruled.start].strip(OPENED)
        return not (attribution.startswith(",") and attribution.endswith(","))
    if part[0] < ruled.end:
        return False
    first, last = page.tokens(*part)
    if page.inside[min(first, len(page.inside) - 1)] != OUTSIDE:
        before = max(0, page.tokens(page.marked[page.inside[first]].quoted.start, part[0])[0] - 1)
        return page.doc[before].tag_ == "IN"
    return not any(page.doc[i].tag_ in VERBS for i in range(first, last))


def _with_that(text: str, words: Found, tagged: Found) -> tuple[Range, ...]:
    """The rules' contents leave the complementiser out, the tagger's begin with it."""
    (start, end), *others = words.contents
    opens = tagged.contents[0][0]
    if opens < start and text[opens:start].strip().lower() == "that":
        start = opens
    return ((start, end), *others)


def _meet(a: Range | None, b: Range | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]
