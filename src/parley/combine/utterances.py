"""The same words across outlets, aligned, with drift shown."""

from collections import defaultdict
from collections.abc import Sequence

from parley.combine.actors import Roster
from parley.combine.aligning.drift import drifts, flags
from parley.combine.aligning.grouping import Groups, group
from parley.combine.aligning.said import gather
from parley.record import Article, Copy, Flag, Reading, Utterance, short_id

__all__ = ["align_utterances"]


def align_utterances(
    articles: Sequence[Article], readings: Sequence[Reading], roster: Roster, copies: Sequence[Copy]
) -> tuple[Utterance, ...]:
    """Every quote of every reading in exactly one utterance, in the order of their first quotes."""
    groups = group(gather(articles, readings, roster), copies)
    ids = {root: _id(groups, root) for root in groups.members}
    near, disputed = defaultdict(set), set()
    for i, j in groups.near:
        a, b = groups.root(i), groups.root(j)
        if a != b:
            near[a].add(ids[b])
            near[b].add(ids[a])
            disputed |= {a, b} if (i, j) in groups.disputed else set()
    return tuple(_utterance(groups, root, ids[root], sorted(near[root]), root in disputed) for root in sorted(ids))


def _id(groups: Groups, root: int) -> str:
    """By the first quote: what later outlets add does not change it."""
    first = groups.said[min(groups.members[root])]
    return short_id("utterance", first.article, *(f"{s.start}-{s.end}" for s in first.quote.spans))


def _utterance(groups: Groups, root: int, key: str, near: list[str], disputed: bool) -> Utterance:
    said = [groups.said[i] for i in sorted(groups.members[root])]
    told = flags(said) + ([Flag.SPEAKER] if disputed else [])
    return Utterance(
        id=key,
        speaker=groups.speaker(root),
        quotes=tuple(s.quote for s in said),
        drift=drifts(said),
        flags=tuple(sorted(told, key=list(Flag).index)),
        near=tuple(near),
    )
