"""Quotations of a draft against the record's utterances."""

import re
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
        first = self.quote.spans[0].start
        return tuple(len(STOP.findall(self.text, first, place.start)) for place in self.places)

    def evidence(self, first: int, end: int) -> Span:
        return Span(self.places[first].article, self.places[first].start, self.places[end - 1].end)

    def sentence_end(self, end: int, more: int) -> int:
        """Up to so many more words of the sentence in which the word before `end` stands: where the draft has others."""
        last = self.sentences[end - 1]
        return max(n for n in range(end, min(end + more, len(self.words)) + 1) if self.sentences[n - 1] == last)


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
        words = tuple(fold(m.group().replace("’", "'")) for m in WORD.finditer(text, start, end))
        exact = [(s, at) for s in self._candidates(words) if (at := _inside(words, s.words)) is not None]
        if exact:
            return self._found(start, end, words, exact, speaker)
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
        return self._changed(start, end, words, best[2], best[3], speaker)

    def _candidates(self, words: Sequence[str]) -> list[Said]:
        telling = [w for w in set(words) if w not in STOP_WORDS] or list(set(words))
        counts: Counter[int] = Counter()
        for word in telling:
            for n in self._postings.get(word, ()):
                counts[n] += 1
        ranked = sorted(counts, key=lambda n: (-counts[n], n))
        return [self._said[n] for n in ranked[: max(COMPARED, sum(counts[n] == len(telling) for n in ranked))]]

    def _found(
        self, start: int, end: int, words: Sequence[str], exact: list[tuple[Said, int]], speaker: Speaker | None
    ) -> Mark:
        mine = [(s, at) for s, at in exact if self._agrees(s.utterance, speaker)] or [
            (s, at) for s, at in exact if _score(s.utterance) < SURE
        ]
        evidence = tuple(sorted({s.evidence(at, at + len(words)) for s, at in mine or exact}))
        if mine:
            return Mark(start, end, MarkKind.QUOTE, Verdict.EXACT, evidence, self._doubt(mine[0][0].utterance, speaker))
        return Mark(start, end, MarkKind.QUOTE, Verdict.OTHER_SPEAKER, evidence, self._by(exact[0][0].utterance))

    def _changed(
        self, start: int, end: int, words: Words, said: Said, blocks: Sequence[Block], speaker: Speaker | None
    ) -> Mark:
        evidence = (said.evidence(blocks[0][0], said.sentence_end(blocks[-1][1], len(words) - blocks[-1][2])),)
        if not self._agrees(said.utterance, speaker) and _score(said.utterance) >= SURE:
            return Mark(start, end, MarkKind.QUOTE, Verdict.OTHER_SPEAKER, evidence, self._by(said.utterance))
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
            known[told] = tuple(fold(w.replace("’", "'")) for w in WORD.findall(told))
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
    """The share of the words that stand in the other words in the same order, and where each run does."""
    blocks = [b for b in SequenceMatcher(None, words, said, autojunk=False).get_matching_blocks() if b.size]
    # "… for good" is not found in a "for" that stands a sentence further on
    while blocks and all(w in STOP_WORDS for w in words[blocks[-1].a : blocks[-1].a + blocks[-1].size]):
        blocks.pop()
    telling = sum(w not in STOP_WORDS for b in blocks for w in words[b.a : b.a + b.size])
    total = sum(b.size for b in blocks)
    share = total / len(words) if telling and words else 0.0
    return share, [(b.b, b.b + b.size, b.a + b.size) for b in blocks]
