"""Groups by average likeness."""

from hypothesis import given, strategies as st

from parley.combine.grouping.clusters import clusters

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]), st.floats(0.01, 1), max_size=20
)


def test_the_best_pair_is_joined_first() -> None:
    assert clusters(3, {(0, 1): 0.5, (1, 2): 0.9}, 0.4) == [[0], [1, 2]]


def test_one_strong_pair_chains_nothing_together() -> None:
    pairs = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8}
    assert clusters(4, pairs, 0.4) == [[0, 1], [2, 3]]


def test_what_is_joined_stays_together() -> None:
    assert clusters(3, {}, 0.5, [(2, 0)]) == [[0, 2], [1]]


def test_nothing_is_alike() -> None:
    assert clusters(2, {}, 0.1) == [[0], [1]]
    assert clusters(0, {}, 0.1) == []


@given(PAIRS, st.floats(0.05, 0.9), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3))
def test_every_article_is_in_one_group_in_order(
    pairs: dict[tuple[int, int], float], least: float, joined: list[tuple[int, int]]
) -> None:
    groups = clusters(9, pairs, least, joined)
    assert sorted(n for g in groups for n in g) == list(range(9))
    assert groups == sorted(groups)
    home = {n: k for k, g in enumerate(groups) for n in g}
    assert all(home[i] == home[j] for i, j in joined)


@given(PAIRS, st.floats(0.05, 0.9))
def test_groups_left_apart_are_unlike_on_average(pairs: dict[tuple[int, int], float], least: float) -> None:
    groups = clusters(9, pairs, least)
    for n, one in enumerate(groups):
        for other in groups[:n]:
            total = sum(pairs.get((min(i, j), max(i, j)), 0.0) for i in one for j in other)
            assert total / (len(one) * len(other)) < least + 1e-9
