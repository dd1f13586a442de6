"""Short answers, whose object stands in the sentence before: "The port refused.", "Sorley denied it."."""

from collections.abc import Callable
from dataclasses import replace

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.line import DAYS, Line
from parley.reading.stancing.naming import names_of
from parley.reading.stancing.reach import issue_end
from parley.reading.stancing.verbs import Verbs
from parley.record import Attribution, Span, Stance, StanceKind

A, D, F, N, Y = (
    StanceKind.ACCEPTS, StanceKind.DEMANDS, StanceKind.REFUSES, StanceKind.DENIES, StanceKind.OFFERS,
)  # fmt: skip
SPOKEN = {"no": F, "yes": A}
ANSWERS = {"refuse": F, "decline": F, "agree": A, "accept": A}
CHARGES = frozenset(
    "it that this them charge charges accusation accusations allegation allegations claim claims".split()
)
CHARGING = frozenset("accused accuses accusing".split())
LONGEST_GAP = 250  # code points between the demand and its answer: the sentence before, or a quote between
SHORT = 12  # tokens of an answer before its first comma


class Answers:
    """What was asked or charged last, while the sentences of one article are read in order."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.asked: Stance | None = None
        self.charge: tuple[int, str, tuple[str, ...]] | None = None

    def note(self, stance: Stance) -> None:
        """A demand or an offer waits for its answer."""
        if stance.stance in (D, Y):
            self.asked = stance

    def hear(self, line: Line) -> None:
        """ "Vance accused Sorley of stalling": a charge waits for its denial."""
        for n, word in enumerate(line.lower):
            if word not in CHARGING:
                continue
            of = next((k for k in range(n + 1, min(n + 9, len(line) - 1)) if line.lower[k] == "of"), None)
            if of is not None and (end := issue_end(line, of + 1)) > of + 1:
                self.charge = line.start, line.words(of + 1, end), names_of(line, of + 1, end)

    def answer(self, line: Line, span: Span, cue_at: Callable[[int], Span]) -> Stance | None:
        """The stance of a sentence that only says "refused" or "agreed" to what another party asked just before."""
        asked = self.asked
        if asked is None or not 0 < span.start - asked.span.end < LONGEST_GAP:
            return None
        for n, word in enumerate(line.lower[:SHORT]):
            spoken = SPOKEN.get(line.lower[n + 1]) if word in ("said", "says") and n + 1 < len(line) else None
            kind = spoken or ANSWERS.get(words.base(word))
            if kind is None or not line.is_verb(n) or not _ends(line, n + (2 if spoken else 1)):
                continue
            group = line.group(n)
            holders = () if group.negated or group.modal or not group.finite else self.verbs.subjects(line, group)
            if len(holders) == 1 and holders[0].party != asked.party:
                return Stance(
                    holders[0].party, asked.issue, kind, False, span, cue_at(n), 0.8,
                    target=asked.party, speaker=holders[0].speaker, attribution=Attribution.NARRATOR, names=asked.names,
                )  # fmt: skip
        return None

    def denied(self, stance: Stance, line: Line) -> Stance:
        """ "denied it", "denied the charge": what was charged in the sentence before."""
        told = {w.strip(".,“”\"'") for w in stance.issue.lower().split()} - {"the", "those", "these", "such", "all"}
        if stance.stance is not N or self.charge is None or not told <= CHARGES:
            return stance
        at, charged, names = self.charge
        return replace(stance, issue=charged, names=names) if 0 <= line.start - at < LONGEST_GAP * 2 else stance


def _ends(line: Line, n: int) -> bool:
    """Whether the clause ends at `n`, after a day maybe: "refused.", "refused on Friday, saying"."""
    if line.lower[n : n + 1] == ["on"] and line.lower[n + 1 : n + 2] and line.lower[n + 1] in DAYS:
        n += 2
    return n >= len(line) or line.lower[n] in (".", ",", ";") or line.lower[n] in DAYS
