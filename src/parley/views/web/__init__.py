"""The web desk: a record as pages, on this machine only."""

import threading
from pathlib import Path

from parley.views.web.app import make_app

__all__ = ["make_app", "serve"]


def serve(path: Path, port: int, new: bool = False) -> None:
    """Answers on 127.0.0.1 until stopped; where the file is `new`, its first page takes the articles."""
    import uvicorn

    app = make_app(path, new)
    threading.Thread(target=app.state.desk.warm_up, daemon=True).start()
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False, server_header=False)
