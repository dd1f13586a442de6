"""One negotiation in one SQLite file: articles, readings by content, the record, decisions, full text."""

import gc
import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import cast, get_args, get_type_hints

from parley.record import Article, BlockKind, Decision, Decisions, Reading, Record
from parley.store import codec
from parley.store.changes import Build, Change, compare
from parley.store.meaning import Encode, Meaning, learn, meaning
from parley.store.moves import Move, moves
from parley.store.saved import Saved, forget, keep, listed
from parley.store.search import Hit, find, indexed

APPLICATION = 0x5041524C  # "PARL" in SQLite's application_id
SCHEMAS = ("schema.sql", "schema_2.sql", "schema_3.sql")  # the tables that each version of the file added
VERSION = len(SCHEMAS)
PATIENCE = 30  # seconds that a file which others write is waited for
MAGIC = b"SQLite format 3\0"
STAMP = (
    "SELECT (SELECT coalesce(max(position), 0) FROM build), (SELECT coalesce(max(position), 0) FROM decision),"
    " (SELECT coalesce(max(position), 0) FROM saved_search)"
)
SEARCHED = (BlockKind.TITLE, BlockKind.BODY, BlockKind.HEADING, BlockKind.CAPTION)


class StoreError(Exception):
    """A file that cannot be used; the message names it, says what is wrong and what to do."""


class Store:
    """An open .parley file. Use as a context manager; one Store a thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()

    # articles

    def add(self, articles: Sequence[Article]) -> None:
        """Articles in the order of the first build that saw them; one with a known id takes the old one's place."""
        with self._transaction():
            last = self._db.execute("SELECT coalesce(max(position), 0) FROM article").fetchone()[0]
            self._db.executemany(
                "INSERT INTO article VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json",
                [(a.id, last + n, codec.dumps(a)) for n, a in enumerate(articles, 1)],
            )

    def remove(self, ids: Iterable[str]) -> None:
        with self._transaction():
            self._db.executemany("DELETE FROM article WHERE id = ?", [(i,) for i in ids])

    def articles(self) -> tuple[Article, ...]:
        """As they were read, sorted by id so that the order of builds leaves no trace in the record."""
        return codec.many(Article, (row[0] for row in self._db.execute("SELECT json FROM article ORDER BY id")))

    # readings

    def reading(self, key: str) -> Reading | None:
        row = self._db.execute("SELECT json FROM reading WHERE key = ?", (key,)).fetchone()
        return codec.loads(Reading, row[0]) if row else None

    def keep(self, readings: Mapping[str, Reading]) -> None:
        """Saves readings by key at once, so that a build that is cut off is taken up where it stopped."""
        with self._transaction():
            self._db.executemany(
                "INSERT OR REPLACE INTO reading VALUES (?, ?)", [(k, codec.dumps(r)) for k, r in readings.items()]
            )

    # the record

    def save(self, record: Record, used: Iterable[str] = (), at: str | None = None) -> tuple[Change, ...]:
        """Replaces the record in one transaction and says what changed; readings under no key of `used` are dropped.

        `at` is the ISO time of the build, kept beside the record and never in it.
        """
        digest = digest_of(record)
        last = self._db.execute("SELECT digest FROM build ORDER BY position DESC LIMIT 1").fetchone()
        if last and last[0] == digest:
            with self._transaction():
                self._forget_readings(set(used))
            return ()
        before = self._before()
        changes, moved = compare(before, record), moves(before, record)
        with self._transaction():
            self._replace(record)
            row = (digest, codec.dumps(changes), at)
            build = self._db.execute("INSERT INTO build (digest, changes, at) VALUES (?, ?, ?)", row).lastrowid
            told = [(build, n, codec.dumps(m)) for n, m in enumerate(moved)]
            self._db.executemany("INSERT INTO move VALUES (?, ?, ?)", told)
            self._arrive(before, record, build)
            self._forget_readings(set(used))
        return changes

    def record(self) -> Record:
        """The record of the last finished build; an empty one where none finished. Raises StoreError."""
        facts: dict[str, list[str]] = {f.name: [] for f in fields(Record)}
        try:
            for noun, json in self._db.execute("SELECT noun, json FROM fact ORDER BY noun, position"):
                facts[noun].append(json)
            with _uncollected():
                return Record(**{noun: codec.many(_nouns()[noun], told) for noun, told in facts.items()})
        except (ValueError, KeyError) as error:
            raise StoreError(
                f"{self.path}: its record was made by another version of Parley; run: parley build {self.path}"
            ) from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path}: is damaged ({error}); build it again under another name") from error

    def version(self) -> int:
        """How often the record was replaced; it changes whenever `record()` would."""
        return int(self._db.execute("SELECT coalesce(max(position), 0) FROM build").fetchone()[0])

    def changes(self) -> tuple[Change, ...]:
        """What the last build that changed anything changed."""
        row = self._db.execute("SELECT changes FROM build ORDER BY position DESC LIMIT 1").fetchone()
        return codec.loads(tuple[Change, ...], row[0]) if row else ()

    def builds(self, limit: int = 50) -> tuple[Build, ...]:
        """The builds that changed anything, newest first."""
        rows = self._db.execute(
            "SELECT position, at, changes FROM build ORDER BY position DESC LIMIT ?", (limit,)
        ).fetchall()
        return tuple(Build(n, at, codec.loads(tuple[Change, ...], told), self._moves(n)) for n, at, told in rows)

    def arrivals(self, build: int) -> frozenset[str]:
        """The articles that came into the record, or whose text changed, by that build."""
        return frozenset(row[0] for row in self._db.execute("SELECT article FROM arrival WHERE build = ?", (build,)))

    def stamp(self) -> tuple[int, ...]:
        """Numbers of which one rises whenever a build, a decision or a saved search is written."""
        return tuple(self._db.execute(STAMP).fetchone())

    def written(self) -> int:
        """A number that changes whenever another connection wrote to the file."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    # decisions

    def decide(self, decision: Decision) -> None:
        with self._transaction():
            self._db.execute("INSERT INTO decision (json) VALUES (?)", (codec.dumps(decision),))

    def decisions(self) -> Decisions:
        rows = self._db.execute("SELECT json FROM decision ORDER BY position")
        return tuple(codec.loads(Decision, row[0]) for row in rows)

    # search

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Passages that hold all words of the query (a phrase in quotation marks as one), best first."""
        return find(self._db, query, limit)

    def learn_meaning(self, encode: Encode, step: Callable[[int, int], None] | None = None) -> None:
        """Makes passages findable by meaning; those that are already cost nothing."""
        learn(self._db, encode, step)

    def meaning(self) -> Meaning | None:
        """The vectors of the last build's passages; None where it was built without (`--fast`)."""
        return meaning(self._db)

    def feeds(self) -> dict[str, tuple[str, str]]:
        """ETag and Last-Modified of the feeds that were read to their end, by address."""
        return {row[0]: (row[1], row[2]) for row in self._db.execute("SELECT * FROM feed")}

    def keep_feeds(self, feeds: Mapping[str, tuple[str, str]]) -> None:
        with self._transaction():
            rows = [(address, *told) for address, told in feeds.items()]
            self._db.executemany("INSERT OR REPLACE INTO feed VALUES (?, ?, ?)", rows)

    def saved(self) -> tuple[Saved, ...]:
        return listed(self._db)

    def save_search(self, search: Saved) -> None:
        """Keeps a search under its name. Raises SavedError."""
        with self._transaction():
            keep(self._db, search)

    def forget_search(self, name: str, at: str) -> None:
        with self._transaction():
            forget(self._db, name, at)

    # inside

    def _moves(self, build: int) -> tuple[Move, ...]:
        rows = self._db.execute("SELECT json FROM move WHERE build = ? ORDER BY position", (build,))
        return codec.many(Move, (row[0] for row in rows))

    def _arrive(self, before: Record, record: Record, build: int | None) -> None:
        texts = before.texts()
        came = [(a.id, build) for a in record.articles if texts.get(a.id) != a.text]
        self._db.executemany("INSERT OR REPLACE INTO arrival VALUES (?, ?)", came)

    def _before(self) -> Record:
        """The record that a build replaces; an empty one where another version of Parley made it."""
        try:
            return self.record()
        except StoreError:
            return Record((), ())

    def _replace(self, record: Record) -> None:
        self._db.execute("DELETE FROM fact")
        self._db.execute("DELETE FROM passage")
        for field in fields(Record):
            rows = [(field.name, n, codec.dumps(item)) for n, item in enumerate(getattr(record, field.name))]
            self._db.executemany("INSERT INTO fact VALUES (?, ?, ?)", rows)
        self._db.executemany("INSERT INTO passage VALUES (?, ?, ?, ?)", _passages(record))

    def _forget_readings(self, used: set[str]) -> None:
        if used:
            known = {row[0] for row in self._db.execute("SELECT key FROM reading")}
            self._db.executemany("DELETE FROM reading WHERE key = ?", [(k,) for k in sorted(known - used)])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def open_store(path: Path, create: bool = False) -> Store:
    """The .parley file at the path, made where `create` allows it. Raises StoreError."""
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a .parley file; name a file, such as {path}/talks.parley")
    if not path.exists() and not create:
        raise StoreError(f"{path}: no such file; build it first: parley build {path} INPUT...")
    if create and not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
    if path.exists() and path.stat().st_size and _begins(path) != MAGIC:
        raise StoreError(f"{path}: is not a .parley file; did you mean it as an input? parley build FILE.parley {path}")
    try:
        return Store(path, _connect(path))
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error}); is it damaged, or not writable?") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look through a million new values again and again and find none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def blank_store(path: Path) -> Store:
    """An empty store in memory, for a file that is still to be made."""
    return Store(path, _connect(Path(":memory:")))


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC))
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def digest_of(record: Record) -> str:
    """SHA-256 over all nouns of the record: equal records, equal digests."""
    digest = hashlib.sha256()
    for field in fields(Record):
        digest.update(codec.dumps(getattr(record, field.name)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _connect(path: Path) -> sqlite3.Connection:
    """Tried again while others make the same file: turning the journal to WAL fails at once, whatever the timeout."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _prepared(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _prepared(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    try:
        application, version, tables = _told(db)
        if tables and application != APPLICATION:
            raise StoreError(f"{path}: is a database of another program; choose another file name")
        if version > VERSION:
            raise StoreError(
                f"{path}: was written by a newer Parley (file version {version}); update Parley to open it"
            )
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        if version < VERSION:
            _lay_out(db, since=version if tables else 0)
    except BaseException:
        db.close()  # a transaction that was cut off would keep others out
        raise
    return db


def _told(db: sqlite3.Connection) -> tuple[int, int, int]:
    """The program and version that wrote the file, and how many tables it has: as of one moment."""
    db.execute("BEGIN")
    asked = ("SELECT count(*) FROM sqlite_master", "PRAGMA application_id", "PRAGMA user_version")
    tables, application, version = (db.execute(q).fetchone()[0] for q in asked)
    db.execute("COMMIT")
    return application, version, tables


def _lay_out(db: sqlite3.Connection, since: int) -> None:
    """Makes the tables that a new file, or one of an earlier version, lacks; another process may do so meanwhile."""
    schema = resources.files("parley.store")
    parts = [schema.joinpath(name).read_text("utf-8") for name in SCHEMAS[since:]]
    head = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
    db.executescript(f"BEGIN IMMEDIATE; {head} {' '.join(parts)} COMMIT;")


def _passages(record: Record) -> Iterator[tuple[str, str, int, int]]:
    texts = record.texts()
    for reading in record.readings:
        for block in reading.blocks:
            if block.kind in SEARCHED:
                span = block.span
                yield indexed(texts[span.article][span.start : span.end]), span.article, span.start, span.end


@cache
def _nouns() -> dict[str, type]:
    """The class of the items of each field of a Record."""
    hints = get_type_hints(Record)
    return {f.name: cast(type, get_args(hints[f.name])[0]) for f in fields(Record)}
