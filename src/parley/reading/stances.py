"""Who demands, offers, accepts or rejects what, sentence by sentence."""

from collections.abc import Iterator, Sequence

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.reading.stancing.alliances import Alliances
from parley.reading.stancing.answers import Answers
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.doubts import weigh
from parley.reading.stancing.holders import Holders
from parley.reading.stancing.line import Line, balanced, lines
from parley.reading.stancing.moves import Moves
from parley.reading.stancing.naming import names_of
from parley.reading.stancing.nouns import Nouns
from parley.reading.stancing.predicates import Predicates
from parley.reading.stancing.reach import condition_of, in_condition
from parley.reading.stancing.speech import Speech
from parley.reading.stancing.threats import Threats
from parley.reading.stancing.verbs import Verbs
from parley.reading.stancing.waiting import Waiting
from parley.record import Attribution, Quote, Span, Stance

__all__ = ["find_stances"]

LONGEST_SENTENCE = 150  # tokens; longer ones are lists or tables
LONGEST_SPAN = 600  # code points of evidence


class Reader:
    """Reads the lines of one article."""

    def __init__(self, prose: Prose, cast: Cast, quotes: Sequence[Quote]) -> None:
        self.prose = prose
        self.holders = Holders(cast)
        self.speech = Speech(cast, quotes, self.holders)
        verbs = Verbs(self.holders, self.speech)
        self.answers = Answers(verbs)
        self.kinds = (
            verbs,
            Nouns(self.holders, verbs),
            Predicates(verbs, self.speech),
            Threats(verbs, self.speech),
            Moves(verbs),
            Waiting(verbs),
            Alliances(self.holders),
        )

    def stances(self) -> Iterator[Stance]:
        for line in lines(self.prose):
            if len(line) <= LONGEST_SENTENCE:
                yield from self._read(line)

    def _read(self, line: Line) -> Iterator[Stance]:
        """The stances of one sentence; what it asks or charges waits for an answer in the next."""
        self.answers.hear(line)
        claims = [c for kind in self.kinds for c in kind.claims(line) if not in_condition(line, c.cue[0])]
        for stance in (s for claim in claims for s in self._settled(line, claim)):
            self.answers.note(stance)
            yield self.answers.denied(stance, line)
        span = self.prose.span(*line.offsets(0, len(line)))
        answer = self.answers.answer(line, span, lambda n: self.prose.span(*line.offsets(n, n + 1)))
        if answer is not None:
            yield answer

    def _settled(self, line: Line, claim: Claim) -> Iterator[Stance]:
        condition = condition_of(line, claim.cue[0])
        voice = self.speech.at(line, claim.cue[0])
        for holder in claim.holders:
            attribution, speaker = Attribution.NARRATOR, holder.speaker
            if voice:
                speaker = speaker or voice.holder.speaker or voice.holder.party
                same = voice.holder.party == holder.party
                attribution = Attribution.OWN if same else Attribution.REPORTED_BY_OTHER
            yield Stance(
                party=holder.party,
                issue=line.words(*balanced(line, *claim.issue)),
                stance=claim.kind,
                conditional=condition is not None or claim.pending,
                span=self._evidence(line, claim),
                cue=self.prose.span(*line.offsets(*claim.cue)),
                score=claim.sure,
                condition=line.words(*condition) if condition else None,
                target=claim.target if claim.target != holder.party else None,
                speaker=speaker,
                attribution=attribution,
                names=names_of(line, *claim.issue),
            )

    def _evidence(self, line: Line, claim: Claim) -> Span:
        """The sentence; of a very long one, the words from cue to issue."""
        start, end = line.offsets(0, len(line))
        if end - start > LONGEST_SPAN:
            first = min(claim.cue[0], claim.issue[0])
            start, end = line.offsets(first, max(claim.cue[1], claim.issue[1]))
        return self.prose.span(start, end)


def find_stances(prose: Prose, cast: Cast, quotes: Sequence[Quote]) -> tuple[Stance, ...]:
    """In text order; `party`, `target` and `speaker` are names of the cast."""
    found: dict[tuple[object, ...], Stance] = {}
    for stance in Reader(prose, cast, quotes).stances():
        key = (stance.party, stance.stance, stance.cue)
        if key not in found or found[key].score < stance.score:
            found[key] = stance
    return tuple(sorted(weigh(prose, cast, list(found.values())), key=lambda s: (s.cue, s.party, s.stance)))
