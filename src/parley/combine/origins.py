"""How many independent texts stand behind the articles: copies are joined, the lower number when unsure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.combine.grouping.clusters import clusters
from parley.record import Copy, CopyKind, CreditKind, Direction, Origin, Reading, short_id

__all__ = ["count", "find_origins"]

# Set on the Helsinki origins. An item of an agency that a longer article carries makes up all of the one and little of
# the other; a paragraph of background is in many stories of one newsroom and joins none of them.
WHOLE = 0.6  # part of an article found in another from which both go back to one text
ON_AVERAGE = 0.3  # the same, over all pairs of two groups: editions of a running story


def find_origins(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """Each article in exactly one origin, in order of its first article."""
    known = {r.article: r for r in sorted(readings, key=lambda r: r.article)}
    number = {article: n for n, article in enumerate(known)}
    related = [c for c in copies if c.kind is not CopyKind.SHARED_SOURCE and c.a in known and c.b in known]
    pairs = {(min(n), max(n)): c for c in related for n in [(number[c.a], number[c.b])]}
    shares = {pair: max(c.shares) for pair, c in pairs.items()}
    one_text = [pair for pair, c in pairs.items() if c.kind is CopyKind.REWORDED or shares[pair] >= WHOLE]
    articles = list(known)
    groups = clusters(len(articles), shares, ON_AVERAGE, one_text)
    home = {articles[n]: g for g, members in enumerate(groups) for n in members}
    reasons: list[list[Copy]] = [[] for _ in groups]
    for copy in pairs.values():
        if home[copy.a] == home[copy.b]:
            reasons[home[copy.a]].append(copy)
    return tuple(_origin([articles[n] for n in g], known, why) for g, why in zip(groups, reasons, strict=True))


def count(origins: Iterable[Origin], articles: Iterable[str]) -> int:
    """How many distinct origins stand behind the articles."""
    asked = frozenset(articles)
    return sum(not asked.isdisjoint(o.articles) for o in origins)


def _origin(articles: list[str], known: Mapping[str, Reading], copies: Sequence[Copy]) -> Origin:
    name, why = _name(articles, known, copies)
    return Origin(short_id("origin", articles[0]), name, tuple(articles), (why, *_joins(articles, copies)))


def _joins(articles: Sequence[str], copies: Sequence[Copy]) -> Iterator[str]:
    """Why the articles go back to one text: for each but the first, what it shares most with one before it."""
    for n, article in enumerate(articles[1:], 1):
        before = frozenset(articles[:n])
        near = [c for c in copies if (c.a == article and c.b in before) or (c.b == article and c.a in before)]
        if near:
            best = max(near, key=lambda c: (max(c.shares), c.a, c.b))
            yield f"{best.a} and {best.b} share {max(best.shares):.0%} of a text ({best.kind.value})"


def _name(articles: list[str], known: Mapping[str, Reading], copies: Sequence[Copy]) -> tuple[str, str]:
    """The agency or outlet that the text came from, and how that is known."""
    for kind, verb in (
        (CreditKind.AGENCY, "carries text credited to"),
        (CreditKind.REPUBLISHED, "is republished from"),
    ):
        named = [(c.name, a) for a in articles for c in known[a].credits if c.kind is kind]
        if named:
            name = Counter(n for n, _ in named).most_common(1)[0][0]
            return name, f"{next(a for n, a in named if n == name)} {verb} {name}"
    first = _earliest(articles, copies)
    outlet = known[first].outlet
    return outlet or f"unnamed outlet of {first}", f"{first} names no source but itself"


def _earliest(articles: list[str], copies: Sequence[Copy]) -> str:
    """The article of a group that copied from none of the others, else the first."""
    takers = {c.a for c in copies if c.direction is Direction.A_FROM_B} | {
        c.b for c in copies if c.direction is Direction.B_FROM_A
    }
    return next((a for a in articles if a not in takers), articles[0])
