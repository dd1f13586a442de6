"""Publication days that only the story tells."""

from collections.abc import Sequence

from parley.record import Article, Reading

__all__ = ["date_undated"]


def date_undated(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, tuple[str, str]]:
    """Article id -> (ISO day, basis) for articles that state no date and whose story does."""
    return {}
