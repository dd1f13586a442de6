"""parley watch: says what moved, quiet when nothing did."""

from pathlib import Path

import pytest
from lxml import etree

from parley.store import open_store
from parley.views.cli import main

ONE = "Pay talks open in Linden\n\nBy Ruth Abara\n7 March 2024\n\nNora Vance met the company in Linden on Thursday for two hours.\n"


def test_a_new_article_is_told_and_then_it_is_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, file, feed = tmp_path / "in", tmp_path / "a.parley", tmp_path / "changes.atom"
    folder.mkdir()
    command = ["watch", str(file), str(folder), "--once", "--feed", str(feed)]
    (folder / "one & <two>.txt").write_text(ONE)
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("articles +1\n  one & <two>.txt\n")
    assert main(command) == 0
    assert capsys.readouterr().out == ""
    with open_store(file) as store:
        (build,) = store.builds()
    assert build.at is not None
    root = etree.fromstring(feed.read_bytes())
    assert root.xpath("count(//*[local-name()='entry'])") == 1
    assert "one & <two>.txt" in root.xpath("string(//*[local-name()='content'])")


def test_a_missing_folder_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(tmp_path / "a.parley"), str(tmp_path / "none"), "--once"]) == 1
    assert "no such file or folder" in capsys.readouterr().err
