"""Equal runs of two texts."""

from hypothesis import given, strategies as st

from parley.text.align import Aligner, Run, passages
from parley.text.words import Ids, split

SEED = 4


def aligned(a: Ids, b: Ids) -> tuple[Run, ...]:
    return next(Aligner.of([a, b], SEED).runs([(0, 1)]))


def found(a: str, b: str) -> list[Run]:
    return list(aligned(split(a).ids, split(b).ids))


def test_a_shared_sentence_is_one_run() -> None:
    assert found("Late on Tuesday the talks broke.", "In Linden the talks broke late on Tuesday.") == []
    assert found("On Tuesday the talks broke up early.", "In Linden the talks broke up early.") == [Run(2, 2, 5)]


def test_a_changed_word_cuts_a_run_and_the_passage_bridges_it() -> None:
    a = "the union demanded a nine percent raise for all dockers on the east side"
    b = "the union demanded a ten percent raise for all dockers on the east side"
    shared = found(a, b)
    assert [r.length for r in shared] == [4, 9]
    assert [(p.a, p.a_end, p.words) for p in passages(shared)] == [(0, 14, 13)]


def test_moved_sentences_are_two_passages() -> None:
    one, two = "nobody will close the door on these talks", "the mediator asked both sides to wait in Linden"
    far = " filler".join(str(n) for n in range(40))
    shared = found(f"{one} {far} {two}", f"{two} {far.replace('filler', 'other')} {one}")
    assert len(passages(shared)) == 2


def test_no_word_lies_in_two_runs() -> None:
    shared = found("one two three four five one two three four", "one two three four five six")
    taken = [w for r in shared for w in range(r.b, r.b + r.length)]
    assert len(taken) == len(set(taken))


def test_a_refrain_is_no_place_to_start_from() -> None:
    assert found("strike " * 200, "strike " * 200) == []


def test_each_pair_of_many_is_aligned_as_if_alone() -> None:
    words = "port dock ship crane quay mole port dock"
    many = [
        split(t).ids for t in ("", words, f"{words} {words}", f"A {words} and a {words[:20]}", "port " * 9, words[9:])
    ]
    pairs = [(i, j) for i in range(len(many)) for j in range(len(many)) if i != j]
    assert list(Aligner.of(many, SEED).runs(pairs)) == [aligned(many[i], many[j]) for i, j in pairs]


texts = st.lists(st.sampled_from("port dock ship crane quay mole".split()), max_size=60).map(" ".join)


@given(texts, texts)
def test_runs_hold_equal_words_and_do_not_overlap(a: str, b: str) -> None:
    one, other = split(a).ids, split(b).ids
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    for run in aligned(one, other):
        assert (one[run.a : run.a + run.length] == other[run.b : run.b + run.length]).all()
        here, there = set(range(run.a, run.a + run.length)), set(range(run.b, run.b + run.length))
        assert run.length >= SEED
        assert not here & seen_a
        assert not there & seen_b
        seen_a |= here
        seen_b |= there
