"""How the command line speaks: notes and errors on stderr, a progress bar where somebody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int], None]


class CommandError(Exception):
    """Ends the command with exit code 1; the message names the input, says what is wrong and what to do next."""


def err(message: str) -> None:
    print(message, file=sys.stderr)


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
