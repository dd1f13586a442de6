"""Answers still to come, and on what condition one is given: who says so, and what each outlet leaves out."""

from collections.abc import Iterator, Sequence
from itertools import product

from parley.combine.comparing.finding import Pages
from parley.record import Attribution, Finding, FindingKind, Position, Stance, StanceKind

NEGATED = frozenset("not never n’t n't nor neither".split())
SURE = 0.6  # score of both positions: what is half sure is no ground to say that outlets differ
# what one may do with a condition or without
GIVEN = (StanceKind.ACCEPTS, StanceKind.OFFERS, StanceKind.OPEN_TO, StanceKind.SUPPORTS, StanceKind.THREATENS)


def answers_to_come(pages: Pages) -> Iterator[Finding]:
    """A party that has not answered, as told by two origins: by whom it is said, and what was asked."""
    for party in dict.fromkeys(p.party for p in pages.record.positions):
        told = [s for p in _open(pages, party) for s in pages.stances(p) if _pending(s) or _unanswered(pages, s)]
        if not any(_pending(s) for s in told):
            continue
        spans = [s.span for s in told]
        sides = " | ".join(dict.fromkeys(f"“{s.issue}” ({_teller(s)})" for s in told))
        found = pages.finding(FindingKind.ATTRIBUTION, f"{pages.name(party)}, answer open: {sides}", spans)
        if found.origins > 1:
            yield found


def conditions_left_out(pages: Pages) -> Iterator[Finding]:
    """A stance that one origin tells with a condition and another one without, in one round or on one day."""
    for bound, free in _alike(pages):
        told = f"{pages.name(bound.party)}, {pages.name(bound.issue)}: {bound.stance.replace('_', ' ')}"
        sides = f"“{bound.condition}” | no condition told"
        spans = [bound.evidence[0], free.evidence[0]]
        found = pages.finding(FindingKind.SCOPE, f"{told} {sides}", spans)
        if found.origins > 1:
            yield found


def _alike(pages: Pages) -> Iterator[tuple[Position, Position]]:
    held = [p for p in pages.record.positions if p.stance in GIVEN and p.score >= SURE]
    bound, free = [p for p in held if p.condition], [p for p in held if not p.conditional]
    for a, b in product(bound, free):
        same = (a.party, a.issue, a.stance) == (b.party, b.issue, b.stance)
        if same and ((a.when and a.when == b.when) or (a.meeting and a.meeting == b.meeting)):
            yield a, b


def _open(pages: Pages, party: str) -> Sequence[Position]:
    return [p for p in pages.record.positions if p.party == party and p.stance is StanceKind.OPEN_TO]


def _pending(stance: Stance) -> bool:
    """ "has neither accepted nor rejected the plan"."""
    return stance.conditional and stance.condition is None


def _unanswered(pages: Pages, stance: Stance) -> bool:
    """ "did not reject the idea", "has not ruled out talks": no yes and no no."""
    return bool(NEGATED & set(pages.words(stance.cue).lower().replace("n’t", " n’t").replace("n't", " n't").split()))


def _teller(stance: Stance) -> str:
    return "the reporter" if stance.attribution is Attribution.NARRATOR else stance.speaker or stance.party
