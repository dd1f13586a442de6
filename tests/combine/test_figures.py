"""One figure for equal quantities of one thing, with every telling."""

from parley.combine.figures import unite_figures
from parley.record import Article, Comparator, Figure
from tests.factories import article, reading, span

A = article("About 9,000 dockers wait. About 9,000 dockers hope.", "a")
B = article("About 9,000 harbour dockers wait for 9,000 crowns.", "b")


def figure(
    of: Article, words: str, value: float = 9000, unit: str | None = "dockers", what: str | None = "dockers"
) -> Figure:
    return Figure(value, value, Comparator.ABOUT, unit, what, (span(of, words),))


def unite(a: list[Figure], b: list[Figure]) -> tuple[Figure, ...]:
    return unite_figures((A, B), (reading(A, figures=tuple(a)), reading(B, figures=tuple(b))))


def test_equal_figures_keep_every_telling() -> None:
    twice = Figure(9000, 9000, Comparator.ABOUT, "dockers", "dockers", (span(A, "About 9,000 dockers", 1),))
    (found,) = unite(
        [figure(A, "About 9,000 dockers"), twice], [figure(B, "About 9,000 harbour dockers", what="harbour dockers")]
    )
    assert [s.article for s in found.evidence] == ["a", "a", "b"]
    assert found.of == "harbour dockers"


def test_other_values_units_and_comparators_stay_apart() -> None:
    own = figure(A, "About 9,000 dockers")
    exact = Figure(9000, 9000, Comparator.EXACT, "dockers", "dockers", own.evidence)
    others = [
        figure(B, "About 9,000", value=9400),
        figure(B, "9,000 crowns", unit="crowns", what=None),
        figure(B, "About 9,000", what="ships"),
        exact,
    ]
    for other in others:
        assert len(unite([own], [other])) == 2


def test_a_bare_figure_joins_none_that_says_what_it_counts() -> None:
    assert (
        len(
            unite(
                [figure(A, "About 9,000", unit="percent", what="pay")], [figure(B, "9,000", unit="percent", what=None)]
            )
        )
        == 2
    )
