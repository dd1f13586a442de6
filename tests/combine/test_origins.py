"""How many texts stand behind the articles."""

from random import Random

from hypothesis import given, strategies as st

from parley.combine.origins import count, find_origins
from parley.record import Copy, CopyKind, Credit, CreditKind, Direction, Origin, Reading
from tests.factories import article, reading, span


def readings(count: int = 6) -> list[Reading]:
    return [reading(article("The talks broke up.", id=f"a{n}", outlet=f"Outlet {n}")) for n in range(count)]


def pair(
    a: int, b: int, shares: tuple[float, float], kind: CopyKind = CopyKind.PARTIAL, way: Direction = Direction.UNKNOWN
) -> Copy:
    return Copy(f"a{a}", f"a{b}", kind, way, shares, (), ("words shared",), 0.9)


def groups(*copies: Copy) -> list[str]:
    return ["+".join(o.articles) for o in find_origins(readings(), copies) if len(o.articles) > 1]


def test_an_article_found_whole_in_another_is_one_origin_with_it() -> None:
    assert groups(pair(0, 1, (1.0, 0.97), CopyKind.VERBATIM)) == ["a0+a1"]
    assert groups(pair(0, 1, (0.95, 0.14))) == ["a0+a1"]


def test_a_paragraph_of_background_joins_nothing() -> None:
    assert groups(pair(0, 1, (0.12, 0.08))) == []


def test_a_shared_statement_joins_nothing() -> None:
    assert groups(pair(0, 1, (0.9, 0.9), CopyKind.SHARED_SOURCE)) == []


def test_a_reworded_copy_is_no_second_witness() -> None:
    assert groups(pair(0, 1, (0.05, 0.2), CopyKind.REWORDED)) == ["a0+a1"]


def test_editions_of_a_running_story_are_one_by_their_average() -> None:
    assert groups(pair(0, 1, (0.4, 0.3)), pair(1, 2, (0.4, 0.5)), pair(0, 2, (0.3, 0.35))) == ["a0+a1+a2"]
    assert groups(pair(0, 1, (0.5, 0.4)), pair(1, 2, (0.35, 0.3))) == ["a0+a1"]


def test_every_article_is_in_exactly_one_origin() -> None:
    found = find_origins(readings(), [pair(0, 1, (1.0, 1.0), CopyKind.VERBATIM)])
    assert sorted(a for o in found for a in o.articles) == [f"a{n}" for n in range(6)]


def test_an_origin_is_named_after_the_agency_that_is_credited() -> None:
    of = article("PORT CALLOW (Coastal Wire) — The talks broke up.", id="a0", outlet="Callow Courier")
    credit = Credit(CreditKind.AGENCY, "Coastal Wire", span(of, "Coastal Wire"))
    [first, *_] = find_origins([reading(of, credits=(credit,)), *readings()[1:]], [pair(0, 1, (1.0, 1.0))])
    assert first.name == "Coastal Wire"
    assert first.reasons[0] == "a0 carries text credited to Coastal Wire"
    assert first.reasons[1] == "a0 and a1 share 100% of a text (partial)"


def test_else_after_the_outlet_that_copied_from_none() -> None:
    [first, *_] = find_origins(readings(), [pair(0, 1, (1.0, 1.0), CopyKind.VERBATIM, Direction.A_FROM_B)])
    assert first.name == "Outlet 1"


def test_counts_are_of_origins() -> None:
    origins = [Origin("o1", "Wire", ("a0", "a1")), Origin("o2", "Post", ("a2",))]
    assert count(origins, ["a0", "a1"]) == 1
    assert count(origins, ["a1", "a2"]) == 2
    assert count(origins, []) == 0


@given(st.randoms(use_true_random=False))
def test_input_order_does_not_matter(rng: Random) -> None:
    copies = [pair(0, 1, (0.4, 0.3)), pair(1, 2, (0.4, 0.5)), pair(3, 4, (0.9, 0.2)), pair(0, 2, (0.3, 0.35))]
    read = readings()
    expected = find_origins(read, copies)
    rng.shuffle(copies)
    rng.shuffle(read)
    assert find_origins(read, copies) == expected
