"""Reads many articles on this machine, each content once."""

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import astuple
from functools import partial
from multiprocessing import get_context
from typing import Protocol

from parley.learn import MissingModel
from parley.reading import label_only, read, version
from parley.record import Article, Reading

BATCH = 16  # articles read between two saves: at most this much work is lost when a build is cut off
ALONE = 48  # fewer unread articles than this are read in this process: a worker takes about a second to load the models
SELDOM = (15_000, 10, 10)  # new objects after which Python looks for cycles among them, and how often among older ones

Told = Callable[[str, str], None]


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


def key_of(article: Article, fast: bool = False) -> str:
    """A digest of everything that a reading depends on."""
    told = "\x1f".join([version(), str(fast), *(repr(x) for x in astuple(article))])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def read_all(
    articles: Sequence[Article],
    keep: Keep,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    failed: Told | None = None,
    fast: bool = False,
) -> tuple[Reading, ...]:
    """Readings in the order of the articles; known ones are taken from `keep`, new ones are saved there batch by batch.

    `progress` is called with (articles done, articles in all). An article on which the program fails stops no other:
    it gets its lines and date only, is told to `failed` with the error, and is tried again by the next call.
    `fast` reads without a parse: see `parley.reading.read`.
    """
    keys = [key_of(a, fast) for a in articles]
    found = {k: r for k in dict.fromkeys(keys) if (r := keep.reading(k)) is not None}
    unread = {k: a for k, a in zip(keys, articles, strict=True) if k not in found}
    for done, errors in _read(unread, workers or os.cpu_count() or 1, fast):
        keep.keep({k: r for k, r in done.items() if k not in errors})
        found |= done
        for key, error in errors.items():
            if failed:
                failed(unread[key].id, error)
        if progress:
            progress(len(articles) - len(unread) + sum(k in found for k in unread), len(articles))
    return tuple(found[k] for k in keys)


Batch = tuple[dict[str, Reading], dict[str, str]]


def _read(unread: dict[str, Article], workers: int, fast: bool) -> Iterator[Batch]:
    """Readings by key, and errors by the keys of the articles that have only their lines."""
    batches = [list(unread.items())[n : n + BATCH] for n in range(0, len(unread), BATCH)]
    if workers == 1 or len(unread) < ALONE:
        yield from map(partial(_read_batch, fast=fast), batches)
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # of each worker: they share the cores as they are
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(_read_batch, fast=fast), batches)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within it Python looks for cycles of objects twenty times as seldom: a reading makes many objects and few cycles, and looking
    takes a fortieth of its time. Whoever looks as seldom already, or never, is left to it."""
    before = gc.get_threshold()
    if not 0 < before[0] < SELDOM[0]:
        yield
        return
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@seldom_collected()
def _read_batch(batch: list[tuple[str, Article]], fast: bool) -> Batch:
    readings: dict[str, Reading] = {}
    errors: dict[str, str] = {}
    for key, article in batch:
        try:
            readings[key] = read(article, fast)
        except (MissingModel, ImportError, SyntaxError):
            raise
        except Exception as error:  # whatever an article does to the program, the others are still read
            readings[key] = label_only(article)
            errors[key] = f"{type(error).__name__}: {error}"
    return readings, errors
