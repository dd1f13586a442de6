"""Quoted words and the verb of speech beside them: “…,” she said · she said: “…” · “…,” she said, “…” · a paragraph of its own."""

import re
from dataclasses import dataclass, field

from parley.reading.quoting.found import Range
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.telling import Telling, beside_marks
from parley.text.marks import Quoted

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
    told = [t for t in told if beside_marks(t)]
    claimed = {
        n: t.verb for t in reversed(told) if (n := _stretch_before(page, t)) is not None and _speech_like(page, n)
    }
    behind = {verb: n for n, verb in claimed.items()}
    before = set(claimed)
    taken: set[int] = set()
    for telling in told:
        mine = behind.get(telling.verb)
        speech = Speech([mine] if mine is not None and mine not in taken else [], telling)
        speech.trailing = bool(speech.quoted)
        if speech.trailing:
            _look_back(page, speech, taken, before)
        after = _stretch_after(page, telling, speech.trailing)
        if after is not None and after not in taken and after not in claimed:
            speech.quoted.append(after)
        if speech.quoted:
            _look_on(page, speech, taken, before)
            taken |= set(speech.quoted)
            found.append(speech)
    return _with_loose(page, found, taken)


def is_whole(page: Page, speech: Speech) -> bool:
    """Whether nothing of what was said stands outside of marks: not "“Only you,” she said, would go", "said that “we go.”"."""
    quoted = [page.marked[n].quoted for n in speech.quoted]
    if speech.telling is None or not all(_ended(page, q) for q in quoted[:-1] or quoted):
        return False
    if not speech.trailing:
        lead = page.text[page.doc[speech.telling.right].idx : quoted[0].start].split()
        return "that" not in lead and _ended(page, quoted[0])
    after = speech.telling.right + 1
    goes_on = after + 1 < len(page.doc) and page.doc[after].text == "," and page.doc[after + 1].tag_ in FINITE
    return not (goes_on and page.inside[after + 1] == OUTSIDE)


def _ended(page: Page, q: Quoted) -> bool:
    return page.text[q.inner : q.inner_end].rstrip()[-1:] in ",.!?…—–-" or page.text[q.end : q.end + 1] in ".,"


def _with_loose(page: Page, found: list[Speech], taken: set[int]) -> list[Speech]:
    """Stretches beside no verb: a paragraph of its own goes on with the speech that ended the paragraph before it."""
    owner = {n: s for s in found for n in s.quoted}
    for n, m in enumerate(page.marked):
        if n in taken or not _alone(page, n):
            continue
        before = owner.get(n - 1)
        if before is not None and page.marked[n - 1].paragraph == m.paragraph - 1 and _ends_paragraph(page, before):
            before.quoted.append(n)
            owner[n] = before
        else:
            owner[n] = Speech([n], None)
            found.append(owner[n])
        taken.add(n)
    return found


def _alone(page: Page, n: int) -> bool:
    """Whether the stretch is its paragraph, or a sentence of its own."""
    m = page.marked[n]
    block = page.prose.paragraphs[m.paragraph].span
    rest = page.text[block.start : m.quoted.start] + page.text[m.quoted.end : block.end]
    return not rest.strip(" \t.,\r\n") and _clausal(page, n)


def _ends_paragraph(page: Page, speech: Speech) -> bool:
    """Whether the speech, with the attribution behind it, ends its paragraph."""
    m = page.marked[speech.quoted[-1]]
    end = page.prose.paragraphs[m.paragraph].span.end
    rest = page.text[m.quoted.end : end].strip()
    return len(rest) < 2 or (speech.trailing and len(rest) < 60)


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
    before = page.text[max(0, start - 80) : start]
    if "\n" in before[len(before.rstrip()) :]:
        return True
    before = before.rstrip()
    return not before or before[-1] in '\n.!?”"»:…—' or before.endswith((" But", " And", "But", "And"))


def _look_back(page: Page, speech: Speech, taken: set[int], claimed: set[int]) -> None:
    """“… over.” “Nobody …,” she said: stretches that only a space parts."""
    n = speech.quoted[0]
    while n > 0 and n - 1 not in taken and n - 1 not in claimed and _adjacent(page, n - 1, n):
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
        if token.text in (".", "!", "?", ";") or (
            token.is_sent_start and token.text[:1].isupper() and page.doc[i - 1].text in ".!?"
        ):
            return None
        finite = finite or token.tag_ in FINITE
        i += 1
    if i >= len(page.doc) or page.inside[i] == OUTSIDE:
        return None
    n = page.inside[i]
    lead = page.text[page.doc[telling.right].idx : page.marked[n].quoted.start].rstrip()
    if lead.endswith(":") or (lead.endswith(",") and (trailing or not finite)):
        return n
    bare = [t for t in page.doc[telling.right + 1 : i] if t.lower_ != "that" and not t.is_space]
    straight = not bare or (telling.lemma == "tell" and not finite)
    return n if straight and _clausal(page, n) and _closes_sentence(page, n) else None


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


def _look_on(page: Page, speech: Speech, taken: set[int], claimed: set[int]) -> None:
    """ "“…,” she said. “…” — the next stretch begins right where the attribution's sentence ends; then whole paragraphs."""
    n = speech.quoted[-1]
    following = _next_in_paragraph(page, speech, n) if speech.trailing and n in claimed else None
    if following is not None and following not in claimed and following not in taken:
        speech.quoted.append(following)
        n = following
    while n + 1 < len(page.marked) and n + 1 not in claimed and n + 1 not in taken and _adjacent(page, n, n + 1):
        n += 1
        speech.quoted.append(n)


def _next_in_paragraph(page: Page, speech: Speech, n: int) -> int | None:
    if speech.telling is None:
        return None
    last = page.sentence(speech.telling.verb)[1]
    while last < len(page.doc) and page.doc[last].is_space:
        last += 1
    if last >= len(page.doc) or page.inside[last] == OUTSIDE or page.inside[last] <= n:
        return None
    following = page.inside[last]
    if page.marked[following].paragraph != page.marked[n].paragraph:
        return None
    between = page.text[page.marked[n].quoted.end : page.marked[following].quoted.start].rstrip()
    return following if between.endswith((".", "!", "?")) else None
