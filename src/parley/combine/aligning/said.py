"""Quotes as words that can be compared, and who is known to have said them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.combine.actors import Roster
from parley.record import ActorKind, Article, Quote, QuoteKind, Reading
from parley.text.marks import within
from parley.text.words import Words, fold, split, stops

WEAK = 0.5  # a speaker of a lower score gives way to what other outlets say (seeds-utterances)
UNSURE = 0.75  # the same for one whom a pronoun or description names and not both cast and floor agree on
Word = str
ENDINGS = ("ings", "ing", "ed", "es", "s", "e")  # of English words: "refuse", "refused", "refuses"
STEM = 7  # letters by which words of one family mostly begin


@dataclass(frozen=True, slots=True)
class Said:
    """One quote of one article. `words` are ids in order, `telling` the stems that are no stop words; `letters` is the
    wording without case, marks and points; `fragments` are the stems of each stretch within marks, `literal` the letters of all that stands in marks; `speaker`
    is an actor id, None where unresolved; `group` its party's id."""

    quote: Quote
    article: str
    published: str | None
    letters: str
    words: tuple[int, ...]
    stems: tuple[Word, ...]
    telling: frozenset[Word]
    fragments: tuple[tuple[Word, ...], ...]
    literal: str
    speaker: str | None
    group: str | None
    name: str | None
    weak: bool

    @property
    def marked(self) -> bool:
        return self.quote.kind is not QuoteKind.INDIRECT

    @property
    def order(self) -> tuple[str, str, tuple[tuple[int, int], ...]]:
        return self.published or "9999", self.article, tuple((s.start, s.end) for s in self.quote.spans)


def gather(articles: Sequence[Article], readings: Sequence[Reading], roster: Roster) -> list[Said]:
    """Every quote of every reading, in a stable order."""
    texts = {a.id: a.text for a in articles}
    surnames = _surnames(roster)
    said = [_said(texts, r, q, roster, surnames) for r in readings for q in r.quotes if q.spans]
    return sorted(said, key=lambda s: s.order)


def _surnames(roster: Roster) -> dict[str, str]:
    """Surname -> id of the only person of the record who has it: an outlet may name a speaker by the surname alone."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in roster.actors:
        if actor.kind is ActorKind.PERSON and len(actor.name.split()) > 1:
            bearers[fold(actor.name).split()[-1]].add(actor.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def _said(
    texts: Mapping[str, str], reading: Reading, quote: Quote, roster: Roster, surnames: Mapping[str, str]
) -> Said:
    told = " ".join(texts[s.article][s.start : s.end] for s in quote.spans)
    words = split(told)
    stems = _stems(told, words)
    telling = frozenset(s for s, stop in zip(stems, stops(words.ids), strict=True) if not stop)
    speaker = roster.id_of(reading.article, quote.speaker.name if quote.speaker else None)
    if speaker is None and quote.speaker and quote.speaker.span:
        words_of = texts[reading.article][quote.speaker.span.start : quote.speaker.span.end]
        speaker = surnames.get(fold(words_of)) if words_of[:1].isupper() else None
    group = roster.party_of(speaker) if speaker else None
    letters, parts = _letters(told), _in_marks(texts[reading.article], quote)
    ids = tuple(map(int, words.ids))
    return Said(
        quote=quote,
        article=reading.article,
        published=reading.published,
        letters=letters,
        words=ids,
        stems=stems,
        telling=telling,
        fragments=tuple(_stems(part, split(part)) for part in parts),
        literal=_letters("".join(parts)) if quote.kind is QuoteKind.MIXED else letters,
        speaker=speaker,
        group=group,
        name=quote.speaker.name if quote.speaker else None,
        weak=quote.score < WEAK or (quote.score < UNSURE and _unnamed(texts[reading.article], quote)),
    )


def _stems(text: str, words: Words) -> tuple[Word, ...]:
    return tuple(stem(text[s:e]) for s, e in zip(words.starts.tolist(), words.ends.tolist(), strict=True))


def stem(word: str) -> Word:
    """The word without its ending, that tells its family: "refuse", "refused" and "refuses" are one."""
    told = fold(word)
    ending = next((e for e in ENDINGS if told.endswith(e) and len(told) - len(e) > 3), "")
    return told[: len(told) - len(ending)][:STEM]


def _unnamed(text: str, quote: Quote) -> bool:
    """Whether a pronoun or a description ("the president") names the speaker: outlets' readings of it may differ."""
    speaker = quote.speaker
    if speaker is None or speaker.span is None or speaker.name is None:
        return False
    told = fold(text[speaker.span.start : speaker.span.end])
    return not any(word in told for word in fold(speaker.name).split() if len(word) > 2)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _in_marks(text: str, quote: Quote) -> list[str]:
    """What stands within marks in words that are partly the reporter's own: there the outlet vouches for each word."""
    if quote.kind is not QuoteKind.MIXED:
        return []
    return [text[start:end] for s in quote.spans for start, end in within(text, s.start, s.end)]


def rarity(said: Sequence[Said]) -> dict[Word, float]:
    """How much a stem tells: the fewer different wordings hold it, the more."""
    from math import log

    wordings: dict[Word, set[str]] = defaultdict(set)
    for s in said:
        for stem in s.telling:
            wordings[stem].add(s.letters)
    total = len({s.letters for s in said}) + 1
    return {stem: log(1 + total / len(held)) for stem, held in wordings.items()}
