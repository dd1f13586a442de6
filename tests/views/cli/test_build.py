"""parley build: incremental, the same whatever the order, and taken up again where it was cut off."""

import os
import re
import signal
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path

import pytest

from parley.record import Article, Decision, DecisionKind, Reading, Target
from parley.store import Store, open_store
from parley.store.sqlite import digest_of
from parley.views.cli import main

DEMO = Path(str(resources.files("parley.demo") / "articles"))
FIRST = sorted(DEMO.glob("*.txt"))[:3]


def digest(file: Path) -> str:
    with open_store(file) as store:
        return digest_of(store.record())


def test_the_summary_counts_articles_texts_and_origins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path / "a.parley"), *map(str, FIRST)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("3 articles, ")
    assert "1 independent origin\n" in told


def test_an_unchanged_article_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.parley"
    kept: list[int] = []
    keep = Store.keep

    def counting(self: Store, readings: dict[str, Reading]) -> None:
        kept.append(len(readings))
        keep(self, readings)

    monkeypatch.setattr(Store, "keep", counting)
    main(["build", str(file), str(FIRST[0]), "--quiet"])
    assert sum(kept) == 1
    main(["build", str(file), str(FIRST[0]), "--quiet"])
    assert sum(kept) == 1
    dated = [p for p in FIRST if "linden" not in p.name]  # an undated one is read again with its story's date
    main(["build", str(file), *map(str, dated), "--quiet"])
    assert sum(kept) == 2


def test_one_build_or_three_in_any_order_make_the_same_record(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole.parley", tmp_path / "parts.parley"
    main(["build", str(whole), *map(str, FIRST), "--quiet"])
    for path in reversed(FIRST):
        main(["build", str(parts), str(path), "--quiet"])
    assert digest(whole) == digest(parts)


def test_a_rebuild_says_that_nothing_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["build", str(tmp_path / "a.parley"), str(FIRST[0])]
    main(command)
    capsys.readouterr()
    main(command)
    assert capsys.readouterr().out.endswith("Nothing changed since the last build.\n")


def test_a_build_that_is_killed_is_taken_up_again(tmp_path: Path) -> None:
    """Killed at five different moments, the file opens each time, and the next run completes the same record."""
    whole, file = tmp_path / "whole.parley", tmp_path / "cut.parley"
    main(["build", str(whole), str(DEMO), "--quiet"])
    command = [sys.executable, "-m", "parley", "build", str(file), str(DEMO), "--quiet", "--workers", "1"]
    for wait in (0.2, 0.6, 1.0, 1.4, 1.8):
        build = subprocess.Popen(command)
        time.sleep(wait)
        os.kill(build.pid, signal.SIGKILL)
        build.wait()
        if file.exists() and file.stat().st_size:
            with open_store(file) as store:
                store.record()
    assert main(["build", str(file), str(DEMO), "--quiet"]) == 0
    assert digest(file) == digest(whole)


def test_a_decision_survives_every_rebuild(tmp_path: Path) -> None:
    file = tmp_path / "a.parley"
    main(["build", str(file), str(FIRST[0]), "--quiet"])
    with open_store(file) as store:
        store.decide(
            Decision(
                DecisionKind.CORRECT, Target.ARTICLE, (FIRST[0].name,), "printed page seen", "Ann",
                "2024-03-09T10:00", "outlet", "Coastal Wire of Callow",
            )
        )  # fmt: skip
    for _ in range(2):
        main(["build", str(file), *map(str, FIRST), "--quiet"])
        with open_store(file) as store:
            assert store.record().readings[0].outlet == "Coastal Wire of Callow"
            assert len(store.decisions()) == 1


def test_show_takes_its_flag_before_or_behind_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "a.parley")
    main(["build", file, str(FIRST[0]), "--quiet"])
    told = []
    for command in (
        ["show", file, "--json", "copies"],
        ["show", file, "copies", "--json"],
        ["show", "--json", file, "copies"],
    ):
        assert main(command) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] == told[2]
    assert told[0].startswith('{"copies"')


def test_show_fits_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "a.parley")
    main(["build", file, str(FIRST[0]), "--quiet"])
    told = {}
    for columns in (40, 80, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        assert main(["show", file, "positions"]) == 0
        told[columns] = capsys.readouterr().out
        assert max(map(len, told[columns].splitlines())) <= columns
    assert "United Dockers’ Federation · pay · demands · a 9 percent raise · " in told[80]
    assert " · 1 origin\n    " in told[80]
    assert re.search(r"\nparty +issue +stance +what +when +origins +words *\n", told[200])


def test_a_fault_of_the_program_is_told_and_fails_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(article: Article, fast: bool) -> Reading:
        raise RecursionError("too deep")

    monkeypatch.setattr("parley.engine.local.read", broken)
    assert main(["build", str(tmp_path / "a.parley"), str(FIRST[0]), "--quiet"]) == 1
    assert "only its lines could be read, this is a fault of Parley" in capsys.readouterr().err
