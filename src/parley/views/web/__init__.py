"""The web desk: a record as pages, on this machine only."""

import threading
import time
from contextlib import suppress
from pathlib import Path

from parley.store import StoreError
from parley.views.web.app import WARMED, make_app
from parley.views.web.desk import Desk
from parley.views.web.screen import Asked

FIRST = 1.0  # seconds in which the first page is made

__all__ = ["make_app", "serve"]


def serve(path: Path, port: int, new: bool = False) -> None:
    """Answers on 127.0.0.1 until stopped; where the file is `new`, its first page takes the articles."""
    import uvicorn

    app = make_app(path, new)
    threading.Thread(target=warm_up, args=(app.state.desk,), daemon=True).start()
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False, server_header=False)


def warm_up(desk: Desk) -> None:
    """Reads the record, and then, when the first page has gone out, makes ready what searches and longer lists need."""
    with suppress(StoreError):  # it is told to who asks
        index = desk.index()
        time.sleep(FIRST)
        desk.warm_up()
        for address, screen in WARMED:
            screen(Asked(desk, index, address))
