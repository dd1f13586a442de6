"""What the terminal is told: no article steers it."""

from pathlib import Path

import pytest

from parley.views.cli import main
from parley.views.cli.speak import safe

HOSTILE = "Talks \x1b[31mopen in Linden\n\nNora Vance met \x1b]0;title the company in Linden on Thursday evening.\n" + (
    "\nThe hall was full and the coffee was cold, and nobody in the room said much about it for a while.\n" * 40
)


def test_control_characters_are_told_not_sent() -> None:
    assert safe("a\x1b[31mb\x9bc\td\n") == "a\ufffd[31mb\ufffdc\td\n"


@pytest.mark.parametrize(
    "command", [["search", "met"], ["show"], ["show", "copies"], ["show", "timeline"], ["show", "actors"]]
)
def test_no_command_sends_an_escape_of_an_article(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "\x1b[1mhostile.txt").write_text(HOSTILE)
    file = str(tmp_path / "a.parley")
    assert main(["build", file, str(tmp_path), "--quiet"]) in (0, 1)  # the record itself lies in the folder
    assert main([command[0], file, *command[1:]]) == 0
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
