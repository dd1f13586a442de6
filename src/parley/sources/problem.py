"""What was wrong with an input."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad input: its name, what is wrong, and what to do next. Where not `lost`, it was read all the same."""

    input: str
    what: str
    hint: str
    lost: bool = True


def shown(path: Path | str) -> str:
    """A name that can be printed: bytes that are not UTF-8, line ends and direction marks appear as escapes."""
    told = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in told)
