"""One negotiation in one SQLite file."""

from parley.store.changes import Build, Change
from parley.store.search import Hit
from parley.store.sqlite import Store, StoreError, open_store

__all__ = ["Build", "Change", "Hit", "Store", "StoreError", "open_store"]
