"""Articles joined by the average likeness of all pairs between two groups: one strong pair chains nothing together."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]
_Entry = tuple[float, int, int]  # least first: likeness with its sign turned, then the lower numbers


def clusters(count: int, likeness: Mapping[Pair, float], least: float, joined: Iterable[Pair] = ()) -> list[list[int]]:
    """Groups of [0, count) in order; pairs (i < j) not in `likeness` are unlike (0). `joined` pairs stay together.

    The best pair of groups is joined first; equal likeness goes by the lower numbers, so that the result is stable.
    """
    groups = _together(count, joined)
    links = _links(groups, likeness)
    queue = [_entry(groups, links, a, b) for a in groups for b in links[a] if a < b]
    heapify(queue)
    while queue:
        entry = heappop(queue)
        value, a, b = entry
        if -value < least:
            break
        if a in groups and b in links.get(a, {}) and entry == _entry(groups, links, a, b):
            _join(groups, links, a, b)
            for other in links[a]:
                heappush(queue, _entry(groups, links, min(a, other), max(a, other)))
    return [sorted(members) for _, members in sorted(groups.items())]


def _together(count: int, joined: Iterable[Pair]) -> dict[int, list[int]]:
    """Groups by their lowest member."""
    parent = list(range(count))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for i, j in joined:
        a, b = sorted((root(i), root(j)))
        parent[b] = a
    groups: dict[int, list[int]] = {}
    for n in range(count):
        groups.setdefault(root(n), []).append(n)
    return groups


def _links(groups: Mapping[int, list[int]], likeness: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    """The summed likeness between groups."""
    home = {n: group for group, members in groups.items() for n in members}
    links: dict[int, dict[int, float]] = {group: {} for group in groups}
    for (i, j), value in sorted(likeness.items()):
        a, b = home[i], home[j]
        if value > 0 and a != b:
            links[a][b] = links[b][a] = links[a].get(b, 0.0) + value
    return links


def _entry(groups: Mapping[int, list[int]], links: Mapping[int, Mapping[int, float]], a: int, b: int) -> _Entry:
    return -links[a][b] / (len(groups[a]) * len(groups[b])), a, b


def _join(groups: dict[int, list[int]], links: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Group b becomes part of group a."""
    groups[a] += groups.pop(b)
    for other, total in links.pop(b).items():
        links[other].pop(b)
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + total
