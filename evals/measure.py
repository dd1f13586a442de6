"""Runs the program on a task's articles and scores what it printed with the official metric."""

import gzip
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.tasks import SHARED, Task

SCORE = SHARED / "scoring" / "score.py"
MANY = "100000"  # lost examples asked for: all of them


@dataclass(frozen=True)
class Measured:
    """`rows`: figures by row; `lost`: one line an example that was missed or wrong."""

    command: str
    rows: dict[str, dict[str, float | int | None]]
    lost: list[str]


def measure(task: Task) -> Measured:
    if task.command == "folds":
        return _five_fold(task)
    with TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.json"
        gold = _stream(task, Path(folder)) if task.also else task.root / task.gold
        inputs = task.root / task.inputs if task.inputs else gold
        predicted.write_text(predict(task.command, inputs, task.scored_as), "utf-8")
        own = task.root / (task.inputs or "")
        seeds = SHARED / "seeds" if task.root == SHARED else own
        texts = [own, predicted] if task.command == "read --text" else [seeds]
        options = [word for t in texts if t.is_dir() or t == predicted for word in ("--texts", str(t))]
        options += ["--split", task.split] if task.split else []
        told = [task.scored_as, str(gold), str(predicted), *options]
        done = _run([sys.executable, str(SCORE), *told, "--json", "--errors", MANY])
    figures = json.loads(done.stdout)["figures"]
    return Measured(f"{task.command} | score.py {task.scored_as} {task.gold}", figures, done.stderr.splitlines())


def _five_fold(task: Task) -> Measured:
    """The figures of a model learned five times, each time without the fifth that it is asked about."""
    from training.plover import examples, five_fold

    found = five_fold(examples(task.root / task.gold))
    rows: dict[str, dict[str, float | int | None]] = {
        name: {"macro_f1": sum(figures) / len(figures), "least": min(figures)} for name, figures in found.items()
    }
    return Measured(f"training.plover five_fold {task.gold}", rows, [])


def _stream(task: Task, folder: Path) -> Path:
    """The gold and articles of ours in one file, which is never kept: the gold's texts are not ours."""
    path = folder / "stream.jsonl"
    path.write_bytes(
        gzip.decompress((task.root / task.gold).read_bytes()) + (Path(__file__).parent / str(task.also)).read_bytes()
    )
    return path


@cache
def predict(command: str, inputs: Path, scored_as: str) -> str:
    """What the program prints for the articles; equal calls share one run."""
    with TemporaryDirectory() as folder:
        path = _articles(inputs, scored_as, Path(folder))
        if command.startswith("label"):
            return _labels(path, "--text" in command)
        if command == "record":
            file = Path(folder) / "record.parley"
            texts = sorted(path.glob("*.txt")) if path.is_dir() else [path]  # the gold may lie beside them
            _parley("build", str(file), *map(str, texts), "--quiet")
            return _parley("export", str(file), "--to", "json")
        verb, *flags = command.split()
        return _parley(verb, *flags, str(path), "--quiet")


def _articles(source: Path, scored_as: str, folder: Path) -> Path:
    """A path that the program can read."""
    if source.is_dir():
        return source
    if ".docs." in source.name:
        path = folder / "articles.jsonl"
        path.write_bytes(gzip.decompress(source.read_bytes()))
        return path
    path = folder / "articles.jsonl"
    path.write_text(_run([sys.executable, str(SCORE), "inputs", scored_as, str(source)]).stdout, "utf-8")
    return path


def _labels(path: Path, text: bool) -> str:
    """As `parley read`, without parsing sentences, which the labels of lines don't need."""
    from parley.reading import label_only
    from parley.record import Article
    from parley.sources import articles
    from parley.views.contract import reading_json

    found = [a for a in articles([path]) if isinstance(a, Article)]
    return "\n".join(
        json.dumps(reading_json(label_only(a), a.text if text else None), ensure_ascii=False) for a in found
    )


def _parley(*words: str) -> str:
    return _run([sys.executable, "-m", "parley", *words]).stdout


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1 or (
        done.returncode and not done.stdout
    ):  # 1 with output: an input was bad, the others were read
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done
