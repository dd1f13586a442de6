"""An undated article gets its day from its own captions, or from what its story dates; otherwise none."""

from dataclasses import replace

from parley.combine.dating import date_undated
from parley.reading.cast import Cast
from parley.reading.meetings import find_meetings
from parley.reading.prose import plain
from parley.reading.times import find_times
from parley.record import Article, Block, BlockKind, Quote, QuoteKind, Reading, Span
from tests.factories import actor, reading

NAMES = ("Nora Vance", "Edwin Sorley", "Miriam Oakes")


def read(of: Article) -> Reading:
    """Times, actors and meetings of an article without furniture."""
    prose = plain(of.text, of.id, of.published)
    spans = {n: Span(of.id, of.text.index(n), of.text.index(n) + len(n)) for n in NAMES}
    cast = Cast(tuple(actor(n, mentions=(s,)) for n, s in spans.items()))
    times = find_times(prose)
    return reading(of, times=times, actors=cast.actors, meetings=find_meetings(prose, cast, times))


def dates(*articles: Article) -> dict[str, tuple[str, str]]:
    return date_undated(articles, [read(a) for a in articles])


def told(id: str, text: str, published: str | None = None) -> Article:
    return Article(id, f"{text}\n\n{', '.join(NAMES)} were there.\n", outlet=id.title(), published=published)


DATED = told("wire", "The two sides met on Tuesday at Harrow Hall in Linden. They quarrelled.", "2024-03-06")


def test_a_shared_meeting_dates_the_day() -> None:
    undated = told("post", "Talks at Harrow Hall in Linden on Tuesday ended without a deal, the mayor said.")
    assert dates(DATED, undated) == {
        "post": ("2024-03-05", "story: tells of the meeting on Tuesday that Wire dates 2024-03-05")
    }


def test_the_same_words_date_the_day_not_the_copy() -> None:
    """The copy is of the day after; the text that it copies is of the day of the news."""
    line = "Dockers walked out of the port of Callow on Tuesday after the company refused to discuss night shifts."
    found = dates(told("copy", line, "2024-03-06"), told("source", line))
    assert found["source"][0] == "2024-03-05"


def test_a_meeting_ahead_dates_the_news_before_it() -> None:
    dated = told("wire", "The sides will meet on Thursday at Harrow Hall in Linden.", "2024-03-05")
    undated = told(
        "post", "Dockers walked out on Tuesday. The sides will meet again on Thursday at Harrow Hall in Linden."
    )
    assert dates(dated, undated)["post"][0] == "2024-03-05"


def test_a_caption_dates_its_article() -> None:
    undated = told(
        "post", "Dockers walked out on Tuesday.\n\nVance speaks in Callow, Tuesday, March 5, 2024. (Ines Holm/Wire)"
    )
    assert dates(undated)["post"] == ("2024-03-05", "own words: its Tuesday is Tuesday, March 5, 2024")


def test_an_opening_with_the_same_event_dates_the_day() -> None:
    dated = told(
        "wire",
        "Hundreds of dockers walked off the grain terminal of Callow on Tuesday after Meridian cut their night bonus.",
        "2024-03-06",
    )
    undated = told(
        "post",
        "Dockers left the Callow grain terminal on Tuesday, hundreds of them, because Meridian cut a night bonus.",
    )
    assert dates(dated, undated)["post"] == (
        "2024-03-05",
        "story: opens with the event of Tuesday that Wire dates 2024-03-05",
    )


def test_a_day_told_far_below_dates_nothing() -> None:
    filler = "The harbour of Callow is old and its walls are high. " * 20
    assert dates(DATED, told("post", filler + "\n\nThe two sides met on Tuesday at Harrow Hall in Linden.")) == {}


def test_a_date_of_the_same_weekday_long_ago_is_no_caption() -> None:
    assert dates(told("post", "Dockers walked out on Tuesday. The mole broke on March 5, 2024.")) == {}


def test_unsure_is_none() -> None:
    assert dates(DATED, told("post", "Dockers walked out on Friday.")) == {}
    assert dates(DATED, told("post", "Dockers walked out.")) == {}
    assert dates(told("post", "The two sides met on Tuesday at Harrow Hall in Linden.")) == {}


def test_two_days_that_speak_alike_date_nothing() -> None:
    other = told("ledger", "The two sides met on Tuesday at Harrow Hall in Linden. It rained.", "2024-03-13")
    undated = told("post", "They met at Harrow Hall in Linden on Tuesday, for the mayor was ill.")
    assert dates(DATED, other, undated) == {}


def test_dated_articles_are_left_alone() -> None:
    assert "wire" not in dates(DATED)


def test_a_dateline_takes_its_year_from_the_story() -> None:
    undated = told("wire2", "LINDEN, March 5 (Coastal Wire) -- Dockers walked out on Tuesday.")
    assert dates(DATED, undated)["wire2"] == ("2024-03-05", "dateline, year from the story")
    assert dates(undated) == {}
    turn = told("late", "LINDEN, Dec. 30 (Coastal Wire) -- Dockers walked out.")
    assert dates(told("wire", "Dockers strike on.", "2024-01-03"), turn)["late"][0] == "2023-12-30"


def test_an_article_from_the_town_of_a_dated_meeting_is_of_its_day() -> None:
    dated = told("wire", "The sides will meet again in Baymouth on Thursday.", "2024-03-05")
    undated = told("post", "BAYMOUTH (Coastal Wire) — Meridian gave way on Thursday and kept the night shift.")
    spans = (BlockKind.DATELINE, 0, 23), (BlockKind.BODY, 26, len(undated.text))
    blocks = tuple(Block(k, Span("post", a, b)) for k, a, b in spans)
    readings = [read(dated), replace(read(undated), blocks=blocks)]
    assert date_undated([dated, undated], readings)["post"][0] == "2024-03-07"


def test_shared_words_of_a_speaker_date_the_day() -> None:
    line = "“We will not sell our nights for a bag of coins,”"
    dated = told("wire", f"Dockers marched. {line} Vance said.", "2024-03-05")
    undated = told("post", f"Talks opened on Tuesday. {line} Vance said.")
    readings = [replace(read(a), quotes=(quoted(a, line),)) for a in (dated, undated)]
    assert date_undated([dated, undated], readings)["post"][0] == "2024-03-05"
    other = told("post", f"Talks opened on Friday. {line} Vance said.")
    assert date_undated([dated, other], [readings[0], replace(read(other), quotes=(quoted(other, line),))]) == {}


def quoted(of: Article, line: str) -> Quote:
    start = of.text.index(line)
    return Quote((Span(of.id, start + 1, start + len(line) - 1),), QuoteKind.DIRECT, None, None, 1.0)
