"""A record that may be shared: every word of an article is told as its length and its hash."""

import hashlib
import re
from dataclasses import replace
from typing import SupportsIndex

from parley.record import Article, Reading, Record

MASK = "\N{MEDIUM SHADE}"
LETTER = re.compile(r"[^\n]")
DIGITS = 12  # of a hash that people are shown; programs are given all of it


class Withheld(str):
    """What stands for words that are not shown."""

    sha256: str


class WithheldText(str):
    """An article's text with every letter masked, as long as it was; a slice of it is `Withheld`."""

    _words: str

    def __new__(cls, words: str) -> "WithheldText":
        made = super().__new__(cls, LETTER.sub(MASK, words))
        made._words = words
        return made

    def __getitem__(self, at: SupportsIndex | slice) -> str:
        return withheld(self._words[at])


def withheld(words: str) -> Withheld:
    """The words as their length and the SHA-256 of their UTF-8."""
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    made = Withheld(f"[{len(words)} characters, sha256 {digest[:DIGITS]}]")
    made.sha256 = digest
    return made


def is_withheld(record: Record) -> bool:
    return any(isinstance(a.text, WithheldText) for a in record.articles)


def share_safe(record: Record) -> Record:
    """The record without the words of its articles: headlines, names, dates, amounts and offsets stay."""
    return replace(
        record,
        articles=tuple(map(_article, record.articles)),
        readings=tuple(map(_reading, record.readings)),
        copies=tuple(replace(c, basis=tuple(map(_told, c.basis))) for c in record.copies),
        origins=tuple(replace(o, reasons=tuple(map(_told, o.reasons))) for o in record.origins),
        stories=tuple(replace(s, reasons=tuple(map(_told, s.reasons))) for s in record.stories),
        positions=tuple(replace(p, condition=_clause(p.condition)) for p in record.positions),
        measures=tuple(replace(m, condition=_clause(m.condition)) for m in record.measures),
        findings=tuple(replace(f, summary=_told(f.summary)) for f in record.findings),
    )


def _article(article: Article) -> Article:
    """Without an address of its own, an article is still found by the hash of its text."""
    url = article.url or f"urn:sha256:{article.sha256}"
    return replace(article, text=WithheldText(article.text), url=url, html=None)


def _reading(reading: Reading) -> Reading:
    stances = (replace(s, issue=withheld(s.issue), condition=_clause(s.condition)) for s in reading.stances)
    measures = (replace(m, condition=_clause(m.condition)) for m in reading.measures)
    return replace(reading, stances=tuple(stances), measures=tuple(measures))


def _clause(words: str | None) -> str | None:
    return None if words is None else withheld(words)


def _told(summary: str) -> str:
    """A sentence of the program's own, in which an article's words stand in quotation marks."""
    return " | ".join(map(_side, summary.split(" | ")))


def _side(told: str) -> str:
    """From the first mark to the last, as the words may hold marks themselves."""
    start, end = told.find("“"), told.rfind("”") + 1
    if start < 0 and not end:
        return told
    start, end = max(start, 0), end if end > start else len(told)
    return told[:start] + withheld(told[start:end].strip("“”")) + told[end:]
