"""Time expressions, their values, and how each value was found."""

import pytest

from parley.reading.prose import Prose, plain
from parley.reading.times import find_times
from parley.record import Article, Block, BlockKind, Span

DAY = "2024-03-05"  # a Tuesday


def values(text: str, published: str | None = DAY) -> list[tuple[str, str | None]]:
    return [(text[t.span.start : t.span.end], t.value) for t in find_times(plain(text, published=published))]


WRITTEN = [
    ("The deal of March 5, 2024 was brief.", [("March 5, 2024", "2024-03-05")]),
    ("They met on Tuesday, Jan. 9, 2024.", [("Tuesday, Jan. 9, 2024", "2024-01-09")]),
    ("The 5th of March 2024 was wet.", [("The 5th of March 2024", "2024-03-05")]),
    ("Signed 2023-11-30 in Linden.", [("2023-11-30", "2023-11-30")]),
    ("Since July 2019 nobody came.", [("July 2019", "2019-07")]),
    ("In 2011 the quay sank.", [("2011", "2011")]),
    ("The late 1990s were calm.", [("The late 1990s", "199")]),
    ("In the 19th century ships were small.", [("the 19th century", "18")]),
    ("The spring of 2021 was dry.", [("The spring of 2021", "2021-SP")]),
    ("The second half of 2023 was better.", [("The second half of 2023", "2023-H2")]),
    ("June 31, 2024 is no day.", [("2024", "2024")]),
]
NEWS = [
    ("The two sides met on Friday.", [("Friday", "2024-03-01")]),
    ("The two sides will meet on Friday.", [("Friday", "2024-03-08")]),
    ("The meeting is planned for Friday.", [("Friday", "2024-03-08")]),
    ("Vance said on Tuesday she was calm.", [("Tuesday", "2024-03-05")]),
    ("Oakes said talks in Linden on Thursday would show it.", [("Thursday", "2024-03-07")]),
    ("They have until Monday to answer.", [("Monday", "2024-03-11")]),
    ("Talks resume on Monday.", [("Monday", "2024-03-11")]),
    ("The talks, the third round of five, continue on Thursday.", [("Thursday", "2024-03-07")]),
    ("It will sue unless the duty is lifted by the end of June.", [("the end of June", "2024-06")]),
    ("It closed last Friday.", [("last Friday", "2024-03-01")]),
    ("It closed yesterday.", [("yesterday", "2024-03-04")]),
    ("It closed on Sunday night.", [("Sunday night", "2024-03-03TNI")]),
    ("It closed last week.", [("last week", "2024-W09")]),
    ("It opens next month.", [("next month", "2024-04")]),
    ("It closed last year.", [("last year", "2023")]),
    ("It closed two weeks ago.", [("two weeks ago", "2024-W08")]),
    ("It closed two decades ago.", [("two decades ago", "2004")]),
    ("It closed in January.", [("January", "2024-01")]),
    ("It was closed in November.", [("November", "2023-11")]),
    ("It closed on Jan. 12.", [("Jan. 12", "2024-01-12")]),
    ("It closed at 10:35 a. m.", [("10:35 a. m.", "2024-03-05T10:35")]),
    ("It closed at 10:35 a.m. on Jan. 12.", [("10:35 a.m.", "2024-03-05T10:35"), ("Jan. 12", "2024-01-12")]),
    ("It closed at 8 p.m. Monday.", [("8 p.m. Monday", "2024-03-04T20:00")]),
    ("Earnings fell in the third quarter.", [("the third quarter", "2023-Q3")]),
    ("It opened over the weekend.", [("the weekend", "2024-W09-WE")]),
    ("It closed on Christmas Day.", [("Christmas Day", "2023-12-25")]),
    ("On Feb. 5-7 they met.", [("Feb. 5", "2024-02-05"), ("7", "2024-02-07")]),
]
LENGTHS = [
    ("It lasted two years.", [("two years", "P2Y")]),
    ("It lasted nearly six hours.", [("nearly six hours", "PT6H")]),
    ("It lasted several months.", [("several months", "PXM")]),
    ("It lasted two and a half years.", [("two and a half years", "P2.5Y")]),
    ("It was a week-long strike.", [("a week-long", "P1W")]),
    ("Over the past two months little changed.", [("the past two months", "P2M")]),
    ("The next few days matter.", [("The next few days", "PXD")]),
    ("They meet every Monday.", [("every Monday", "XXXX-WXX-1")]),
    ("A ferry leaves every day.", [("every day", "P1D")]),
    ("Three days after the vote it rained.", [("Three days after", "P3D")]),
]
VAGUE = [
    ("The port is now closed.", [("now", "PRESENT_REF")]),
    ("It was recently painted.", [("recently", "PAST_REF")]),
    ("Nobody knows the future.", [("the future", "FUTURE_REF")]),
]
NONE = [
    "You may march to the sea, or spring and fall.",
    "The pay is 300 crowns a day.",
    "A 40-year-old docker spoke.",
    "About 2000 dockers and 2000 sailors came.",
    "Three-quarters of the dockers agreed.",
    "The Sun and Mon Repos are pubs.",
]


@pytest.mark.parametrize(("text", "expected"), [*WRITTEN, *NEWS, *LENGTHS, *VAGUE])
def test_value(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_time(text: str) -> None:
    assert values(text) == []


def test_an_undated_article_leaves_its_weekdays_open() -> None:
    text = "They met on Tuesday and will meet again on Friday."
    found = find_times(plain(text))
    assert [t.value for t in found] == ["XXXX-WXX-2", "XXXX-WXX-5"]
    assert [t.basis for t in found] == ["not resolved", "not resolved, ahead"]


def test_the_basis_says_what_a_value_counts_from() -> None:
    text = "On Friday they met. On Jan. 9, 2024, they had agreed; two days later they quarrelled."
    assert [t.basis for t in find_times(plain(text, published=DAY))] == [
        "from the publication day",
        "written",
        "from the date before",
    ]


HISTORY = (
    "In 1871 the harbour of Callow was dug. In May 1872 the first ship came; two days later it sank. On 5 June 1873 a dock "
    "opened. In July it burnt. In December 1874 it was rebuilt, and in February it opened again. The next year the tower "
    "rose. By 1877 the quay was full, by 1879 empty, by 1881 full. On 3 April 1882 a mole broke. On the night of 4 April "
    "the sea came in."
)


def test_history_counts_from_the_date_before() -> None:
    found = dict(values(HISTORY, "2009-12-19"))
    assert found["July"] == "1873-07"
    assert found["February"] == "1875-02"
    assert found["The next year"] == "1876"
    assert found["the night of 4 April"] == "1882-04-04TNI"


def test_an_aside_does_not_move_the_story() -> None:
    told = HISTORY + " Its rules were those of 1614. On 9 April the mole was mended."
    assert dict(values(told, "2009-12-19"))["9 April"] == "1882-04-09"


def test_titles_are_read_and_bylines_are_not() -> None:
    text = "Talks end on Friday\nBy Lena Marsh, March 4, 2024\nThey met Monday."
    lines = [(0, 19, BlockKind.TITLE), (20, 48, BlockKind.BYLINE), (49, len(text), BlockKind.BODY)]
    blocks = tuple(Block(kind, Span("a", start, end)) for start, end, kind in lines)
    found = find_times(Prose(Article("a", text, published=DAY), blocks))
    assert [text[t.span.start : t.span.end] for t in found] == ["Friday", "Monday"]


def test_numbers_without_end_are_no_times() -> None:
    text = f"In {'9' * 5000} years, {'one hundred ' * 300} days ago, or {'9' * 40} years."
    assert all(v is None or len(v) < 40 for _, v in values(text))


def test_a_run_of_number_words_is_read_in_bounded_steps() -> None:
    assert isinstance(values("one " * 20_000 + "days"), list)
