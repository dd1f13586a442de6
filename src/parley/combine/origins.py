"""How many independent texts stand behind the articles: copies are joined, the lower number when unsure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parley.combine.copying.direction import bare_name
from parley.record import Copy, CopyKind, CreditKind, Direction, Origin, Reading, short_id

__all__ = ["count", "find_origins"]

OWN_TEXT = (
    0.3  # part of an article found in another from which its text goes back to the same origin (Helsinki origins)
)
AGENCY_TEXT = 0.04  # the same where both credit one agency: two versions of a running story


@dataclass
class Groups:
    """Articles joined step by step; the reasons for each join are kept."""

    parent: dict[str, str]
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def find(self, article: str) -> str:
        while self.parent[article] != article:
            self.parent[article] = self.parent[self.parent[article]]
            article = self.parent[article]
        return article

    def join(self, a: str, b: str, reason: str) -> None:
        """The group takes the name of its first article in order, so that input order does not matter."""
        first, second = sorted((self.find(a), self.find(b)))
        if first != second:
            self.parent[second] = first
            self.reasons[first] = self.reasons.pop(first, []) + self.reasons.pop(second, []) + [reason]

    def members(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in sorted(self.parent):
            found.setdefault(self.find(article), []).append(article)
        return found


def find_origins(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """Each article in exactly one origin, in order of its first article."""
    known = {r.article: r for r in readings}
    groups = Groups({a: a for a in known})
    for copy in copies:
        if copy.a in known and copy.b in known and (reason := _joins(copy, known[copy.a], known[copy.b])):
            groups.join(copy.a, copy.b, reason)
    return tuple(
        _origin(articles, known, copies, groups.reasons.get(first, [])) for first, articles in groups.members().items()
    )


def count(origins: Iterable[Origin], articles: Iterable[str]) -> int:
    """How many distinct origins stand behind the articles."""
    asked = frozenset(articles)
    return sum(not asked.isdisjoint(o.articles) for o in origins)


def _joins(copy: Copy, a: Reading, b: Reading) -> str | None:
    """Why two articles go back to one text, None where each has its own."""
    if copy.kind is CopyKind.SHARED_SOURCE:
        return None
    agencies = _agencies(a) & _agencies(b)
    if agencies and max(copy.shares) >= AGENCY_TEXT:
        return f"{copy.a} and {copy.b} credit one agency and share {max(copy.shares):.0%} of a text"
    if max(copy.shares) < OWN_TEXT and copy.kind is CopyKind.PARTIAL:
        return None
    return f"{copy.a} and {copy.b} share {max(copy.shares):.0%} of a text ({copy.kind.value})"


def _agencies(reading: Reading) -> frozenset[str]:
    return frozenset(bare_name(c.name) for c in reading.credits if c.kind is CreditKind.AGENCY)


def _origin(
    articles: list[str], known: Mapping[str, Reading], copies: Sequence[Copy], reasons: Sequence[str]
) -> Origin:
    name, why = _name(articles, known, copies)
    return Origin(short_id("origin", *articles[:1]), name, tuple(articles), (why, *reasons))


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
