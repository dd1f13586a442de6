"""Rules and tagger as one: whose words, whose speaker, how sure."""

from dataclasses import replace

import pytest

from parley.reading.prose import plain
from parley.reading.quoting import ruled
from parley.reading.quoting.found import Found
from parley.reading.quoting.merged import merge
from parley.reading.quoting.page import Page
from parley.record import QuoteKind

TEXT = "“We stay,” Vance said. “Nobody moves.” Sorley warned that the port would close. He welcomed the plan."
PAGE = Page(plain(TEXT))


def found(
    *words: str,
    source: str | None = None,
    kind: QuoteKind = QuoteKind.DIRECT,
    cue: str | None = "said",
    score: float = 0.9,
) -> Found:
    def place(part: str) -> tuple[int, int]:
        return TEXT.index(part), TEXT.index(part) + len(part)

    return Found(tuple(map(place, words)), kind, place(cue) if cue else None, place(source) if source else None, score)


def test_a_piece_that_the_tagger_sees_without_a_speaker_is_of_the_whole_that_the_rules_see() -> None:
    whole = found("We stay,", "Nobody moves.", source="Vance")
    (merged,) = merge(
        PAGE, [found("We stay,", cue=None, score=0.8), found("Nobody moves.", cue=None, score=0.6)], [whole]
    )
    assert merged.contents == whole.contents
    assert merged.source == whole.source


def test_a_piece_for_which_the_tagger_sees_another_speaker_is_a_quotation_of_its_own() -> None:
    whole = found("We stay,", "Nobody moves.", source="Vance")
    pieces = [found("We stay,", source="Vance"), found("Nobody moves.", source="Sorley", cue="warned", score=0.6)]
    assert [f.contents for f in merge(PAGE, pieces, [whole])] == [p.contents for p in pieces]


def test_who_is_named_by_both_is_surer_and_who_by_one_only_is_less_sure() -> None:
    by_rules = found("We stay,", source="Vance")
    (both,) = merge(PAGE, [found("We stay,", source="Vance")], [by_rules])
    (odds,) = merge(PAGE, [found("We stay,", source="Sorley", score=0.8)], [by_rules])
    (alone,) = merge(PAGE, [], [by_rules])
    assert both.score > by_rules.score > alone.score > odds.score


def test_a_source_that_the_rules_miss_is_the_taggers() -> None:
    (merged,) = merge(PAGE, [found("We stay,", source="Vance")], [found("We stay,", cue=None)])
    assert (merged.source, merged.cue) == (found("We stay,", source="Vance").source, found("We stay,").cue)


@pytest.mark.parametrize(
    ("words", "cue", "score", "taken"),
    [
        ("the port would close", "warned", 0.4, True),
        ("the port would close", "warned", 0.3, False),
        ("the port would close", "welcomed", 0.5, True),
        ("the port would close", "welcomed", 0.4, False),
        ("the plan", "warned", 0.6, True),
        ("the plan", "warned", 0.4, False),
        ("the plan", "welcomed", 0.8, True),
        ("the plan", "welcomed", 0.6, False),
    ],
)
def test_what_only_the_tagger_sees_must_be_likely_and_likelier_without_a_verb_or_one_of_speech(
    words: str, cue: str, score: float, taken: bool
) -> None:
    only = found(words, source="Sorley", kind=QuoteKind.INDIRECT, cue=cue, score=score)
    assert bool(merge(PAGE, [only], [])) is taken


def test_what_is_only_thought_must_be_likelier() -> None:
    text = "Sorley hoped that the port would open."
    at, cue = text.index("that"), text.index("hoped")
    only = Found(((at, len(text) - 1),), QuoteKind.INDIRECT, (cue, cue + 5), (0, 6), 0.5)
    page = Page(plain(text))
    assert not merge(page, [only], [])
    assert merge(page, [replace(only, score=0.7)], [])


def test_of_two_that_share_words_one_stands() -> None:
    by_rules = found("the port would close", source="Sorley", kind=QuoteKind.INDIRECT, cue="warned", score=0.7)
    tagged = found("Sorley warned that the port would", kind=QuoteKind.INDIRECT, cue=None, score=0.9)
    assert len(merge(PAGE, [tagged], [by_rules])) == 1


def test_words_that_the_rules_draw_otherwise_are_the_taggers() -> None:
    by_rules = found("that the port would", source="Sorley", kind=QuoteKind.INDIRECT, cue="warned", score=0.7)
    tagged = found("the port would close", source="Sorley", kind=QuoteKind.INDIRECT, cue="warned", score=0.7)
    (merged,) = merge(PAGE, [tagged], [by_rules])
    assert merged.contents == tagged.contents


def test_words_that_marks_bound_stand_against_the_tagger_that_adds_the_reporters() -> None:
    by_rules = replace(found("We stay,", source="Vance"), whole=True)
    tagged = found("We stay,” Vance said. “Nobody moves.", source="Vance", kind=QuoteKind.MIXED)
    (merged,) = merge(PAGE, [tagged], [by_rules])
    assert merged.contents == by_rules.contents


def test_what_an_outlet_passed_on_and_who_said_it_are_both_kept() -> None:
    outer = found("“We stay,” Vance said", source="Sorley", kind=QuoteKind.MIXED, cue="warned")
    inner = found("We stay,", source="Vance")
    tagged = found("“We stay,” Vance said", source="Sorley", kind=QuoteKind.MIXED, cue="warned")
    assert [f.source for f in merge(PAGE, [tagged], [outer, inner])] == [outer.source, inner.source]


def test_a_content_begins_with_its_complementiser_whoever_found_its_edges() -> None:
    only = found("that the port would close", source="Sorley", kind=QuoteKind.INDIRECT, cue="warned")
    by_rules = found("the port would close", source="Sorley", kind=QuoteKind.INDIRECT, cue="warned")
    assert [q.contents for q in merge(PAGE, [only], [])] == [only.contents]
    assert [q.contents for q in merge(PAGE, [only], [by_rules])] == [only.contents]


def test_who_passed_words_on_is_not_who_said_them() -> None:
    text = "“We stay,” Vance said, according to the Linden Post."
    page = Page(plain(text))

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    inner = Found((at("We stay,"),), QuoteKind.DIRECT, at("said"), at("Vance"), 0.93, whole=True)
    outer = Found((at("We stay,” Vance said"),), QuoteKind.MIXED, at("according to"), at("the Linden Post"), 0.79)
    tagged = Found((at("We stay,"),), QuoteKind.DIRECT, at("according to"), at("the Linden Post"), 0.9)
    told = {f.contents: f.source for f in merge(page, [tagged], [inner, outer])}
    assert told == {inner.contents: inner.source, outer.contents: outer.source}


def test_a_speaker_in_another_paragraph_gives_way_to_the_one_beside_the_verb() -> None:
    text = "“We stay,” Vance said.\n“Nobody moves,” said its president."
    page = Page(plain(text))

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    said = text.rindex("said"), text.rindex("said") + 4
    by_rules = Found((at("Nobody moves,"),), QuoteKind.DIRECT, said, at("its president"), 0.97, whole=True)
    tagged = Found((at("Nobody moves,"),), QuoteKind.DIRECT, said, at("Vance"), 0.84)
    (merged,) = merge(page, [tagged], [by_rules])
    assert merged.source == by_rules.source


STRAYS: list[tuple[str, tuple[str, ...], str, str, str, bool]] = [  # text, tagged, ruled, cue, source, whether the first strays
    ("Vance described her plan, vowing to stay on the quay.", ("her plan", "to stay on the quay"), "to stay on the quay", "vowing", "Vance", True),
    ("The offer, Vance said, was an insult to all.", ("The offer", "was an insult to all"), "was an insult to all", "said", "Vance", False),
    ("Vance said the port would close after the vote of the crews.", ("the port would close", "the crews"), "the port would close", "said", "Vance", True),
    ("It “would close for years,” Vance told the press after “frank and long talks” with them.", ("It “would close for years,", "frank and long talks"), "It “would close for years,", "told", "Vance", True),
    ("The port “would close,” Vance said, and “nobody would open it.”", ("The port “would close,", "nobody would open it."), "The port “would close,", "said", "Vance", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tagged", "words", "cue", "source", "stray"), STRAYS, ids=[t for t, *_ in STRAYS])
def test_another_phrase_of_the_sentence_is_not_what_was_said(
    text: str, tagged: tuple[str, ...], words: str, cue: str, source: str, stray: bool
) -> None:
    def at(part: str) -> tuple[int, int]:
        return text.index(part), text.index(part) + len(part)

    by_tagger = Found(tuple(map(at, tagged)), QuoteKind.MIXED, at(cue), at(source), 0.9)
    by_rules = Found((at(words),), QuoteKind.MIXED, at(cue), at(source), 0.8)
    (merged,) = merge(Page(plain(text)), [by_tagger], [by_rules])
    assert merged.contents == (by_rules if stray else by_tagger).contents


def test_a_title_that_only_the_rules_take_for_speech_is_none() -> None:
    text = "Vance wrote in her memoir, “The Long Quay.” Sorley said, “We will pay.”"
    page = Page(plain(text))
    assert [[text[slice(*c)] for c in f.contents] for f in merge(page, [], ruled.find_on(page))] == [["We will pay."]]


def test_the_turns_of_a_transcript_are_whole_whatever_the_tagger_sees_in_them() -> None:
    text = "VANCE: We said no to the offer.\nSORLEY: You did."
    page = Page(plain(text))
    at = text.index("no to the offer")
    tagged = Found(((at, at + 15),), QuoteKind.INDIRECT, (at - 5, at - 1), (7, 9), 0.8)
    merged = merge(page, [tagged], ruled.find_on(page))
    assert [text[slice(*f.contents[0])] for f in merged] == ["We said no to the offer.", "You did."]


def test_two_verbs_that_the_tagger_runs_together_are_two_quotations() -> None:
    both = found("We stay,” Vance said. “Nobody moves.", source="Vance", kind=QuoteKind.MIXED)
    first = found("We stay,", source="Vance", cue="said", kind=QuoteKind.MIXED)
    second = found("Nobody moves.", source="Sorley", cue="warned", kind=QuoteKind.MIXED)
    assert len(merge(PAGE, [both], [first, second])) == 2


def test_what_only_the_tagger_found_must_be_likely() -> None:
    likely = found("the port would close", source="Sorley", kind=QuoteKind.INDIRECT, cue="warned", score=0.6)
    assert merge(PAGE, [likely], [])
    assert not merge(PAGE, [replace(likely, score=0.3)], [])


def test_a_cue_that_is_an_auxiliary_alone_goes_on_to_its_verb() -> None:
    text = "Norline did not support a cap for overtime."
    page = Page(plain(text))

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    tagged = Found((at("a cap for overtime"),), QuoteKind.INDIRECT, at("did"), at("Norline"), 0.9)
    (merged,) = merge(page, [tagged], [])
    assert merged.cue == at("did not support")
    (whole,) = merge(page, [replace(tagged, cue=at("support"))], [])
    assert whole.cue == at("support")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The mayor rejected these proposals.", []),
        ("The union echoed Vance’s comments.", []),
        ("The union echoed the claim.", []),
        ("The mayor rejected the plan.", ["the plan"]),
        ("The mayor rejected these unbearable proposals.", ["these unbearable proposals"]),
        ("The mayor rejected “these proposals”.", ["these proposals"]),
    ],
)
def test_words_that_only_point_to_others_are_no_quotation(text: str, kept: list[str]) -> None:
    words = text[text.index("ed ") + 3 :].strip("“”.")
    at, kind = text.index(words), QuoteKind.DIRECT if "“" in text else QuoteKind.INDIRECT
    tagged = Found(((at, at + len(words)),), kind, (10, at - 1), None, 0.9)
    assert [text[slice(*f.contents[0])] for f in merge(Page(plain(text)), [tagged], [])] == kept


@pytest.mark.parametrize(("score", "taken"), [(0.45, 1), (0.36, 0)])
def test_a_mixed_quotation_is_kept_at_a_score_of_its_own(score: float, taken: int) -> None:
    text = "The mayor planned “a fair deal” for all."
    at = text.index("“")
    tagged = Found(((at, len(text) - 1),), QuoteKind.MIXED, (10, 17), (0, 9), score)
    assert len(merge(Page(plain(text)), [tagged], [])) == taken


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("The union demanded a raise and the company offered half of it.", ("a raise", "half of it"), ("a raise",)),
        (
            "The union asked for a raise and for longer nights.",
            ("a raise", "longer nights"),
            ("a raise", "longer nights"),
        ),
        ("The raise, the union demanded, is not small.", ("The raise", "is not small"), ("The raise", "is not small")),
    ],
)
def test_what_another_tells_is_not_of_the_same_quotation(
    text: str, words: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    cue = text.index("demanded" if "demanded" in text else "asked")
    places = tuple((text.index(w), text.index(w) + len(w)) for w in words)
    tagged = Found(places, QuoteKind.INDIRECT, (cue, text.index(" ", cue)), None, 0.9)
    (merged,) = merge(Page(plain(text)), [tagged], [])
    assert tuple(text[slice(*c)] for c in merged.contents) == kept
