"""The open file behind the desk: the record is read whole once a build and kept."""

import secrets
import threading
from pathlib import Path

from parley.record import Decision, Decisions
from parley.store import Build, Hit, Store, open_store
from parley.views.web.index import Index


class Desk:
    """One connection for all threads, guarded by a lock; opened anew where another file took the path."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.token = secrets.token_urlsafe(24)  # in every form that changes the file
        self._lock = threading.RLock()
        self._building = threading.Lock()
        self._store: Store | None = None
        self._inode = 0
        self._index: Index | None = None

    def index(self) -> Index:
        """The record of the last finished build."""
        with self._lock:
            store = self._opened()
            version = store.version()
            if self._index is None or self._index.version != version:
                self._index = Index(store.record(), version, self.path.stem)
            return self._index

    def builds(self, limit: int) -> tuple[Build, ...]:
        """The last builds that changed anything, newest first."""
        with self._lock:
            return self._opened().builds(limit)

    def decisions(self) -> Decisions:
        with self._lock:
            return self._opened().decisions()

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        with self._lock:
            return self._opened().search(query, limit)

    def decide(self, decision: Decision) -> None:
        with self._lock:
            self._opened().decide(decision)

    def rebuild(self) -> None:
        """Makes the record anew with the decisions, on a connection of its own: pages of the old one stay readable."""
        from parley.views.making import update

        with self._building, open_store(self.path) as store:
            update(store, ())

    def _opened(self) -> Store:
        inode = self.path.stat().st_ino if self.path.exists() else 0
        if self._store is None or inode != self._inode:
            self._store = open_store(self.path)
            self._inode, self._index = self.path.stat().st_ino, None
        return self._store
