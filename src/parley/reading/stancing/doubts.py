"""A second opinion on stances, learned from marked sentences: it lowers the score of what it clearly doubts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.learn import plover
from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.record import Stance, StanceKind

# PLOVER's kinds of event that a stance may be: a demand is a request, but one that is put as a reproach, too
FITTING = {
    StanceKind.DEMANDS: "REQUEST ACCUSE THREATEN REJECT",
    StanceKind.OFFERS: "AGREE YIELD AID SUPPORT COOPERATE CONSULT REQUEST",
    StanceKind.SUPPORTS: "SUPPORT AGREE AID COOPERATE YIELD",
    StanceKind.ACCEPTS: "AGREE YIELD SUPPORT COOPERATE CONSULT AID",
    StanceKind.REJECTS: "REJECT ACCUSE PROTEST",
    StanceKind.REFUSES: "REJECT ACCUSE SANCTION",
    StanceKind.THREATENS: "THREATEN SANCTION COERCE PROTEST ASSAULT MOBILIZE REJECT",
    StanceKind.DENIES: "REJECT ACCUSE",
}
# What is left open is not asked about: nothing that it learned from says "did not rule out", and it hears "rule out"
COLUMNS = {kind: [plover.ROOTS.index(root) for root in roots.split()] for kind, roots in FITTING.items()}
NEGATED = frozenset("not n't n’t no never neither nor without".split())
LEAST = (
    0.3  # of the probability that the event is one of those: of 106 stances of ordinary news (AQUAINT) it then doubts
)
# eleven, of which seven are none ("NATO calls for the collective defense of its members"); at 0.2 four
DOUBTED = 0.7  # times the score: what was half sure is no position any more, what was sure stays one


@dataclass(frozen=True)
class Doubts:
    """Holds the stances of one article against the second opinion."""

    prose: Prose
    cast: Cast

    def weighed(self, stance: Stance) -> Stance:
        """The stance, at a lower score where words and meaning both speak against its kind."""
        pair = self._pair(stance) if self._asked(stance) else None
        if pair is None:
            return stance
        seen, columns = plover.see(pair), COLUMNS[stance.stance]
        if plover.by_words(seen)[columns].sum() >= LEAST or plover.by_meaning(seen)[columns].sum() >= LEAST:
            return stance
        return replace(stance, score=round(stance.score * DOUBTED, 2))

    def _asked(self, stance: Stance) -> bool:
        cue = self.prose.text[stance.cue.start : stance.cue.end].lower().replace("n’t", " not").replace("n't", " not")
        return stance.stance in COLUMNS and not NEGATED & set(cue.split())

    def _pair(self, stance: Stance) -> plover.Pair | None:
        """Who takes the stance, as the sentence names it, and what the stance is about; None where it names nobody."""
        sentence = self.prose.doc.char_span(stance.span.start, stance.span.end, alignment_mode="expand")
        at = self.prose.text.find(stance.issue, stance.cue.start, stance.span.end)
        issue = (at, at + len(stance.issue)) if at >= 0 else None
        source = self._source(stance, issue)
        if sentence is None or source is None:
            return None
        addressed = [m for m, a in self.cast.mentions(stance.span.start, stance.span.end) if a.name == stance.target]
        return plover.Pair(sentence, source, (addressed[0].start, addressed[0].end) if addressed else issue)

    def _source(self, stance: Stance, issue: plover.Place | None) -> plover.Place | None:
        """The last mention before the cue of the party or whoever speaks for it, else the first in the sentence."""
        told = [
            m
            for m, actor in self.cast.mentions(stance.span.start, stance.span.end)
            if {actor.name, actor.party} & {stance.party, stance.speaker}
            and not (issue and m.start < issue[1] and issue[0] < m.end)
        ]
        before = [m for m in told if m.end <= stance.cue.start + 1]
        return next(((m.start, m.end) for m in [*before[-1:], *told[:1]]), None)


def weigh(prose: Prose, cast: Cast, stances: Sequence[Stance]) -> list[Stance]:
    """The stances in their order, some at a lower score; none is left out or changed otherwise."""
    doubts = Doubts(prose, cast)
    return [doubts.weighed(stance) for stance in stances]
