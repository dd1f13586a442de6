"""parley watch: says what moved and why, quiet when nothing did."""

import os
import time
from argparse import Namespace
from pathlib import Path

import pytest
from lxml import etree

from parley.sources.fetching import Visits, Web
from parley.store import Saved, StoreError, open_store
from parley.views.cli import main, watch as watching
from parley.views.cli.parser import place
from parley.views.cli.watch import RARELY, SETTLED, Inputs

ONE = "Pay talks open in Linden\n\nBy Ruth Abara\n7 March 2024\n\nNora Vance met the company in Linden on Thursday for two hours.\n"
TWO = "Second day of talks\n\nBy Ida Moss\n9 March 2024\n\nNora Vance met the company in Callow on 8 March 2024, in the second round of talks.\n"


def test_what_moved_is_told_with_its_reason_and_then_it_is_quiet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file, feed = tmp_path / "in", tmp_path / "a.parley", tmp_path / "changes.atom"
    folder.mkdir()
    command = ["watch", str(file), str(folder), "--once", "--fast", "--feed", str(feed)]
    (folder / "one & <two>.txt").write_text(ONE)
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("articles +1, ")
    assert main(command) == 0
    assert capsys.readouterr().out == ""
    root = etree.fromstring(feed.read_bytes())
    assert "one & <two>.txt" in root.xpath("string(//*[local-name()='content'])")

    with open_store(file) as store:
        store.save_search(Saved("Callow", "q=Callow&by=words", "2024-03-09"))
        store.save_search(Saved("Elsewhere", "q=Callow&by=words&outlet=Nowhere+Times", "2024-03-09"))
    (folder / "two.txt").write_text(TWO)
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "saved search “Callow”: 1 new passage\n" in out
    assert "Elsewhere" not in out
    assert "two.txt, Second day of talks: an origin of its own\n" in out
    with open_store(file) as store:
        newest, first = store.builds()
    assert newest.at is not None
    assert first.moves == ()
    root = etree.fromstring(feed.read_bytes())
    assert root.xpath("count(//*[local-name()='entry'])") == 2
    assert "two.txt, Second day of talks: an origin of its own" in root.xpath("string(//*[local-name()='content'])")


def test_a_missing_folder_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(tmp_path / "a.parley"), str(tmp_path / "none"), "--once"]) == 1
    assert "no such file or folder" in capsys.readouterr().err


def test_a_file_that_is_being_written_is_left_until_it_is_whole(tmp_path: Path) -> None:
    drop = tmp_path / "crawl.warc"
    drop.write_text("WARC/1.0")
    written = drop.stat().st_mtime
    inputs = Inputs([tmp_path], [])
    assert inputs.moved(written + 0.5, 0) == []
    assert inputs.moved(written + SETTLED, 1) == [tmp_path]
    assert inputs.moved(written + 60, 2) == []
    drop.write_text("WARC/1.0 and more")
    assert inputs.moved(drop.stat().st_mtime + SETTLED, 3) == [tmp_path]


def test_an_address_is_asked_now_and_then_only(tmp_path: Path) -> None:
    inputs = Inputs([], ["https://wire.example/feed"])
    looks = [inputs.moved(0, ticks) for ticks in (0, 30, RARELY - 1, RARELY, RARELY + 30)]
    assert [bool(x) for x in looks] == [True, False, False, True, False]


@pytest.mark.parametrize(
    ("word", "kind"), [("https://wire.example/feed", str), ("HTTP://wire.example", str), ("articles/", type(Path()))]
)
def test_only_what_is_named_as_an_address_is_one(word: str, kind: type) -> None:
    assert type(place(word)) is kind


def test_a_look_that_could_not_be_kept_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Over(Exception):
        """Ends the watch."""

    seen: list[tuple[str, ...]] = []
    web = Web(Visits())

    def failing(options: Namespace, asked: list[Path], web: Web) -> None:
        seen.append(tuple(sorted(web.visits.known)))
        web.visits.known.add("an article of a feed")
        if len(seen) < 3:
            raise StoreError("the disk is full")

    def sleep(_: float) -> None:
        if len(seen) >= 3:
            raise Over

    (tmp_path / "one.txt").write_text(ONE)
    os.utime(tmp_path / "one.txt", (1, 1))
    monkeypatch.setattr(watching, "_look", failing)
    monkeypatch.setattr(watching, "web_for", lambda *_: web)
    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(Over):
        main(["watch", str(tmp_path / "a.parley"), str(tmp_path)])
    assert seen == [(), (), ()]
    assert web.visits.known == {"an article of a feed"}
