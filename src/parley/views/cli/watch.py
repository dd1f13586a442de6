"""parley watch"""

import time
from argparse import Namespace
from pathlib import Path

from parley.store import Change, Store
from parley.views.cli.build import update
from parley.views.cli.files import opened
from parley.views.cli.inputs import gather, tell
from parley.views.cli.speak import CommandError, err, safe
from parley.views.export.atom import atom_feed

SHORTEST = 1.0  # seconds between two looks


def watch(options: Namespace) -> int:
    """Looks at the inputs again and again; says what moved, and is quiet where nothing did."""
    missing = [p for p in options.inputs if not p.exists()]
    if missing:
        raise CommandError(f"{missing[0]}: no such file or folder; make the folder first, then watch it")
    seen: dict[Path, float] = {}
    while True:
        now = _state(options.inputs)
        if now != seen:
            seen = now
            _look(options)
        if options.once:
            return 0
        time.sleep(max(SHORTEST, options.every))


def _look(options: Namespace) -> None:
    found, problems = gather(options.inputs)
    tell(problems)
    if not found:
        return
    with opened(options.file, create=True) as store:
        _, changes = update(store, found, options.workers)
        for change in changes:
            print(safe(told(change)), flush=True)
        if options.feed and changes:
            _write(store, options.feed)


def _write(store: Store, path: Path) -> None:
    try:
        path.write_text(atom_feed(store.path.name, store.builds()), "utf-8")
    except OSError as error:
        err(f"parley: {path}: cannot be written ({error.strerror}); choose another place with --feed")


def told(change: Change) -> str:
    """One noun that came or went, with the names of the first that came."""
    return "\n".join([str(change), *(f"  {name}" for name in change.added)])


def _state(paths: list[Path]) -> dict[Path, float]:
    """When each file below the paths was last written."""
    files = [f for p in paths for f in (sorted(p.rglob("*")) if p.is_dir() else [p])]
    found: dict[Path, float] = {}
    for file in files:
        try:
            if file.is_file():
                found[file] = file.stat().st_mtime
        except OSError:
            continue  # it went away between two looks; the next one sees that
    return found
