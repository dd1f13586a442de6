"""The web desk: a record as pages, on this machine only."""

import threading
from pathlib import Path

from parley.views.web.app import make_app

__all__ = ["make_app", "serve"]


def serve(path: Path, port: int) -> None:
    """Answers on 127.0.0.1 until stopped."""
    import uvicorn

    app = make_app(path)
    threading.Thread(target=app.state.desk.index, daemon=True).start()  # the record is read before somebody asks
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False, server_header=False)
