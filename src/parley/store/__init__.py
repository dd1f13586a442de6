"""One negotiation in one SQLite file."""

from parley.store.changes import Build, Change
from parley.store.meaning import Meaning, Near
from parley.store.moves import Move, MoveKind
from parley.store.saved import Saved, SavedError
from parley.store.search import Hit
from parley.store.sqlite import Store, StoreError, blank_store, open_store

__all__ = [
    "Build",
    "Change",
    "Hit",
    "Meaning",
    "Move",
    "MoveKind",
    "Near",
    "Saved",
    "SavedError",
    "Store",
    "StoreError",
    "blank_store",
    "open_store",
]
