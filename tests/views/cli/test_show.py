"""Tables in the terminal: columns take the room that their words need, and a wording stands once."""

import random

from parley.record import Article, Quote, QuoteKind, Record, Span, Utterance
from parley.views.cli.show import LONGEST_WORD, Names, _widths, _wordings


def test_columns_are_no_wider_than_what_they_hold_where_all_fit() -> None:
    assert _widths([["party", "words"], ["NATO", "no deal"]], 80) == [5, 7]


def test_the_column_of_many_words_gets_the_room() -> None:
    rows = [["party", "stance", "words"], ["United States and allies", "refuses", "the pay offer of the port " * 8]]
    party, stance, words = _widths(rows, 70)
    assert party + stance + words == 70
    assert words > party >= len("States")
    assert stance == len("refuses")


def test_no_columns_are_wider_together_than_the_room() -> None:
    drawn = random.Random(4)
    for _ in range(200):
        columns, room = drawn.randint(1, 7), drawn.randint(20, 200)
        rows = [["w" * drawn.randint(0, 60) for _ in range(columns)] for _ in range(3)]
        widths = _widths(rows, room)
        assert sum(widths) <= max(room, columns)
        assert all(
            width >= min(LONGEST_WORD, room // columns, max(map(len, c)))
            for width, c in zip(widths, zip(*rows, strict=True), strict=True)
        )


def test_a_comma_at_the_end_makes_no_other_wording() -> None:
    told = ["We won’t re-sign,", "“We won't re-sign.", "We won’t resign", "We won’t re-sign?"]
    articles = tuple(Article(f"{n}", words) for n, words in enumerate(told))
    quotes = [Quote((Span(a.id, 0, len(a.text)),), QuoteKind.DIRECT, None, None, 0.9) for a in articles]
    utterance = Utterance("u", None, tuple(quotes), drift=True)
    names = Names(Record(articles, ()))
    assert list(_wordings(utterance, names)) == [
        (told[0], ["0", "1"]),
        (told[2], ["2"]),
        (told[3], ["3"]),
    ]
