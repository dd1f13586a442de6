"""What is left of a passage when another tells it anew, here and there in two long texts: traces, weighed together."""

from dataclasses import dataclass
from math import log, log1p

from parley.combine.copying.compare import Comparison
from parley.combine.copying.couples import Couples, densest
from parley.combine.copying.reworded import retold
from parley.combine.copying.windows import Windows, likeness

# A logistic regression on PAN 2013 (training part) and on BASIL, whose articles on one event have words in common all
# over: in one in a hundred pairs without a passage is one seen.
TOLD, WEIGHT, KEPT, PART, WHOLE, EXTRACT = 0.56, 1.79, 1.11, 6.8, -9.0, 0.64
LEAST = 10.0
MOST_KEPT = 24  # telling words of a sentence or two that are kept: more tell no more


@dataclass(frozen=True, slots=True)
class Trace:
    """`weight` of the rare couples that stand together in both; `score` beyond LEAST: some passage is common to both."""

    weight: float
    score: float


def traces(found: Comparison, couples: tuple[Couples, Couples], places: tuple[Windows, Windows]) -> Trace:
    """The traces of a passage in two articles that hold no copy of each other."""
    weight = densest(*couples, 1.0)
    short, long = sorted((places[0].size, places[1].size))
    score = TOLD * log1p(found.told) + WEIGHT * log1p(weight) + EXTRACT * log(max(long, 1) / max(short, 1))
    if score + PART + KEPT * log1p(MOST_KEPT) < LEAST:
        return Trace(weight, score)
    alike = likeness(*places)
    score += PART * alike.part + WHOLE * alike.whole
    if score < LEAST <= score + KEPT * log1p(MOST_KEPT):
        score += KEPT * log1p(_kept(found))
    return Trace(weight, score)


def _kept(found: Comparison) -> int:
    """Telling words of the best retold stretch."""
    return min(max((r.kept for r in retold(found.a, found.b)), default=0), MOST_KEPT)
