"""Quotations by the trained tagger, their edges held against the article's quotation marks."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from itertools import pairwise

from parley.learn import tagger
from parley.learn.decoding import Tagged
from parley.reading.prose import Prose
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.marks import find_marked
from parley.reading.quoting.snapping import kind_of, snapped, trimmed
from parley.text.marks import Quoted

__all__ = ["begin", "find"]


Tag = Callable[[str, Sequence[Range]], list[Tagged]]


def begin(prose: Prose) -> None:
    """Starts the tagger on what `find` will be asked for."""
    tagger.begin(prose.article.text, _paragraphs(prose))


def find(prose: Prose, tag: Tag = tagger.tag) -> list[Found]:
    """Every quotation that the tagger sees, in text order. Raises MissingModel where its weights are not there."""
    text = prose.article.text
    quoted = [m.quoted for m in find_marked(prose) if text[m.quoted.inner : m.quoted.inner_end].strip()]
    found = [_found(text, tagged, quoted) for tagged in tag(text, _paragraphs(prose))]
    return _apart([f for f in found if f is not None])


def _apart(found: Sequence[Found]) -> list[Found]:
    """In text order; where moved edges made two share words, the surer one stays."""
    contents = sorted(content for f in found for content in f.contents)
    if all(one[1] <= other[0] for one, other in pairwise(contents)):
        return sorted(found, key=lambda f: f.contents)
    taken: list[Range] = []
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (-f.score, f.contents)):
        if not any(_meets(taken, content) for content in f.contents):
            kept.append(f)
            for content in f.contents:
                insort(taken, content)
    return sorted(kept, key=lambda f: f.contents)


def _meets(taken: Sequence[Range], content: Range) -> bool:
    after = bisect_left(taken, (content[1], 0))
    return after > 0 and taken[after - 1][1] > content[0]


def _paragraphs(prose: Prose) -> list[Range]:
    """Where the blocks stand; what two blocks share belongs to the first."""
    kept: list[Range] = []
    at = 0
    for block in prose.paragraphs:
        start = max(block.span.start, at)
        if start < block.span.end:
            kept.append((start, block.span.end))
            at = block.span.end
    return kept


def _found(text: str, tagged: Tagged, quoted: Sequence[Quoted]) -> Found | None:
    contents = snapped(text, tagged.contents, quoted)
    if not contents:
        return None
    source = trimmed(text, tagged.source) if tagged.source else None
    if source and source[0] >= source[1]:
        source = None
    return Found(contents, kind_of(text, contents, quoted), tagged.cue, source, tagged.score)
