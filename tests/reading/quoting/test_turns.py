"""Transcripts and signed words: whose they are stands as a label."""

import pytest
from hypothesis import given, settings, strategies as st

from parley.reading.prose import plain
from parley.reading.quoting.page import Page
from parley.reading.quoting.turns import find_turns

Told = list[tuple[str, str, list[str]]]  # source, cue, contents

TURNS: list[tuple[str, Told]] = [
    (
        "VANCE: We stay.\n\nSORLEY: You go.",
        [("VANCE", ":", ["We stay."]), ("SORLEY", ":", ["You go."])],
    ),
    (
        "“NORA VANCE: We stay.\n\n“And we stay long.\n\n“(Laughter.)\n\n“EMIL SORLEY: No.”\n\nFollow us.",
        [("NORA VANCE", ":", ["We stay.", "And we stay long."]), ("EMIL SORLEY", ":", ["No."])],
    ),
    (
        "Nora Vance: We stay.\nEmil Sorley: You go.\nNora Vance: Never.\nEmil Sorley (harbour company): Soon.",
        [
            ("Nora Vance", ":", ["We stay."]),
            ("Emil Sorley", ":", ["You go."]),
            ("Nora Vance", ":", ["Never."]),
            ("Emil Sorley", ":", ["Soon."]),
        ],
    ),
    ("“We will stay here.” — Nora Vance", [("Nora Vance", "—", ["We will stay here."])]),
    ("“We will stay here.” – Nora Vance, 52, crane driver.", [("Nora Vance", "–", ["We will stay here."])]),
    (
        "“We will stay here.”\n— Nora Vance\n“We will pay no more.” -- Sorley.",
        [("Nora Vance", "—", ["We will stay here."]), ("Sorley", "-", ["We will pay no more."])],
    ),
    (
        "Talks ended. Nora Vance: “We will stay here.” The company has not answered.",
        [("Nora Vance", ":", ["We will stay here."])],
    ),
    (
        "Nora Vance: “We will stay.”\nSorley (harbour company): “We will pay no more.”",
        [("Nora Vance", ":", ["We will stay."]), ("Sorley", ":", ["We will pay no more."])],
    ),
    ("Nora Vance: “We will stay here,” she said, “and wait.”", []),
    ("Listen to her promise: “We will stay here.”", []),
    ("WAGES: The union wants five percent.", []),
    ("WAGES: The union wants five percent.\nWAGES: The company offers two.", []),
    ("Background: Talks began in May.\nWhat next: Talks go on.\nPay: Five percent.\nHours: Thirty-five.", []),
    ("Q: Will you stay?\nA: We will.\nQ: For long?\nA: Yes.", []),
    ("Vance said: “We stay.”\nSorley said: “You go.”", []),
    ("“Last Boat Home” — Callow Theatre, Friday at eight", []),
    ("“We will stay here” — a promise that Vance has made before.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), TURNS, ids=[t for t, _ in TURNS])
def test_turns(text: str, expected: Told) -> None:
    page = Page(plain(text))
    told = [
        (text[slice(*f.source)], text[slice(*f.cue)], [text[slice(*c)] for c in f.contents])
        for f in find_turns(page)
        if f.source and f.cue
    ]
    assert told == expected


@settings(max_examples=40)
@given(st.text(alphabet='AB ab:“”"—-.\n(', max_size=80))
def test_whatever_the_text_the_turns_lie_in_it_and_apart(text: str) -> None:
    ends = [0, *(x for f in find_turns(Page(plain(text))) for c in f.contents for x in c), len(text)]
    assert ends == sorted(ends)
