"""What a short phrase names, as the words that tell it apart: for comparing things counted, demanded or met about."""

import re
from functools import cache

from parley.text.words import STOP_WORDS, fold

WORD = re.compile(r"[^\W\d_]+|%")
VAGUE = frozenset("new total number estimated least most some many more than combined overall".split())


@cache
def thing(phrase: str) -> frozenset[str]:
    """Folded content words without plural endings: "the 9,000 dock workers" is {"dock", "worker"}."""
    words = WORD.findall(fold(phrase).replace("’s", "").replace("'s", ""))
    return frozenset(singular(w) for w in words if w not in STOP_WORDS and w not in VAGUE)


def singular(word: str) -> str:
    """The word without an English plural ending; close enough to compare, not to print."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
