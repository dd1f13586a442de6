"""Who says what stands at a place of the text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parley.reading.cast import Cast
from parley.reading.stancing.holders import Holder, Holders, holder_of
from parley.reading.stancing.line import Line
from parley.record import ActorKind, Quote, QuoteKind

NEAR = 6  # quotes that begin before a place and may hold it
LONGEST_WAY = 12  # heads climbed in search of a verb of saying


@dataclass(frozen=True)
class Voice:
    """The speaker of some words; `quoted`: the words stand in quotation marks."""

    holder: Holder
    quoted: bool


class Speech:
    """The article's quotes by place; where no quote holds a place, the parse's verb of saying over it."""

    def __init__(self, cast: Cast, quotes: Sequence[Quote], holders: Holders) -> None:
        self.cast, self.holders = cast, holders
        self.spans = sorted(((s.start, s.end, q) for q in quotes for s in q.spans), key=lambda x: x[:2])
        self.starts = [s for s, _, _ in self.spans]

    def at(self, line: Line, n: int) -> Voice | None:
        """Who says token `n`; None where the reporter does."""
        offset = line.tokens[n].idx
        near = self.spans[: bisect_right(self.starts, offset)][-NEAR:]
        holding = [(_doubt(q), end - start, q) for start, end, q in near if start <= offset < end]
        if holding:
            return self._voice(min(holding, key=lambda h: h[:2])[2])
        return self._by_parse(line, n)

    def _voice(self, quote: Quote) -> Voice | None:
        if quote.speaker is None or quote.speaker.name is None:
            return None
        actor = self.cast.named(quote.speaker.name)
        holder = holder_of(actor) if actor else Holder(quote.speaker.name)
        return Voice(holder, quote.kind is not QuoteKind.INDIRECT)

    def _by_parse(self, line: Line, n: int) -> Voice | None:
        token = line.tokens[n]
        for _ in range(LONGEST_WAY):
            below, token = token, token.head
            place = line.place.get(token.i)
            if place is None or token.i == below.i:
                return self._by_tail(line, below.i, n)
            if line.saying(place) and below.dep_ in ("ccomp", "parataxis", "advcl", "conj", "dep", "obj"):
                return self._subject_of(line, place, n)
        return None

    def _by_tail(self, line: Line, root: int, n: int) -> Voice | None:
        """ "The port would close, Sorley warned.": the speaker comes last."""
        for k in range(len(line) - 1, n, -1):
            token = line.tokens[k]
            if line.saying(k) and token.dep_ in ("parataxis", "conj") and token.head.i == root:
                if token.dep_ == "conj" and any(c.dep_ == "cc" for c in token.children):
                    continue  # "is out of the question, Orsova said" may be a conj; "and said" is no tail
                return self._subject_of(line, k, n)
        return None

    def _sayer(self, line: Line, verb: int) -> int | None:
        """The subject of a verb of saying, or of the verb that it is joined to: "dropped its demand and said"."""
        subject = line.subject(line.group(verb))
        token = line.tokens[verb]
        if subject is None and token.dep_ == "conj" and (above := line.place.get(token.head.i)) is not None:
            return line.subject(line.group(above))
        return subject

    def _subject_of(self, line: Line, verb: int, n: int) -> Voice | None:
        subject = self._sayer(line, verb)
        for child in line.tokens[verb].children:
            if subject is None and child.dep_.startswith("nsubj"):
                subject = line.place.get(child.i)
        if subject is None or subject == n:
            return None
        found = self.holders.of(line, subject, verb if subject < verb else None)
        return Voice(found[0], False) if found else None

    def teller(self, line: Line, n: int) -> tuple[int, tuple[Holder, ...]] | None:
        """The verb of saying right above the clause of token `n`, and all who say it: whom "they" means in it."""
        token = line.tokens[n]
        for _ in range(LONGEST_WAY):
            below, token = token, token.head
            place = line.place.get(token.i)
            if place is None or token.i == below.i:
                return None
            if line.saying(place) and below.dep_ in ("ccomp", "parataxis") and n > place:
                subject = self._sayer(line, place)
                if subject is None or subject == n:
                    return None
                return place, self.holders.of(line, subject, line.group(place).left)
        return None


def _doubt(quote: Quote) -> tuple[bool, bool]:
    """Of several quotes that hold one place, a person's direct words tell best who speaks (not the agency that passed them)."""
    person = quote.speaker is not None and quote.speaker.kind is ActorKind.PERSON
    return not person, quote.kind is not QuoteKind.DIRECT
