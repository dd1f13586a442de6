"""One article as the steps of naming see it: its paragraphs as words, its parse, and the table being filled."""

from bisect import bisect_right
from functools import cached_property

from parley.reading.naming.entities import Table
from parley.reading.naming.evidence import Seen
from parley.reading.naming.spotting import Line, Name, find_names
from parley.reading.naming.syntax import Syntax
from parley.reading.naming.words import Word, split_words
from parley.reading.prose import Prose
from parley.text.words import fold

MOST_CAPITALS = 0.6  # share of capitals from which a paragraph is a headline: its capitals tell no names
SHORT = 4  # letters of words that a headline leaves small


class Scene:
    """Lines, parse and table of one article."""

    def __init__(self, prose: Prose):
        self.prose, self.table = prose, Table()
        self.lines = [Line(prose.text, split_words(prose.text, b.span.start, b.span.end)) for b in prose.paragraphs]
        self.names: list[tuple[Line, Name]] = [(line, name) for line in self.lines for name in find_names(line)]

    @cached_property
    def syntax(self) -> Syntax:
        return Syntax(self.prose.doc)

    @cached_property
    def seen(self) -> Seen:
        """Single words with a capital that no sentence began with, and all words in lower case."""
        alone = {fold(line.words[n.first].text) for line, n in self.names if n.last - n.first == 1}
        lower = {w.lower for line in self.lines for w in line.words if w.text.islower()}
        return Seen(frozenset(alone - lower), frozenset(lower))

    @cached_property
    def _starts(self) -> list[int]:
        return [w.start for line in self.lines for w in line.words]

    @cached_property
    def _words(self) -> list[Word]:
        return [w for line in self.lines for w in line.words]

    def quoted(self, offset: int) -> bool:
        """Whether the code point lies in a direct quote."""
        found = bisect_right(self._starts, offset) - 1
        return found >= 0 and self._words[found].quoted

    def headline(self, line: Line) -> bool:
        """Whether nearly all long words of the line have capitals."""
        return line in self._headlines

    @cached_property
    def _headlines(self) -> set[Line]:
        return {line for line in self.lines if _is_headline(line)}


def _is_headline(line: Line) -> bool:
    long = [w for w in line.words if len(w.text) >= SHORT and w.text[0].isalpha()]
    return len(long) > SHORT and sum(w.text[0].isupper() for w in long) > MOST_CAPITALS * len(long)
