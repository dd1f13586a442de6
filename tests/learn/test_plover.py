from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from parley.learn import MissingModel, plover
from parley.learn.plover import ROOTS, Pair, Place, see
from parley.learn.syntax import parse

PAGE = [
    ("The dockers' union demanded a raise of nine percent from Meridian.", "The dockers' union", "Meridian", "REQUEST"),
    ("Meridian rejected the union's call for shorter nights.", "Meridian", "the union's call", "REJECT"),
    ("Orsova condemned the raid on Kestrel.", "Orsova", "the raid on Kestrel", "ACCUSE"),
    ("Orsova lifted its embargo against Kestrel on Monday.", "Orsova", "Kestrel", "YIELD"),
    ("Sanctions were imposed on Kestrel by Orsova.", "Orsova", "Kestrel", "COERCE"),
    ("Lindmark threatened to send warships against Kestrel.", "Lindmark", "Kestrel", "THREATEN"),
    (
        "The two ministers of Orsova met those of Kestrel for talks.",
        "The two ministers of Orsova",
        "Kestrel",
        "CONSULT",
    ),
]


def pair(text: str, source: str | None, target: str | None) -> Pair:
    def place(words: str | None) -> Place | None:
        return None if words is None else (text.index(words), text.index(words) + len(words))

    return Pair(parse(text, (0,))[:], place(source), place(target))


@pytest.mark.parametrize(("text", "source", "target", "root"), PAGE)
def test_what_one_does_to_another(text: str, source: str, target: str, root: str) -> None:
    assert ROOTS[int(plover.by_meaning(see(pair(text, source, target))).argmax())] == root


def test_the_likely_add_up_and_are_the_same_twice() -> None:
    seen = see(pair(*PAGE[0][:3]))
    for ask in (plover.by_words, plover.by_meaning):
        assert ask(seen).shape == (len(ROOTS),) and abs(float(ask(seen).sum()) - 1) < 1e-5
        assert np.array_equal(ask(seen), ask(seen))


def test_names_are_out_of_sight() -> None:
    told = [see(pair(f"{a} rejected the plan of {b}.", a, b)) for a, b in (("Orsova", "Kestrel"), ("Lindmark", "Bree"))]
    assert told[0] == told[1] and "Orsova" not in told[0].masked


def test_the_path_leaves_out_what_does_not_join_the_two() -> None:
    text = "Meridian, which runs nine ports, has not accepted the demand that the guild made."
    seen = see(pair(text, "Meridian", "the demand"))
    path = [seen.masked[a:b] for a, b in seen.path]
    assert {"has", "not", "accepted"} <= set(path) and "ports" not in path and "which" not in path


@pytest.mark.parametrize(
    ("source", "target"),
    [(None, "the plan"), ("Orsova", None), ("Orsova rejected", "rejected the plan"), ("plan", "the plan of Kestrel")],
)
def test_parties_unknown_or_in_one_another(source: str | None, target: str | None) -> None:
    likely = plover.by_meaning(see(pair("Orsova rejected the plan of Kestrel.", source, target)))
    assert np.isfinite(likely).all()


def test_a_sentence_in_the_middle_of_a_text() -> None:
    text = "Talks began. Orsova rejected the plan."
    doc = parse(text, (0, 13))
    second = list(doc.sents)[1]
    alone = pair("Orsova rejected the plan.", "Orsova", "the plan")
    assert see(Pair(second, (13, 19), (29, 37))) == see(alone)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    plover.load.cache_clear()
    with patch("parley.learn.plover.resources.files", return_value=tmp_path), pytest.raises(MissingModel, match="npz"):
        plover.by_words(see(pair(*PAGE[0][:3])))
    plover.load.cache_clear()
