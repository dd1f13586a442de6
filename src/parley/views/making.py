"""Makes a file's record anew: for the command line, for the watch, and for the desk."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime

from parley.record import Article, Reading, Record
from parley.store import Change, Store

Step = Callable[[int, int], None]  # (done, in all)
Stage = Callable[[str], AbstractContextManager[Step | None]]
Told = Callable[[str, str], None]  # an article and what went wrong with it


def silent(title: str) -> AbstractContextManager[Step | None]:
    return nullcontext()


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def update(
    store: Store,
    found: Sequence[Article],
    workers: int | None = None,
    stage: Stage = silent,
    failed: Told | None = None,
    fast: bool = False,
) -> tuple[Record, tuple[Change, ...]]:
    """Adds the articles to the file and makes its record anew; returns it with what changed.

    `stage` is entered for each longer part of the work, and gives what tells how far it is. `fast` leaves out the
    tagger of quotations and the search by meaning.
    """
    from parley.build import build as make
    from parley.engine import key_of, read_all

    store.add(found)
    used: set[str] = set()

    def read(articles: Sequence[Article]) -> tuple[Reading, ...]:
        used.update(key_of(a, fast) for a in articles)
        with stage("reading") as step:
            return read_all(articles, store, workers, step, failed, fast)

    record = make(store.articles(), store.decisions(), read)
    with stage("saving"):
        changes = store.save(record, used, now())
    if not fast:
        from parley.learn.encoder import encode

        with stage("meaning") as step:
            store.learn_meaning(encode, step)
    return record, changes
