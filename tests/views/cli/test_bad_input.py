"""Bad input: a one-line error that names it and says what to do, a non-zero exit, and everything else still built."""

import sqlite3
from pathlib import Path

import pytest

from parley.store import open_store
from parley.views.cli import main

GOOD = "Pay talks open in Linden\n\nBy Ruth Abara\n7 March 2024\n\nNora Vance met the company in Linden on Thursday. “We will stay as long as it takes,” Vance said.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "junk.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n",
    "broken.jsonl": b'{"id": "a", "text": "Talks',
    "nameless.jsonl": b'{"text": "Talks open."}\n',
    "scripts.html": b"<html><script>talk()</script></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_named_and_the_others_are_built(
    name: str, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, file = tmp_path / name, tmp_path / "talks.parley"
    content = BAD[name]
    if content is not None:
        bad.write_bytes(content)
    assert main(["build", str(file), str(bad), str(good), "--quiet"]) == 1
    (told,) = lines(capsys)
    assert told.startswith(f"parley: {bad}")
    assert ";" in told  # what is wrong; what to do next
    with open_store(file) as store:
        assert [a.id for a in store.record().articles] == ["good.txt"]


def test_a_folder_with_one_bad_file_is_read(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good.parent / "bad.txt").write_bytes(b"\0\0\0")
    file = good.parent.parent / "folder.parley"
    assert main(["build", str(file), str(good.parent), "--quiet"]) == 1
    assert len(lines(capsys)) == 1
    with open_store(file) as store:
        assert [a.id for a in store.record().articles] == ["good.txt"]


def test_a_file_without_permission(
    good: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = good.parent / "locked.txt"
    locked.write_text(GOOD)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root, who runs the tests in CI, may read everything
    assert main(["build", str(good.parent / "a.parley"), str(locked), str(good), "--quiet"]) == 1
    assert "permissions" in lines(capsys)[0]


def test_nothing_to_build_from_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "talks.parley"
    assert main(["build", str(file), str(tmp_path / "none.txt")]) == 1
    assert not file.exists()
    assert lines(capsys)[-1].startswith(f"parley: {file}: nothing to build from")


FILES = {
    "text": b"Dear reader",
    "damaged": b"SQLite format 3\0" + b"\xff" * 4000,
}


@pytest.mark.parametrize("command", ["build", "show", "serve", "search", "check", "export"])
@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_record_is_refused_and_kept(
    kind: str, command: str, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = good.parent / "talks.parley"
    file.write_bytes(FILES[kind])
    more = {"build": [str(good)], "search": ["pay"], "check": [str(good)], "export": ["--to", "json"]}.get(command, [])
    assert main([command, str(file), *more]) == 1
    (told,) = lines(capsys)
    assert told.startswith(f"parley: {file}: ")
    assert file.read_bytes() == FILES[kind]


@pytest.mark.parametrize("command", ["build", "show", "search", "check", "export"])
def test_a_record_that_is_damaged_inside_is_told(command: str, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = good.parent / "talks.parley"
    assert main(["build", str(file), str(good), "--quiet"]) == 0
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    more = {"build": [str(good)], "search": ["pay"], "check": [str(good)], "export": ["--to", "json"]}.get(command, [])
    assert main([command, str(file), *more]) == 1
    assert lines(capsys)[-1].startswith(f"parley: {file}: is damaged")


def test_a_file_from_a_newer_version_is_refused_and_kept(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = good.parent / "talks.parley"
    open_store(file, create=True).__exit__(None, None, None)
    db = sqlite3.connect(file)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert main(["build", str(file), str(good)]) == 1
    assert "newer Parley" in lines(capsys)[0]


def test_a_missing_record_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(tmp_path / "none.parley")]) == 1
    assert "parley build" in lines(capsys)[0]
    assert not (tmp_path / "none.parley").exists()


def test_a_usage_error_is_exit_2(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["show", str(tmp_path / "a.parley"), "everything"])
    assert ended.value.code == 2


def test_a_draft_that_cannot_be_read(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = good.parent / "talks.parley"
    assert main(["build", str(file), str(good), "--quiet"]) == 0
    (good.parent / "empty.md").write_text(" ")
    for name in ("none.md", "empty.md"):
        assert main(["check", str(file), str(good.parent / name)]) == 1
        assert lines(capsys)[0].startswith(f"parley: {good.parent / name}: ")


@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_option_may_stand_anywhere(at: int, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["build", str(good.parent / "talks.parley"), str(good)]
    words.insert(at, "--quiet")
    assert main(words) == 0
    assert capsys.readouterr().out == ""


def test_words_of_a_search_may_stand_behind_its_options(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(good.parent / "talks.parley")
    assert main(["build", file, str(good), "--quiet", "--fast"]) == 0
    assert main(["search", file, "pay", "--limit", "1", "--by", "words", "talks"]) == 0
    assert "Pay talks open in Linden" in capsys.readouterr().out
