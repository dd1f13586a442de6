"""Articles from the paths on the command line; bad inputs are set aside and listed at the end."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley.record import Article
from parley.sources import Problem, articles
from parley.views.cli.speak import CommandError, err

if TYPE_CHECKING:
    from parley.sources.fetching import Web


def gather(inputs: Sequence[Path | str], web: "Web | None" = None) -> tuple[list[Article], list[Problem]]:
    """The articles of all inputs (a str is an address, read by `web`), and what was wrong with the others."""
    found: list[Article] = []
    problems: list[Problem] = []
    for item in articles(inputs, web):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            found.append(item)
    return found, problems


def gather_some(options: Namespace) -> tuple[list[Article], list[Problem]]:
    """As `gather`, where without any article there is nothing to do."""
    found, problems = gather(options.inputs)
    if not found:
        tell(problems)
        raise CommandError("no article could be read from the inputs")
    return found, problems


def tell(problems: Sequence[Problem]) -> int:
    """Lists the problems on stderr; the exit code that they make: 1 where an input was lost."""
    for problem in problems:
        err(f"parley: {problem.input}: {problem.what}; {problem.hint}")
    return 1 if any(p.lost for p in problems) else 0
