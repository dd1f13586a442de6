"""Where articles come from: files and folders on this machine. Nothing is fetched."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from parley.record import Article
from parley.sources.files import read_file
from parley.sources.problem import Problem

__all__ = ["Problem", "articles"]


def articles(paths: Sequence[Path]) -> Iterator[Article | Problem]:
    """The articles of all paths in order, folders sorted by name; a bad input is a Problem and stops nothing."""
    seen: set[str] = set()
    for path in paths:
        for found in _of(path):
            if isinstance(found, Problem):
                yield found
            elif found.id not in seen:
                seen.add(found.id)
                yield found
            elif (other := f"{path.parent.name if path.is_file() else path.name}/{found.id}") not in seen:
                seen.add(other)
                yield replace(found, id=other)
            else:
                yield Problem(str(path), f"a second article with the id {found.id}", "give it another id or file name")


def _of(path: Path) -> Iterator[Article | Problem]:
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
        if not files:
            yield Problem(str(path), "the folder holds no file", "put .txt, .html or .jsonl files into it")
        for file in files:
            yield from read_file(file)
    else:
        yield from read_file(path)
