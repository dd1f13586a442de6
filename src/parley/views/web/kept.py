"""Pages made before, as long as the file behind them stays as it is."""

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

from starlette.responses import Response

MOST_BYTES = 48 * 2**20  # of all pages that are kept
LARGEST = 4 * 2**20  # bytes of one page

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was sent, and the tag by which a browser asks whether it changed."""

    body: bytes
    media_type: str
    tag: str

    def answer(self, known: str | None) -> Response:
        """The page; only that nothing changed where the browser has it already."""
        headers = {"etag": self.tag, "cache-control": "no-cache"}
        if known is not None and self.tag in (tag.strip() for tag in known.split(",")):
            return Response(status_code=304, headers=headers)
        return Response(self.body, media_type=self.media_type, headers=headers)


class Pages:
    """The pages of one state of the file, the least used ones dropped first; safe to use from several threads."""

    def __init__(self) -> None:
        self._stamp: Stamp = ()
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, stamp: Stamp, url: str) -> Page | None:
        with self._lock:
            page = self._pages.get(url) if stamp == self._stamp else None
            if page:
                self._pages.move_to_end(url)
            return page

    def keep(self, stamp: Stamp, url: str, body: bytes, media_type: str) -> Page:
        page = Page(body, media_type, f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
        with self._lock:
            if stamp != self._stamp:
                self._pages.clear()
                self._stamp, self._bytes = stamp, 0
            if len(body) <= LARGEST and url not in self._pages:
                self._pages[url] = page
                self._bytes += len(body)
            while self._bytes > MOST_BYTES:
                self._bytes -= len(self._pages.popitem(last=False)[1].body)
        return page
