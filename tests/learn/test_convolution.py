"""The fast tagger: what it needs, what it gives back, and what its windows hold."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from parley.learn import MissingModel, convolution
from parley.learn.convolution import Layer, cut, load, scores, shipped, tag
from parley.learn.tokens import Forms, tokenise


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="make train"):
        load(tmp_path / "weights.npz")


def test_weights_are_small() -> None:
    assert (convolution.folder() / "weights.npz").stat().st_size < 3_000_000


def test_a_quotation_with_its_cue_and_source() -> None:
    text = "The talks stalled on Monday. “The port stays shut,” Nora Vance said."
    (one,) = tag(text, [(0, len(text))])
    assert text[slice(*one.contents[0])].startswith("The port stays shut")
    assert (one.cue, one.source) == (
        (text.index("said"), text.index("said") + 4),
        (text.index("Nora"), text.index(" said")),
    )
    assert 0 < one.score < 1


def test_only_the_paragraphs_are_read() -> None:
    text = "“We sign today,” the mayor said.\nBy Ana Lund\n“We do not,” the union said."
    found = tag(text, [(0, 32), (45, len(text))])
    assert [text[slice(*t.source)] if t.source else None for t in found] == ["the mayor", "the union"]


@pytest.mark.parametrize("text", ["", " ", "“", "a" * 5_000, "said " * 3_000, "\ud800", "“said” " * 500])
def test_any_text_is_read(text: str) -> None:
    for one in tag(text, [(0, len(text))]):
        assert all(0 <= start < end <= len(text) for start, end in one.contents)


def test_a_layer_sees_the_words_beside() -> None:
    weights = np.vstack([np.eye(2), np.zeros((2, 2)), 10 * np.eye(2)]).astype(np.float32)
    padded = np.array([[0, 0], [0, 0], [1, 2], [3, 4], [5, 6], [0, 0], [0, 0]], np.float32)
    told, beside = np.empty((3, 2), np.float32), np.empty((3, 6), np.float32)
    Layer(1, weights, np.zeros(2, np.float32))(padded, 2, beside, told)
    assert told.tolist() == [[30, 40], [51, 62], [3, 4]]


def test_what_is_kept_from_text_to_text_changes_nothing() -> None:
    told = ["“We stay,” Nora Vance said.", "“The port stays shut,” Ines Holm told reporters on Friday. " * 30]
    first, _, again, long = [tag(t, [(0, len(t))]) for t in (told[0], told[1], told[0], told[1] * 40)]
    assert first == again
    assert len(long) > len(told[1].split())


def test_every_word_is_tagged_in_one_window() -> None:
    text = "\n".join("The port of Callow is shut and nobody says why." for _ in range(120))
    paragraphs = [(m, m + 47) for m in range(0, len(text), 48)]
    tokens = tokenise(text, paragraphs, Forms([]))
    windows = list(cut(tokens))
    assert [first for _, first, _ in windows[1:]] == [end for *_, end in windows[:-1]]
    assert (windows[0][1], windows[-1][2]) == (0, len(tokens))
    network = shipped()
    offsets = [o for s in scores(tokens, network) for o in s.window.offsets[s.window.first :]]
    assert offsets == list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True))


def test_a_paragraph_without_end_is_cut() -> None:
    text = "“We will not sign it,” Nora Vance said. " * 400
    windows = list(cut(tokenise(text, [(0, len(text))], Forms([]))))
    assert all(end - start < 800 for start, _, end in windows)
    assert [first for _, first, _ in windows[1:]] == [end for *_, end in windows[:-1]]


def test_reading_fast_loads_no_parser() -> None:
    code = (
        "import sys, json; from parley.reading import read; from parley.record import Article;"
        "read(Article('a', '“We stay,” Nora Vance said.'), fast=True);"
        "print(json.dumps([m for m in ('spacy', 'onnxruntime', 'tokenizers') if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
