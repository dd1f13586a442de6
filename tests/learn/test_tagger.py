"""The trained tagger: what it needs, and what it gives back."""

from pathlib import Path

import pytest

from parley.learn import MissingModel, tagger


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tagger, "folder", lambda: tmp_path)
    tagger.session.cache_clear()
    with pytest.raises(MissingModel, match="make train"):
        tagger.session()


def test_weights_lie_beside_their_card() -> None:
    for name in ("tagger.onnx", "calibration.json", "tokenizer.json", "CARD.md"):
        assert (tagger.folder() / name).is_file()


def test_sureness_comes_with_every_quotation() -> None:
    text = "“We sign today,” the mayor said."
    (one,) = tagger.tag(text, [(0, len(text))])
    assert len(one.sureness) == len(tagger.calibration()) - 1
    assert 0 < one.score < 1


def test_only_the_paragraphs_are_read() -> None:
    first, byline = "“We will sign the deal today,” the mayor said.", "By Ana Lund"
    text = f"{first}\n{byline}\n“We do not agree with any of it,” the union said on Friday."
    found = tagger.tag(text, [(0, len(first)), (len(first) + len(byline) + 2, len(text))])
    assert [text[slice(*t.source)] if t.source else None for t in found] == ["the mayor", "the union"]
