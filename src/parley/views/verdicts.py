"""The verdicts of a draft's check, told to people."""

from parley.check import Mark, MarkKind, Verdict
from parley.views.difference import Edit, Piece, difference

TOLD = {
    Verdict.EXACT: "found",
    Verdict.CHANGED: "found with changes",
    Verdict.OTHER_SPEAKER: "of somebody else",
    Verdict.DIFFERS: "differs from the record",
    Verdict.UNKNOWN: "not in the record",
}
ENDS = " ,.;:!?"  # what ends a quotation depends on the sentence around it, and is no change
MARKS = {Edit.SAME: ("", ""), Edit.GONE: ("[-", "-]"), Edit.NEW: ("{+", "+}")}


def told(mark: Mark) -> str:
    """Only a quotation can be found letter for letter."""
    verbatim = mark.kind is MarkKind.QUOTE and mark.verdict is Verdict.EXACT
    return "found verbatim" if verbatim else TOLD[mark.verdict]


def change(draft: str, known: str) -> tuple[Piece, ...]:
    """What the record's words have in place of the draft's."""
    return difference(draft.strip(ENDS), known.strip(ENDS))


def change_in_line(draft: str, known: str) -> str:
    """The draft's words with what the record has, as wdiff writes it: [-gone-] {+come+}."""
    parts: list[str] = []
    for piece in change(draft, known):
        opening, closing = MARKS[piece.edit]
        parts += [" " * piece.words[:1].isspace(), opening, piece.words.strip(), closing]
    return "".join(parts).strip()
