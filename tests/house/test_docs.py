"""The documents are tests: every console example runs and prints what the page says, and nothing is left out."""

import argparse
import asyncio
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from parley.store import open_store
from parley.views.cli import parser
from parley.views.cli.parser import make_parser
from parley.views.export import FORMATS
from parley.views.mcp import make_server
from parley.views.notebook.talks import TABLES

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
LEFT_OUT = "..."  # a line of an example that stands for any lines


def examples(page: Path) -> list[tuple[str, list[str]]]:
    """(command, lines printed) of the page's console blocks, in order; commands that need a browser or the network are
    shown in plain blocks instead."""
    found: list[tuple[str, list[str]]] = []
    for block in EXAMPLE.findall(page.read_text("utf-8")):
        for line in block.rstrip("\n").split("\n"):
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").symlink_to(ROOT / "src" / "parley" / "demo" / "articles")
    for command, printed in examples(page):
        done = subprocess.run(
            ["sh", "-c", re.sub(r"(^|\| )parley ", rf"\1{shlex.quote(sys.executable)} -m parley ", command)],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert matches(done.stdout.splitlines(), printed), f"$ {command}\n{done.stdout}{done.stderr}"


def matches(lines: list[str], told: list[str]) -> bool:
    """Whether the printed lines are the told ones, where LEFT_OUT stands for any number of lines."""
    pattern = "\n".join(".*" if line == LEFT_OUT else re.escape(line.rstrip()) for line in told)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in lines), re.DOTALL) is not None


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = make_parser()
    (action,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def test_every_command_and_option_is_in_the_docs() -> None:
    told = "\n".join(page.read_text("utf-8") for page in PAGES)
    missing = [name for name in commands() if f"parley {name}" not in told]
    for command in commands().values():
        options = [o for a in command._actions for o in a.option_strings if o.startswith("--") and o != "--help"]
        missing += [f"{command.prog} {o}" for o in options if o not in told]
    assert missing == []


def test_no_document_names_a_machine_or_a_registry() -> None:
    told = "\n".join(p.read_text("utf-8") for p in [*PAGES, *sorted((ROOT / "design").glob("*.md"))])
    assert not re.search(r"pypi\.org|npmjs|deb\.debian|/(?:home|root)/", told)


def test_every_export_and_tool_is_in_the_docs() -> None:
    told = "\n".join(page.read_text("utf-8") for page in PAGES)
    tools = [t.name for t in asyncio.run(make_server(empty_file()).list_tools())]
    assert [name for name in (*FORMATS, *tools, *TABLES) if f"`{name}`" not in told] == []


def test_the_command_line_offers_every_export() -> None:
    assert tuple(FORMATS) == parser.FORMATS


def empty_file() -> Path:
    path = Path(tempfile.mkdtemp()) / "empty.parley"
    open_store(path, create=True).__exit__(None, None, None)
    return path


def test_every_link_leads_somewhere() -> None:
    pages = [*PAGES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "design").glob("*.md"))]
    links = [(p, link) for p in pages for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", p.read_text("utf-8"))]
    assert [f"{p.name}: {link}" for p, link in links if not (p.parent / link).exists()] == []
