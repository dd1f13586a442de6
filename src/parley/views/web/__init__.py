"""The web desk: a record as pages, on this machine only."""

from pathlib import Path

from parley.views.web.app import make_app

__all__ = ["make_app", "serve"]


def serve(path: Path, port: int) -> None:
    """Answers on 127.0.0.1 until stopped."""
    import uvicorn

    uvicorn.run(make_app(path), host="127.0.0.1", port=port, log_level="warning", access_log=False, server_header=False)
