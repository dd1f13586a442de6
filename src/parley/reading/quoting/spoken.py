"""Quoted words and the verb of speech beside them: “…,” she said · she said: “…” · “…,” she said, “…” · a paragraph of its own."""

import re
from dataclasses import dataclass, field

from parley.reading.quoting.found import Range
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.telling import Telling, beside_marks

SENTENCE_END = re.compile(r"[.!?…][\s”\"»’']")
FINITE = frozenset("VBD VBZ VBP MD".split())
FAR = 30  # tokens between a verb and the words it leads to


@dataclass
class Speech:
    """Quoted stretches (by number) of one act of speaking, and the verb that introduces them; None: none does."""

    quoted: list[int]
    telling: Telling | None
    trailing: bool = False
    contents: list[Range] = field(default_factory=list)


def find_speeches(page: Page, told: list[Telling]) -> list[Speech]:
    """Quoted stretches that are speech by their place beside a verb of speech, in text order."""
    found: list[Speech] = []
    taken: set[int] = set()
    for telling in told:
        if not beside_marks(telling):
            continue
        speech = Speech([], telling)
        before = _stretch_before(page, telling)
        if before is not None and before not in taken and _speech_like(page, before):
            speech.quoted.append(before)
            speech.trailing = True
            _look_back(page, speech, taken)
        after = _stretch_after(page, telling, speech.trailing)
        if after is not None and after not in taken:
            speech.quoted.append(after)
        if speech.quoted:
            _look_on(page, speech)
            taken |= set(speech.quoted)
            found.append(speech)
    return found


def _stretch_before(page: Page, telling: Telling) -> int | None:
    """The quoted stretch that ends right before the attribution: “…,” [she said]."""
    i = telling.left - 1
    while (
        i >= 0
        and page.inside[i] == OUTSIDE
        and (page.doc[i].is_space or page.doc[i].text in (",", "—", "–", "--", "-"))
    ):
        i -= 1
    if i < 0 or page.inside[i] == OUTSIDE or "\n" in page.text[page.doc[i].idx : page.doc[telling.left].idx]:
        return None
    return page.inside[i]


def _speech_like(page: Page, n: int) -> bool:
    """A stretch that ends as speech before its verb does, or begins the reporter's sentence."""
    q = page.marked[n].quoted
    inner = page.text[q.inner : q.inner_end].rstrip()
    if inner[-1:] in ",.!?…—–-" or page.text[q.end : q.end + 1] == ",":
        return _whole(page, n)
    return _opens_sentence(page, q.start)


def _whole(page: Page, n: int) -> bool:
    """Whether the stretch stands for the whole of what was said: not “significant differences,” at a sentence's end."""
    return _opens_sentence(page, page.marked[n].quoted.start)


def _opens_sentence(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 80) : start].rstrip(" ")
    return not before or before[-1] in '\n.!?”"»:…—' or before.endswith((" But", " And", "But", "And"))


def _look_back(page: Page, speech: Speech, taken: set[int]) -> None:
    """“… over.” “Nobody …,” she said: stretches that only a space parts."""
    n = speech.quoted[0]
    while n > 0 and n - 1 not in taken and _adjacent(page, n - 1, n):
        n -= 1
        speech.quoted.insert(0, n)


def _adjacent(page: Page, a: int, b: int) -> bool:
    first, second = page.marked[a], page.marked[b]
    between = page.text[first.quoted.end : second.quoted.start]
    if first.paragraph == second.paragraph:
        return not between.strip()
    return second.continues and second.paragraph == first.paragraph + 1 and not between.strip()


def _stretch_after(page: Page, telling: Telling, trailing: bool) -> int | None:
    """The stretch that the attribution leads to: [she said]: “…”, or [she said] on Monday, “…”."""
    i = telling.right + 1
    finite = False
    while i < len(page.doc) and i - telling.right < FAR and page.inside[i] == OUTSIDE:
        token = page.doc[i]
        if token.is_space and "\n" in token.text:
            return None
        if (
            token.text in (".", "!", "?", ";")
            or (token.is_sent_start
            and token.text[:1].isupper()
            and page.doc[i - 1].text in ".!?")
        ):
            return None
        finite = finite or token.tag_ in FINITE
        i += 1
    if i >= len(page.doc) or page.inside[i] == OUTSIDE:
        return None
    n = page.inside[i]
    lead = page.text[page.doc[telling.right].idx : page.marked[n].quoted.start].rstrip()
    colon = lead.endswith((":", ","))
    if finite and not lead.endswith(":") and not (trailing and colon):
        return None
    if not colon and not _clausal(page, n):
        return None
    return n if colon or _closes_sentence(page, n) else None


def _clausal(page: Page, n: int) -> bool:
    q = page.marked[n].quoted
    first, last = page.tokens(q.inner, q.inner_end)
    return (
        any(page.doc[i].tag_ in FINITE for i in range(first, last)) or page.text[q.inner_end - 1 : q.inner_end] in "!?"
    )


def _closes_sentence(page: Page, n: int) -> bool:
    """Whether nothing of the reporter's clause follows the stretch."""
    q = page.marked[n].quoted
    inner, after = page.text[q.inner : q.inner_end].rstrip(), page.text[q.end : q.end + 2]
    return inner[-1:] in ".,!?;…—" or after[:1] in ".,;:—" or not after.strip() or after[:1] == "\n"


def _look_on(page: Page, speech: Speech) -> None:
    """“…,” she said. “…” — the next stretch begins right where the attribution's sentence ends; then whole paragraphs."""
    n = speech.quoted[-1]
    if (speech.trailing and speech.telling is not None and len(speech.quoted) == 1) or _after_verb(page, speech):
        following = _next_in_paragraph(page, speech, n)
        if following is not None:
            speech.quoted.append(following)
            n = following
    while n + 1 < len(page.marked) and _adjacent(page, n, n + 1):
        n += 1
        speech.quoted.append(n)


def _after_verb(page: Page, speech: Speech) -> bool:
    return False


def _next_in_paragraph(page: Page, speech: Speech, n: int) -> int | None:
    if n + 1 >= len(page.marked) or page.marked[n + 1].paragraph != page.marked[n].paragraph or speech.telling is None:
        return None
    start = page.marked[n + 1].quoted.start
    _, last = page.sentence(speech.telling.verb)
    end = page.doc[last - 1].idx + len(page.doc[last - 1].text)
    between = page.text[page.marked[n].quoted.end : start].rstrip()
    if page.text[min(end, start) : start].strip() or not between.endswith((".", "!", "?")):
        return None
    return n + 1
