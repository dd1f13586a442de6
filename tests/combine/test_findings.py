"""Findings show both passages, count origins, and judge neither."""

from dataclasses import replace
from typing import Any

import pytest

from parley.combine.findings import find_findings
from parley.record import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Block,
    BlockKind,
    Comparator,
    Copy,
    CopyKind,
    Direction,
    Figure,
    Finding,
    FindingKind,
    Issue,
    Measure,
    MeasureStatus,
    Meeting,
    MeetingStatus,
    Origin,
    Position,
    QuoteKind,
    Reading,
    Record,
    Span,
    Stance,
    StanceKind,
    Story,
    Utterance,
)
from tests.factories import article, quote, reading, span

A = article("Callow talks open\nAbout 9,000 dockers wait. “We stay for two winters,” said Vance.", "a", outlet="Wire")
B = article("Port talks\nMore than 9,400 dockers wait. “We stay for two hard winters,” said Vance.", "b", outlet="Post")
VANCE = Actor("v", "Nora Vance", ActorKind.PERSON)
SORLEY = Actor("s", "Edwin Sorley", ActorKind.PERSON)


def record(*articles: Article, readings: tuple[Reading, ...] = (), **nouns: object) -> Record:
    origins = tuple(Origin(f"o{a.id}", a.id, (a.id,)) for a in articles)
    story = Story("s", "Talks", tuple(a.id for a in articles), "n")
    told: dict[str, Any] = {"origins": origins, "stories": (story,), **nouns}
    return Record(articles, readings or tuple(map(reading, articles)), **told)


def figure(of: Article, words: str, low: float, comparator: str = "exact", unit: str = "dockers") -> Figure:
    return Figure(low, None, Comparator(comparator), unit, None, (span(of, words),))


def words(found: Finding, *articles: Article) -> list[str]:
    texts = {a.id: a.text for a in articles}
    return [texts[s.article][s.start : s.end] for s in found.evidence]


def test_a_figure_that_differs() -> None:
    told = record(A, B, figures=(figure(A, "About 9,000", 9000, "about"), figure(B, "More than 9,400", 9400, "over")))
    (found,) = find_findings(told)
    assert (found.kind, found.origins) == (FindingKind.FIGURE, 2)
    assert found.summary == "dockers: about 9,000 dockers | over 9,400 dockers"
    assert words(found, A, B) == ["About 9,000", "More than 9,400"]


def test_a_figure_that_two_origins_agree_on() -> None:
    same = (figure(A, "9,000", 9000), figure(B, "9,400", 9000))
    (found,) = find_findings(record(A, B, figures=same))
    assert (found.kind, found.summary) == (FindingKind.AGREEMENT, "dockers: 9,000 dockers")


def test_what_one_word_counts_is_compared_within_a_story_only() -> None:
    counts = (figure(A, "9,000", 9000, unit="people"), figure(B, "9,400", 9400, unit="people"))
    apart = tuple(Story(a.id, "Talks", (a.id,), "n") for a in (A, B))
    assert len(find_findings(record(A, B, figures=counts))) == 1
    assert find_findings(record(A, B, figures=counts, stories=apart)) == ()


def test_ships_of_one_negotiation_are_compared_over_a_few_days() -> None:
    counts = (figure(A, "9,000", 40, unit="ships"), figure(B, "9,400", 46, unit="ships"))
    apart = tuple(Story(a.id, "Talks", (a.id,), "n") for a in (A, B))
    others = tuple(Story(a.id, "Talks", (a.id,), a.id) for a in (A, B))
    for days, stories, found in (
        (("2024-03-07", "2024-03-08"), apart, 1),
        (("2024-03-07", "2024-05-08"), apart, 0),
        (("2024-03-07", "2024-03"), apart, 0),
        (("2024-03-07", "2024-03-08"), others, 0),
    ):
        readings = tuple(reading(a, published=day) for a, day in zip((A, B), days, strict=True))
        assert len(find_findings(record(A, B, figures=counts, stories=stories, readings=readings))) == found


def test_copies_of_one_text_do_not_agree_with_each_other() -> None:
    same = (figure(A, "9,000", 9000), figure(B, "9,400", 9000))
    one = (Origin("o", "Wire", ("a", "b")),)
    assert find_findings(record(A, B, figures=same, origins=one)) == ()


def test_figures_of_other_things_or_sizes_are_not_compared() -> None:
    ships, few = figure(B, "9,400", 9400, unit="ships"), figure(B, "9,400", 300)
    assert find_findings(record(A, B, figures=(figure(A, "9,000", 9000), ships))) == ()
    assert find_findings(record(A, B, figures=(figure(A, "9,000", 9000), few))) == ()


def test_words_that_drift_between_outlets() -> None:
    said = Utterance("u", "v", (quote(A, "We stay for two winters"), quote(B, "We stay for two hard winters")), True)
    (found,) = find_findings(record(A, B, utterances=(said,), actors=(VANCE,)))
    assert found.kind is FindingKind.WORDING
    assert found.summary == "Nora Vance: “We stay for two winters” | “We stay for two hard winters”"


def test_almost_the_same_words_of_two_people() -> None:
    one = Utterance("u", "v", (quote(A, "We stay for two winters"),), False, near=("w",))
    two = Utterance("w", "s", (quote(B, "We stay for two hard winters"),), False, near=("u",))
    (found,) = find_findings(record(A, B, utterances=(one, two), actors=(VANCE, SORLEY)))
    assert found.kind is FindingKind.ATTRIBUTION
    assert found.summary.startswith("Nora Vance / Edwin Sorley: ")


def position(stance: str, when: str, at: tuple[Span, ...], origins: int = 1) -> Position:
    return Position(
        stance + when, "v", "i", StanceKind(stance), False, None, when, None, None, Attribution.OWN, at, origins
    )


def test_a_party_that_moves() -> None:
    held = (
        position("rejects", "2024-03-05", (span(A, "dockers wait"),)),
        position("open_to", "2024-03-07", (span(B, "dockers wait"),)),
    )
    (found,) = find_findings(record(A, B, positions=held, actors=(VANCE,), issues=(Issue("i", "new cranes"),)))
    assert found.kind is FindingKind.CHANGE
    assert found.summary == "Nora Vance, new cranes: rejects (2024-03-05) → open to (2024-03-07)"


def test_what_is_told_of_a_party_and_what_it_denies() -> None:
    held = (
        position("threatens", "2024-03-05", (span(A, "dockers wait"),)),
        position("denies", "2024-03-05", (span(B, "dockers wait"),)),
    )
    (found,) = find_findings(record(A, B, positions=held, actors=(VANCE,), issues=(Issue("i", "a strike"),)))
    assert (found.kind, found.summary) == (FindingKind.ATTRIBUTION, "Nora Vance, a strike: threatens | denies")


def test_retellings_that_sound_alike_are_no_shared_words() -> None:
    kind = QuoteKind.INDIRECT
    one = Utterance("u", "v", (quote(A, "We stay for two winters", kind=kind),), False, near=("w",))
    two = Utterance("w", "s", (quote(B, "We stay for two hard winters", kind=kind),), False, near=("u",))
    assert find_findings(record(A, B, utterances=(one, two), actors=(VANCE, SORLEY))) == ()


def test_an_offer_with_another_number() -> None:
    one, two = article("Meridian offered 4 percent.", "a"), article("Meridian offered 6 percent.", "b")
    held = [
        replace(position("offers", day, (span(a, "Meridian"),)), words=span(a, words))
        for a, day, words in ((one, "2024-03-05", "4 percent"), (two, "2024-03-07", "6 percent"))
    ]
    (found,) = find_findings(record(one, two, positions=tuple(held), actors=(VANCE,), issues=(Issue("i", "pay"),)))
    assert found.summary == "Nora Vance, pay: offers “4 percent” (2024-03-05) → offers “6 percent” (2024-03-07)"


def test_a_month_is_not_before_one_of_its_days() -> None:
    held = (
        position("rejects", "2024-03", (span(A, "dockers wait"),)),
        position("open_to", "2024-03-07", (span(B, "dockers wait"),)),
    )
    assert find_findings(record(A, B, positions=held)) == ()


def test_a_demand_told_with_another_reach() -> None:
    at = span(A, "dockers wait"), span(B, "dockers wait")
    issues = ("an end to night shifts", "an end to all shifts on Sundays")
    asked = [Stance("Vance", i, StanceKind.DEMANDS, False, s, s, 1.0) for s, i in zip(at, issues, strict=True)]
    readings = reading(A, stances=(asked[0],)), reading(B, stances=(asked[1],))
    held = position("demands", "2024-03-05", at, origins=2)
    (found,) = find_findings(record(A, B, readings=readings, positions=(held,), actors=(VANCE,)))
    assert found.kind is FindingKind.SCOPE
    assert found.summary == "Nora Vance demands: “an end to night shifts” | “an end to all shifts on Sundays”"


def asked(at: Span, issue: str, kind: StanceKind = StanceKind.OPEN_TO, **told: Any) -> Stance:
    return Stance("Vance", issue, kind, told.pop("conditional", True) is True, at, at, 0.5, **told)


def test_an_answer_still_to_come_as_two_tell_it() -> None:
    at = span(A, "dockers wait"), span(B, "dockers wait")
    one = asked(at[0], "the new shifts")
    two = asked(at[1], "the port’s offer", speaker="Edwin Sorley", attribution=Attribution.REPORTED_BY_OTHER)
    readings = reading(A, stances=(one,)), reading(B, stances=(two,))
    held = tuple(replace(position("open_to", "2024-03-05", (s,)), conditional=True, id=s.article) for s in at)
    (found,) = find_findings(record(A, B, readings=readings, positions=held, actors=(VANCE,)))
    assert found.kind is FindingKind.ATTRIBUTION
    assert found.summary == (
        "Nora Vance, answer open: “the new shifts” (the reporter) | “the port’s offer” (Edwin Sorley)"
    )


def test_what_is_open_by_itself_is_no_answer_to_come() -> None:
    at = span(A, "dockers wait"), span(B, "dockers wait")
    readings = [
        reading(a, stances=(asked(s, "new cranes", conditional=False),)) for a, s in zip((A, B), at, strict=True)
    ]
    held = position("open_to", "2024-03-05", at, 2)
    assert find_findings(record(A, B, readings=tuple(readings), positions=(held,), actors=(VANCE,))) == ()


@pytest.mark.parametrize(("day", "found"), [("2024-03-05", 1), ("2024-03-07", 0)])
def test_a_condition_that_one_leaves_out(day: str, found: int) -> None:
    held = (
        replace(
            position("accepts", "2024-03-05", (span(A, "dockers wait"),)), conditional=True, condition="if wages rise"
        ),
        replace(position("accepts", day, (span(B, "dockers wait"),)), id="other"),
    )
    told = find_findings(record(A, B, positions=held, actors=(VANCE,), issues=(Issue("i", "new cranes"),)))
    assert [f.summary for f in told] == ["Nora Vance, new cranes: accepts “if wages rise” | no condition told"] * found


@pytest.mark.parametrize(
    ("first", "then", "summary"),
    [
        ("announced", "ended", ["United Dockers, strike: announced (2024-03-05) → ended (2024-03-08)"]),
        ("in_force", "in_force", []),
        ("ended", "threatened", []),
    ],
)
def test_a_measure_that_goes_on(first: str, then: str, summary: list[str]) -> None:
    days = ("2024-03-05", "2024-03-08")
    readings = [reading(a, published=day) for a, day in zip((A, B), days, strict=True)]
    told = tuple(
        Measure("v", kind, None, MeasureStatus(status), None, (span(a, "dockers wait"),))
        for a, kind, status in ((A, "walkout", first), (B, "strike", then))
    )
    dockers = replace(VANCE, name="United Dockers", kind=ActorKind.ORGANISATION)
    found = find_findings(record(A, B, readings=tuple(readings), measures=told, actors=(dockers,)))
    assert [f.summary for f in found] == [s.replace("walkout", "strike") for s in summary]


def test_the_day_on_which_a_page_was_taken() -> None:
    page = article(
        "Sunday, November 17, 2024\nTalks open\nMarch 7, 2024\nThe dockers wait in the hall.", "p", outlet="Signal"
    )
    at = [span(page, line) for line in page.text.split("\n")]
    kinds = (BlockKind.FURNITURE, BlockKind.TITLE, BlockKind.BYLINE, BlockKind.BODY)
    blocks = tuple(map(Block, kinds, at))
    (found,) = find_findings(record(page, readings=(reading(page, blocks=blocks, published="2024-03-07"),)))
    assert found.kind is FindingKind.DATE
    assert words(found, page) == ["March 7, 2024", "Sunday, November 17, 2024"]


def test_one_round_with_two_days() -> None:
    held = [
        Meeting(day, "Linden", "second round", (), MeetingStatus.HELD, (span(a, "dockers wait"),), a.id)
        for a, day in ((A, "2024-03-07"), (B, "2024-03-08"))
    ]
    (found,) = find_findings(record(A, B, meetings=tuple(held)))
    assert (found.kind, found.summary) == (FindingKind.DATE, "second round, Linden: 2024-03-07 | 2024-03-08")


def test_two_headlines_over_one_text() -> None:
    titles = [reading(a, blocks=(Block(BlockKind.TITLE, Span(a.id, 0, a.text.index("\n"))),)) for a in (A, B)]
    copy = Copy("a", "b", CopyKind.VERBATIM, Direction.B_FROM_A, (1.0, 1.0), (), (), 1.0)
    (found,) = find_findings(record(A, B, readings=tuple(titles), copies=(copy,)))
    assert found.summary == "one text, 2 headlines: “Callow talks open” | “Port talks”"
