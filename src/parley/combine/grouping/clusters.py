"""Articles joined by the average likeness of all pairs between two groups: one strong pair chains nothing together."""

from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def clusters(count: int, likeness: Mapping[Pair, float], least: float, joined: Iterable[Pair] = ()) -> list[list[int]]:
    """Groups of [0, count) in order; pairs (i < j) not in `likeness` are unlike (0). `joined` pairs stay together.

    The best pair of groups is joined first; equal likeness goes by the lower numbers, so that the result is stable.
    """
    groups = {n: [n] for n in range(count)}
    links = _links(count, likeness)
    for i, j in sorted(joined):
        a, b = _group_of(groups, i), _group_of(groups, j)
        if a != b:
            _join(groups, links, min(a, b), max(a, b))
    while (best := _best(groups, links)) and best[0] >= least:
        _join(groups, links, best[1], best[2])
    return [sorted(groups[n]) for n in sorted(groups, key=lambda n: min(groups[n]))]


def _links(count: int, likeness: Mapping[Pair, float]) -> list[dict[int, float]]:
    """The summed likeness between groups."""
    links: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), value in sorted(likeness.items()):
        if value > 0:
            links[i][j] = links[j][i] = value
    return links


def _group_of(groups: Mapping[int, list[int]], article: int) -> int:
    return next(n for n, members in groups.items() if article in members)


def _best(groups: Mapping[int, list[int]], links: list[dict[int, float]]) -> tuple[float, int, int] | None:
    found = (
        (total / (len(groups[a]) * len(groups[b])), -a, -b) for a in groups for b, total in links[a].items() if a < b
    )
    best = max(found, default=None)
    return best and (best[0], -best[1], -best[2])


def _join(groups: dict[int, list[int]], links: list[dict[int, float]], a: int, b: int) -> None:
    groups[a] += groups.pop(b)
    for other, total in links[b].items():
        links[other].pop(b)
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + total
    links[b] = {}
