"""The same words in several articles: worded differently, of two people, under two headlines."""

from collections.abc import Iterator

from parley.combine.comparing.finding import Pages
from parley.record import BlockKind, CopyKind, Finding, FindingKind, Flag, Quote, QuoteKind, Span, Utterance
from parley.text.marks import within
from parley.text.words import fold

SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)


def wordings_that_drift(pages: Pages) -> Iterator[Finding]:
    """Utterances that outlets put in quotation marks in different words; a retelling in their own words is no drift."""
    for said in (u for u in pages.record.utterances if u.drift):
        told = _different(pages, [q for q in said.quotes if q.kind in SPOKEN])
        if len({s.article for s in told}) > 1:
            yield pages.finding(FindingKind.WORDING, f"{_name(pages, said)}: {_both(pages, told)}", told)


def shared_words_of_two(pages: Pages) -> Iterator[Finding]:
    """Almost the same words of two speakers in quotation marks, and words that outlets give to different speakers."""
    known = {u.id: u for u in pages.record.utterances if any(q.kind in SPOKEN for q in u.quotes)}
    for said in known.values():
        for other in (known[i] for i in said.near if i in known and said.id < i):
            told = [*_firsts(said), *_firsts(other)]
            names = f"{_name(pages, said)} / {_name(pages, other)}"
            yield pages.finding(FindingKind.ATTRIBUTION, f"{names}: {_both(pages, told)}", told)
        if Flag.SPEAKER in said.flags and not said.near:
            told = [s for q in said.quotes for s in q.spans]
            yield pages.finding(FindingKind.ATTRIBUTION, f"speakers differ: {_both(pages, told)}", told)


def headlines_of_one_text(pages: Pages) -> Iterator[Finding]:
    """Different headlines over one text: one origin, whatever the headlines say."""
    titles = {
        r.article: next((b.span for b in r.blocks if b.kind is BlockKind.TITLE), None) for r in pages.record.readings
    }
    for articles in _carriers(pages):
        told: dict[str, Span] = {}
        for span in (t for a in articles if (t := titles.get(a))):
            told.setdefault(fold(pages.words(span)), span)
        if len(told) > 1:
            spans = list(told.values())
            yield pages.finding(FindingKind.WORDING, f"one text, {len(spans)} headlines: {_both(pages, spans)}", spans)


def _carriers(pages: Pages) -> list[list[str]]:
    """Articles that carry one text: those linked by verbatim copies, in order."""
    groups: dict[str, list[str]] = {}
    for copy in (c for c in pages.record.copies if c.kind is CopyKind.VERBATIM):
        joined = sorted({*groups.get(copy.a, [copy.a]), *groups.get(copy.b, [copy.b])})
        groups |= dict.fromkeys(joined, joined)
    return [list(g) for g in dict.fromkeys(map(tuple, groups.values()))]


def _different(pages: Pages, quotes: list[Quote]) -> list[Span]:
    """The first span of each different wording, by the words in quotation marks."""
    found: dict[str, Span] = {}
    for quote in quotes:
        told = "".join(_marked(pages, quote))
        found.setdefault("".join(c for c in fold(told) if c.isalnum()), quote.spans[0])
    return list(found.values())


def _marked(pages: Pages, quote: Quote) -> Iterator[str]:
    """The words of a quote that stand in quotation marks."""
    for span in quote.spans:
        text = pages.text(span.article)
        if quote.kind is QuoteKind.DIRECT:
            yield text[span.start : span.end]
        else:
            yield from (text[start:end] for start, end in within(text, span.start, span.end))


def _firsts(said: Utterance) -> list[Span]:
    return [q.spans[0] for q in said.quotes if q.spans]


def _name(pages: Pages, said: Utterance) -> str:
    return pages.name(said.speaker) or "unresolved speaker"


def _both(pages: Pages, spans: list[Span]) -> str:
    return " | ".join(f"“{pages.words(s)}”" for s in spans)
