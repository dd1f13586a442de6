"""Documents: the text of Word and PDF files, a line a paragraph or as the page shows it."""

import logging
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from lxml import etree

from parley.record import Article
from parley.sources.limits import LARGEST_ARTICLE, TooMuchError, unzipped
from parley.sources.problem import Problem, shown

if TYPE_CHECKING:
    from pypdf import PdfReader

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_PAGES = 500
SAVE_AS_TEXT = "save its text as .txt"


def read_docx(path: Path, id: str) -> Article | Problem:
    try:
        with ZipFile(path) as archive:
            content = unzipped(archive, archive.getinfo("word/document.xml"))
    except TooMuchError as error:
        return Problem(shown(path), f"the document {error}", SAVE_AS_TEXT)
    except (BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return Problem(shown(path), "is not a Word document (.docx)", SAVE_AS_TEXT)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Problem(shown(path), f"is a damaged Word document ({error})", SAVE_AS_TEXT)
    return _article(id, "\n".join(_paragraph(p) for p in root.iter(f"{WORD}p")), path)


def _paragraph(paragraph: "etree._Element") -> str:
    """Its runs, tabs and breaks; text that a tracked change deleted stands in other elements."""
    parts = []
    for element in paragraph.iter():
        if element.tag == f"{WORD}t":
            parts.append(element.text or "")
        elif element.tag in (f"{WORD}tab", f"{WORD}br", f"{WORD}cr"):
            parts.append("\t" if element.tag == f"{WORD}tab" else "\n")
    return "".join(parts)


def read_pdf(path: Path, id: str) -> Article | Problem:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with path.open("rb") as file:
            reader = pypdf.PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                return Problem(shown(path), "the PDF is locked by a password", "save it unlocked")
            if len(reader.pages) > MOST_PAGES:
                return Problem(
                    shown(path), f"the PDF has more than {MOST_PAGES} pages", "save the article's pages alone"
                )
            text = _pages(reader)
    except Exception as error:  # damaged PDF files raise whatever their damage leads to
        return Problem(shown(path), f"is a damaged PDF ({type(error).__name__})", SAVE_AS_TEXT)
    return _article(id, text, path)


def _pages(reader: "PdfReader") -> str:
    found: list[str] = []
    for page in reader.pages:
        found.append(page.extract_text())
        if sum(map(len, found)) > LARGEST_ARTICLE:
            raise TooMuchError("too much text")
    return "\n".join(found)


def _article(id: str, text: str, path: Path) -> Article | Problem:
    if not text.strip():
        return Problem(shown(path), "holds no text (pictures of pages?)", SAVE_AS_TEXT)
    return Article(id, text.replace("\0", "\ufffd"))
