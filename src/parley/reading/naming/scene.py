"""One article as the steps of naming see it: its paragraphs as words, its parse, and the table being filled."""

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import chain, islice

from parley.reading.naming.entities import Entity, Table
from parley.reading.naming.evidence import Seen
from parley.reading.naming.line import Line, Name
from parley.reading.naming.spotting import find_names
from parley.reading.naming.syntax import Syntax
from parley.reading.naming.unparsed import Unparsed
from parley.reading.naming.words import split_words
from parley.reading.prose import Prose
from parley.text.words import fold

MOST_NAMES = 3000  # names of one article that are looked at; a text with more is a list
MOST_CAPITALS = 0.6  # share of capitals from which a paragraph is a headline: its capitals tell no names
ENDS = frozenset(".!?")
UNTOLD = frozenset("\"”’'()")  # marks behind the last of a sentence
SMALL = frozenset("a an the of for and in on at to by with from as or but nor s t".split())  # small in headlines too
SHORT = 4  # letters of words that a headline leaves small


class Scene:
    """Lines, parse and table of one article."""

    def __init__(self, prose: Prose, parsed: bool = True):
        self.prose, self.table, self.parsed = prose, Table(), parsed
        parts = [(b.span.start, b.span.end) for b in prose.paragraphs]
        text = prose.article.text
        self.lines = [Line(text, words) for words in split_words(text, parts)]
        self.placed: dict[int, list[tuple[int, Entity]]] = {}  # start -> ends of the mentions that begin there
        self.bearers: dict[tuple[Line, int], Entity] = {}  # line and first word of a name -> whom it names
        self.by_noun: dict[str, list[Entity]] = {}  # "union" -> the bodies that it can mean
        self.doubtful: list[tuple[int, int]] = []  # surnames that several persons of the article bear
        found = ((line, name) for line in self.lines for name in find_names(line))
        self.names: list[tuple[Line, Name]] = list(islice(found, MOST_NAMES))

    def place(self, entity: Entity, line: Line, first: int, last: int, counts: bool = True) -> None:
        """Notes that the words [first, last) mean the entity; `counts`: they are a form of its name."""
        start, end = line.starts[first], line.end(last - 1)
        if self.place_at(entity, start, end) and counts:
            entity.forms[line.slice(first, last)] += 1

    def place_at(self, entity: Entity, start: int, end: int) -> bool:
        """Notes a mention by its code points; False where it is already known."""
        if (start, end) in entity.spans:
            return False
        entity.spans.add((start, end))
        self.placed.setdefault(start, []).append((end, entity))
        return True

    def standing(self, line: Line, first: int) -> tuple[int, Entity] | None:
        """The longest mention that begins at a word: its end as a code point, and whom it means."""
        fits = self.placed.get(line.starts[first], []) if 0 <= first < len(line) else []
        return max(fits, key=lambda f: f[0]) if fits else None

    @cached_property
    def syntax(self) -> Syntax:
        return (
            Syntax(self.prose)
            if self.parsed
            else Unparsed(self._starts, list(chain.from_iterable([line.lowers for line in self.lines])))
        )

    @cached_property
    def seen(self) -> Seen:
        """How the words of the article are written; a name that also stands in small letters is not alone."""
        words = frozenset[str]().union(*(line.texts for line in self.lines))
        single = Counter([fold(line.texts[n.first]) for line, n in self.names if n.last - n.first == 1])
        often = frozenset(w for w, count in single.items() if count > 1)
        return Seen(words, frozenset(w for w in single if not (w in words and w.islower())), often)

    @cached_property
    def _starts(self) -> list[int]:
        return list(chain.from_iterable([line.starts for line in self.lines]))

    @cached_property
    def _begins(self) -> list[int]:
        """Where the lines begin that have words."""
        return [line.starts[0] for line in self._worded]

    @cached_property
    def _worded(self) -> list[Line]:
        return [line for line in self.lines if line.size]

    def quoted(self, offset: int) -> bool:
        """Whether the code point lies in a direct quote."""
        found = bisect_right(self._begins, offset) - 1
        if found < 0:
            return False
        line = self._worded[found]
        return line.quoted(bisect_right(line.starts, offset) - 1)

    def headline(self, line: Line) -> bool:
        """Whether nearly all long words of the line have capitals; all of them where a full stop ends it."""
        return line in self._headlines

    @cached_property
    def _headlines(self) -> set[Line]:
        return {line for line in self.lines if _is_headline(line)}


def _is_headline(line: Line) -> bool:
    if len(line.capitals) <= MOST_CAPITALS * (SHORT + 1):
        return False
    texts = [text for n, text in enumerate(line.texts) if n not in line.credited] if line.credited else line.texts
    if _is_sentence(texts):
        return False
    long = [text for text in texts if len(text) >= SHORT and text[0].isalpha()]
    return len(long) > SHORT and len([text for text in long if text[0].isupper()]) > MOST_CAPITALS * len(long)


def _is_sentence(texts: list[str]) -> bool:
    """Whether a full stop ends the words, some of them small that would have capitals in a headline."""
    last = next((text for text in reversed(texts) if text not in UNTOLD), "")
    return last in ENDS and any(text[0].islower() and text.lower() not in SMALL for text in texts)
