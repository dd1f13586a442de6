"""From scores to quotations: made-up scores, so that every choice can be seen."""

import numpy as np
import pytest

from parley.learn.decoding import CONTENT, CUE, SOURCE, Scored, best_tags, decode, evidence, probability, spans
from parley.learn.pieces import SEP, Window

OUT, BS, IS, BU, IU, BC, IC = range(7)
SURE = 6.0


def window(words: str, first: int = 1) -> Window:
    """A window with a piece for each word of the text; "|" is a paragraph break."""
    made, at = Window(), 0
    for word in words.split():
        made.ids.append(SEP if word == "|" else 2000)
        made.offsets.append((0, 0) if word == "|" else (at, at + len(word)))
        made.states.append(0)
        made.shapes.append(0)
        at += len(word) + 1
    made.first = first
    return made


def scored(words: str, tags: list[int], points: dict[tuple[int, int], int] | None = None, first: int = 1) -> Scored:
    """Scores in favour of `tags`; `points` says to which piece a pointer's piece points (others point to themselves)."""
    made = window(words, first)
    n = len(made)
    logs = np.full((n, 7), -SURE, np.float32)
    logs[np.arange(n), tags] = 0.0
    left = np.broadcast_to(np.eye(n, dtype=np.float32), (3, n, n)).copy() * 20
    for (pointer, piece), target in (points or {}).items():
        left[pointer, piece] = 20 * np.eye(n, dtype=np.float32)[target]
    right = np.broadcast_to(np.eye(n, dtype=np.float32), (3, n, n))
    return Scored(made, logs, left, right, np.zeros((3, 9), np.float32))


def test_inside_cannot_begin_a_span() -> None:
    (tags,) = best_tags([scored("The port said no", [OUT, BU, IS, BC, IC])])
    assert (tags[1], tags[2]) in ((BS, IS), (BU, OUT), (BU, IU), (BU, BS))


def test_a_span_ends_with_its_paragraph() -> None:
    one = scored("She left | at noon", [OUT, BC, IC, IC, IC, IC])
    (tags,) = best_tags([one])
    assert tags[3] == OUT
    assert all(f.end <= 8 or f.start >= 11 for f in spans(one, tags))


def test_spans_of_each_part() -> None:
    one = scored("Okafor said the port is shut", [OUT, BS, BU, BC, IC, IC, IC])
    found = [(f.part, f.start, f.end) for f in spans(one, best_tags([one])[0])]
    assert found == [(SOURCE, 0, 6), (CUE, 7, 11), (CONTENT, 12, 28)]


def test_what_is_context_is_not_told_again() -> None:
    one = scored("Okafor said the port is shut", [OUT, BS, BU, BC, IC, IC, IC], first=4)
    assert [f.part for f in spans(one, np.array([OUT, BS, BU, BC, IC, IC, IC]))] == []


def test_a_content_belongs_to_the_cue_that_it_points_to_not_to_the_nearest() -> None:
    words = "Lund said that Okafor warned the port"
    tags = [OUT, BS, BU, OUT, BS, BU, BC, IC]
    points = {(0, 6): 2, (0, 7): 2, (1, 2): 1, (2, 6): 1, (2, 7): 1}
    (one,) = decode([scored(words, tags, points)])
    assert (one.cue, one.source) == ((5, 9), (0, 4))


def test_an_interrupted_quotation_is_one() -> None:
    words = "We stay said Lund here"
    points = {(0, 1): 3, (0, 2): 3, (0, 5): 3, (1, 3): 4} | {(2, n): 4 for n in (1, 2, 5)}
    (one,) = decode([scored(words, [OUT, BC, IC, BU, BS, BC], points)])
    assert one.contents == ((0, 7), (18, 22))
    assert one.source == (13, 17)


def test_a_cue_that_points_to_nothing_has_no_source() -> None:
    points = {(0, 4): 3, (1, 3): 0, (2, 4): 0}
    (one,) = decode([scored("Okafor was reported ill", [OUT, BS, OUT, BU, BC], points)])
    assert one.source is None


def test_content_that_points_to_nothing_has_no_cue() -> None:
    (one,) = decode([scored("We stay", [OUT, BC, IC], {(0, 1): 0, (0, 2): 0})])
    assert (one.cue, one.source) == (None, None)


def test_contents_without_a_cue_are_not_one_quotation() -> None:
    one, other = decode([scored("We stay | No deal", [OUT, BC, IC, OUT, BC, IC], {(0, n): 0 for n in (1, 2, 4, 5)})])
    assert (one.contents, other.contents) == (((0, 7),), ((10, 17),))
    assert (one.cue, other.cue) == (None, None)


def test_content_that_points_past_the_tagged_cues_has_its_own() -> None:
    words = "We stay said Lund they go fumed Okafor"
    tags = [OUT, BC, IC, BU, BS, BC, IC, OUT, BS]
    points = {(0, 1): 3, (0, 2): 3, (1, 3): 4, (2, 1): 4, (2, 2): 4}
    points |= {(0, 5): 7, (0, 6): 7, (1, 7): 8, (2, 5): 8, (2, 6): 8}
    first, second = decode([scored(words, tags, points)])
    assert (first.contents, first.source) == (((0, 7),), (13, 17))
    assert (second.contents, second.cue, second.source) == (((18, 25),), (26, 31), (32, 38))


def test_the_source_may_stand_in_the_context_of_a_window() -> None:
    before = scored("Okafor paused", [OUT, BS, OUT])
    points = {(0, 5): 4, (0, 6): 4, (1, 4): 1, (2, 5): 1, (2, 6): 1}
    after = scored("Okafor paused | Adding they stay", [OUT, OUT, OUT, OUT, BU, BC, IC], points, first=3)
    (one,) = decode([before, after])
    assert one.source == (0, 6)


def test_nothing_scored() -> None:
    assert decode([]) == []


@pytest.mark.parametrize("sureness", [(0.0, 0.0), (1.0, 1.0), (0.3, 0.9)])
def test_a_probability_is_one(sureness: tuple[float, ...]) -> None:
    assert 0 < probability(sureness, (1.0, 0.5, -0.2)) < 1
    assert len(evidence(sureness)) == 2


@pytest.mark.parametrize("size", [1.0, 100.0])
def test_a_pointer_may_be_sure_beyond_all_numbers(size: float) -> None:
    one = scored("Okafor said no", [OUT, BS, BU, BC], {(0, 3): 2, (1, 2): 1, (2, 3): 1})
    (told,) = decode([Scored(one.window, one.tags, one.left, one.right * size, one.distance)])
    assert (told.contents, told.cue, told.source) == (((12, 14),), (7, 11), (0, 6))
    assert all(p == pytest.approx(1, abs=1e-3) for p in told.sureness)


def test_a_pointer_may_be_averse_to_all_beyond_numbers() -> None:
    one = scored("Okafor said no", [OUT, BS, BU, BC])
    away = one.right - 100 * np.ones(one.right.shape, np.float32)
    (told,) = decode([Scored(one.window, one.tags, one.left, away, one.distance)])
    assert all(np.isfinite(told.sureness))
