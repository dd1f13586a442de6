"""The text of a draft as people keep it: .txt, .md, Word, PDF."""

from pathlib import Path

from parley.sources import Problem
from parley.sources.decoding import decode, sign_of
from parley.sources.documents import read_docx, read_pdf
from parley.sources.limits import LARGEST_ARTICLE
from parley.sources.problem import shown

READERS = {".docx": read_docx, ".pdf": read_pdf}


def open_draft(path: Path) -> str | Problem:
    """The draft's text, in which marks count code points; a Problem says what is wrong with the file and what to do."""
    try:
        if path.stat().st_size > LARGEST_ARTICLE:
            return Problem(shown(path), "is too large for a draft", "save its text alone")
        reader = READERS.get(path.suffix.lower())
        found = reader(path, "draft") if reader else _plain(path)
    except OSError as error:
        return Problem(shown(path), f"cannot be read ({error.strerror})", "name a .txt, .md, .docx or .pdf file")
    if isinstance(found, Problem):
        return found
    text = found if isinstance(found, str) else found.text
    return text if text.strip() else Problem(shown(path), "the draft is empty", "write something into it first")


def _plain(path: Path) -> str | Problem:
    content = path.read_bytes()
    text = decode(content)
    if text is None:
        return Problem(shown(path), f"is {sign_of(content) or 'no text'}", "save the draft as .txt, .md or .docx")
    return text
