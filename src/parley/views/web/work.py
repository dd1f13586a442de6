"""Building while the desk stays open: one build at a time, in a thread of its own, and how far it is."""

import logging
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parley.learn import MissingModel
from parley.record import Article
from parley.sources import Problem, articles
from parley.store import Build, StoreError, open_store
from parley.views.making import Step, update

if TYPE_CHECKING:
    from parley.sources.fetching import Web

MOST_TOLD = 200  # files that could not be read, listed by name


class BusyError(Exception):
    """A build is under way already."""


@dataclass
class Work:
    """One build: what it does now, and how it ended. Written by its thread, read by others."""

    stage: str = "opening"
    done: int = 0
    total: int = 0
    articles: int = 0
    problems: list[Problem] = field(default_factory=list)
    error: str | None = None
    build: Build | None = None  # None where nothing changed
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        return not self.finished.is_set()

    @contextmanager
    def entered(self, title: str) -> Iterator[Step | None]:
        self.stage, self.done, self.total = title, 0, 0
        yield self._moved

    def _moved(self, done: int, total: int) -> None:
        self.done, self.total = done, total


class Workshop:
    """Builds the file of a desk, one build after the other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self.work: Work | None = None

    @property
    def running(self) -> bool:
        return self.work is not None and self.work.running

    def start(self, folder: Path | None = None, addresses: Sequence[str] = ()) -> Work:
        """Builds from the folder, which is removed afterwards, and from the addresses. Raises BusyError."""
        with self._lock:
            if self.running:
                raise BusyError
            work = self.work = Work()
        threading.Thread(target=self._run, args=(work, folder, addresses), daemon=True).start()
        return work

    def _run(self, work: Work, folder: Path | None, addresses: Sequence[str]) -> None:
        try:
            self._build(work, folder, addresses)
        except (StoreError, MissingModel, OSError) as error:
            work.error = str(error)
        except Exception as error:  # the page has to say that the build ended, whatever ended it
            logging.getLogger(__name__).exception("a build at the desk failed")
            work.error = f"This is a fault of Parley ({type(error).__name__}: {error}); please report it."
        finally:
            if folder:
                shutil.rmtree(folder.parent, ignore_errors=True)
            work.finished.set()

    def _build(self, work: Work, folder: Path | None, addresses: Sequence[str]) -> None:
        found = [x for x in self._found(work, folder, addresses) if isinstance(x, Article)]
        if (folder or addresses) and not found:
            work.error = "Nothing was added: none of the files holds an article that can be read."
            return

        def failed(article: str, error: str) -> None:
            work.problems.append(Problem(article, f"only its lines could be read ({error})", "please report it", False))

        with open_store(self._path, create=True) as store:
            _, changes = update(store, found, stage=work.entered, failed=failed)
            work.build = store.builds(1)[0] if changes else None

    def _web(self) -> "Web":
        """What reads addresses; it fetches no article again that the file has."""
        from parley.sources.fetching import Visits, Web

        if not self._path.exists():
            return Web()
        with open_store(self._path) as store:
            return Web(Visits(known={a.id for a in store.articles()}))

    def _found(self, work: Work, folder: Path | None, addresses: Sequence[str]) -> Iterator[Article | Problem]:
        """The articles; what could not be read is kept for the page, under the names that the files came with."""
        for given in articles([*([folder] if folder else []), *addresses], self._web() if addresses else None):
            if isinstance(given, Article):
                work.articles += 1
            elif len(work.problems) < MOST_TOLD:
                name = given.input.replace(f"{folder}/", "")
                work.problems.append(Problem(name, given.what, given.hint, given.lost))
            yield given
