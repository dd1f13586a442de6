"""parley watch"""

import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parley.record import Record
from parley.store import Store, StoreError
from parley.views.aspects import Surroundings
from parley.views.cli.build import moves_of
from parley.views.cli.files import opened
from parley.views.cli.inputs import gather, keep_visits, tell, web_for
from parley.views.cli.speak import CommandError, err, safe
from parley.views.export.atom import atom_feed
from parley.views.making import update
from parley.views.search import again, search
from parley.views.summary import moved

if TYPE_CHECKING:
    from parley.sources.fetching import Web

MOST = 200  # passages that a saved search brings
SHORTEST = 1.0  # seconds between two looks
RARELY = 600.0  # seconds between two looks at an address; its server tells by then whether anything is new
SETTLED = 2.0  # seconds since a file was last written after which it is taken to be whole


def watch(options: Namespace) -> int:
    """Looks at the inputs again and again; says what moved, and is quiet where nothing did."""
    missing = [p for p in options.inputs if isinstance(p, Path) and not p.exists()]
    if missing:
        raise CommandError(f"{missing[0]}: no such file or folder; make the folder first, then watch it")
    fetched = [x for x in options.inputs if isinstance(x, str) or x.suffix.lower() == ".opml"]
    inputs = Inputs([x for x in options.inputs if x not in fetched], fetched)
    web = web_for(options.inputs, options.file)
    if options.once:
        _look(options, options.inputs, web)
        return 0
    while True:
        if asked := inputs.moved(time.time(), time.monotonic()):
            _try(options, inputs, asked, web)
        time.sleep(max(SHORTEST, options.every))


def _try(options: Namespace, inputs: "Inputs", asked: Sequence[Path | str], web: "Web | None") -> None:
    """A look that may fail, for a disk that is full for a while ends no watch; what it could not keep is read again."""
    visits = web.visits.copied() if web else None
    try:
        _look(options, asked, web)
    except (CommandError, StoreError) as error:
        err(f"parley: {error}")
        inputs.forget()
        if web and visits:
            web.visits = visits


Stamps = dict[Path, tuple[float, int]]


@dataclass
class Inputs:
    """What is watched, and how it was at the last look."""

    places: list[Path]
    addresses: list[Path | str]
    _seen: Stamps = field(default_factory=dict)
    _next: float = 0.0

    def moved(self, clock: float, ticks: float) -> list[Path | str]:
        """The inputs to read: all folders and files where one changed and none is being written; addresses now and then."""
        asked: list[Path | str] = [*self.due(ticks)]
        now = state(self.places)
        if now != self._seen and not any(0 <= clock - written < SETTLED for written, _ in now.values()):
            self._seen = now
            asked += self.places
        return asked

    def forget(self) -> None:
        """Has the folders and files read at the next look, the addresses when their time comes."""
        self._seen = {}

    def due(self, ticks: float) -> list[Path | str]:
        """The addresses and lists of feeds, where it is time to ask them again."""
        if ticks < self._next:
            return []
        self._next = ticks + RARELY
        return self.addresses


def _look(options: Namespace, inputs: Sequence[Path | str], web: "Web | None") -> None:
    found, problems = gather(inputs, web)
    tell(problems)
    if not found:
        return
    with opened(options.file, create=True) as store:
        record, changes = update(store, found, options.workers, fast=options.fast)
        keep_visits(web, store)
        if not changes:
            return
        news = moves_of(store, changes)
        for line in [*map(moved, news), *_searched(store, record), ", ".join(map(str, changes))]:
            print(safe(line), flush=True)
        if options.feed:
            _write(store, options.feed)


def _searched(store: Store, record: Record) -> Iterator[str]:
    """What the last build brought to each saved search; nothing of a first build."""
    saved, version = store.saved(), store.version()
    if not saved or version < 2:
        return
    came, meaning, around = store.arrivals(version), store.meaning(), Surroundings(record)
    for one in saved:
        found = again(lambda q, by, n: search(store.search, meaning, q, by, n), one.query, around, MOST)
        if new := sum(f.span.article in came for f in found):
            yield f"saved search “{one.name}”: {new} new {'passage' if new == 1 else 'passages'}"


def _write(store: Store, path: Path) -> None:
    try:
        path.write_text(atom_feed(store.path.name, store.builds()), "utf-8")
    except OSError as error:
        err(f"parley: {path}: cannot be written ({error.strerror}); choose another place with --feed")


def state(paths: Sequence[Path]) -> Stamps:
    """When each file below the paths was last written, and its size."""
    files = [f for p in paths for f in (sorted(p.rglob("*")) if p.is_dir() else [p])]
    found: Stamps = {}
    for file in files:
        try:
            if file.is_file():
                at = file.stat()
                found[file] = at.st_mtime, at.st_size
        except OSError:
            continue  # it went away between two looks; the next one sees that
    return found
