"""What the tagger sees of a text."""

import pytest

from parley.learn.pieces import (
    CLS,
    CONTEXT,
    DIGIT,
    INNER,
    INSIDE,
    LOWER,
    MARK,
    OTHER,
    OUTSIDE,
    SEP,
    TITLE,
    UPPER,
    WINDOW,
    quote_states,
    runs,
    shape,
    tokenizer,
    windows,
)

STATES = {OUTSIDE: ".", MARK: "m", INSIDE: "i"}
QUOTED = (
    ("“Yes,” she said, “no.”", "miiiim...........miiim"),
    ('The "last" offer', "....miiiim......"),
    ("He called it ‘a bad deal’ twice", ".............miiiiiiiiiim......"),
    ("She wanted 'more' of it", "...........miiiim......"),
    ("the dockers’ pay and the owners' gain", "." * 37),
    ("in the ’90s", "." * 11),
    ("“It isn’t ‘free’ trade”", "miiiiiiiiiiiiiiiiiiiiim"),
    ("‘It isn’t free’", "miiiiiiiiiiiiim"),
    ("“never closed", "miiiiiiiiiiii"),
)


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_marks_open_and_close(text: str, expected: str) -> None:
    assert "".join(STATES[s] for s in quote_states(text)) == expected


def test_a_mark_is_closed_by_the_end_of_its_paragraph() -> None:
    text = "“We will stay\nThe port is shut."
    (window,) = windows(text, [(0, 13), (14, len(text))])
    states = {text[s:e]: state for (s, e), state in zip(window.offsets, window.states, strict=True)}
    assert (states["stay"], states["port"]) == (INSIDE, OUTSIDE)


SHAPES = (("port", LOWER), ("Port", TITLE), ("PORT", UPPER), ("12", DIGIT), ("P", TITLE), (",", OTHER))


@pytest.mark.parametrize(("word", "expected"), SHAPES)
def test_shapes(word: str, expected: int) -> None:
    assert shape(f"a {word} b", 2, 2 + len(word)) == expected


def test_the_rest_of_a_word_is_inner() -> None:
    assert shape("dockers", 4, 7) == INNER


def paragraphs(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


LONG = "\n".join(f"Paragraph {n}: the union asked for {n} crowns more, and the port said no." for n in range(60))
ENDLESS = "and the port said no " * 400


@pytest.mark.parametrize("text", [LONG, ENDLESS, "“" * 900, "'a" * 900, "One line."])
def test_every_piece_is_tagged_once(text: str) -> None:
    told = [
        offsets
        for window in windows(text, paragraphs(text))
        for offsets, piece in zip(window.offsets[window.first :], window.ids[window.first :], strict=True)
        if piece != SEP
    ]
    assert told == sorted(set(told))
    assert "".join(text[s:e] for s, e in told) == "".join(text.split())


def test_windows_are_no_longer_than_they_may_be() -> None:
    made = list(windows(LONG + "\n" + ENDLESS, paragraphs(LONG + "\n" + ENDLESS)))
    assert len(made) > 5
    assert all(len(w) <= WINDOW and w.ids[0] == CLS and w.first <= CONTEXT + 1 for w in made)


def test_a_window_begins_with_the_end_of_the_one_before() -> None:
    first, second, *_ = windows(LONG, paragraphs(LONG))
    context = second.offsets[1 : second.first]
    assert context
    assert context == first.offsets[-len(context) :]


def test_nothing_to_read() -> None:
    assert list(windows("", [])) == []


RUNS = (
    "The port’s shut, said Okafor.",
    "a\x0bb c\x1cd\x85e",
    "Cafe\u0301 \u0301 Straße 한국 x\u200by [SEP]",
    "w" * 200,
    "",
)


@pytest.mark.parametrize("text", RUNS)
def test_runs_are_broken_as_the_whole_text_is(text: str) -> None:
    whole = tokenizer().encode(text, add_special_tokens=False)
    for _ in range(2):  # the second time from memory
        found = [piece for run in runs(text, [(0, len(text))]) for piece in run]
        assert [p.id for p in found] == whole.ids
        assert [(p.start, p.end) for p in found] == whole.offsets
        assert [p.shape for p in found] == [shape(text, p.start, p.end) for p in found]


def test_a_paragraph_that_begins_within_a_word_goes_on_with_it() -> None:
    ((first, *_),) = runs("dockers stay", [(4, 12)])
    assert (first.start, first.shape) == (4, INNER)
