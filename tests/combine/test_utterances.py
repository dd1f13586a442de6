"""One act of speaking across outlets: what is joined, what stays apart, what is flagged."""

import pytest
from hypothesis import given, settings, strategies as st

from parley.combine.actors import Roster, unite_actors
from parley.combine.utterances import align_utterances
from parley.record import ActorKind, Article, Flag, Quote, QuoteKind, Reading, Span, Speaker, Utterance
from tests import factories as make

Told = tuple[str, str | None]  # the words of a quote, its speaker


def aligned(
    *articles: list[Told], kind: QuoteKind = QuoteKind.DIRECT, score: float = 0.9, via: str | None = None
) -> list[Utterance]:
    """The utterances of articles that each quote the given words, all handed on by `via`."""
    texts, readings = [], []
    for n, quotes in enumerate(articles):
        text = "\n".join(f"{who or 'Somebody'} said: “{words}”" for words, who in quotes)
        article = make.article(text, id=f"a{n}", published="2024-03-05")
        names = sorted({who for _, who in quotes if who})
        actors = tuple(make.actor(who, mentions=(make.span(article, who),)) for who in names)
        told = []
        for words, who in quotes:
            at = make.span(article, f"{who or 'Somebody'} said: “{words}”")
            named = Span(article.id, at.start, at.start + len(who or "Somebody"))
            speaker = Speaker(named, who, ActorKind.PERSON if who else ActorKind.UNKNOWN, via)
            told.append(Quote((make.span(article, words),), kind, None, speaker, score))
        texts.append(article)
        readings.append(make.reading(article, quotes=tuple(told), actors=actors))
    return list(align_utterances(texts, readings, unite_actors(texts, readings, ()), ()))


def sizes(utterances: list[Utterance]) -> list[int]:
    return sorted(len(u.quotes) for u in utterances)


def test_the_same_words_of_one_speaker_are_one_utterance_without_drift() -> None:
    words = "Our members kept this harbour open through two winters."
    (said,) = aligned([(words, "Nora Vance")], [(words.upper(), "Nora Vance")])
    assert (len(said.quotes), said.drift, said.flags) == (2, False, ())


def test_a_changed_word_is_drift_of_the_wording() -> None:
    (said,) = aligned(
        [("We shall look for a schedule of further meetings in the harbour.", "Nora Vance")],
        [("We shall look for a timetable of further meetings in the harbour.", "Nora Vance")],
    )
    assert (said.drift, said.flags) == (True, (Flag.WORDING,))


def test_a_cut_is_drift_but_no_change_of_wording() -> None:
    (said,) = aligned(
        [("The cranes will stand still on Monday morning.", "Nora Vance")],
        [("The cranes will stand still on Monday morning. Nobody in the harbour wants that.", "Nora Vance")],
    )
    assert (said.drift, said.flags) == (True, ())


def test_a_lost_negation_is_told() -> None:
    (said,) = aligned(
        [("We will not accept night shifts at the east terminal.", "Nora Vance")],
        [("We will accept night shifts at the east terminal.", "Nora Vance")],
    )
    assert Flag.POLARITY in said.flags


def test_no_more_than_is_at_most() -> None:
    (said,) = aligned(
        [("The automation plan would cost no more than 300 jobs.", "Nora Vance")],
        [("The automation plan would cost at most 300 jobs.", "Nora Vance")],
    )
    assert Flag.POLARITY not in said.flags


def test_like_words_of_two_speakers_stay_apart_and_list_each_other() -> None:
    first, second = aligned(
        [("Nobody in this harbour is going to close the door on these talks.", "Nora Vance")],
        [("Nobody at this company in the harbour is going to close the door on talks.", "Edwin Sorley")],
    )
    assert first.near == (second.id,)
    assert second.near == (first.id,)


@pytest.mark.parametrize(
    "words", ["The harbour company has never opened its books to any mediator.", "A lockout is a door, not a wall."]
)
def test_one_sentence_under_two_names_is_flagged_on_both_sides(words: str) -> None:
    first, second = aligned([(words, "Nora Vance")], [(words, "Edwin Sorley")])
    assert first.speaker != second.speaker
    assert Flag.SPEAKER in first.flags
    assert Flag.SPEAKER in second.flags


def test_who_hands_words_on_is_no_second_speaker_of_them() -> None:
    words = "The harbour company has never opened its books to any mediator."
    said = aligned([(words, "Nora Vance")], [(words, "Coastal Wire")], via="Coastal Wire")
    assert [(u.flags, u.near) for u in said] == [((), ())] * 2


def test_an_unresolved_speaker_is_told_by_the_other_outlet() -> None:
    words = "The harbour company has never opened its books to any mediator."
    (said,) = aligned([(words, "Nora Vance")], [(words, None)])
    assert len(said.quotes) == 2
    assert said.speaker is not None


def test_a_speaker_who_is_unsure_gives_way() -> None:
    words = "The harbour company has never opened its books to any mediator."
    sure = aligned([(words, "Nora Vance")])
    (said,) = aligned([(words, "Nora Vance")], [(words, "Nora Vance")], [(words, None)])
    assert said.speaker == sure[0].speaker


@pytest.mark.parametrize("words", ["No", "Yes, we can", "Never again"])
def test_a_short_answer_is_never_joined_by_its_words_alone(words: str) -> None:
    assert sizes(aligned([(words, "Nora Vance")], [(words, "Nora Vance")])) == [1, 1]


def test_different_sentences_of_one_speaker_are_different_utterances() -> None:
    found = aligned(
        [("The cranes will stand still on Monday.", "Nora Vance"), ("Pay must rise by nine percent.", "Nora Vance")],
        [("Mediators are welcome in our hall at any hour.", "Nora Vance")],
    )
    assert sizes(found) == [1, 1, 1]


def test_the_same_words_weeks_later_in_other_words_are_another_occasion() -> None:
    early = make.article(
        "“We want a contract before the grain harvest begins in May,” Nora Vance said.", "a", published="2024-03-05"
    )
    late = make.article(
        "“We want lower taxes and a contract when the grain harvest ends,” Nora Vance said.",
        "b",
        published="2024-05-05",
    )
    readings = [
        make.reading(
            a, quotes=(make.quote(a, a.text[1 : a.text.index("”")], "Nora Vance"),), actors=(make.actor("Nora Vance"),)
        )
        for a in (early, late)
    ]
    found = align_utterances([early, late], readings, unite_actors([early, late], readings, ()), ())
    assert sizes(list(found)) == [1, 1]


def test_an_id_stays_when_a_later_article_joins() -> None:
    words = "The harbour company has never opened its books to any mediator."
    assert aligned([(words, "Nora Vance")])[0].id == aligned([(words, "Nora Vance")], [(words, "Nora Vance")])[0].id


WORDS = st.lists(
    st.sampled_from("no never harbour cranes pay talks night shift union we will not the a of".split()), max_size=12
)
SOMEBODY = st.sampled_from(["Nora Vance", "Edwin Sorley", None])


@settings(max_examples=80)
@given(st.lists(st.lists(st.tuples(WORDS, SOMEBODY), max_size=4), max_size=4))
def test_every_quote_is_in_exactly_one_utterance_and_no_utterance_has_two_speakers(
    articles: list[list[tuple[list[str], str | None]]],
) -> None:
    texts: list[Article] = []
    readings: list[Reading] = []
    for n, quotes in enumerate(articles):
        text = "\n".join("x" + " ".join(words) for words, _ in quotes)
        article, at, told = make.article(text, id=f"a{n}"), 0, []
        for words, who in quotes:
            end = at + 1 + len(" ".join(words))
            speaker = Speaker(None, who, ActorKind.PERSON) if who else None
            told.append(Quote((Span(f"a{n}", at, end),), QuoteKind.DIRECT, None, speaker, 0.9))
            at = end + 1
        actors = tuple(make.actor(who) for who in ("Nora Vance", "Edwin Sorley"))
        texts.append(article)
        readings.append(make.reading(article, quotes=tuple(told), actors=actors))
    roster: Roster = unite_actors(texts, readings, ())
    found = align_utterances(texts, readings, roster, ())
    assert sorted(q.spans for u in found for q in u.quotes) == sorted(q.spans for r in readings for q in r.quotes)
    assert len({u.id for u in found}) == len(found)
    for said in found:
        assert len({q.speaker.name for q in said.quotes if q.speaker}) <= 1
    assert found == align_utterances(texts, readings, roster, ())
