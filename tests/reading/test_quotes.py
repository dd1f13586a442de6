"""Quotations of single sentences and paragraphs: contents, cue, source, kind, speaker."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from parley.reading.cast import Cast
from parley.reading.prose import plain
from parley.reading.quotes import find_quotes
from parley.reading.quoting import ruled
from parley.record import Actor, ActorKind, Quote, Span

Told = tuple[str, str | None, str | None, list[str]]  # kind, cue, source, contents

RULES: list[tuple[str, list[Told]]] = [
    ("“We stay,” Vance said.", [("direct", "said", "Vance", ["We stay,"])]),
    ("“We stay,” said Nora Vance, the union’s president.", [("direct", "said", "Nora Vance", ["We stay,"])]),
    (
        "“We stay,” Vance said. “Nobody moves.”",
        [("direct", "said", "Vance", ["We stay,", "Nobody moves."])],
    ),
    (
        "“We came,” Sorley said, “with a fair offer.”",
        [("direct", "said", "Sorley", ["We came,", "with a fair offer."])],
    ),
    ("Vance said: “We stay.”", [("direct", "said", "Vance", ["We stay."])]),
    (
        "“We stay,” Nora Vance, 52, the head of the union, told the Linden Post.",
        [("direct", "told", "Nora Vance", ["We stay,"])],
    ),
    (
        "Sorley said that the company would not raise its offer.",
        [("indirect", "said", "Sorley", ["the company would not raise its offer"])],
    ),
    (
        "The port will close on Monday, the minister told reporters after the talks.",
        [("indirect", "told", "the minister", ["The port will close on Monday"])],
    ),
    (
        "According to the union, members have voted to strike.",
        [("indirect", "According to", "the union", ["members have voted to strike"])],
    ),
    (
        "Vance said the offer was “an insult” and that members would vote.",
        [("mixed", "said", "Vance", ["the offer was “an insult” and that members would vote"])],
    ),
    (
        "Sorley described the talks as “frank and useful.”",
        [("mixed", "described", "Sorley", ["the talks as “frank and useful."])],
    ),
    (
        "Vance accused the company of stalling.",
        [("indirect", "accused", "Vance", ["the company of stalling"])],
    ),
    (
        "Nora Vance, who led the talks, said they were hard but fair.",
        [("indirect", "said", "Nora Vance", ["they were hard but fair"])],
    ),
    (
        "Vance said members would vote, adding that the count would take a day.",
        [
            ("indirect", "said", "Vance", ["members would vote"]),
            ("indirect", "adding", "Vance", ["the count would take a day"]),
        ],
    ),
    (
        "The mediator, Okoro said, would call both sides again.",
        [("indirect", "said", "Okoro", ["The mediator", "would call both sides again"])],
    ),
    ("The so-called “fair offer” was printed on Tuesday.", []),
    ("Members read “The Harbour Song” aloud and went home.", []),
    ("The dockers’ contract ended in the ’90s.", []),
]


def told(text: str) -> list[Told]:
    def words(part: tuple[int, int] | None) -> str | None:
        return None if part is None else text[part[0] : part[1]]

    return [
        (f.kind.value, words(f.cue), words(f.source), [text[s:e] for s, e in f.contents])
        for f in ruled.find(plain(text))
    ]


@pytest.mark.parametrize(("text", "expected"), RULES, ids=[t for t, _ in RULES])
def test_rules(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_a_paragraph_that_is_only_a_quote_goes_on_with_the_last_speaker() -> None:
    text = "“We stay,” Vance said.\n\n“Nobody moves before Thursday.”\n\nSorley left."
    assert told(text) == [("direct", "said", "Vance", ["We stay,", "Nobody moves before Thursday."])]


def test_what_was_said_according_to_an_outlet_is_two_quotes() -> None:
    text = "“We stay,” Vance said, according to the Linden Post."
    assert [(t[1], t[2]) for t in told(text)] == [("according to", "the Linden Post"), ("said", "Vance")]


PEOPLE = {
    "Nora Vance": ("she", ("Nora Vance", "Vance")),
    "Edwin Sorley": ("he", ("Edwin Sorley", "Sorley")),
    "Miriam Oakes": ("she", ("Miriam Oakes", "Oakes")),
}


def cast(text: str, *pronouns: tuple[int, str]) -> Cast:
    """The people above wherever they are named; `pronouns`: offset and name of a pronoun that the cast resolves."""
    actors = []
    for name, (_, forms) in PEOPLE.items():
        found = [Span("a", *m.span()) for m in re.finditer("|".join(forms), text)]
        found += [Span("a", at, at + len(re.findall(r"\w+", text[at:])[0])) for at, who in pronouns if who == name]
        if found:
            actors.append(Actor(name, name, ActorKind.PERSON, mentions=tuple(sorted(found))))
    union = [Span("a", *m.span()) for m in re.finditer(r"United Dockers", text)]
    if union:
        actors.append(Actor("union", "United Dockers", ActorKind.ORGANISATION, mentions=tuple(union)))
    return Cast(tuple(actors), {name: pronoun for name, (pronoun, _) in PEOPLE.items()})


SPEAKERS = [
    ("“We stay,” Vance said.", ["Nora Vance"]),
    ("“We stay,” said Edwin Sorley, the company’s chief executive.", ["Edwin Sorley"]),
    ("“We stay,” Vance said. Sorley left. She added that members would vote.", ["Nora Vance", "Nora Vance"]),
    ("Vance said Sorley was wrong. “He knows it,” she said.", ["Nora Vance", "Nora Vance"]),
    ("“We stay,” Vance told Sorley.\n\n“We shall see,” he said.", ["Nora Vance", "Edwin Sorley"]),
    ("“We stay,” a spokesman for United Dockers said.", [None]),
    ("“We stay,” said United Dockers.", ["United Dockers"]),
    ("“We stay,” a senior official said.", [None]),
    ("“We stay,” one docker told Vance.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[t for t, _ in SPEAKERS])
def test_speakers(text: str, expected: list[str | None]) -> None:
    quotes = find_quotes(plain(text), cast(text), by_rules=True)
    assert [q.speaker.name if q.speaker else "nobody" for q in quotes] == expected


def test_a_pronoun_on_which_cast_and_floor_disagree_is_less_sure() -> None:
    text = "“We stay,” Oakes said. “Nobody moves,” she added."
    agreed = find_quotes(plain(text), cast(text, (text.index("she"), "Miriam Oakes")), by_rules=True)
    at_odds = find_quotes(
        plain(text + " Vance left."), cast(text + " Vance left.", (text.index("she"), "Nora Vance")), by_rules=True
    )
    assert agreed[-1].score > at_odds[-1].score


def test_an_anonymous_speaker_keeps_the_words_that_name_it() -> None:
    text = "“We stay,” a senior official said."
    (quote,) = find_quotes(plain(text), cast(text), by_rules=True)
    assert quote.speaker is not None
    assert quote.speaker.span == Span("a", 11, 28)
    assert quote.speaker.kind is ActorKind.UNKNOWN


def test_german_speech_is_read_by_its_marks_and_names_in_marks_are_not() -> None:
    text = (
        "„Wir werden den Hafen nicht schließen“, sagte der Sprecher Jan Brandt am Montag in der Stadt. "
        "Die Yacht „Morgenstern“ lag im Hafen, und das Schiff ist nicht das der Reederei. "
        "Brandt nannte die Vorwürfe „aus der Luft gegriffen“."
    )
    assert [text[s.start : s.end] for q in find_quotes(plain(text), Cast(())) for s in q.spans] == [
        "Wir werden den Hafen nicht schließen",
        "aus der Luft gegriffen",
    ]


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "``", "''", "«", "»", "„", " ", "\n", "\n\n", ".", ",", ":", " said ", "Vance", " according to ", " he ",
     " told reporters ", "the offer is fair", " that ", " adding ", "who", "—", "\u00a0", "5\"", "(", ")", " described it as ", " urged them to go"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_spans_inside_it_and_no_exception(text: str) -> None:
    for quote in find_quotes(plain(text), cast(text), by_rules=True):
        check(quote, text)


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_string_is_read(text: str) -> None:
    for quote in find_quotes(plain(text), cast(text), by_rules=True):
        check(quote, text)


def check(quote: Quote, text: str) -> None:
    spans = [*quote.spans, *([quote.cue] if quote.cue else [])]
    if quote.speaker and quote.speaker.span:
        spans.append(quote.speaker.span)
    assert quote.spans
    assert 0 <= quote.score <= 1
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()


VIA = [
    ("“We stay,” Vance told the Linden Post.", "Linden Post"),
    ("“We stay,” Vance told Coastal Wire on Monday.", "Coastal Wire"),
    ("“We stay,” Vance told reporters.", None),
    ("“We stay,” Vance told the ministry.", None),
    ("“We stay,” Vance said, according to United Dockers.", "United Dockers"),
]


@pytest.mark.parametrize(("text", "expected"), VIA, ids=[t for t, _ in VIA])
def test_through_whom_words_came(text: str, expected: str | None) -> None:
    quotes = find_quotes(plain(text), cast(text), by_rules=True)
    (vance,) = [q.speaker for q in quotes if q.speaker and q.speaker.name == "Nora Vance"]
    assert vance.via == expected
