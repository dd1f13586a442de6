"""Days between publications, and days that articles tell of."""

import pytest

from parley.combine.grouping.days import Days, faded


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        ("2024-03-05", "2024-03-05T18:15", 1.3),
        ("2024-03-05", "2024-03-06", 1.1),
        ("2024-03-05", "2024-03-07", 1.0),
        ("2024-03-05", "2024-03-09", 0.85),
        ("2024-03-05", "2024-03-12", 0.75),
        ("2024-03-05", "2024-06-01", 0.8),
        ("2024-03-05", None, 1.0),
        ("2024-03", "2025-01-01", 1.0),
        ("soon", "2025-01-01", 1.0),
    ],
)
def test_likeness_fades_with_days_known_to_be_apart(one: str, other: str | None, left: float) -> None:
    assert faded({(0, 1): 0.5}, [Days.of(one, ""), Days.of(other, "")]) == {(0, 1): pytest.approx(0.5 * left)}


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("Dockers and owners sat down on Tuesday in Callow.", {"Tuesday"}),
        ("The talks ended on Thursday and go on next Tuesday.", {"Tuesday", "Thursday"}),
        ("Wednesday, March 6, 2024\nThe owners gave way on Monday.", {"Monday"}),
        ("The dockers are tired." * 40 + "They met on Friday.", set()),
    ],
)
def test_an_article_tells_of_the_weekdays_that_its_opening_names(text: str, weekdays: set[str]) -> None:
    assert Days.of("2024-03-06", text).weekdays == weekdays


@pytest.mark.parametrize(
    ("published", "left"), [("2024-03-06", 1.3), ("2024-03-07", 0.55), ("2024-03-14", 0.375), ("2024-06-01", 0.8)]
)
def test_what_tells_of_two_days_of_a_fortnight_is_less_alike(published: str, left: float) -> None:
    monday = Days.of("2024-03-06", "The owners gave way on Monday.")
    tuesday = Days.of(published, "The owners gave way on Tuesday.")
    assert faded({(0, 1): 0.5}, [monday, tuesday]) == {(0, 1): pytest.approx(0.5 * left)}
