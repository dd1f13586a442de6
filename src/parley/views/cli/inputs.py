"""Articles from the paths on the command line; bad inputs are set aside and listed at the end."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley.record import Article
from parley.sources import Problem, articles
from parley.store import Store
from parley.views.cli.files import opened
from parley.views.cli.speak import CommandError, err, progress

if TYPE_CHECKING:
    from parley.sources.fetching import Web


def gather(
    inputs: Sequence[Path | str], web: "Web | None" = None, quiet: bool = True
) -> tuple[list[Article], list[Problem]]:
    """The articles of all inputs (a str is an address, read by `web`), and what was wrong with the others."""
    found: list[Article] = []
    problems: list[Problem] = []
    with progress("fetching" if web else "opening", quiet):
        for item in articles(inputs, web):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                found.append(item)
    return found, problems


def web_for(inputs: Sequence[Path | str], file: Path | None = None) -> "Web | None":
    """What reads addresses and lists of feeds, where there are any; it fetches no article again that the file has."""
    if not any(isinstance(x, str) or x.suffix.lower() == ".opml" for x in inputs):
        return None
    from parley.sources.fetching import Validators, Visits, Web

    web = Web(Visits())
    if file is not None and file.exists():
        with opened(file) as store:
            web.visits.known.update(a.id for a in store.articles())
            web.visits.validators.update({a: Validators(*told) for a, told in store.feeds().items()})
    return web


def keep_visits(web: "Web | None", store: Store) -> None:
    """Remembers what feeds were like; to be called once their articles are in the file."""
    if web is not None:
        store.keep_feeds({a: (v.etag, v.modified) for a, v in web.visits.validators.items()})


def gather_some(options: Namespace) -> tuple[list[Article], list[Problem]]:
    """As `gather`, where without any article there is nothing to do."""
    found, problems = gather(options.inputs, web_for(options.inputs), options.quiet)
    if not found:
        tell(problems)
        raise CommandError("no article could be read from the inputs")
    return found, problems


def tell(problems: Sequence[Problem]) -> int:
    """Lists the problems on stderr; the exit code that they make: 1 where an input was lost."""
    for problem in problems:
        err(f"parley: {problem.input}: {problem.what}; {problem.hint}")
    return 1 if any(p.lost for p in problems) else 0
