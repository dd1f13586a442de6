"""Parley reads what many news outlets wrote about a negotiation and builds one sourced record of it.

>>> talks = parley.open("talks.parley")
>>> talks.positions.where(stance="rejects").to_df()
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.views.notebook import Talks

__version__ = "0.1.0"
__all__ = ["open"]


def open(path: str | Path) -> "Talks":
    """The record of a .parley file, as tables. Raises parley.store.StoreError where it is none."""
    from parley.views.notebook import open_talks

    return open_talks(path)
