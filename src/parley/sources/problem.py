"""What was wrong with an input."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad input: its name, what is wrong, and what to do next."""

    input: str
    what: str
    hint: str
