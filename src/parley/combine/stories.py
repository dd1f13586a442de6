"""Which articles tell of one event (a story), and which events belong to one negotiation."""

from collections.abc import Sequence

import numpy as np

from parley.combine.copying.telling import tell
from parley.combine.grouping.clusters import Pair, clusters
from parley.combine.grouping.vectors import vectors
from parley.record import Article, Copy, CopyKind, Reading, Story, short_id
from parley.text.words import Ids, split, stops

__all__ = ["group_stories"]

SAME_EVENT, SAME_TALKS = 0.27, 0.12  # average likeness within a story, within a negotiation (ECB+ dev)
LEAD = 60  # words of the body that tell what happened
FAINT = 0.03  # likeness below is the day's vocabulary


def group_stories(
    articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy]
) -> tuple[Story, ...]:
    """Each article in one story, stories in order of their first article's id."""
    order = sorted(range(len(articles)), key=lambda n: articles[n].id)
    articles, readings = [articles[n] for n in order], [readings[n] for n in order]
    likeness = _likeness(articles, readings)
    number = {a.id: n for n, a in enumerate(articles)}
    copied = [(number[c.a], number[c.b]) for c in copies if c.kind is CopyKind.VERBATIM]
    stories = clusters(len(articles), likeness, SAME_EVENT, copied)
    talks = clusters(len(articles), likeness, SAME_TALKS, [(s[0], n) for s in stories for n in s[1:]])
    negotiation = {n: short_id("negotiation", articles[t[0]].id) for t in talks for n in t}
    return tuple(_story([articles[n] for n in s], [readings[n] for n in s], negotiation[s[0]]) for s in stories)


def _likeness(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[Pair, float]:
    """Pairs of articles (i < j) that share telling words."""
    tellings = list(map(tell, articles, readings))
    titles = [split(r.title or a.title or "").ids for a, r in zip(articles, readings, strict=True)]
    body = vectors([_bag(t.words.ids) for t in tellings])
    lead = vectors([_bag(np.concatenate([h, t.words.ids[:LEAD]])) for h, t in zip(titles, tellings, strict=True)])
    names = vectors([_bag(t.words.ids[t.named]) for t in tellings])
    found: dict[Pair, float] = {}
    for i in range(len(articles)):
        alike = 0.5 * body.likeness(i) + 0.25 * lead.likeness(i) + 0.25 * names.likeness(i)
        found |= {(i, int(j)): float(alike[j]) for j in np.flatnonzero(alike > FAINT) if i < j}
    return found


def _bag(ids: Ids) -> Ids:
    return ids[~stops(ids)]


def _story(articles: Sequence[Article], readings: Sequence[Reading], negotiation: str) -> Story:
    title = next((t for a, r in zip(articles, readings, strict=True) if (t := r.title or a.title)), articles[0].id)
    ids = tuple(a.id for a in articles)
    return Story(short_id("story", ids[0]), title, ids, negotiation, ("alike in words and names",))
