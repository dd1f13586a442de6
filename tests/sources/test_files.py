"""Any input: what can be read is read with the right offsets, what cannot is told, and nothing stops the others."""

import os
from pathlib import Path

import pytest

from parley.record import Article
from parley.sources import Problem, articles

GOOD = "Dockers at Linden vote to strike\n\nThe union said on Monday that “talks are over”.\n"


def read(*paths: Path) -> tuple[list[Article], list[Problem]]:
    found = list(articles(paths))
    return [a for a in found if isinstance(a, Article)], [p for p in found if isinstance(p, Problem)]


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


ENCODED = {
    "utf-8": (GOOD.encode("utf-8"), GOOD),
    "utf-8 with a mark": (b"\xef\xbb\xbf" + GOOD.encode("utf-8"), "\ufeff" + GOOD),
    "windows-1252": (GOOD.encode("cp1252"), GOOD),
    "latin-1": ("Café Müller closes\n\nThe owner met the union.".encode("latin-1"), "Café Müller closes\n\nThe owner met the union."),
    "utf-16 with a mark": (GOOD.encode("utf-16"), GOOD),
    "big-endian": (b"\xfe\xff" + GOOD.encode("utf-16-be"), GOOD),
    "utf-16 without a mark": (GOOD.encode("utf-16-le"), GOOD),
    "carriage returns": (GOOD.replace("\n", "\r\n").encode(), GOOD.replace("\n", "\r\n")),
    "cut inside a character": (GOOD.encode() + "…".encode()[:2], GOOD + "\ufffd"),
    "direction marks": ("The \u202eport\u202c\u200b opens.".encode(), "The \u202eport\u202c\u200b opens."),
}  # fmt: skip


@pytest.mark.parametrize("kind", ENCODED)
def test_text_is_kept_code_point_for_code_point(kind: str, tmp_path: Path) -> None:
    content, expected = ENCODED[kind]
    (found,), problems = read(saved(tmp_path, "a.txt", content))
    assert found.text == expected
    assert problems == []


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\xc2\xa0\n", "blanks"),
    "junk.txt": (bytes(range(256)) * 40, "not text"),
    "nul.txt": (b"Talks\0open in Linden.", "not text"),
    "russian.txt": ("Переговоры открылись в порту".encode("koi8-r"), "not text"),
    "a.txt": (b"%PDF-1.7\n\0\0", "PDF"),
    "b.txt": (b"PK\x03\x04\0\0\0\0", "zip"),
    "picture.png": (b"\x89PNG\r\n", "not read"),
    "noending": (b"Talks open.", "not read"),
    "talks.parley": (b"SQLite format 3\0", "record"),
    "blank.jsonl": (b"\n \n", "blank lines"),
    "wide.jsonl": ('{"id": "a", "text": "Talks"}'.encode("utf-16"), "UTF-16"),
    "broken.jsonl": (b'{"id": "a", "text": "Talks', "not JSON"),
    "deep.jsonl": (b"[" * 100_000, "not JSON"),
    "list.jsonl": (b'["a", "Talks open."]', "not a JSON object"),
    "nameless.jsonl": (b'{"text": "Talks open."}', '"id"'),
    "silent.jsonl": (b'{"id": "a", "text": " "}', '"text"'),
    "scripts.html": (b"<html><script>talk()</script></html>", "no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_problem_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    content, told = BAD[name]
    found, (problem,) = read(saved(tmp_path, name, content), saved(tmp_path, "good.txt", GOOD.encode()))
    assert [a.id for a in found] == ["good.txt"]
    assert problem.input.startswith(str(tmp_path / name))
    assert told in problem.what
    assert problem.hint
    assert problem.lost


def test_a_line_of_json_may_hold_any_code_point(tmp_path: Path) -> None:
    line = b'{"id": "a", "text": "Talks\\u0000open in \\u0001Linden."}'
    (found,), problems = read(saved(tmp_path, "a.jsonl", line))
    assert found.text == "Talks\0open in \x01Linden."
    assert problems == []


def test_a_missing_path(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path / "none.txt")
    assert "no such file" in problem.what


def test_a_file_too_large_for_an_article(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", b"")
    os.truncate(path, 2**30)
    _, (problem,) = read(path)
    assert "too large" in problem.what


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    _, (problem,) = read(tmp_path)
    assert "regular file" in problem.what


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path)
    assert "no file" in problem.what


def test_a_folder_with_one_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        saved(tmp_path, name, GOOD.encode() + name.encode())
    of_file = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return of_file(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found, (problem,) = read(tmp_path)
    assert [a.id for a in found] == ["a.txt", "c.txt"]
    assert "Permission denied" in problem.what


def test_links_that_go_round_end(tmp_path: Path) -> None:
    saved(tmp_path, "a.txt", GOOD.encode())
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found, problems = read(tmp_path)
    assert [a.id for a in found] == ["a.txt"]
    assert sorted(Path(p.input).name for p in problems) == ["gone.txt", "self.txt"]


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(GOOD.encode())
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_bytes(b"")
    (found,), (problem,) = read(tmp_path)
    assert found.id == "caf\\xe9.txt"
    assert problem.input.endswith("\\xff.txt")


def test_a_name_cannot_turn_the_terminal_round(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path / "a\u202etxt.exe\n")
    assert problem.input.endswith("a\\u202etxt.exe\\n")


def test_broken_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    lines = b'{"id": "a", "text": "Talks open."}\nnot json\n\n{"id": "b", "text": "Talks end."}\r\n'
    found, (problem,) = read(saved(tmp_path, "lines.jsonl", lines))
    assert [a.id for a in found] == ["a", "b"]
    assert problem.input.endswith("lines.jsonl:2")


def test_lines_with_a_mark_or_in_windows_1252(tmp_path: Path) -> None:
    marked = saved(tmp_path, "marked.jsonl", b'\xef\xbb\xbf{"id": "a", "text": "Talks open."}')
    western = saved(tmp_path, "western.jsonl", '{"id": "b", "text": "“Talks open.”"}'.encode("cp1252"))
    found, problems = read(marked, western)
    assert [a.text for a in found] == ["Talks open.", "“Talks open.”"]
    assert problems == []


def test_half_a_character_keeps_the_offsets(tmp_path: Path) -> None:
    (found,), _ = read(saved(tmp_path, "a.jsonl", b'{"id": "a", "text": "Port \\ud83d opens \\ud83d\\ude00"}'))
    assert found.text == "Port \ufffd opens \U0001f600"


def test_the_same_article_twice_is_one(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", GOOD.encode())
    found, problems = read(path, path, tmp_path)
    assert [a.id for a in found] == ["a.txt"]
    assert problems == []


def test_files_of_one_name_in_two_folders(tmp_path: Path) -> None:
    for folder in ("day1", "day2"):
        (tmp_path / folder).mkdir()
        saved(tmp_path / folder, "a.txt", f"Talks open on {folder}.".encode())
    found, (note,) = read(tmp_path)
    assert [a.id for a in found] == ["a.txt", "day2/a.txt"]
    assert not note.lost


def test_lines_that_share_an_id_are_all_read(tmp_path: Path) -> None:
    lines = [f'{{"id": "none", "text": "Day {n} of the talks."}}' for n in (1, 2, 3, 1)]
    found, notes = read(saved(tmp_path, "a.jsonl", "\n".join(lines).encode()))
    assert [a.text for a in found] == ["Day 1 of the talks.", "Day 2 of the talks.", "Day 3 of the talks."]
    assert len({a.id for a in found}) == 3
    assert [n.lost for n in notes] == [False, False]


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    saved(tmp_path, ".DS_Store", b"\0\0")
    saved(tmp_path, "a.txt", GOOD.encode())
    found, problems = read(tmp_path)
    assert [a.id for a in found] == ["a.txt"]
    assert problems == []


PAGES = {
    "declared": '<meta charset="iso-8859-1"><p>Müller said “no”</p>'.encode("cp1252"),
    "undeclared": "<p>Müller said “no”</p>".encode("cp1252"),
    "declared wrongly": '<meta charset="windows-1252"><p>Müller said “no”</p>'.encode("utf-16"),
    "declared by no encoding": '<meta charset="nonsense"><p>Müller said “no”</p>'.encode(),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_in_any_encoding(kind: str, tmp_path: Path) -> None:
    (found,), _ = read(saved(tmp_path, "a.html", PAGES[kind]))
    assert found.text == "Müller said “no”"
