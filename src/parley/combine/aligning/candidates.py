"""Which quotes are worth comparing: those that share rare words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from parley.combine.aligning.said import Said, Word

RAREST = 14  # words of a wording under which it is filed
CROWD = 120  # a word that more wordings are filed under tells too little
COMPARED = 40  # wordings that one wording is compared with


def candidates(said: Sequence[Said], weight: Mapping[Word, float]) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of places in `said` whose wordings share two rare words or more; each pair once."""
    filed: dict[Word, list[int]] = defaultdict(list)
    for i, s in enumerate(said):
        keys = sorted(s.telling, key=lambda w: (-weight[w], w))[:RAREST]
        shared: Counter[int] = Counter()
        for key in keys:
            if len(filed[key]) <= CROWD:
                shared.update(filed[key])
        alike = sorted((j for j, n in shared.items() if n > 1), key=lambda j: (-shared[j], j))
        yield from ((j, i) for j in alike[:COMPARED])
        for key in keys:
            filed[key].append(i)
