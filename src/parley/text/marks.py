"""Quotation marks paired within a stretch of text: curly, straight, low, guillemets, single and TeX marks.

Nothing here can fail: a mark that finds no partner is closed by the end of the stretch or taken for no mark.
"""

import re
from dataclasses import dataclass

OPENING = "“„‟«‹‘‚"
EITHER = "\"”»›’'“"
DEEPEST = 6  # marks open at once; more is no writing, but hostile input
MARKS = frozenset("“”„‟\"«»‹›‘’‚'`")
MARK = re.compile(f"[{''.join(sorted(MARKS))}]")
DOUBLE = frozenset('“”„‟"«»')
_ELIDED = ("em", "til", "tis", "twas", "cause", "bout", "n")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Marks at [start, start + width) and before `end`; the words between are [inner, inner_end). `closed`: both marks are
    there. `single`: single marks."""

    start: int
    end: int
    inner: int
    inner_end: int
    closed: bool
    single: bool


@dataclass(slots=True)
class _Open:
    start: int
    width: int
    kind: str  # the opening mark; "``" for TeX


def pair(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quoted stretches of text[start:end], in order; an opened mark that nothing closes runs to `end`."""
    found: list[Quoted] = []
    stack: list[_Open] = []
    at = start
    while (seen := MARK.search(text, at, end)) is not None:
        at, mark = seen.start(), seen.group()
        width = 2 if mark in "`'" and text[at : at + 2] in ("``", "''") else 1
        if _closes(text, at, width, end, stack):
            opened = _unwind(stack, mark, width)
            if not stack:
                found.append(_quoted(opened, at, at + width, True))
        elif len(stack) < DEEPEST and _opens(text, at, width, start, end, stack):
            stack.append(_Open(at, width, text[at : at + width]))
        at += width
    if stack and stack[0].kind not in ("'", "‘", "’"):
        found.append(_quoted(stack[0], end, end, False))
    return found


def within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words in marks, without the marks, of text[start:end]: a fragment's outer marks may stand just outside it."""
    found = pair(text, max(0, start - 1), min(len(text), end + 1))
    return [(q.inner, min(q.inner_end, end)) for q in found if q.inner < min(q.inner_end, end)]


def _quoted(opened: _Open, inner_end: int, end: int, closed: bool) -> Quoted:
    single = opened.kind in ("'", "‘", "’", "‚", "‹", "›")
    return Quoted(opened.start, end, opened.start + opened.width, inner_end, closed, single)


def _unwind(stack: list[_Open], mark: str, width: int) -> _Open:
    """Closes the innermost open mark of the closing mark's kind; what was opened within it and not closed is dropped."""
    double = mark in DOUBLE or width == 2
    for n in range(len(stack) - 1, -1, -1):
        if (stack[n].kind in DOUBLE or stack[n].width == 2) == double:
            opened = stack[n]
            del stack[n:]
            return opened
    return stack.pop()


def _closes(text: str, at: int, width: int, end: int, stack: list[_Open]) -> bool:
    mark = text[at]
    double = mark in DOUBLE or width == 2
    mates = [o for o in stack if (o.kind in DOUBLE or o.width == 2) == double]
    if not mates or text[at : at + width] == "``" or mark in "`‘„‟‚":
        return mark == "‘" and bool(mates) and mates[-1].kind == "‚"
    before, after = text[at - 1], text[at + width] if at + width < end else " "
    if mark == "“":  # closes „this“ and “that which was typed with the same mark twice“
        return mates[-1].kind in "„‟" or (not before.isspace() and not after.isalnum())
    if mark in "«»‹›":
        return mates[-1].kind != mark and (mates[-1].kind in "«»‹›")
    if not double:
        return not after.isalnum() and not (before.isspace() and not after.isspace())
    if mark == '"':
        return (
            not (before.isspace() and after.isalnum() and not text[at - 2 : at - 1].isspace()) or mates[-1].kind == '"'
        )
    return True


def _opens(text: str, at: int, width: int, start: int, end: int, stack: list[_Open]) -> bool:
    mark = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + width] if at + width < end else " "
    if mark == "`" and width == 1:
        return False
    if mark in "“„‟«‹‚" or width == 2:
        return not (mark == "“" and after.isspace() and not before.isspace())
    if mark == "‘":
        return not after.isspace() and not _elision(text, at + 1, end)
    free = not (before.isalnum() or before in ".,;!?)") and not after.isspace()
    if mark in "'’":
        return free and not _elision(text, at + 1, end) and _single_closes(text, at + 1, end)
    return free  # straight, and curly marks typed the wrong way round: ”We see no reason,” he said. Not 6'2"


def _elision(text: str, at: int, end: int) -> bool:
    """'90s, 'em, 'til."""
    if text[at : at + 1].isdigit():
        return True
    word = at
    while word < end and word < at + 6 and text[word].isalpha():
        word += 1
    return text[at:word].lower() in _ELIDED


def _single_closes(text: str, at: int, end: int) -> bool:
    """Whether a single mark follows that can close one: behind a letter or point, before a space or point."""
    for n in range(at + 1, min(end, at + 1500)):
        if text[n] in "'’" and not text[n - 1].isspace() and (n + 1 >= end or not text[n + 1].isalnum()):
            possessive = text[n - 1] == "s" and text[n + 1 : n + 2] == " "
            if not possessive or any(c in "'’" for c in text[n + 1 : min(end, n + 300)]):
                return True
    return False
