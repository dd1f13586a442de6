"""Where articles come from: files and folders on this machine. Nothing is fetched."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from parley.record import Article
from parley.sources.files import id_of, read_file
from parley.sources.folders import files_of
from parley.sources.problem import Problem, shown

__all__ = ["Problem", "articles"]


def articles(paths: Sequence[Path]) -> Iterator[Article | Problem]:
    """The articles of all paths in order, folders sorted by name; a bad input is a Problem and stops nothing.

    The same article given twice comes once. Another article with an id that is taken gets a longer one, and a Problem
    that is not `lost` tells so.
    """
    seen: dict[str, str] = {}
    for file in _files(paths):
        for found in [file] if isinstance(file, Problem) else read_file(file):
            if isinstance(found, Article) and isinstance(file, Path):
                yield from _named(found, file, seen)
            elif isinstance(found, Problem):
                yield found


def _files(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    for path in paths:
        if path.is_dir():
            yield from files_of(path)
        else:
            yield path


def _named(article: Article, file: Path, seen: dict[str, str]) -> Iterator[Article | Problem]:
    """The article under an id of its own; nothing where the same words came under that id before."""
    content = article.sha256
    for id in _ids(article, file, content):
        if id not in seen:
            seen[id] = content
            if id != article.id:
                told = f"a second article has the id {shown(article.id)}"
                yield Problem(shown(file), told, f"it is read as {shown(id)}", lost=False)
            yield replace(article, id=id)
            return
        if seen[id] == content:
            return


def _ids(article: Article, file: Path, content: str) -> Iterator[str]:
    """The article's own id, then longer ones, which depend on its place and words only."""
    yield article.id
    if article.id == id_of(file) and file.parent.name:
        yield f"{id_of(file.parent)}/{article.id}"
    yield f"{article.id}#{content[:8]}"
    yield f"{article.id}#{content}"
