"""Files that a browser sends: streamed to disk, bounded, under names that cannot leave their folder."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

from parley.check import open_draft

LARGEST = 512 * 2**20  # bytes that are taken at once; `parley build` takes more
LARGEST_DRAFT = 20 * 2**20  # bytes of a draft with its pictures
MOST_FILES = 2000
MOST_ADDRESSES = 50
TOO_MUCH = f"This is more than the desk takes at once ({LARGEST // 2**20} MiB). Use parley build for it."


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a form sent: a folder of the files (None where there was none), addresses, the form's token."""

    folder: Path | None
    addresses: tuple[str, ...]
    token: str

    def remove(self) -> None:
        if self.folder:
            shutil.rmtree(self.folder.parent, ignore_errors=True)


async def dropped(request: Request) -> Dropped:
    """Reads the form to its end. Raises HTTPException where it is too large or no such form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(400, "This is no form of the desk. Reload the page and send it again.")
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and len(told) < 20 and int(told) > LARGEST:
        raise HTTPException(413, TOO_MUCH)
    bounded = Request(request.scope, _bounded(request.receive, LARGEST))
    async with bounded.form(max_files=MOST_FILES, max_fields=8, max_part_size=64 * 1024) as form:
        token = form.get("token")
        files = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
        return Dropped(_kept(files), _addresses(form), token if isinstance(token, str) else "")


async def draft_form(request: Request) -> dict[str, str]:
    """The form of a draft: its words as typed, or those of the file that was chosen; `wrong` tells why there are none."""
    bounded = Request(request.scope, _bounded(request.receive, LARGEST_DRAFT))
    async with bounded.form(max_files=1, max_fields=8, max_part_size=LARGEST_DRAFT) as form:
        typed, file = form.get("draft"), form.get("files")
        if not isinstance(file, UploadFile) or not file.filename:
            return {"draft": typed if isinstance(typed, str) else ""}
        folder = _kept([file])
        try:
            path = next(p for p in folder.rglob("*") if p.is_file()) if folder else Path()
            found = open_draft(path)
        finally:
            if folder:
                shutil.rmtree(folder.parent, ignore_errors=True)
    if isinstance(found, str):
        return {"draft": found, "named": safe_name(file.filename)}
    return {"draft": "", "wrong": f"{safe_name(file.filename)}: {found.what}; {found.hint}."}


def _bounded(receive: Receive, most: int) -> Receive:
    """Counts the bytes of a body whose length was not told, or told wrongly."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, TOO_MUCH)
        return message

    return counted


def _addresses(form: FormData) -> tuple[str, ...]:
    told = form.get("addresses")
    lines = [line.strip() for line in told.splitlines()] if isinstance(told, str) else []
    return tuple(x for x in lines if x.lower().startswith(("http://", "https://")))[:MOST_ADDRESSES]


def _kept(files: list[UploadFile]) -> Path | None:
    """The files in a new folder; a name that came twice goes into a folder of its own."""
    if not files:
        return None
    folder = Path(tempfile.mkdtemp(prefix="parley-")) / "dropped"
    folder.mkdir()
    for n, file in enumerate(files):
        name = safe_name(file.filename or "")
        place = folder / name if not (folder / name).exists() else folder / str(n) / name
        place.parent.mkdir(exist_ok=True)
        with place.open("wb") as kept:
            shutil.copyfileobj(file.file, kept)
    return folder


def safe_name(told: str) -> str:
    """The last part of a file's name, whichever slashes it has, without what no file system or terminal takes."""
    name = "".join(c for c in told.replace("\\", "/").rpartition("/")[2] if c.isprintable())
    stem, dot, ending = name.lstrip(". ").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    return (stem.encode()[:180].decode("utf-8", "ignore") or "article") + (f".{ending[:20]}" if ending else "")
