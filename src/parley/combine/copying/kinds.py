"""What a comparison amounts to: a copy of some kind, a shared source, or nothing."""

from dataclasses import dataclass

from parley.combine.copying.compare import Comparison
from parley.combine.copying.couples import Couples, Thread, thread
from parley.combine.copying.traces import LEAST, traces
from parley.combine.copying.windows import Windows
from parley.record import CopyKind

# Set on the labelled Helsinki pairs and on BASIL, where hardly an article copies another.
TOLD = 14  # words of the reporter's own that two articles share: fewer are phrases, names and dates of the same event
TOLD_RUN = 11  # words of the longest run among them: shorter ones alone are stock phrases
SAME_TEXT = 0.67  # part of both articles that is shared when one is the other, give or take a paragraph
CONTAINED = 0.6  # part of one article found in the other: more than statements alone ever make up
SPOKEN = 0.8  # part of the shared words that a speaker said: then a contained article is made of a statement
QUOTED = 8  # quoted words that both give
COUPLES, DENSE, IN_ORDER = 14, 0.15, 0.095  # shared couples of a retold article: number, and for each of its own words


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two articles are to each other; `reason` gives the figures that say so, `score` how sure it is that the pair
    is a copy (for a shared source: that it is none), 0..1."""

    kind: CopyKind
    reason: str
    score: float


def judge(found: Comparison, couples: tuple[Couples, Couples], places: tuple[Windows, Windows]) -> Judgement | None:
    """The kind of relation, None where two articles only tell of the same things."""
    if is_copied(found):
        kind = CopyKind.VERBATIM if min(found.shares) >= SAME_TEXT else CopyKind.PARTIAL
        longest = f"the longest unquoted run {found.longest} words long"
        strength = max(found.told / TOLD, max(found.shares) / CONTAINED)
        return Judgement(kind, f"{_shared(found)}, {longest}", _sure(strength))
    order = thread(found.a, couples[0], found.b, couples[1])
    if is_retold(order):
        reason = f"{order.ordered} rare couples of words stand in the same order in both"
        return Judgement(CopyKind.REWORDED, reason, _sure(order.order / IN_ORDER))
    none = round(1 - 0.5 * min(1.0, max(found.told / TOLD, order.order / IN_ORDER)), 3)
    if found.quoted >= QUOTED:
        return Judgement(CopyKind.SHARED_SOURCE, _shared(found), none)
    trace = traces(found, couples, places)
    if trace.score >= LEAST:
        return Judgement(CopyKind.SHARED_SOURCE, f"rare words stand together in both (weight {trace.weight:.0f})", none)
    return None


def is_copied(found: Comparison) -> bool:
    """Whether one holds whole sentences of the other's reporter, or most of it."""
    spoken = found.quoted >= SPOKEN * (found.told + found.quoted)
    return (found.told >= TOLD and found.longest >= TOLD_RUN) or (max(found.shares) >= CONTAINED and not spoken)


def is_retold(order: Thread) -> bool:
    """Whether one tells what the other tells in the same order, in other words."""
    return order.couples >= COUPLES and order.density >= DENSE and order.order >= IN_ORDER


def _shared(found: Comparison) -> str:
    return f"{found.told} words of reporting and {found.quoted} quoted words shared"


def _sure(strength: float) -> float:
    return round(1 - 0.5 / max(strength, 1.0), 3)
