"""The desk without a browser: requests go straight into the application."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from parley.views.web import make_app
from tests.views.web.world import saved

HOME = "http://127.0.0.1:8321"


@dataclass(frozen=True)
class Client:
    """Asks the desk at the address that it serves."""

    app: Starlette
    file: Path

    def get(self, path: str, **headers: str) -> httpx.Response:
        return asyncio.run(self._send("GET", path, None, headers))

    def post(
        self, path: str, form: dict[str, str], files: Sequence[tuple[str, bytes]] = (), **headers: str
    ) -> httpx.Response:
        """A form; with `files` (name, content) as a browser sends files."""
        return asyncio.run(self._send("POST", path, form, headers, files))

    def json(self, path: str) -> Any:
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def _send(
        self,
        method: str,
        path: str,
        form: dict[str, str] | None,
        headers: dict[str, str],
        files: Sequence[tuple[str, bytes]] = (),
    ) -> httpx.Response:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=HOME) as client:
            sent = [("files", file) for file in files] or None
            return await client.request(method, path, data=form, headers=told, files=sent)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """The desk of the hand-made record; tests only read it."""
    file = saved(tmp_path_factory.mktemp("desk") / "port talks.parley")
    return Client(make_app(file), file)


@pytest.fixture
def own_desk(tmp_path: Path) -> Client:
    """A desk whose file a test may write to."""
    file = saved(tmp_path / "own.parley")
    return Client(make_app(file), file)
