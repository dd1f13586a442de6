"""Quotes joined to utterances: the most alike first, and never two known speakers in one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from parley.combine.aligning.candidates import candidates
from parley.combine.aligning.leads import leads
from parley.combine.aligning.likeness import Likeness, bound, compare
from parley.combine.aligning.said import Said, Word, rarity
from parley.record import Copy, QuoteKind, Span

# thresholds by seeds-utterances and the port dispute of `parley demo`
SAME_SPEAKER = 0.5  # cover from which one speaker's words are one act
SAME_FRAGMENT = 0.35  # the same where one outlet's fragment in marks is in the other's words
UNRESOLVED = 0.7
NEAR = 0.6
NEAR_IN_MARKS = 0.5  # the same for words that both outlets put in marks
STRANGE = 0.3  # cover below which two wordings of one group would have nothing to do with each other
MOST_WORDINGS = 5  # of a group that are looked at
FEWEST = 3  # telling words shared by one speaker's wordings
FEWEST_UNRESOLVED = 4
FEWEST_NEAR = 5
ONE_ARTICLE = 0.8  # an article seldom quotes one sentence twice
DAYS_APART = 10  # outlets that report later than that report another occasion, unless in the same words


@dataclass
class Groups:
    """Quotes by number; `near` and `disputed` are pairs of quotes of different speakers, in like and in equal words."""

    said: Sequence[Said]
    parent: list[int]
    members: dict[int, list[int]]
    near: set[tuple[int, int]] = field(default_factory=set)
    disputed: set[tuple[int, int]] = field(default_factory=set)
    weight: Mapping[Word, float] = field(default_factory=dict)

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def speaker(self, root: int) -> str | None:
        return speaker_of([self.said[i] for i in self.members[root]])

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        if a != b:
            self.parent[b] = a
            self.members[a] += self.members.pop(b)


def speaker_of(said: Iterable[Said]) -> str | None:
    """The speaker that most quotes name, those of good score first; a person before the body that he or she speaks for."""
    votes: dict[str, float] = defaultdict(float)
    groups = set()
    for s in said:
        if s.speaker:
            votes[s.speaker] += 0.1 if s.weak else 1.0
            if s.group != s.speaker:
                groups.add(s.group)
    return min(votes, key=lambda v: (v in groups, -votes[v], v), default=None)


def group(said: Sequence[Said], copies: Sequence[Copy]) -> Groups:
    """Every quote in one group."""
    groups = Groups(said, list(range(len(said))), {i: [i] for i in range(len(said))})
    firsts = _join_equal(groups)
    _join_copied(groups, copies)
    distinct = [said[i] for i in firsts]
    weight = rarity(said)
    groups.weight = weight
    near = ((i, j) for i, j in candidates(distinct, weight) if bound(distinct[i], distinct[j], weight) >= SAME_FRAGMENT)
    pairs = [(compare(distinct[i], distinct[j], weight), firsts[i], firsts[j]) for i, j in near]
    for like, i, j in sorted(pairs, key=lambda p: (-p[0].both, -p[0].cover, p[1], p[2])):
        _consider(groups, like, i, j)
    for i, j in leads(said):
        if groups.speaker(groups.root(i)) == said[i].speaker and groups.speaker(groups.root(j)) == said[j].speaker:
            groups.join(i, j)
    return groups


def _join_equal(groups: Groups) -> list[int]:
    """Joins equal words of one speaker; returns the first of each wording and speaker."""
    firsts: dict[tuple[str, str | None], int] = {}
    for i, s in enumerate(groups.said):
        key = (s.letters, s.speaker)
        first = firsts.setdefault(key, i)
        if first != i and len(s.telling) >= FEWEST:
            groups.join(first, i)
        elif first != i:
            firsts[s.letters + s.article, str(i)] = i
    return sorted(set(firsts.values()))


def _join_copied(groups: Groups, copies: Sequence[Copy]) -> None:
    """Short quotes ("No") are one act where they stand in passages that one article took from another."""
    short: dict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(groups.said):
        if len(s.telling) < FEWEST:
            short[s.article].append(i)
    for copy in copies:
        for a, b in copy.passages:
            mine = [i for i in short[copy.a] if _inside(groups.said[i], a)]
            other = [i for i in short[copy.b] if _inside(groups.said[i], b)]
            for i, j in zip(mine, other, strict=False):
                if groups.said[i].letters == groups.said[j].letters and _compatible(groups, i, j):
                    groups.join(i, j)


def _inside(said: Said, passage: Span) -> bool:
    return all(passage.start <= s.start and s.end <= passage.end for s in said.quote.spans)


def _consider(groups: Groups, like: Likeness, i: int, j: int) -> None:
    a, b = groups.root(i), groups.root(j)
    if a == b or _overlap(groups, i, j):
        return
    if _compatible(groups, i, j, like):
        if _one_act(groups, like, i, j) and not _crowded(groups, like, a, b):
            groups.join(i, j)
    elif _handed_on(groups, i, j):
        return
    elif like.same or (like.cover >= _near(groups, i, j) and like.shared >= FEWEST_NEAR):
        groups.near.add((i, j))
        if like.same:
            groups.disputed.add((i, j))


def _handed_on(groups: Groups, i: int, j: int) -> bool:
    """ "“…,” Okafor said, according to the Post": the Post hands Okafor's words on, and is no second speaker of them."""
    a, b = groups.said[i], groups.said[j]
    via = {s.quote.speaker.via for s in (a, b) if s.quote.speaker} - {None}
    return bool(via & {a.name, b.name})


def _near(groups: Groups, i: int, j: int) -> float:
    """Cover from which words of two speakers are worth a look."""
    kinds = {groups.said[i].quote.kind, groups.said[j].quote.kind}
    return NEAR if QuoteKind.INDIRECT in kinds else NEAR_IN_MARKS


def _compatible(groups: Groups, i: int, j: int, like: Likeness | None = None) -> bool:
    """The same speaker, or one that is unresolved, or weakly resolved against equal words."""
    one, other = groups.speaker(groups.root(i)), groups.speaker(groups.root(j))
    if one is None or other is None or one == other:
        return True
    if like is None or like.cover < UNRESOLVED:
        return False
    a, b = groups.said[i], groups.said[j]
    if ((like.same or like.part) and (a.weak or b.weak)) or _one_name(a.name, b.name):
        return True
    return one == groups.said[j].group or other == groups.said[i].group


def _one_name(a: str | None, b: str | None) -> bool:
    """ "Vance" and "Nora Vance" can be one person, "Nora Vance" and "Karl Vance" cannot."""
    first, second = set((a or "").lower().split()), set((b or "").lower().split())
    return bool(first and second) and (first <= second or second <= first)


def _one_act(groups: Groups, like: Likeness, i: int, j: int) -> bool:
    a, b = groups.said[i], groups.said[j]
    if a.article == b.article and like.both < ONE_ARTICLE:
        return False
    if not like.same and _days(a.published, b.published) > DAYS_APART:
        return False
    if a.speaker and a.speaker == b.speaker:
        if like.quoted:
            return like.cover >= SAME_FRAGMENT
        return like.cover >= SAME_SPEAKER and like.shared >= FEWEST
    return like.cover >= UNRESOLVED and like.shared >= FEWEST_UNRESOLVED


def _crowded(groups: Groups, like: Likeness, a: int, b: int) -> bool:
    """Whether joining would make one act of two: the groups hold different words of one article, or most of their wordings
    are alike only to one long quotation that holds both."""
    if len(groups.members[a]) + len(groups.members[b]) > 2 and _strangers(groups, a, b):
        return True
    mine = {groups.said[i].article: groups.said[i].letters for i in groups.members[a]}
    return (
        any(
            mine.get(groups.said[j].article, groups.said[j].letters) != groups.said[j].letters
            for j in groups.members[b]
        )
        and like.both < ONE_ARTICLE
    )


def _strangers(groups: Groups, a: int, b: int) -> bool:
    mine, other = (
        list({groups.said[i].letters: groups.said[i] for i in groups.members[g]}.values())[:MOST_WORDINGS]
        for g in (a, b)
    )
    pairs = [bound(x, y, groups.weight) >= STRANGE for x in mine for y in other]
    return sum(pairs) * 2 < len(pairs)


def _overlap(groups: Groups, i: int, j: int) -> bool:
    """Whether one quote stands within the other: "“…,” Okafor said, according to the Post" is two quotes."""
    a, b = groups.said[i].quote, groups.said[j].quote
    return any(s.overlaps(t) for s in a.spans for t in b.spans)


def _days(a: str | None, b: str | None) -> int:
    if a is None or b is None or len(a) < 10 or len(b) < 10:
        return 0
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return 0
