"""The tagger from article to quotations, on plain sentences that it has never seen."""

from itertools import pairwise

import pytest

from parley.reading.prose import plain
from parley.reading.quoting import tagged
from parley.record import QuoteKind

DIRECT, MIXED, INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT
SAID: tuple[tuple[str, list[tuple[list[str], QuoteKind, str, str]]], ...] = (
    (
        "“We will not reopen the port until the offer is signed,” union leader Mara Okafor said on Friday.",
        [(["We will not reopen the port until the offer is signed,"], DIRECT, "said", "Okafor")],
    ),
    (
        "Harbour minister Tomas Lund said that the strike would end by Monday.",
        [(["the strike would end by Monday"], INDIRECT, "said", "Lund")],
    ),
    (
        "“The offer is dead,” Lund told reporters. “Nobody will pay for it.”",
        [(["The offer is dead,", "Nobody will pay for it."], DIRECT, "told", "Lund")],
    ),
    (
        "Okafor called the new offer “an insult to every docker”.",
        [(["the new offer “an insult to every docker"], MIXED, "called", "Okafor")],
    ),
    ("The port lies three miles north of the old town.", []),
)


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_quotations(text: str, expected: list[tuple[list[str], QuoteKind, str, str]]) -> None:
    found = tagged.find(plain(text))
    assert len(found) == len(expected)
    for f, (contents, kind, cue, source) in zip(found, expected, strict=True):
        told = [text[s:e].removeprefix("that ") for s, e in f.contents]
        assert [t.rstrip(".,") for t in told] == [c.rstrip(".,") for c in contents]
        assert f.kind is kind
        assert f.cue is not None and cue in text[slice(*f.cue)]
        assert f.source is not None and source in text[slice(*f.source)]
        assert 0.3 <= f.score <= 1


def test_the_same_article_gives_the_same_quotations() -> None:
    text = "\n".join(sentence for sentence, _ in SAID)
    assert tagged.find(plain(text)) == tagged.find(plain(text))


@pytest.mark.parametrize("text", ["", " \n ", "“", "“” ”“ ''", "\x00\u200b", "said " * 900, "“said " * 700])
def test_anything_can_be_read(text: str) -> None:
    for f in tagged.find(plain(text)):
        assert all(0 <= start < end <= len(text) for start, end in f.contents)


def test_quotations_stand_in_text_order_and_share_no_words() -> None:
    text = "\n".join(sentence for sentence, _ in SAID)
    parts = sorted(c for f in tagged.find(plain(text)) for c in f.contents)
    assert all(before[1] <= after[0] for before, after in pairwise(parts))
