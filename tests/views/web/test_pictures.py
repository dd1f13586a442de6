"""Pictures are drawn from the record's values."""

import re
from dataclasses import replace
from datetime import date

import pytest

from parley.record import Comparator, Direction, Figure, Origin
from parley.views.web.index import Index
from parley.views.web.pictures.axis import axis, period
from parley.views.web.pictures.dots import EDGE, LANES, WIDTH, dots, place, short
from parley.views.web.pictures.tree import grown, tree
from tests.views.web.world import COPIED, COURIER, EARLIER, OPENING, UNDATED, WIRE, record


def figure(low: float | None, high: float | None = None, comparator: Comparator = Comparator.EXACT) -> Figure:
    return Figure(low, high, comparator, "jobs", "jobs", ())


def test_a_copy_stands_below_the_article_it_took_from() -> None:
    index = Index(record())
    leaves = list(grown(index, index.record.origins[0]))
    assert [(x.article, x.depth) for x in leaves] == [(WIRE.id, 1), (COURIER.id, 2)]
    assert "&lt;" not in tree(index, index.record.origins[0])


def test_articles_that_took_from_each_other_are_all_drawn() -> None:
    loop = (replace(COPIED, direction=Direction.A_FROM_B), COPIED)
    index = Index(replace(record(), copies=loop))
    found = {x.article for x in grown(index, Origin("o", "o", (WIRE.id, COURIER.id)))}
    assert found == {WIRE.id, COURIER.id}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05", (date(2024, 3, 5), date(2024, 3, 5))),
        ("2024-03-05T18:15", (date(2024, 3, 5), date(2024, 3, 5))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-13", None),
        ("0000", None),
        ("XXXX-WXX-3", None),
        (None, None),
    ],
)
def test_period(value: str | None, expected: tuple[date, date] | None) -> None:
    assert period(value) == expected


def test_the_axis_has_a_bar_for_a_month_and_a_dot_for_a_day() -> None:
    drawn = axis(Index(record()), (replace(EARLIER, date="2024-03"), OPENING, UNDATED))
    assert drawn is not None
    assert drawn.count('class="range"') == 1
    assert drawn.count('class="dot"') == 1
    assert axis(Index(record()), (UNDATED,)) is None


def test_events_far_from_the_news_are_counted_at_the_edge() -> None:
    drawn = axis(Index(record()), (EARLIER, OPENING, replace(OPENING, date="2031-01-01")))
    assert drawn is not None
    assert "← 1 earlier" in drawn
    assert "1 later →" in drawn


def test_events_of_one_day_stand_on_each_other() -> None:
    drawn = axis(Index(record()), (OPENING, OPENING))
    assert drawn is not None
    assert 'cy="49"' in drawn
    assert 'cy="36"' in drawn


@pytest.mark.parametrize(("low", "high"), [(1, 10), (1, 1e9), (-5, 5), (0, 7)])
def test_places_keep_their_order(low: float, high: float) -> None:
    places = [place(v, low, high) for v in (low, (low + high) / 2, high)]
    assert places == sorted(places)
    assert places[0] == EDGE
    assert places[-1] == WIDTH - EDGE


def test_comparators_have_their_own_shapes() -> None:
    drawn = dots([figure(1), figure(2, comparator=Comparator.OVER), figure(3, 5, Comparator.BETWEEN)])
    assert drawn is not None
    assert (drawn.count('"dot"'), drawn.count('"ring"'), drawn.count('"arrow"'), drawn.count('"range"')) == (3, 1, 1, 1)


@pytest.mark.parametrize("figures", [[], [figure(None)], [figure(4), figure(4)], [figure(float("inf")), figure(1)]])
def test_nothing_is_drawn_where_there_is_nothing_to_compare(figures: list[Figure]) -> None:
    assert dots(figures) is None


def heights(drawn: str) -> list[str]:
    return re.findall(r'cy="([\d.]+)" r="4.5"', drawn)


def test_values_that_would_hide_each_other_stand_below_each_other() -> None:
    drawn = dots([figure(9000, comparator=Comparator.ABOUT), figure(9000, 9000), figure(9400)])
    assert drawn is not None
    first, second, apart = heights(drawn)
    assert first != second
    assert apart == first
    crowd = dots([figure(1 + n / 1000) for n in range(40)] + [figure(9)])
    assert crowd is not None
    assert len(set(heights(crowd))) == LANES


def test_the_scale_names_its_ends_and_what_has_room() -> None:
    drawn = dots([figure(40), figure(46), figure(40.1)])
    assert drawn is not None
    assert re.findall(r">([\d.]+)</text>", drawn) == ["40", "46"]
    drawn = dots([figure(4), figure(6), figure(9)])
    assert drawn is not None
    assert re.findall(r">([\d.]+)</text>", drawn) == ["4", "9", "6"]


@pytest.mark.parametrize(
    ("value", "told"), [(9400, "9,400"), (4.5, "4.5"), (25e6, "25m"), (1.25e9, "1.25bn"), (-3e6, "-3m"), (2e12, "2tn")]
)
def test_large_numbers_are_short_on_a_scale(value: float, told: str) -> None:
    assert short(value) == told
