"""Quotation marks paired: every style, nested, unclosed, and what only looks like one."""

import pytest
from hypothesis import given, settings, strategies as st

from parley.reading.prose import plain
from parley.reading.quoting.marks import find_marked
from parley.text.marks import pair

PAIRS = [
    ("“We stay,” Vance said.", ["We stay,"]),
    ('"We stay," Vance said. "For now."', ["We stay,", "For now."]),
    ("‘We stay,’ Vance said.", ["We stay,"]),
    ("'We stay,' Vance said.", ["We stay,"]),
    ("``We stay,'' Vance said.", ["We stay,"]),
    ("''We stay,'' Vance said.", ["We stay,"]),
    ("„Wir bleiben“, sagte Vance.", ["Wir bleiben"]),
    ("»Wir bleiben«, sagte Vance.", ["Wir bleiben"]),
    ("«On reste», dit-elle.", ["On reste"]),
    ("« On reste », dit-elle.", [" On reste "]),
    ("”We stay,” Vance said.", ["We stay,"]),
    ('"We stay,” Vance said.', ["We stay,"]),
    ("“She told us ‘no’ twice,” Vance said.", ["She told us ‘no’ twice,"]),
    ("“They said “no” twice,” Vance said.", ["They said “no” twice,"]),
    ("Vance’s dockers’ contract ended in the ’90s.", []),
    ("It’s the dockers' harbour.", []),
    ('A 6\'2" docker stood by a 5" pipe.', []),
    ("Rock ’n’ roll till the ’til closes", []),
    ("“We stay,", ["We stay,"]),
    ("No marks at all", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[t for t, _ in PAIRS])
def test_pairs(text: str, expected: list[str]) -> None:
    assert [text[q.inner : q.inner_end] for q in pair(text, 0, len(text))] == expected


def test_a_quote_that_opens_every_paragraph_and_closes_once() -> None:
    text = "Vance said: “We stay.\n\n“We shall not move.\n\n“Not for four percent.”\n\n“Nonsense,” Sorley said."
    assert [m.continues for m in find_marked(plain(text))] == [False, True, True, False]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    first, second = find_marked(plain("“We stay.\n\nSorley said “no.”"))
    assert not first.quoted.closed
    assert second.quoted.closed
    assert not second.continues


STRINGS = st.text(alphabet=st.sampled_from("“”„‟\"«»‹›‘’‚'` \n.,!?aZ5s—é\u2009\U0001f600"), max_size=120)


@settings(max_examples=300)
@given(STRINGS)
def test_any_string_gives_spans_inside_the_text_in_order(text: str) -> None:
    at = 0
    for q in pair(text, 0, len(text)):
        assert at <= q.start < q.inner <= q.inner_end <= q.end <= len(text)
        at = q.end
