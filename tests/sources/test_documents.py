"""Messages, Word documents and PDF files."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest

from parley.record import Article
from parley.sources import Problem, articles

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(path: Path, content: bytes) -> Article | Problem:
    path.write_bytes(content)
    (found,) = articles([path])
    return found


def docx(document: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def pdf(words: str) -> bytes:
    content = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode() if words else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%btrailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def test_a_message(tmp_path: Path) -> None:
    mail = b"Subject: Statement on the talks\r\nDate: Tue, 05 Mar 2024 09:30:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWe met the company.\r\n"
    found = read(tmp_path / "a.eml", mail)
    assert isinstance(found, Article)
    assert (found.title, found.published) == ("Statement on the talks", "2024-03-05T09:30")
    assert found.text.strip() == "We met the company."


def test_a_message_that_is_a_page(tmp_path: Path) -> None:
    found = read(tmp_path / "a.eml", b"Subject: Talks\nContent-Type: text/html\n\n<p>We met.</p><p>We go on.</p>")
    assert isinstance(found, Article)
    assert found.text == "We met.\nWe go on."


def test_a_message_of_pictures_only(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.eml", b"Subject: Talks\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K"
    )
    assert isinstance(found, Problem)


def test_a_word_document(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Dockers </w:t></w:r><w:r><w:t>vote</w:t></w:r></w:p><w:p><w:r><w:delText>no</w:delText><w:t>Talks open.</w:t></w:r></w:p>"
    found = read(tmp_path / "a.docx", docx(f"<w:document {W}><w:body>{body}</w:body></w:document>"))
    assert isinstance(found, Article)
    assert found.text == "Dockers vote\nTalks open."


BAD_WORD = {
    "no zip": (b"Talks open.", "not a Word"),
    "no document": (docx("").replace(b"document", b"documenX"), "not a Word"),
    "damaged": (docx("<w:document"), "damaged"),
    "empty": (docx(f"<w:document {W}/>"), "no text"),
    "bomb": (docx(" " * 20_000_000), "unpacks"),
    "entities": (docx(f'<!DOCTYPE a [<!ENTITY a "{"a" * 1000}">]><w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'), "no text"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD_WORD)
def test_a_bad_word_document(kind: str, tmp_path: Path) -> None:
    content, told = BAD_WORD[kind]
    found = read(tmp_path / "a.docx", content)
    assert isinstance(found, Problem)
    assert told in found.what


def test_a_pdf(tmp_path: Path) -> None:
    found = read(tmp_path / "a.pdf", pdf("Talks open in Linden."))
    assert isinstance(found, Article)
    assert found.text.strip() == "Talks open in Linden."


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Talks open.")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BAD_PDF = {"no pdf": (b"Talks open.", "damaged"), "scan": (pdf(""), "no text"), "cut": (pdf("Talks")[:200], "damaged")}


@pytest.mark.parametrize("kind", BAD_PDF)
def test_a_bad_pdf(kind: str, tmp_path: Path) -> None:
    content, told = BAD_PDF[kind]
    found = read(tmp_path / "a.pdf", content)
    assert isinstance(found, Problem)
    assert told in found.what


def test_a_locked_pdf(tmp_path: Path) -> None:
    found = read(tmp_path / "a.pdf", locked())
    assert isinstance(found, Problem)
    assert "password" in found.what
