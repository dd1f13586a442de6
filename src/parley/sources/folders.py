"""The files of a folder, in an order that depends on their names only."""

from collections.abc import Iterator
from pathlib import Path

from parley.sources.problem import Problem, shown

DEEPEST = 64  # folders within folders


def files_of(folder: Path) -> Iterator[Path | Problem]:
    """Every file under the folder, hidden ones left out; a folder reached twice (by a link) is read once."""
    found = False
    for entry in _walk(folder, set(), 0):
        found = True
        yield entry
    if not found:
        yield Problem(shown(folder), "the folder holds no file", "put articles into it, one a file")


def _walk(folder: Path, seen: set[tuple[int, int]], depth: int) -> Iterator[Path | Problem]:
    try:
        at = folder.stat()
        if depth > DEEPEST or (at.st_dev, at.st_ino) in seen:
            return
        seen.add((at.st_dev, at.st_ino))
        entries = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as error:
        yield Problem(shown(folder), f"the folder cannot be opened ({error.strerror})", "check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, seen, depth + 1)
        else:
            yield entry
