"""Opening the .parley file that a command names."""

from pathlib import Path

from parley.store import Store, StoreError, open_store
from parley.views.cli.speak import CommandError


def opened(path: Path, create: bool = False) -> Store:
    try:
        return open_store(path, create)
    except StoreError as error:
        raise CommandError(str(error)) from error
