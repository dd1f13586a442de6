"""Searches that a person saved under a name: append-only, the last row of a name counts."""

import sqlite3
from dataclasses import dataclass

LONGEST_NAME, LONGEST_QUERY = 80, 2000
MOST = 100  # saved searches of one file


class SavedError(ValueError):
    """A search that cannot be saved; the message says why."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A search by the query of its address ("q=night+shifts&outlet=Harbour+Gazette"); `at` is when it was saved."""

    name: str
    query: str
    at: str


def keep(db: sqlite3.Connection, search: Saved) -> None:
    """Saves it; an older one of that name is replaced. Raises SavedError."""
    if not search.name.strip() or len(search.name) > LONGEST_NAME or len(search.query) > LONGEST_QUERY:
        raise SavedError(f"give the search a name of 1 to {LONGEST_NAME} letters")
    names = {s.name for s in listed(db)}
    if search.name not in names and len(names) >= MOST:
        raise SavedError(f"{MOST} searches are saved already; forget one first")
    db.execute("INSERT INTO saved_search (name, query, at) VALUES (?, ?, ?)", (search.name, search.query, search.at))


def forget(db: sqlite3.Connection, name: str, at: str) -> None:
    db.execute("INSERT INTO saved_search (name, query, at) VALUES (?, NULL, ?)", (name, at))


def listed(db: sqlite3.Connection) -> tuple[Saved, ...]:
    """Those that count, by name."""
    rows = db.execute(
        "SELECT name, query, at FROM saved_search WHERE position IN"
        " (SELECT max(position) FROM saved_search GROUP BY name) AND query IS NOT NULL ORDER BY name"
    )
    return tuple(Saved(*row) for row in rows)
