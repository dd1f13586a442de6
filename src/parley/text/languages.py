"""Whose function words a text uses: the language that it is in."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
REMEMBERED = 50_000  # runs whose words are kept


@lru_cache(maxsize=REMEMBERED)
def words_of(run: str) -> tuple[str, ...]:
    """The words of a run of what is no blank, in small letters."""
    return tuple(WORD.findall(run.lower()))


class FunctionWords:
    """`told`: the function words of each language, with blanks between them."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self.languages = tuple(told)
        self._of_word: dict[str, tuple[str, ...]] = {}
        for language, words in told.items():
            for word in sorted({*words.split()}):
                self._of_word[word] = (*self._of_word.get(word, ()), language)

    def count(self, words: Iterable[str]) -> dict[str, int]:
        """How many of the words are function words of each language."""
        often = Counter(filter(self._of_word.__contains__, words))
        counts = dict.fromkeys(self.languages, 0)
        for word, count in often.items():
            for language in self._of_word[word]:
                counts[language] += count
        return counts
