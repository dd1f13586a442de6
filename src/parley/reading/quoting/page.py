"""An article's tokens with what its quotation marks say about them: which stand inside marks, and where sentences begin."""

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Token

from parley.reading.prose import Prose
from parley.reading.quoting.found import Range
from parley.reading.quoting.marks import Marked, find_marked

OUTSIDE = -1
LONGEST_SENTENCE = 300  # tokens looked at from a cue; no sentence of news is longer


@dataclass
class Page:
    """`inside[i]` is the number of the quoted stretch that token i (its marks included) stands in, or OUTSIDE."""

    prose: Prose
    doc: list[Token] = field(init=False)
    text: str = field(init=False)
    marked: list[Marked] = field(init=False)
    inside: list[int] = field(init=False)
    starts: list[int] = field(init=False)
    _sentences: list[int] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.doc, self.text = self.prose.tokens, self.prose.article.text
        self.marked = [m for m in find_marked(self.prose) if not self._elsewhere(m)]
        self.starts = self.prose.token_starts
        self.inside = [OUTSIDE] * len(self.doc)
        for n, m in enumerate(self.marked):
            for i in range(*self.tokens(m.quoted.start, m.quoted.end)):
                self.inside[i] = n

    def _elsewhere(self, m: Marked) -> bool:
        return m.quoted.single and not self.text[m.quoted.inner : m.quoted.inner_end].strip()

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that begin within [start, end), as a range."""
        first = bisect_right(self.starts, start - 1)
        return first, bisect_right(self.starts, end - 1)

    def token_at(self, offset: int) -> Token | None:
        """The token that begins at the code point."""
        i = bisect_right(self.starts, offset) - 1
        return self.doc[i] if i >= 0 and self.starts[i] == offset else None

    def sentence(self, i: int) -> tuple[int, int]:
        """The reporter's sentence around a token outside of marks: [first, last), where a quoted stretch is one word."""
        if not self._sentences:
            self._sentences = [0, *(n for n in range(1, len(self.doc)) if self.begins(n)), len(self.doc)]
        at = bisect_right(self._sentences, i)
        first, last = self._sentences[at - 1], self._sentences[at]
        return max(first, i - LONGEST_SENTENCE), min(last, i + LONGEST_SENTENCE)

    def begins(self, i: int) -> bool:
        """Whether the reporter's sentence begins at token i."""
        token = self.doc[i]
        n = self.inside[i]
        if i == 0 or (n != OUTSIDE and self.inside[i - 1] == n):
            return False
        before = self.doc[i - 1]
        if "\n" in self.text[before.idx : token.idx]:
            return True
        if n == OUTSIDE and self.inside[i - 1] == OUTSIDE:
            return bool(token.is_sent_start) and not token.is_punct and self._ended(i - 1)
        if self.inside[i - 1] == OUTSIDE:
            return self._before(i - 1).text[-1] in ".!?"
        q = self.marked[self.inside[i - 1]].quoted
        return self.text[q.inner_end - 1] in ".!?" and (n != OUTSIDE or self._closes_sentence(i))

    def _before(self, i: int) -> Token:
        """The token, or the last one before it that is no space."""
        while i > 0 and self.doc[i].is_space:
            i -= 1
        return self.doc[i]

    def _ended(self, i: int) -> bool:
        """Whether a sentence can end with the token; the parse is led astray by marks and hard spaces."""
        return self._before(i).text[-1] in ".!?:;…)]”\"»'’"

    def _closes_sentence(self, i: int) -> bool:
        """ "“… is over.” The talks …" begins a sentence at "The"; "“… over?” she asked" goes on."""
        return self.doc[i].text[:1].isupper()

    def range_of(self, first: int, last: int) -> Range:
        """Code points of the tokens first..last, both included."""
        token = self.doc[last]
        return self.doc[first].idx, token.idx + len(token.text)
