"""parley build"""

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

from parley.store import Change, Move, Store
from parley.views.cli.files import opened
from parley.views.cli.inputs import gather, keep_visits, tell, web_for
from parley.views.cli.show import summary
from parley.views.cli.speak import CommandError, progress, safe, unread
from parley.views.making import update
from parley.views.summary import moved

SHOWN = 12  # moves that are told at once; the desk has all


def build(options: Namespace) -> int:
    web = web_for(options.inputs, options.file)
    found, problems = gather(options.inputs, web, options.quiet)
    if options.inputs and not found and not (web and options.file.exists() and not any(p.lost for p in problems)):
        tell(problems)
        raise CommandError(f"{options.file}: nothing to build from")
    faults: list[str] = []

    def failed(article: str, error: str) -> None:
        faults.append(article)
        unread(article, error)

    stage = partial(progress, quiet=options.quiet)
    with opened(options.file, create=bool(found)) as store:
        record, changes = update(store, found, options.workers, stage, failed, options.fast)
        news = moves_of(store, changes)
        keep_visits(web, store)
    if options.json:
        print(json.dumps([asdict(c) for c in changes], ensure_ascii=False))
    elif not options.quiet:
        print(safe(summary(record)))
        print(safe("\n".join([told(changes), *lines(news)])))
    return max(tell(problems), bool(faults))


def told(changes: Sequence[Change]) -> str:
    """One line a noun that came or went."""
    if not changes:
        return "Nothing changed since the last build."
    return "Changed: " + ", ".join(map(str, changes))


def moves_of(store: Store, changes: Sequence[Change]) -> tuple[Move, ...]:
    """What moved, where the build that was just made changed anything."""
    return store.builds(1)[0].moves if changes else ()


def lines(news: Sequence[Move]) -> list[str]:
    """The moves that matter most, one a line, and how many more there are."""
    more = len(news) - SHOWN
    return [*(f"  {moved(m)}" for m in news[:SHOWN]), *([f"  and {more} more"] if more > 0 else [])]
