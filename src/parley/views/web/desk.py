"""The open file behind the desk: the record is read whole once a build and kept."""

import gc
import secrets
import threading
from collections.abc import Callable
from pathlib import Path

from parley.record import Decision, Decisions
from parley.store import Build, Meaning, Saved, Store, blank_store, open_store
from parley.views.making import now
from parley.views.search import By, Found, asked, search
from parley.views.web.index import Index
from parley.views.web.work import Workshop


class Desk:
    """One connection for all threads, guarded by a lock; opened anew where another file took the path."""

    def __init__(self, path: Path, new: bool = False) -> None:
        """`new`: the file need not be there yet; until its first build the record is empty."""
        self.path = path
        self.workshop = Workshop(path)  # builds on a connection of its own: pages of the old record stay readable
        self._new = new
        self.token = secrets.token_urlsafe(24)  # in every form that changes the file
        self._lock = threading.RLock()
        self._store: Store | None = None
        self._inode = 0
        self._index: Index | None = None
        self._meaning: Meaning | None = None
        self._meaning_at: tuple[int, ...] | None = None

    def index(self) -> Index:
        """The record of the last finished build."""
        with self._lock:
            store = self._opened()
            version = store.version()
            if self._index is None:
                self._index = _at_first(lambda: Index(store.record(), version, self.path.stem))
            elif self._index.version != version:
                self._index = Index(store.record(), version, self.path.stem)
            return self._index

    def warm_up(self) -> None:
        """Reads the record, and what searches need, before somebody asks for it. Raises StoreError."""
        self.index()
        if self.meaning():
            asked("")

    def stamp(self, wait: bool = True) -> tuple[int, ...] | None:
        """Numbers that stay the same while every page would; None where another thread has the file, without `wait`."""
        if not self._lock.acquire(blocking=wait):
            return None
        try:
            store = self._opened()
            return (self._inode, store.written(), *store.stamp(), int(self.workshop.running))
        finally:
            self._lock.release()

    def builds(self, limit: int) -> tuple[Build, ...]:
        """The last builds that changed anything, newest first."""
        with self._lock:
            return self._opened().builds(limit)

    def decisions(self) -> Decisions:
        with self._lock:
            return self._opened().decisions()

    def find(self, query: str, by: By, limit: int) -> tuple[Found, ...]:
        with self._lock:
            store, meaning = self._opened(), self.meaning() if by is not By.WORDS else None
            return search(store.search, meaning, query, by, limit)

    def meaning(self) -> Meaning | None:
        """The vectors of the last build, which are made after its record; None where it was built without."""
        with self._lock:
            store = self._opened()
            at = (store.version(), store.written())
            if self._meaning_at != at:
                self._meaning, self._meaning_at = store.meaning(), at
            return self._meaning

    def saved(self) -> tuple[Saved, ...]:
        with self._lock:
            return self._opened().saved()

    def save_search(self, name: str, query: str) -> None:
        """Raises SavedError."""
        with self._lock:
            self._opened().save_search(Saved(name, query, now()))

    def forget_search(self, name: str) -> None:
        with self._lock:
            self._opened().forget_search(name, now())

    def arrivals(self, build: int) -> frozenset[str]:
        with self._lock:
            return self._opened().arrivals(build)

    def decide(self, decision: Decision) -> None:
        with self._lock:
            self._opened().decide(decision)

    def _opened(self) -> Store:
        inode = self.path.stat().st_ino if self.path.exists() else 0
        if self._store is None or inode != self._inode or (not inode and not self._new):
            self._store = blank_store(self.path) if self._new and not inode else open_store(self.path)
            self._inode, self._index, self._meaning_at = inode, None, None
        return self._store


def _at_first(make: Callable[[], Index]) -> Index:
    """What a start of the desk makes: it lives until the next build, so nothing of it is looked through for garbage."""
    gc.disable()
    try:
        return make()
    finally:
        gc.freeze()
        gc.enable()
