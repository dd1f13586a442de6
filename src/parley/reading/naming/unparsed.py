"""What stands in for the parse where an article is read fast: the words beside a name say whether it speaks."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.reading.naming.evidence import SPEECH
from parley.reading.naming.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDINGS = ("s", "es", "ed", "d", "ing")
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "thought": "think", "met": "meet", "withdrew": "withdraw", "denied": "deny",
    "denies": "deny", "replied": "reply", "replies": "reply", "vowed": "vow", "says": "say",
}  # fmt: skip
VERBS = {
    **{verb + ending: verb for verb in SPEECH for ending in ENDINGS},
    **{verb[:-1] + "ing": verb for verb in SPEECH if verb.endswith("e")},
    **IRREGULAR,
}


class Unparsed(Syntax):
    """As `Syntax`, from the words alone: no names, no tags; a subject is what a verb of speech follows."""

    def __init__(self, starts: list[int], lowers: Sequence[str]) -> None:
        """`lowers`: the words in small letters, and where they begin."""
        self._starts, self._lowers = starts, lowers

    def tokens(self, start: int, end: int) -> "list[Token]":
        return []

    def tagged(self, *tags: str) -> "list[Token]":
        return []

    def head(self, start: int, end: int) -> "Token | None":
        return None

    def label(self, start: int, end: int) -> str:
        return ""

    def modifies(self, start: int, end: int) -> bool:
        return False

    def subject(self, start: int, end: int) -> bool:
        return self.governor(start, end) in SPEECH

    def governor(self, start: int, end: int) -> str:
        """The verb of speech right behind the words, or "" for none."""
        after = bisect_left(self._starts, end)
        return VERBS.get(self._lowers[after], "") if after < len(self._lowers) else ""
