"""The examples of the pages about agents, Python and the desk: each is asked of the demo's record and compared."""

import asyncio
import doctest
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from starlette.testclient import TestClient

from parley.store import open_store
from parley.views.mcp import make_server
from parley.views.web import make_app
from parley.views.web.app import SCREENS
from tests.demo.test_golden import demo

DOCS = Path(__file__).resolve().parents[2] / "docs"
LEFT_OUT = re.compile(r"\n? *\.\.\.(?=\n|$)")  # a line of an example that stands for any lines


def blocks(page: str, kind: str) -> list[tuple[str, str]]:
    """(what is asked, what the page says is answered) of the page's blocks of a kind."""
    found = re.findall(rf"```{kind}\n(.*?)\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    return [(asked, answer.rstrip("\n")) for asked, answer in found]


def matches(answer: object, told: str) -> bool:
    """Whether the answer, printed with one blank a level, is what the page says."""
    parts = [re.escape(part) for part in LEFT_OUT.split(told)]
    return re.fullmatch(".*".join(parts), json.dumps(answer, ensure_ascii=False, indent=1), re.DOTALL) is not None


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's record, where the pages have it."""
    path = tmp_path_factory.mktemp("docs") / "talks.parley"
    with open_store(path, create=True) as store:
        store.add(demo().articles)
        store.save(demo())
    return path


@pytest.mark.parametrize(("asked", "told"), blocks("agents.md", "mcp"))
def test_a_tool_answers_what_the_page_says(talks: Path, asked: str, told: str) -> None:
    tool, _, arguments = asked.partition(" ")

    async def ask() -> Any:
        async with Client(make_server(talks)) as client:
            return await client.call_tool(tool, json.loads(arguments or "{}"))

    result = asyncio.run(ask())
    assert matches(result.structured_content, told), json.dumps(result.structured_content, ensure_ascii=False, indent=1)


def test_every_tool_has_an_example() -> None:
    tools = asyncio.run(make_server_of_nothing())
    assert {asked.split()[0] for asked, _ in blocks("agents.md", "mcp")} == tools


async def make_server_of_nothing() -> set[str]:
    import tempfile

    path = Path(tempfile.mkdtemp()) / "none.parley"
    open_store(path, create=True).__exit__(None, None, None)
    async with Client(make_server(path)) as client:
        return {t.name for t in (await client.list_tools()).tools}


@pytest.fixture(scope="session")
def desk(talks: Path) -> Iterator[TestClient]:
    with TestClient(make_app(talks), base_url="http://127.0.0.1:8321") as client:
        yield client


@pytest.mark.parametrize(("asked", "told"), blocks("desk.md", "http"))
def test_a_page_of_the_desk_says_what_the_documents_say(desk: TestClient, asked: str, told: str) -> None:
    method, _, rest = asked.partition(" ")
    path, _, form = rest.partition(" ")
    answer = desk.request(method, path, data=json.loads(form) if form else None)
    assert answer.status_code == 200
    if ".json" not in path:
        assert all(line in answer.text for line in told.splitlines()), answer.text
        return
    assert matches(answer.json(), told), json.dumps(answer.json(), ensure_ascii=False, indent=1)[:20_000]


def test_every_screen_has_an_example() -> None:
    told = [asked.split()[1].partition(".json")[0] for asked, _ in blocks("desk.md", "http")]
    sections = {"/" + address.split("/")[1].partition("?")[0] for address in [a for a, _ in SCREENS]}
    shown = {"/" + path.split("/")[1] for path in told}
    assert sections <= shown


def test_python_examples_run_and_print_what_the_page_says(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(talks.parent)
    failed, tried = doctest.testfile(
        str(DOCS / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert (failed, tried > 8) == (0, True)
