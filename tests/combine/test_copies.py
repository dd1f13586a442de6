"""Who copied whom: small articles of one harbour dispute."""

from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from parley.combine.copies import find_copies
from parley.record import Article, Copy, CopyKind, Credit, CreditKind, Direction, Reading
from tests.factories import article, reading, span

LEAD = "PORT CALLOW (Coastal Wire) — "
STORY = """Dockworkers and the company that runs the port of Callow opened pay talks on Tuesday with neither side giving ground, as the union demanded a nine percent raise and the company offered less than half of that.
The first round lasted nearly six hours, and about nine thousand dockers have worked without a contract since the winter began.
“Our members kept this port open through two winters, and they will not be paid in thanks,” said Nora Vance, who leads the union.
The mediator, a retired judge, asked both sides to bring written proposals on night shifts when they meet again in Linden."""
INTRO = """Truck drivers in Linden queued for a second night on the ring road, a baker in the market told this newspaper.
The town council will discuss parking for stranded lorries at its own meeting.
"""
OWN = """Six hours in the Customs House brought the port and its dockers no nearer to each other, people in the room say.
“Our members kept this port open through two winters, and they will not be paid in thanks,” Vance told reporters outside.
A cook counted the coffee urns: one, for forty people, and it was empty by noon.
Meridian's lawyers left by a side door and would not say when they might return."""
CLUMSY = """Neither side gave ground as dockworkers and the company which runs Callow port opened talks on pay this Tuesday; the union has demanded a raise of nine percent and less than half was offered by the company.
Nearly six hours the first round lasted, while nine thousand dockers or about that have worked since winter began without contract.
A retired judge, the mediator, has asked that both sides bring proposals in writing on shifts at night when they again meet in Linden."""
NOISE = [
    f"Report {n} from valley {n}: farmers there sold {n} sheep and bought {n + 3} goats at the fair on hill {n}."
    for n in range(12)
]


def told(of: Article, **fields: object) -> tuple[Article, Reading]:
    return of, reading(of, **fields)


def credited(of: Article, kind: CreditKind, name: str) -> tuple[Article, Reading]:
    return told(of, credits=(Credit(kind, name, span(of, name)),))


def copies(*texts: tuple[Article, Reading]) -> list[Copy]:
    """The pairs among the texts, in a record that holds other reports too."""
    noise = [told(article(t, id=f"z{n:02}")) for n, t in enumerate(NOISE)]
    pairs = [*texts, *noise]
    found = find_copies([a for a, _ in pairs], [r for _, r in pairs])
    return [c for c in found if not c.a.startswith("z")]


def test_a_republication_with_credit_is_verbatim_and_says_from_whom() -> None:
    first = told(article(STORY, id="a", outlet="Coastal Wire"))
    note = "This article first appeared in Coastal Wire."
    second = credited(article(f"{STORY}\n{note}", id="b", outlet="Linden Post"), CreditKind.REPUBLISHED, "Coastal Wire")
    [copy] = copies(first, second)
    assert (copy.kind, copy.direction) == (CopyKind.VERBATIM, Direction.B_FROM_A)
    assert "b credits Coastal Wire" in copy.basis
    assert min(copy.shares) > 0.9


def test_an_agency_story_with_a_local_intro_is_partly_the_agencys() -> None:
    wire = credited(article(LEAD + STORY, id="a", outlet="Callow Courier"), CreditKind.AGENCY, "Coastal Wire")
    local = credited(article(INTRO + LEAD + STORY, id="b", outlet="Linden Post"), CreditKind.AGENCY, "Coastal Wire")
    [copy] = copies(wire, local)
    assert copy.direction is Direction.COMMON_SOURCE
    assert "both credit Coastal Wire" in copy.basis
    assert copy.shares[0] > copy.shares[1]
    passage = copy.passages[0]
    assert wire[0].words(passage[0])[-30:] == local[0].words(passage[1])[-30:]


def test_who_carries_what_an_agencys_own_page_tells_and_names_nobody_has_it_from_there() -> None:
    wire = credited(article(LEAD + STORY, id="a", outlet="Coastal Wire"), CreditKind.AGENCY, "Coastal Wire")
    [copy] = copies(wire, told(article(CLUMSY, id="b", outlet="Linden Post")))
    assert copy.direction is Direction.B_FROM_A
    assert "a is Coastal Wire's own page; b names no source" in copy.basis
    [unnamed] = copies(wire, told(article(CLUMSY, id="b")))
    assert unnamed.direction is Direction.COMMON_SOURCE


def test_a_clumsy_rewording_is_found() -> None:
    [copy] = copies(told(article(STORY, id="a")), told(article(CLUMSY, id="b")))
    assert copy.kind is CopyKind.REWORDED
    assert copy.passages


def test_independent_reports_that_share_a_quotation_are_no_copies() -> None:
    [pair] = copies(told(article(STORY, id="a")), told(article(OWN, id="b")))
    assert (pair.kind, pair.direction) == (CopyKind.SHARED_SOURCE, Direction.UNKNOWN)


def test_reports_of_other_things_are_no_pair() -> None:
    assert copies(told(article(STORY, id="a")), told(article(INTRO, id="b"))) == []


def test_the_later_one_took_it_where_no_clock_can_turn_that_round() -> None:
    early = told(article(STORY, id="a", published="2024-03-05T18:15"))
    late = told(article(STORY, id="b", published="2024-03-08T07:30"))
    assert copies(early, late)[0].direction is Direction.B_FROM_A
    soon = told(article(STORY, id="b", published="2024-03-06T07:30"))
    assert copies(early, soon)[0].direction is Direction.UNKNOWN


def test_a_third_article_may_tell_whose_words_two_carry() -> None:
    two = [told(article(STORY, id=i, outlet=f"Outlet {i}")) for i in "ab"]
    wire = credited(article(LEAD + STORY, id="c", outlet="Callow Courier"), CreditKind.AGENCY, "Coastal Wire")
    found = {(c.a, c.b): c for c in copies(*two, wire)}
    assert found["a", "b"].direction is Direction.COMMON_SOURCE
    assert found["a", "b"].basis[-1] == "c holds the same words and credits Coastal Wire"


def test_every_passage_is_words_of_both() -> None:
    texts = {"a": STORY, "b": INTRO + STORY}
    [copy] = copies(*(told(article(t, id=i)) for i, t in texts.items()))
    for a, b in copy.passages:
        assert (a.article, b.article) == (copy.a, copy.b)
        assert texts["a"][a.start : a.end] == texts["b"][b.start : b.end]


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_input_order_does_not_matter(rng: Random) -> None:
    texts = [STORY, INTRO + STORY, OWN, CLUMSY, STORY.upper(), *NOISE]
    pairs = [told(article(t, id=f"{n:02}")) for n, t in enumerate(texts)]
    expected = find_copies([a for a, _ in pairs], [r for _, r in pairs])
    rng.shuffle(pairs)
    assert find_copies([a for a, _ in pairs], [r for _, r in pairs]) == expected


@pytest.mark.parametrize("text", ["strike " * 200_000, '" ' * 100_000, "“" * 100_000, "a.\n" * 60_000, ""])
def test_hostile_texts_are_bounded(text: str) -> None:
    pairs = [told(article(text, id=i), blocks=()) for i in "ab"]
    assert len(find_copies([a for a, _ in pairs], [r for _, r in pairs])) <= 1


def test_hundreds_of_equal_articles_are_not_paired_all_with_all() -> None:
    pairs = [told(article(STORY, id=f"{n:03}")) for n in range(300)]
    found = find_copies([a for a, _ in pairs], [r for _, r in pairs])
    assert 299 <= len(found) < 3000


def test_a_passage_told_anew_in_two_long_texts_of_other_things_is_traced() -> None:
    hills = " ".join(f"S{n}h counted l{n}b behind q{n}y before w{n}r fell." for n in range(60))
    roads = " ".join(f"D{n}r queued l{n}y along b{n}s until e{n}g came." for n in range(60))
    barge = (
        "A crane collapsed onto a moored grain barge near the lighthouse while nervous pilots watched from shore."
        " Tugs towed the splintered hull to a dry dock, and divers searched the silt for its rudder till midnight."
    )
    anew = (
        "Nervous pilots watched as a crane collapsed upon the grain barge, moored near the lighthouse."
        " Divers searched silt for the rudder until midnight; tugs had towed its splintered hull to the dry dock."
    )
    found = copies(told(article(f"{hills} {barge}", id="a")), told(article(f"{roads} {anew} {roads[:300]}", id="b")))
    assert [c.kind for c in found] == [CopyKind.SHARED_SOURCE]
    assert copies(told(article(hills, id="a")), told(article(roads, id="b"))) == []


def test_the_title_of_a_song_in_two_articles_is_nothing_that_a_speaker_said() -> None:
    a = "The harbour choir sang “The Tide That Never Turns at Callow Sands” for the mayor, and sold its old piano."
    b = "At the lorry park a radio played “The Tide That Never Turns at Callow Sands” through a night of rain."
    assert copies(told(article(a, id="a")), told(article(b, id="b"))) == []
