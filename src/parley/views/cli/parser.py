"""The commands and their options. A command's module is imported only when it runs: `parley --help` stays quick."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

from parley import __version__

SHOWN = ("copies", "quotes", "positions", "timeline", "figures", "findings", "actors")
FORMATS = ("json", "jsonl", "csv", "parquet", "annotation", "prov", "dna", "csl", "ftm", "graphml", "pack", "site")
SIDES = ("outlet", "speaker", "party", "issue", "date")
INPUT = "a file of articles (.txt .html .jsonl .warc ...), a folder of them, or an http(s) address of a page or feed"


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What the words ask for; options stand before, between or behind inputs: `parley build FILE --quiet INPUT...`."""
    parser, commands = _parsers()
    command = commands.get(words[0]) if words else None
    return command.parse_intermixed_args(words[1:]) if command else parser.parse_args(words)


def make_parser() -> argparse.ArgumentParser:
    return _parsers()[0]


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser of the whole line, and those of each command's own words."""
    parser = argparse.ArgumentParser(
        prog="parley", description="One sourced record of what many outlets wrote about a negotiation."
    )
    parser.add_argument("--version", action="version", version=f"parley {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _demo(commands)
    _build(commands)
    _show(commands)
    _serve(commands)
    _search(commands)
    _check(commands)
    _export(commands)
    _import(commands)
    _watch(commands)
    _mcp(commands)
    for name, told in (
        ("read", "label each article by itself, one JSON line an article"),
        ("copies", "find who copied whom, one JSON line a pair"),
        ("stories", "group articles by event, one JSON line an article"),
    ):
        _step(commands, name, told)
    return parser, commands.choices


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _command(commands: Commands, name: str, told: str, module: str | None = None) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told, description=told[0].upper() + told[1:] + ".")
    command.set_defaults(run=_lazy(module or name, name))
    return command


def _lazy(module: str, command: str) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        name = f"{command}_" if iskeyword(command) else command
        return int(getattr(import_module(f"parley.views.cli.{module}"), name)(options))

    return run


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE.parley", type=Path)


def place(text: str) -> Path | str:
    """An address stays a str, so that nothing is fetched but what was named as one; all else is a path."""
    return text if text.lower().startswith(("http://", "https://")) else Path(text)


def _inputs(command: argparse.ArgumentParser, count: str) -> None:
    command.add_argument("inputs", metavar="INPUT", nargs=count, type=place, help=INPUT)
    command.add_argument("--workers", type=int, metavar="N", help="processes that read articles (default: one a core)")
    command.add_argument("--quiet", action="store_true", help="no progress and no notes, errors only")
    command.add_argument("--fast", action="store_true", help="dates, names and quotations only, no search by meaning")


def _demo(commands: Commands) -> None:
    command = _command(commands, "demo", "build the record of a fictional negotiation and open its desk")
    command.add_argument(
        "--file", type=Path, default=Path("demo.parley"), help="where to write it (default: %(default)s)"
    )
    command.add_argument("--port", type=int, default=8321)
    command.add_argument("--no-serve", action="store_true", help="build it and print the summary only")


def _build(commands: Commands) -> None:
    command = _command(commands, "build", "read articles into a record; only new or changed ones are read")
    _file(command)
    _inputs(command, "*")
    command.add_argument("--json", action="store_true", help="print what changed as JSON")


def _show(commands: Commands) -> None:
    command = _command(commands, "show", "print a record's tables")
    _file(command)
    command.add_argument("what", nargs="?", choices=SHOWN, help="one table (default: the summary)")
    command.add_argument("--json", action="store_true", help="print the table's part of the record as JSON")


def _serve(commands: Commands) -> None:
    command = _command(commands, "serve", "open the desk on this machine (127.0.0.1)")
    _file(command)
    command.add_argument("--port", type=int, default=8321, help="(default: %(default)s)")


def _search(commands: Commands) -> None:
    command = _command(commands, "search", "find passages by their words, by their meaning, or by both")
    _file(command)
    command.add_argument("query", metavar="QUERY", nargs="+", help='words; a "phrase" in quotation marks')
    command.add_argument("--by", choices=("both", "words", "meaning"), default="both", help="(default: %(default)s)")
    for side in SIDES:
        command.add_argument(f"--{side}", metavar="NAME", help=f"only passages of this {side}")
    command.add_argument("--limit", type=int, default=20, metavar="N", help="(default: %(default)s)")
    command.add_argument("--json", action="store_true", help="one JSON line a passage")


def _check(commands: Commands) -> None:
    command = _command(
        commands,
        "check",
        "hold a draft's quotes, figures, dates and positions against the record; exit 3 where one fails",
    )
    _file(command)
    command.add_argument(
        "draft", metavar="DRAFT", type=Path, help="a .txt, .md, .docx or .pdf file; - reads from stdin"
    )
    command.add_argument("--json", action="store_true", help="one JSON line a mark")


def _export(commands: Commands) -> None:
    command = _command(commands, "export", "write the record in an open format")
    _file(command)
    command.add_argument("--to", choices=FORMATS, required=True, dest="form")
    command.add_argument(
        "--out", type=Path, metavar="PATH", help="a file, for csv, parquet and site a folder (default: stdout)"
    )
    command.add_argument("--share-safe", action="store_true", help="lengths and hashes in place of the articles' words")


def _import(commands: Commands) -> None:
    told = "take what a person coded in Discourse Network Analyzer as that person's decisions"
    command = _command(commands, "import", told, module="importing")
    _file(command)
    command.add_argument("table", metavar="CODES.csv", type=Path, help="DNA's CSV export, one statement a row")
    command.add_argument("--author", required=True, metavar="NAME", help="who coded it")


def _watch(commands: Commands) -> None:
    command = _command(commands, "watch", "read folders and feeds again whenever they change, and say what moved")
    _file(command)
    command.add_argument("inputs", metavar="INPUT", nargs="+", type=place, help=INPUT)
    command.add_argument("--every", type=float, default=30, metavar="S", help="seconds between looks (default: 30)")
    command.add_argument("--once", action="store_true", help="look once and end")
    command.add_argument("--fast", action="store_true", help="dates, names and quotations only, no search by meaning")
    command.add_argument("--feed", type=Path, metavar="PATH", help="write an Atom feed of the changes there")
    command.add_argument("--workers", type=int, metavar="N", help="processes that read articles (default: one a core)")


def _mcp(commands: Commands) -> None:
    command = _command(commands, "mcp", "serve the record to agents over the Model Context Protocol")
    _file(command)
    command.add_argument("--port", type=int, help="serve on 127.0.0.1 with a token (default: stdio)")


def _step(commands: Commands, name: str, told: str) -> None:
    command = _command(commands, name, told, module="steps")
    _inputs(command, "+")
    if name == "read":
        command.add_argument("--text", action="store_true", help="with the text that the offsets count in")
