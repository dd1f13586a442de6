"""What the parse says about the words of a mention: its head, its role, its preposition."""

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from parley.reading.prose import Prose

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "obl:agent"))


class Syntax:
    """Look-up from code points to tokens of the parse."""

    def __init__(self, prose: Prose):
        self._tokens, self._starts, self._strings = prose.tokens, prose.token_starts, prose.doc.vocab.strings
        self._tags = prose.doc.to_array("TAG")
        self._heads: dict[tuple[int, int], Token | None] = {}

    def first(self, start: int) -> int:
        """Index of the first token that begins at or after the code point."""
        return bisect_left(self._starts, start)

    def tokens(self, start: int, end: int) -> "list[Token]":
        return self._tokens[self.first(start) : self.first(end)]

    def tagged(self, *tags: str) -> "list[Token]":
        """The tokens with one of the tags, in text order."""
        told = [self._tags == self._strings[t] for t in tags]
        return [self._tokens[n] for n in np.flatnonzero(np.logical_or.reduce(told)).tolist()]

    def head(self, start: int, end: int) -> "Token | None":
        """The token of [start, end) that hangs on a word outside it; the last where several do."""
        if (start, end) not in self._heads:
            self._heads[start, end] = self._find_head(start, end)
        return self._heads[start, end]

    def _find_head(self, start: int, end: int) -> "Token | None":
        inside = self.tokens(start, end)
        outer = [t for t in inside if t.head == t or not start <= t.head.idx < end]
        named = [t for t in outer if t.dep_ != "punct"]
        return next(iter(named or outer or inside), None)

    def label(self, start: int, end: int) -> str:
        """The kind of name that the parser's names give most of the words; "" for none."""
        kinds = [t.ent_type_ for t in self.tokens(start, end) if t.ent_type_]
        return max(set(kinds), key=lambda k: (kinds.count(k), k)) if kinds else ""

    def subject(self, start: int, end: int) -> bool:
        head = self.head(start, end)
        return head is not None and head.dep_ in SUBJECTS

    def modifies(self, start: int, end: int) -> bool:
        """Whether the mention only tells what the noun after it is."""
        head = self.head(start, end)
        return head is not None and head.dep_ in ("compound", "amod") and head.head.idx >= end

    def governor(self, start: int, end: int) -> str:
        """Lemma of the word on which the mention hangs."""
        head = self.head(start, end)
        return "" if head is None else head.head.lemma_.lower()
