"""Opening the .parley file that a command names."""

import gc
from pathlib import Path

from parley.record import Record
from parley.store import Store, StoreError, open_store
from parley.views.cli.speak import CommandError


def opened(path: Path, create: bool = False) -> Store:
    try:
        return open_store(path, create)
    except StoreError as error:
        raise CommandError(str(error)) from error


def finished(path: Path) -> Record:
    """The record of the file's last finished build; it lives as long as the command, and is never garbage."""
    gc.disable()
    try:
        return _finished(path)
    finally:
        gc.freeze()
        gc.enable()


def _finished(path: Path) -> Record:
    with opened(path) as store:
        try:
            record = store.record()
        except StoreError as error:
            raise CommandError(str(error)) from error
    if not record.articles:
        raise CommandError(f"{path}: holds no finished record; run: parley build {path} INPUT...")
    return record
