"""Drafts as people keep them."""

import zipfile
from pathlib import Path

import pytest

from parley.check import open_draft
from parley.sources import Problem

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>“We stay,” </w:t></w:r><w:r><w:t>said Nora Vance.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>About 9,000 dockers wait.</w:t></w:r></w:p></w:body></w:document>"
)


def test_a_word_document_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    with zipfile.ZipFile(path, "w") as document:
        document.writestr("word/document.xml", WORD)
    assert open_draft(path) == "“We stay,” said Nora Vance.\nAbout 9,000 dockers wait."


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft", "DRAFT.MD"])
def test_text_is_read_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("# Talks\n\n*“We stay”*", "utf-8")
    assert open_draft(tmp_path / name) == "# Talks\n\n*“We stay”*"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.txt", None, "cannot be read"),
        ("draft.docx", b"not a zip", "not a Word document"),
        ("draft.txt", b"PK\x03\x04\x00\x00\x00\x00\x01\x02\x03\x04", "zip archive"),
        ("draft.txt", b" \n ", "empty"),
        ("draft.pdf", b"%PDF-1.4 broken", "damaged"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    problem = open_draft(tmp_path / name)
    assert isinstance(problem, Problem)
    assert told in problem.what
    assert problem.hint
