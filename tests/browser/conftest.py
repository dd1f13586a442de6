"""A real browser before a running desk. Needs Debian's chromium; nothing is downloaded."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette

from parley.views.web import make_app
from tests.views.web.world import saved

CHROMIUM = Path("/usr/bin/chromium")
SHOTS = Path(__file__).resolve().parents[2] / "screenshots"
SIZES = {"wide": (1440, 900), "phone": (390, 844)}


@dataclass
class Visitor:
    """A browser page, and what its console complained of."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.home + path)
        return self.page


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running desk of the hand-made record."""
    with running(make_app(saved(tmp_path_factory.mktemp("browser") / "port talks.parley"))) as address:
        yield address


@contextmanager
def running(app: Starlette) -> Iterator[str]:
    """The address at which the desk answers meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")  # not the session: while it is open, no other test can run an event loop
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM))
        yield chromium
        chromium.close()


@pytest.fixture(params=["wide-light", "wide-dark", "phone-light", "phone-dark"])
def visitor(browser: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    size, scheme = str(request.param).split("-")
    yield from visit(browser, home, size, scheme)


@pytest.fixture
def reader(browser: Browser, home: str) -> Iterator[Visitor]:
    """One visitor at a desk, for what does not depend on size or colours."""
    yield from visit(browser, home, "wide", "light")


@pytest.fixture
def plain_reader(browser: Browser, home: str) -> Iterator[Visitor]:
    """A visitor whose browser runs no script."""
    yield from visit(browser, home, "wide", "light", script=False)


def visit(browser: Browser, home: str, size: str, scheme: str, script: bool = True) -> Iterator[Visitor]:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
        permissions=["clipboard-read", "clipboard-write"],
    )
    visitor = Visitor(context.new_page(), home)
    visitor.page.on("console", lambda m: visitor.complaints.append(m.text) if m.type in ("error", "warning") else None)
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    yield visitor
    context.close()
