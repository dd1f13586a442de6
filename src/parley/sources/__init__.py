"""Where articles come from: files and folders on this machine, and the web where a person names an address."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from parley.record import Article
from parley.sources.files import id_of, read_file
from parley.sources.folders import files_of
from parley.sources.problem import Problem, shown

if TYPE_CHECKING:
    from parley.sources.fetching import Web

__all__ = ["Problem", "articles"]


def articles(inputs: Sequence[Path | str], web: "Web | None" = None) -> Iterator[Article | Problem]:
    """The articles of all inputs in order, folders sorted by name; a bad input is a Problem and stops nothing.

    An input that is a str is an http(s) address: of a page, a feed or a list of feeds. `web` remembers what was read
    before and is polite; with it, the feeds of a list that is named as a file are fetched as well.
    The same article given twice comes once. Another article with an id that is taken gets a longer one, and a Problem
    that is not `lost` tells so.
    """
    seen: dict[str, str] = {}
    for given, found in _found(inputs, web):
        yield from _named(found, given, seen) if isinstance(found, Article) else [found]


def _found(inputs: Sequence[Path | str], web: "Web | None") -> Iterator[tuple[Path | str, Article | Problem]]:
    """Each article or problem with the file or address that it is from."""
    for given in inputs:
        if isinstance(given, str):
            from parley.sources.fetching import Web, follow

            web = web or Web()
            yield from ((given, found) for found in follow(given, web))
        elif given.is_dir():
            for file in files_of(given):
                yield from ((file, x) for x in read_file(file)) if isinstance(file, Path) else [(given, file)]
        else:
            yield from ((given, found) for found in read_file(given, web))


def _named(article: Article, file: Path | str, seen: dict[str, str]) -> Iterator[Article | Problem]:
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


def _ids(article: Article, file: Path | str, content: str) -> Iterator[str]:
    """The article's own id, then longer ones, which depend on its place and words only."""
    yield article.id
    if isinstance(file, Path) and article.id == id_of(file) and file.parent.name:
        yield f"{id_of(file.parent)}/{article.id}"
    yield f"{article.id}#{content[:8]}"
    yield f"{article.id}#{content}"
