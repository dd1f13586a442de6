"""In how many of some hundred news articles each word stands: what is rare in news, whatever this record is about."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from parley.learn import MissingModel
from parley.text.words import Ids, Places, ids_of


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """`words` (ordered ids, see parley.text.words) stand in `counts` of `articles` articles; others in next to none."""

    articles: int
    words: Ids
    counts: Places

    def of(self, words: Ids) -> Places:
        """In how many articles each of the words stands."""
        if not len(self.words):
            return np.zeros(len(words), np.int64)
        at = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        return np.where(self.words[at] == words, self.counts[at], 0)


NOTHING = Spread(0, np.empty(0, np.uint64), np.empty(0, np.int64))


@cache
def load() -> Spread:
    path = resources.files("parley.learn") / "news_words_model" / "spread.json"
    if not path.is_file():
        raise MissingModel(f"{path} is missing; make it with: python -m training words")
    kept = json.loads(path.read_text("utf-8"))
    words, counts = ids_of(kept["words"]), np.array(list(kept["words"].values()), np.int64)
    order = np.argsort(words)
    return Spread(kept["articles"], words[order], counts[order])
