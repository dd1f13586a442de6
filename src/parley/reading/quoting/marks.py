"""The quoted stretches of an article, paragraph by paragraph, with quotes that run over several paragraphs."""

from dataclasses import dataclass

from parley.reading.prose import Prose
from parley.text.marks import Quoted, pair

__all__ = ["Marked", "find_marked", "is_title"]

TITLE, LONGEST_TITLE = 0.6, 12  # share of capital words, and words: "the play “Last Boat Home,”" is no speech


@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted stretch in paragraph number `paragraph`; `continues`: its paragraph opens anew what the paragraph before it
    had opened and not closed."""

    quoted: Quoted
    paragraph: int
    continues: bool = False


def find_marked(prose: Prose) -> list[Marked]:
    """Outermost quoted stretches in text order."""
    text = prose.article.text
    found: list[Marked] = []
    open_before = False
    for n, block in enumerate(prose.paragraphs):
        start, end = block.span.start, block.span.end
        while end > start and text[end - 1].isspace():
            end -= 1
        quoted = pair(text, start, end)
        for m, q in enumerate(quoted):
            opens = m == 0 and not text[start : q.start].strip()
            found.append(Marked(q, n, open_before and opens))
        open_before = bool(quoted) and not quoted[-1].closed
    return found


def is_title(words: str) -> bool:
    """ "she wrote in her memoir, “The Long Quay”": capital words."""
    each = words.split()
    return len(each) <= LONGEST_TITLE and sum(not w[0].islower() for w in each) >= TITLE * len(each)
