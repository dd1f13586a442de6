from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest

from parley.learn import plover
from parley.reading.cast import Cast
from parley.reading.prose import Prose, plain
from parley.reading.stancing import doubts
from parley.reading.stancing.doubts import DOUBTED, weigh
from parley.record import Actor, ActorKind, Span, Stance, StanceKind, short_id

TEXT = "Orsova rejected the union’s call for shorter nights."


def stance(kind: StanceKind, prose: Prose, cue: str = "rejected") -> Stance:
    def span(words: str) -> Span:
        at = prose.text.index(words)
        return prose.span(at, at + len(words))

    return Stance("Orsova", "the union’s call", kind, False, prose.span(0, len(prose.text)), span(cue), 0.9)


def cast(prose: Prose, name: str = "Orsova") -> Cast:
    at = prose.text.index(name)
    return Cast((Actor(short_id(name), name, ActorKind.STATE, mentions=(prose.span(at, at + len(name)),)),))


def test_what_it_agrees_with_keeps_its_score() -> None:
    prose = plain(TEXT)
    told = stance(StanceKind.REJECTS, prose)
    assert weigh(prose, cast(prose), [told]) == [told]


def test_what_it_doubts_gets_a_lower_score_and_is_otherwise_the_same() -> None:
    prose = plain(TEXT)
    told = stance(StanceKind.ACCEPTS, prose)
    assert weigh(prose, cast(prose), [told]) == [replace(told, score=round(0.9 * DOUBTED, 2))]


@pytest.mark.parametrize("kind", [StanceKind.OPEN_TO, StanceKind.ACCEPTS])
def test_negations_and_what_is_left_open_are_not_its_matter(kind: StanceKind) -> None:
    prose = plain("Orsova did not reject the union’s call for shorter nights.")
    told = stance(kind, prose, "not reject")
    assert weigh(prose, cast(prose), [told]) == [told]


def test_who_is_not_named_in_the_sentence_is_not_asked_about() -> None:
    prose = plain(TEXT.replace("Orsova", "She"))
    told = stance(StanceKind.ACCEPTS, prose)
    assert weigh(prose, cast(prose, "union"), [told]) == [told]


def test_the_encoder_runs_only_where_words_alone_doubt() -> None:
    prose = plain(TEXT)
    with patch.object(plover, "by_meaning", side_effect=AssertionError("not needed")):
        weigh(prose, cast(prose), [stance(StanceKind.REJECTS, prose)])


def test_meaning_may_speak_for_what_words_doubt() -> None:
    prose = plain(TEXT)
    told = stance(StanceKind.ACCEPTS, prose)
    sure = np.full(len(plover.ROOTS), 1 / len(plover.ROOTS), np.float32)
    with patch.object(plover, "by_meaning", return_value=sure):
        assert weigh(prose, cast(prose), [told]) == [told]


def test_every_kind_but_the_open_ones_has_its_events() -> None:
    assert set(StanceKind) - set(doubts.COLUMNS) == {StanceKind.OPEN_TO}
