"""Files that a browser sends: streamed to disk, bounded, under names that cannot leave their folder."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

LARGEST = 512 * 2**20  # bytes that are taken at once; `parley build` takes more
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
    bounded = Request(request.scope, _bounded(request.receive))
    async with bounded.form(max_files=MOST_FILES, max_fields=8, max_part_size=64 * 1024) as form:
        token = form.get("token")
        files = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
        return Dropped(_kept(files), _addresses(form), token if isinstance(token, str) else "")


def _bounded(receive: Receive) -> Receive:
    """Counts the bytes of a body whose length was not told, or told wrongly."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
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
