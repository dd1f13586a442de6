"""The spine: articles -> readings -> record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from parley.combine import combine, correct_articles, date_undated, standing
from parley.reading import read
from parley.record import NONE, Article, Decisions, Reading, Record

ReadAll = Callable[[Sequence[Article]], tuple[Reading, ...]]


def read_here(articles: Sequence[Article]) -> tuple[Reading, ...]:
    """Reads one article after the other in this process."""
    return tuple(map(read, articles))


def build(articles: Iterable[Article], decisions: Decisions = NONE, read_all: ReadAll = read_here) -> Record:
    """The record of the articles, with a person's decisions applied; `read_all` may be faster or remember readings."""
    decisions = standing(decisions)
    told = correct_articles(tuple(sorted(articles, key=lambda a: a.id)), decisions)
    readings = read_all(told)
    dated = with_dates(told, date_undated(told, readings))
    if dated != told:
        readings = read_all(dated)
    return combine(dated, readings, decisions)


def with_dates(articles: tuple[Article, ...], dates: dict[str, tuple[str, str]]) -> tuple[Article, ...]:
    """The articles with days (and their basis) that only the story told, so that "Wednesday" can be resolved."""
    return tuple(
        replace(a, published=dates[a.id][0], published_basis=dates[a.id][1]) if a.id in dates else a for a in articles
    )
