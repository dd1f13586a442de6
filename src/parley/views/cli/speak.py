"""How the command line speaks: notes and errors on stderr, a progress bar where somebody watches."""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int], None]
Told = Callable[[str, str], None]  # an article and what went wrong with it


class CommandError(Exception):
    """Ends the command with exit code 1; the message names the input, says what is wrong and what to do next."""


def err(message: str) -> None:
    print(safe(message), file=sys.stderr)


def unread(article: str, error: str) -> None:
    """Tells of an article that the program failed on."""
    err(f"parley: {article}: only its lines could be read, this is a fault of Parley ({error}); please report it")


def safe(text: str) -> str:
    """The text without control characters, by which an article could steer the terminal; tabs and line ends stay."""
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


def colours() -> bool:
    """Whether stdout is a terminal that may be coloured (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


@contextmanager
def progress(title: str, quiet: bool) -> Iterator[Step | None]:
    """A bar on stderr, to be moved by calls of (done, total); None where stderr is not a terminal or `quiet` is set."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
