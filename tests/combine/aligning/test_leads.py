"""A lead that says in a party's name what one of its people says below."""

import pytest

from parley.combine.aligning.leads import leads
from parley.combine.aligning.said import Said, stem
from parley.record import Quote, QuoteKind, Span

LEAD = "it would soon know if another night of talks was worthwhile"
BELOW = "the vote of the crews on Friday would show whether another meeting was worthwhile"
Told = tuple[str, str, str | None]  # words, speaker, the speaker's party


def said(n: int, told: Told, kind: QuoteKind = QuoteKind.INDIRECT) -> Said:
    words, speaker, group = told
    stems = tuple(map(stem, words.split()))
    telling = frozenset(s for s in stems if len(s) > 4)
    quote = Quote((Span("a", n * 100, n * 100 + 90),), kind, None, None, 0.9)
    letters = words.replace(" ", "")
    return Said(quote, "a", None, letters, (), stems, telling, (), letters, speaker, group, speaker, False)


PAIRS: list[tuple[str, list[Told], list[tuple[int, int]]]] = [
    ("told below by its president", [(LEAD, "union", None), (BELOW, "Vance", "union")], [(0, 1)]),
    ("by another party's", [(LEAD, "union", None), (BELOW, "Sorley", "company")], []),
    (
        "by the second of its people",
        [(LEAD, "union", None), ("nobody slept", "Brandt", "union"), (BELOW, "Vance", "union")],
        [],
    ),
    ("told before in full", [(BELOW, "Vance", "union"), (LEAD, "union", None)], []),
    ("other words", [(LEAD, "union", None), ("the cranes stand still another week", "Vance", "union")], []),
    (
        "words that all the article is about",
        [(LEAD, "union", None), ("another night would never be worthwhile", "mayor", None), (BELOW, "Vance", "union")],
        [],
    ),
]


@pytest.mark.parametrize(("told", "expected"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_a_lead_is_of_the_words_of_the_first_who_speaks(told: list[Told], expected: list[tuple[int, int]]) -> None:
    assert list(leads([said(n, one) for n, one in enumerate(told)])) == expected


def test_words_in_marks_are_no_summary() -> None:
    assert not list(leads([said(0, (LEAD, "union", None), QuoteKind.DIRECT), said(1, (BELOW, "Vance", "union"))]))
