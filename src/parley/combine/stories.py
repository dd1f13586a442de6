"""Which articles tell of one event (a story), and which events belong to one negotiation."""

from collections.abc import Sequence

from parley.combine.copying.telling import tell
from parley.combine.grouping.clusters import Pair, clusters
from parley.combine.grouping.days import Days, faded
from parley.combine.grouping.likeness import Bags, bags, likeness
from parley.learn.news_words import load
from parley.record import Article, Copy, CopyKind, Reading, Story, short_id

__all__ = ["group_stories"]

# Average likeness within a group; set on ECB+ (train, whole and topic by topic), BASIL and our own dense fortnight.
SAME_EVENT = 0.17  # with words as rare as in news at large
SAME_AMONG_ALIKE = 0.09  # with words as rare as within the group: two fires in two towns, told in the same words
SAME_TALKS = 0.06  # two events of one negotiation
FULL, STEEPER = (
    24,
    0.37,
)  # in a record of fewer articles all words are common: more likeness is asked for (ECB+, samples)
FEW = 4  # articles: a smaller group is not looked at again


def group_stories(
    articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy]
) -> tuple[Story, ...]:
    """Each article in one story, stories in order of their first article's id."""
    order = sorted(range(len(articles)), key=lambda n: articles[n].id)
    articles, readings = [articles[n] for n in order], [readings[n] for n in order]
    number = {a.id: n for n, a in enumerate(articles)}
    copied = [(number[c.a], number[c.b]) for c in copies if c.kind is CopyKind.VERBATIM]
    titles = [r.title or a.title or "" for a, r in zip(articles, readings, strict=True)]
    words = [bags(tell(a, r), title) for a, r, title in zip(articles, readings, titles, strict=True)]
    alike = likeness(words, load())
    days = [Days.of(r.published, a.text) for a, r in zip(articles, readings, strict=True)]
    stories = _events(words, days, alike, copied)
    talks = clusters(len(articles), alike, SAME_TALKS, [(s[0], n) for s in stories for n in s[1:]])
    negotiation = {n: short_id("negotiation", articles[t[0]].id) for t in talks for n in t}
    return tuple(_story([articles[n] for n in s], [titles[n] for n in s], negotiation[s[0]]) for s in stories)


def _events(
    words: Sequence[Bags], days: Sequence[Days], alike: dict[Pair, float], copied: Sequence[Pair]
) -> list[list[int]]:
    """Groups that are alike in news at large, each taken apart where it is not alike among its own."""
    events: list[list[int]] = []
    for group in clusters(len(words), faded(alike, days), SAME_EVENT, copied):
        if len(group) < FEW:
            events.append(group)
            continue
        place = {n: k for k, n in enumerate(group)}
        together = [(place[i], place[j]) for i, j in copied if i in place]
        among = faded(likeness([words[n] for n in group]), [days[n] for n in group])
        parts = clusters(len(group), among, _among(len(words)), together)
        events += [[group[k] for k in part] for part in parts]
    return sorted(events)


def _among(articles: int) -> float:
    """The likeness asked for within a group, in a record of so many articles."""
    return SAME_AMONG_ALIKE * float(max(1.0, FULL / articles) ** STEEPER)


def _story(articles: Sequence[Article], titles: Sequence[str], negotiation: str) -> Story:
    title = next(filter(None, titles), articles[0].id)
    ids = tuple(a.id for a in articles)
    return Story(short_id("story", ids[0]), title, ids, negotiation, ("alike in words, lead and names",))
