"""Whose function words a text uses: the language that it is in."""

import re
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W\d_]+")
BITS = 20  # of a count
REMEMBERED = 50_000  # runs whose words are kept


class FunctionWords(dict[str, int]):
    """How many words each run without blanks holds, and how many function words of each language, side by side in one number.
    `told`: the function words of each language, with blanks between them."""

    def __init__(self, told: Mapping[str, str]) -> None:
        super().__init__()
        self.languages = tuple(told)
        self._of_word: dict[str, int] = {}
        for n, words in enumerate(told.values(), 1):
            for word in {*words.split()}:
                self._of_word[word] = self._of_word.get(word, 0) + (1 << n * BITS)

    def __missing__(self, run: str) -> int:
        words = WORD.findall(run.lower())
        told = len(words) + sum(self._of_word.get(word, 0) for word in words)
        if len(self) < REMEMBERED:
            self[run] = told
        return told

    def count(self, runs: Iterable[str]) -> tuple[int, dict[str, int]]:
        """How many words the runs hold (fewer than a million), and how many are function words of each language."""
        told = sum(map(self.__getitem__, runs))
        most = (1 << BITS) - 1
        return told & most, {language: told >> n * BITS & most for n, language in enumerate(self.languages, 1)}
