"""Stretches of words brought together."""

from parley.combine.copying.passages import Stretch, stretches
from parley.combine.copying.reworded import Retold
from parley.text.align import Passage, Run


def run(a: int, b: int, length: int) -> Passage:
    return Passage(a, a + length, b, b + length, (Run(a, b, length),))


def test_neighbours_are_one_passage() -> None:
    assert stretches([run(0, 0, 40), run(50, 55, 40)], ()) == (Stretch(0, 90, 0, 95),)


def test_far_passages_stay_apart() -> None:
    assert len(stretches([run(0, 0, 40), run(500, 900, 40)], ())) == 2


def test_a_summary_is_one_passage_of_what_it_sums_up() -> None:
    assert stretches([run(0, 0, 30), run(32, 200, 30)], ()) == (Stretch(0, 62, 0, 230),)


def test_a_phrase_is_left_out_beside_a_passage_but_not_alone() -> None:
    assert stretches([run(0, 0, 60), run(900, 5000, 6)], ()) == (Stretch(0, 60, 0, 60),)
    assert stretches([run(900, 5000, 6)], ()) == (Stretch(900, 906, 5000, 5006),)


def test_equal_runs_have_the_truer_edges() -> None:
    assert stretches([run(10, 10, 40)], [Retold(8, 52, 8, 52, 20, 0.9)]) == (Stretch(10, 50, 10, 50),)


def test_weak_retold_stretches_are_left_out_beside_a_strong_one() -> None:
    strong, weak = Retold(0, 60, 0, 60, 30, 0.8), Retold(600, 630, 900, 930, 3, 0.4)
    assert stretches((), [strong, weak]) == (Stretch(0, 60, 0, 60),)
    assert stretches((), [weak]) == (Stretch(600, 630, 900, 930),)
