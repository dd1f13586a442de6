"""parley build"""

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from parley.record import Article, Reading, Record
from parley.store import Change, Store
from parley.views.cli.files import opened
from parley.views.cli.inputs import gather, tell
from parley.views.cli.show import summary
from parley.views.cli.speak import CommandError, Told, progress, safe, unread


def build(options: Namespace) -> int:
    found, problems = gather(options.inputs)
    if options.inputs and not found:
        tell(problems)
        raise CommandError(f"{options.file}: nothing to build from")
    faults: list[str] = []

    def failed(article: str, error: str) -> None:
        faults.append(article)
        unread(article, error)

    with opened(options.file, create=bool(found)) as store:
        record, changes = update(store, found, options.workers, options.quiet, failed, options.fast)
    if options.json:
        print(json.dumps([asdict(c) for c in changes], ensure_ascii=False))
    elif not options.quiet:
        print(safe(summary(record)))
        print(told(changes))
    return max(tell(problems), bool(faults))


def update(
    store: Store,
    found: Sequence[Article],
    workers: int | None = None,
    quiet: bool = True,
    failed: Told = unread,
    fast: bool = False,
) -> tuple[Record, tuple[Change, ...]]:
    """Adds the articles to the file and makes its record anew; returns it with what changed."""
    from parley.build import build as make
    from parley.engine import key_of, read_all

    store.add(found)
    used: set[str] = set()

    with progress("reading", quiet) as step:

        def read(articles: Sequence[Article]) -> tuple[Reading, ...]:
            used.update(key_of(a, fast) for a in articles)
            return read_all(articles, store, workers, step, failed, fast)

        record = make(store.articles(), store.decisions(), read)
    return record, store.save(record, used, datetime.now(UTC).isoformat(timespec="seconds"))


def told(changes: Sequence[Change]) -> str:
    """One line a noun that came or went."""
    if not changes:
        return "Nothing changed since the last build."
    return "Changed: " + ", ".join(map(str, changes))
