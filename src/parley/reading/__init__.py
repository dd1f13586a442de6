"""One article alone: labels what its text says. `read` is a pure function of the article."""

import hashlib
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from parley.reading.blocks import label
from parley.reading.credits import find_credits
from parley.reading.metadata import describe
from parley.record import Article, Reading

__all__ = ["label_only", "read", "read_draft", "version"]

ROOMS = ("reading", "learn", "text")  # a reading depends on the code and weights of these


def label_only(article: Article) -> Reading:
    """Blocks, credits and metadata of an article, without parsing its sentences."""
    blocks = label(article)
    heading = describe(article, blocks)
    return Reading(
        article=article.id,
        sha256=article.sha256,
        outlet=heading.outlet,
        title=heading.title,
        byline=heading.byline,
        published=heading.published,
        published_basis=heading.published_basis,
        language=heading.language,
        blocks=blocks,
        credits=find_credits(article, blocks),
    )


def read(article: Article, fast: bool = False) -> Reading:
    """Everything that one article says, with the words that say it.

    `fast`: without a parse; that leaves out stances, meetings, figures and measures, and `Reading.fast` says so.
    """
    labelled = label_only(article)
    dated = replace(article, published=labelled.published)
    return _read_fast(labelled, dated) if fast else _read_prose(labelled, dated)


def read_draft(article: Article) -> Reading:
    """What `read` finds in sentences, for text that nobody scraped: every line is body, and nothing stands above it."""
    from parley.reading.prose import plain

    blocks = plain(article.text, article.id).blocks
    return _read_prose(Reading(article.id, article.sha256, None, None, (), None, "", None, blocks), article)


def _read_fast(labelled: Reading, article: Article) -> Reading:
    from parley.reading.actors import find_cast
    from parley.reading.prose import Prose
    from parley.reading.quoting.fast import find_quotes
    from parley.reading.times import find_times

    prose = Prose(article, labelled.blocks)
    cast = find_cast(prose, parsed=False)
    return replace(labelled, quotes=find_quotes(prose, cast), times=find_times(prose), actors=cast.actors, fast=True)


def _read_prose(labelled: Reading, article: Article) -> Reading:
    from parley.reading.actors import find_cast
    from parley.reading.figures import find_figures
    from parley.reading.measures import find_measures
    from parley.reading.meetings import find_meetings
    from parley.reading.prose import Prose
    from parley.reading.quotes import begin_quotes, find_quotes
    from parley.reading.stances import find_stances
    from parley.reading.times import find_times

    prose = Prose(article, labelled.blocks)
    begin_quotes(prose)
    cast = find_cast(prose)
    times = find_times(prose)
    quotes = find_quotes(prose, cast)
    return replace(
        labelled,
        quotes=quotes,
        times=times,
        figures=find_figures(prose, cast, times),
        actors=cast.actors,
        stances=find_stances(prose, cast, quotes),
        meetings=find_meetings(prose, cast, times),
        measures=find_measures(prose, cast),
    )


@cache
def version() -> str:
    """A digest of the code and weights that read: a stale reading cannot survive an update."""
    digest = hashlib.blake2b()  # over some 30 MB of weights at every start: three times as fast as SHA-256
    for room in ROOMS:
        for path, content in _files(resources.files(f"parley.{room}"), room):
            digest.update(path.encode() + b"\0" + hashlib.blake2b(content).digest())
    return digest.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{path}/{entry.name}")
        elif entry.is_file():
            found.append((f"{path}/{entry.name}", entry.read_bytes()))
    return found
