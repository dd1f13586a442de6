"""Results of votes: "by 11 votes to 4"."""

import re

from parley.text.numbers import Number

BALLOT = re.compile(r"\b(?:vot(?:e|es|ed|ing)|ballot)\b", re.IGNORECASE)
AGAINST = re.compile(r"(?:\s+votes)?(?:\s+to\s+|\s?[-–]\s?)")
NEAR = 40  # characters between the word and the numbers


def is_ballot(text: str, a: Number, b: Number) -> bool:
    """Two counts, not a range: "voted 312 to 45", "a vote of 31-12"."""
    if a.value < b.value or a.currency or b.currency or not AGAINST.fullmatch(text[a.end : b.start]):
        return False
    return BALLOT.search(text[max(0, a.start - NEAR) : b.end + 10]) is not None
