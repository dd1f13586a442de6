"""Runs reading over many articles."""

from parley.engine.local import Keep, key_of, read_all

__all__ = ["Keep", "key_of", "read_all"]
