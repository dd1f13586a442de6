"""Who copied whom: pairs of articles that share text, how, and in which direction."""

from collections.abc import Sequence
from dataclasses import dataclass

from parley.combine.copying.candidates import candidate_pairs
from parley.combine.copying.compare import Comparison, aligned
from parley.combine.copying.couples import Couples, rare_couples
from parley.combine.copying.direction import Side, direction_of
from parley.combine.copying.kinds import judge
from parley.combine.copying.passages import Stretch, stretches
from parley.combine.copying.reworded import retold
from parley.combine.copying.telling import Telling, tell
from parley.combine.copying.windows import Rarity, Windows
from parley.combine.copying.witnesses import with_witnesses
from parley.learn.news_words import load
from parley.record import Article, Copy, CopyKind, Direction, Reading, Span
from parley.text.once import Once

__all__ = ["find_copies"]

SAME = 0.9  # part of both articles in equal runs: nothing is left that could be told anew


def find_copies(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Related pairs in order of the articles' ids; pairs that share a source but no reporting are among them."""
    sides = sorted(map(Side, articles, readings), key=lambda s: s.article.id)
    tellings = [tell(s.article, s.reading) for s in sides]
    couples = rare_couples(tellings)
    rarity = Rarity.of(tellings, load())
    texts = [_Text(*one, rarity) for one in zip(sides, tellings, couples, strict=True)]
    pairs = candidate_pairs(tellings, couples)
    compared = zip(pairs, aligned(tellings, pairs), strict=True)
    found = [copy for (i, j), shared in compared if (copy := _compared(texts[i], texts[j], shared))]
    return with_witnesses(found, {s.article.id: s for s in sides})


@dataclass(frozen=True)
class _Text:
    """One article, made ready to be compared."""

    side: Side
    telling: Telling
    couples: Couples
    rarity: Rarity

    @Once
    def places(self) -> Windows:
        return self.rarity.windows(self.telling)


def _compared(a: _Text, b: _Text, found: Comparison) -> Copy | None:
    judgement = judge(found, (a.couples, b.couples), (a.places, b.places))
    if judgement is None:
        return None
    direction, reasons = _direction(a.side, b.side, judgement.kind)
    told_anew = () if min(found.shares) >= SAME else retold(a.telling, b.telling)
    return Copy(
        a=a.side.article.id,
        b=b.side.article.id,
        kind=judgement.kind,
        direction=direction,
        shares=(round(found.shares[0], 4), round(found.shares[1], 4)),
        passages=tuple(_spans(found, s) for s in stretches(found.found, told_anew)),
        basis=(judgement.reason, *reasons),
        score=judgement.score,
    )


def _direction(a: Side, b: Side, kind: CopyKind) -> tuple[Direction, tuple[str, ...]]:
    if kind is CopyKind.SHARED_SOURCE:
        return Direction.UNKNOWN, ("the reporting around it differs",)
    return direction_of(a, b)


def _spans(found: Comparison, stretch: Stretch) -> tuple[Span, Span]:
    return found.a.span(stretch.a, stretch.a_end), found.b.span(stretch.b, stretch.b_end)
