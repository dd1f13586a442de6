"""What the quotation tagger sees: word pieces in windows of paragraphs, with marks and capitals kept beside them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parley.learn import MissingModel
from parley.text.runs import runs as unbroken

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 256  # pieces of a window, context included
CONTEXT = 24  # pieces of earlier paragraphs that a window begins with; they are read, not tagged
CLS, SEP = 101, 102
OUTSIDE, MARK, INSIDE = range(3)
LOWER, TITLE, UPPER, DIGIT, OTHER, INNER = range(6)
WITHIN = bytes([INSIDE])
STATES, SHAPES = 3, 6
OPEN, CLOSE, EITHER = "“„«‟", "”»", '"'
SINGLES = {"‘": "’", "'": "'"}
MARKS = re.compile(f"[{OPEN}{CLOSE}{EITHER}‘’']")
LONGEST_SINGLE = 2_000  # code points in which a single quotation mark has to be closed
REMEMBERED = 20_000  # pieces whose capitals are kept, and runs whose pieces are
TRIED = 8  # marks tried as the close: apostrophes come between


@dataclass
class Window:
    """Pieces with their offsets in the text, behind a mark of ours; `first` is the first piece to be tagged, the ones before are
    context; `at`: how many pieces of the text stand before the window."""

    ids: list[int] = field(default_factory=lambda: [CLS])
    states: list[int] = field(default_factory=lambda: [OUTSIDE])
    shapes: list[int] = field(default_factory=lambda: [OTHER])
    offsets: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    first: int = 1
    at: int = 0

    def __len__(self) -> int:
        return len(self.ids)

    def extend(self, pieces: "Sequence[Piece]") -> None:
        ids, starts, ends, states, shapes = zip(*pieces, strict=True) if pieces else ((),) * 5
        self.ids += ids
        self.states += states
        self.shapes += shapes
        self.offsets += zip(starts, ends, strict=True)


class Piece(NamedTuple):
    id: int
    start: int
    end: int
    state: int
    shape: int


BREAK = Piece(SEP, 0, 0, OUTSIDE, OTHER)
Broken = tuple[tuple[int, int, int, int], ...]  # the pieces of a run without blanks: number, first, last, shape
KNOWN: dict[str, Broken] = {}  # runs met before: the tokenizer breaks a word as it stands, whatever stands around it
UNLIKE = re.compile("[\x0b\x0c\x1c-\x1f\x85]")  # what is a blank, and nothing at all to the tokenizer


@cache
def tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    path = Path(str(resources.files("parley.learn") / "quotes_model" / "tokenizer.json"))
    if not path.exists():
        raise MissingModel(
            f"{path}: the quotation tagger is not there; reinstall Parley, or rebuild it with: make train"
        )
    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def windows(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Window]:
    """Windows that tag every piece of the paragraphs once, in order."""
    return pack(runs(text, paragraphs))


def pack(runs: Iterable[list[Piece]], context_pieces: int = CONTEXT) -> Iterator[Window]:
    """Fills windows with whole runs; each begins with the last pieces of the window before."""
    pending: list[Piece] = []
    context: list[Piece] = []
    at = 0
    for pieces in runs:
        if pending and len(context) + len(pending) + len(pieces) + 2 > WINDOW:
            yield _window(context, pending, at)
            at += len(pending)
            context, pending = [*context, *pending][-context_pieces:] if context_pieces else [], []
        pending += [BREAK, *pieces]
    if pending:
        yield _window(context, pending, at)


def runs(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[list[Piece]]:
    """The pieces of each paragraph; those of a long one in several runs."""
    longest = WINDOW - CONTEXT - 4
    alike = UNLIKE.search(text) is None
    parts = unbroken(text, paragraphs) if alike else [((text[s:e],), (s,)) for s, e in paragraphs]
    known = pieces_of({run for told, _ in parts for run in told}, KNOWN if alike else {})
    for (start, end), (told, places) in zip(paragraphs, parts, strict=True):
        marked = quote_states(text[start:end]) + bytes(1)  # a piece may be empty and stand behind all
        found = [
            Piece(i, at + first, at + last, marked[at + first - start], shape)
            for run, at in zip(told, places, strict=True)
            for i, first, last, shape in known[run]
        ]
        if start and text[start - 1].isalnum():  # a paragraph that begins within a word
            found = [piece._replace(shape=shape(text, piece.start, piece.end)) for piece in found]
        for at in range(0, len(found), longest):
            yield found[at : at + longest]


def pieces_of(told: set[str], known: dict[str, Broken]) -> dict[str, Broken]:
    """The pieces of each run. The first runs to come are kept in `known`."""
    found = {run: known[run] for run in told & known.keys()}
    new = list(told - found.keys())
    for run, broken in zip(new, tokenizer().encode_batch(new, add_special_tokens=False), strict=True):
        found[run] = tuple((i, s, e, shape(run, s, e)) for i, (s, e) in zip(broken.ids, broken.offsets, strict=True))
        if len(known) < REMEMBERED:
            known[run] = found[run]
    return found


def _window(context: Sequence[Piece], pending: Sequence[Piece], at: int) -> Window:
    """`at`: how many pieces of the text stand before the pending ones."""
    window = Window(at=at - len(context))
    window.extend(context)
    window.first = len(window)
    window.extend(pending)
    return window


def quote_states(paragraph: str) -> bytearray:
    """For each code point whether it stands outside, on or inside quotation marks; an open mark ends with the paragraph.

    Single marks count where no double ones are open: The mayor called it ‘a bad bargain’ on Friday.
    """
    states = bytearray(len(paragraph))  # OUTSIDE
    inside, single, at = False, -1, 0  # `single` is where the open single mark closes
    for seen in MARKS.finditer(paragraph):
        i, c = seen.start(), seen.group()
        if inside or single >= 0:
            states[at:i] = WITHIN * (i - at)
        at = i + 1
        if i == single:
            states[i], single = MARK, -1
        elif c in OPEN or c in CLOSE or c in EITHER:
            inside = c in OPEN or (c in EITHER and not inside)
            states[i] = MARK
        elif c in SINGLES and not inside and single < 0 and (single := closing(paragraph, i)) >= 0:
            states[i] = MARK
        elif inside or single >= 0:
            states[i] = INSIDE
    if inside or single >= 0:
        states[at:] = WITHIN * (len(paragraph) - at)
    return states


def closing(paragraph: str, at: int) -> int:
    """Where the single mark at `at` is closed; -1 where it is an apostrophe: the workers’ demands, the ’90s."""
    before, after = paragraph[at - 1 : at] if at else "", paragraph[at + 1 : at + 2]
    if before.isalnum() or not after.strip() or not (after.isalpha() or paragraph[at] == "‘"):
        return -1
    mark, end = SINGLES[paragraph[at]], at + 1
    for _ in range(TRIED):
        end = paragraph.find(mark, end + 1, at + LONGEST_SINGLE)
        if end < 0 or not (paragraph[end - 1].isspace() or paragraph[end + 1 : end + 2].isalnum()):
            return end
    return -1


def shape(text: str, start: int, end: int) -> int:
    """The capitals of a piece; INNER for one that goes on a word."""
    if start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        return INNER
    return capitals(text[start:end])


@lru_cache(maxsize=REMEMBERED)
def capitals(piece: str) -> int:
    """The same of a piece that begins a word."""
    if piece.isdigit():
        return DIGIT
    if piece.isupper() and len(piece) > 1:
        return UPPER
    if piece[:1].isupper():
        return TITLE
    return LOWER if piece[:1].islower() else OTHER
