"""Reads many articles on this machine, each content once."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple
from multiprocessing import get_context
from typing import Protocol

from parley.reading import read, version
from parley.record import Article, Reading

BATCH = 16  # articles read between two saves: at most this much work is lost when a build is cut off
ALONE = 48  # fewer unread articles than this are read in this process: a worker takes about a second to load the models


class Keep(Protocol):
    """Where readings are kept by key."""

    def reading(self, key: str) -> Reading | None: ...

    def keep(self, readings: Mapping[str, Reading]) -> None: ...


class Unkept:
    """Keeps nothing: every article is read."""

    def reading(self, key: str) -> Reading | None:
        return None

    def keep(self, readings: Mapping[str, Reading]) -> None:
        return None


def key_of(article: Article) -> str:
    """A digest of everything that a reading depends on."""
    told = "\x1f".join([version(), *(repr(x) for x in astuple(article))])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def read_all(
    articles: Sequence[Article],
    keep: Keep,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Reading, ...]:
    """Readings in the order of the articles; known ones are taken from `keep`, new ones are saved there batch by batch.

    `progress` is called with (articles done, articles in all).
    """
    keys = [key_of(a) for a in articles]
    found = {k: r for k in dict.fromkeys(keys) if (r := keep.reading(k)) is not None}
    unread = {k: a for k, a in zip(keys, articles, strict=True) if k not in found}
    for done in _read(unread, workers or os.cpu_count() or 1):
        keep.keep(done)
        found |= done
        if progress:
            progress(len(articles) - len(unread) + sum(k in found for k in unread), len(articles))
    return tuple(found[k] for k in keys)


def _read(unread: dict[str, Article], workers: int) -> Iterator[dict[str, Reading]]:
    batches = [list(unread.items())[n : n + BATCH] for n in range(0, len(unread), BATCH)]
    if workers == 1 or len(unread) < ALONE:
        yield from map(_read_batch, batches)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read_batch, batches)


def _read_batch(batch: list[tuple[str, Article]]) -> dict[str, Reading]:
    return {key: read(article) for key, article in batch}
