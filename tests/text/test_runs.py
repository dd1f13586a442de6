"""Runs of a text between its blanks."""

import pytest

from parley.text.runs import runs


def test_where_runs_begin() -> None:
    text = " The  port,\u00a0shut. "
    assert runs(text, [(0, len(text))]) == ((("The", "port,", "shut."), (1, 6, 12)),)


def test_parts_are_looked_at_alone() -> None:
    text = "Talks went on\nBy Ana Lund\nin Callow."
    (first, begins), (second, after) = runs(text, [(0, 13), (26, len(text))])
    assert [text[at : at + len(run)] for run, at in zip((*first, *second), (*begins, *after), strict=True)] == [
        "Talks", "went", "on", "in", "Callow.",
    ]  # fmt: skip


def test_a_part_may_cut_a_run() -> None:
    assert runs("midnight", [(0, 3), (3, 8)]) == ((("mid",), (0,)), (("night",), (3,)))


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "\x1c\x85\u3000", "港 閉鎖"])
def test_any_text(text: str) -> None:
    ((found, begins),) = runs(text, [(0, len(text))])
    assert list(found) == text.split() == [text[at : at + len(run)] for run, at in zip(found, begins, strict=True)]


def test_no_parts() -> None:
    assert runs("The port is shut.", []) == ()
