"""Runs reading over many articles."""

from parley.engine.local import Keep, Unkept, key_of, read_all

__all__ = ["Keep", "Unkept", "key_of", "read_all"]
