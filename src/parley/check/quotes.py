"""Quotations of a draft against the record's utterances."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from parley.check.mark import Mark, MarkKind, Verdict
from parley.check.names import is_named
from parley.record import Quote, QuoteKind, Record, Span, Speaker, Utterance
from parley.text.marks import within
from parley.text.words import STOP_WORDS, fold

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
STOP = re.compile(r"[.!?]['”’\"]?\s")
SURE = 0.85  # scores are calibrated: below, one speaker in seven or more is wrong, and nobody is accused by one
COMPARED = 12  # utterances that share most with the draft's words are compared word by word
ALIKE = 0.55  # of the draft's words found in order in the record's, from which it is the same utterance (planted draft)
Words = tuple[str, ...]
Block = tuple[int, int, int]  # a run of equal words: [start, end) in the record's, and its end in the draft's
SHORT = 3  # words; a shorter quotation is only ever found exactly
NEGATIONS = frozenset("no not never neither nor non without none nothing nobody cannot hardly".split())
UNNEGATED = frozenset("only just merely doubt least".split())  # "not only" and "no doubt" deny nothing
REACH = 3  # words between a negation and the words that it turns round
CLAUSES = frozenset("and but or so yet because while if".split())
PAUSE = re.compile(r"[,;:–—]")
AHEAD = 80  # code points of a draft that are read before a quotation


def quoted_parts(text: str, quote: Quote) -> Iterator[tuple[int, int]]:
    """The code points [start, end) that stand in quotation marks: all of a direct quote, the fragments of a mixed one."""
    for span in quote.spans:
        if quote.kind is QuoteKind.DIRECT:
            yield span.start, span.end
            continue
        yield from within(text, span.start, span.end)


def tells(text: str, start: int, end: int) -> bool:
    """Whether quoted words say enough to be looked for: "a" and "of the" do not."""
    return any(fold(m.group()) not in STOP_WORDS for m in WORD.finditer(text, start, end))


@dataclass(frozen=True)
class Said:
    """One outlet's wording of an utterance, as folded words; where they stand is worked out for what is like the draft."""

    utterance: Utterance
    quote: Quote
    words: Words
    text: str

    @cached_property
    def places(self) -> tuple[Span, ...]:
        """The code points of each word."""
        return tuple(
            Span(span.article, *m.span())
            for span in self.quote.spans
            for m in WORD.finditer(self.text, span.start, span.end)
        )

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """The number of the sentence in which each word stands."""
        stops = [m.end() for m in STOP.finditer(self.text, self.quote.spans[0].start, self.quote.spans[-1].end)]
        return tuple(bisect_right(stops, place.start) for place in self.places)

    def evidence(self, first: int, end: int) -> Span:
        return Span(self.places[first].article, self.places[first].start, self.places[end - 1].end)

    def sentence_start(self, first: int, more: int) -> int:
        """Back to so many more words of the sentence in which the word at `first` stands."""
        here = self.sentences[first]
        return min(n for n in range(max(0, first - more), first + 1) if self.sentences[n] == here)

    def negated(self, first: int) -> int | None:
        """The negation under which the words from `first` on stand."""
        begin = self.sentence_start(first, REACH)
        at = negation(self.words[begin:first])
        if at is None or PAUSE.search(self.text, self.places[begin + at].end, self.places[first].start):
            return None
        return begin + at

    def sentence_end(self, end: int, more: int) -> int:
        """Up to so many more words of the sentence in which the word before `end` stands: where the draft has others."""
        last = self.sentences[end - 1]
        return max(n for n in range(end, min(end + more, len(self.words)) + 1) if self.sentences[n - 1] == last)


def negation(words: Sequence[str]) -> int | None:
    """The negation under which the words behind these stand, in the same clause."""
    for n in range(len(words) - 1, max(0, len(words) - REACH) - 1, -1):
        if words[n] in NEGATIONS or words[n].endswith("n't"):
            return None if n + 1 < len(words) and words[n + 1] in UNNEGATED else n
        if words[n] in CLAUSES:
            return None
    return None


def before(text: str, start: int) -> Words:
    """The words of the sentence before a place."""
    told = text[max(0, start - AHEAD) : start]
    ends = [m.end() for m in STOP.finditer(told)]
    return folded(told[ends[-1] if ends else 0 :])


def folded(text: str) -> Words:
    return tuple(fold(w.replace("’", "'")) for w in WORD.findall(text))


class KnownQuotes:
    """The quotations of a record, by their words."""

    def __init__(self, record: Record) -> None:
        texts = record.texts()
        self._texts = texts
        self._actors = {a.id: a for a in record.actors}
        known: dict[str, Words] = {}
        self._said = [
            Said(u, q, _words(known, text, q), text)
            for u in record.utterances
            for q in u.quotes
            if q.spans
            for text in (texts[q.spans[0].article],)
        ]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for n, said in enumerate(self._said):
            for word in set(said.words):
                self._postings[word].append(n)

    def hold(self, text: str, start: int, end: int, speaker: Speaker | None) -> Mark:
        """The mark for the draft's words [start, end), said by `speaker` as the draft has it."""
        words, denied = folded(text[start:end]), negation(before(text, start)) is not None
        exact = [(s, at) for s in self._candidates(words) if (at := _inside(words, s.words)) is not None]
        if exact:
            return self._found(start, end, words, exact, speaker, denied)
        alike = [
            (share, n, s, blocks)
            for n, s in enumerate(self._candidates(words))
            for share, blocks in [_alike(words, s.words)]
        ]
        near = [x for x in alike if x[0] >= ALIKE]
        if not near or len(words) < SHORT:
            return Mark(start, end, MarkKind.QUOTE, Verdict.UNKNOWN, note="no outlet of the record quotes these words")
        # words that the draft's own speaker said are meant, even where somebody else's come closer
        best = max(near, key=lambda x: (self._agrees(x[2].utterance, speaker), x[0], -x[1]))
        return self._changed(start, end, words, best[2], best[3], speaker, denied)

    def _candidates(self, words: Sequence[str]) -> list[Said]:
        telling = [w for w in set(words) if w not in STOP_WORDS] or list(set(words))
        counts: Counter[int] = Counter()
        for word in telling:
            for n in self._postings.get(word, ()):
                counts[n] += 1
        ranked = sorted(counts, key=lambda n: (-counts[n], n))
        return [self._said[n] for n in ranked[: max(COMPARED, sum(counts[n] == len(telling) for n in ranked))]]

    def _found(
        self, start: int, end: int, words: Words, exact: list[tuple[Said, int]], speaker: Speaker | None, denied: bool
    ) -> Mark:
        """Words whose negation the draft leaves out are not found as they were said."""
        mine = [(s, at) for s, at in exact if self._agrees(s.utterance, speaker)] or [
            (s, at) for s, at in exact if _score(s.utterance) < SURE
        ]
        evidence = tuple(sorted({s.evidence(at, at + len(words)) for s, at in mine or exact}))
        if not mine:
            return Mark(start, end, MarkKind.QUOTE, Verdict.OTHER_SPEAKER, evidence, self._by(exact[0][0].utterance))
        turned = [(s, at, s.negated(at)) for s, at in mine] if not denied else []
        if turned and all(negated is not None for _, _, negated in turned):
            whole = sorted({s.evidence(n, at + len(words)) for s, at, n in turned if n is not None})
            return self._mark_changed(start, end, tuple(whole))
        return Mark(start, end, MarkKind.QUOTE, Verdict.EXACT, evidence, self._doubt(mine[0][0].utterance, speaker))

    def _changed(
        self, start: int, end: int, words: Words, said: Said, blocks: Sequence[Block], speaker: Speaker | None, denied: bool
    ) -> Mark:  # fmt: skip
        first, last = blocks[0], blocks[-1]
        lead = first[2] - (first[1] - first[0])  # words that only the draft begins with
        begin = said.sentence_start(first[0], lead)
        if not denied and negation(words[:lead]) is None:
            begin = min(begin, n) if (n := said.negated(begin)) is not None else begin
        evidence = (said.evidence(begin, said.sentence_end(last[1], len(words) - last[2])),)
        if not self._agrees(said.utterance, speaker) and _score(said.utterance) >= SURE:
            return Mark(start, end, MarkKind.QUOTE, Verdict.OTHER_SPEAKER, evidence, self._by(said.utterance))
        return self._mark_changed(start, end, evidence)

    def _mark_changed(self, start: int, end: int, evidence: tuple[Span, ...]) -> Mark:
        told = self._texts[evidence[0].article][evidence[0].start : evidence[0].end]
        return Mark(start, end, MarkKind.QUOTE, Verdict.CHANGED, evidence, f"the record has: {' '.join(told.split())}")

    def _agrees(self, utterance: Utterance, speaker: Speaker | None) -> bool:
        """Whether the draft's speaker can be the record's; a speaker that either leaves open contradicts nobody."""
        actor = self._actors.get(utterance.speaker or "")
        name = speaker.name if speaker else None
        return actor is None or name is None or is_named(actor, name)

    def _doubt(self, utterance: Utterance, speaker: Speaker | None) -> str | None:
        if not utterance.speaker:
            return "the record leaves the speaker unresolved"
        return None if self._agrees(utterance, speaker) else f"{self._by(utterance)}, but is unsure"

    def _by(self, utterance: Utterance) -> str:
        return f"the record has it from {self._actors[utterance.speaker or ''].name}"


def _words(known: dict[str, Words], text: str, quote: Quote) -> Words:
    """The quotation's words, folded; outlets word much alike, and the same words are folded once."""
    found: list[str] = []
    for told in (text[s.start : s.end] for s in quote.spans):
        if told not in known:
            known[told] = folded(told)
        found += known[told]
    return tuple(found)


def _score(utterance: Utterance) -> float:
    return max((q.score for q in utterance.quotes), default=0.0)


def _inside(words: Sequence[str], said: Sequence[str]) -> int | None:
    """Where the words stand in the other words, in one run."""
    size = len(words)
    starts = (n for n in range(len(said) - size + 1) if said[n] == words[0]) if words else ()
    return next((n for n in starts if tuple(said[n : n + size]) == tuple(words)), None)


def _alike(words: Sequence[str], said: Sequence[str]) -> tuple[float, list[Block]]:
    """The share of the words that stand in the other words in the same order, and where each run does. In more than 200 words the
    most frequent begin no run: the same words over and over would take minutes."""
    blocks = [b for b in SequenceMatcher(None, words, said, autojunk=True).get_matching_blocks() if b.size]
    # "… for good" is not found in a "for" that stands a sentence further on
    while blocks and all(w in STOP_WORDS for w in words[blocks[-1].a : blocks[-1].a + blocks[-1].size]):
        blocks.pop()
    telling = sum(w not in STOP_WORDS for b in blocks for w in words[b.a : b.a + b.size])
    total = sum(b.size for b in blocks)
    share = total / len(words) if telling and words else 0.0
    return share, [(b.b, b.b + b.size, b.a + b.size) for b in blocks]
