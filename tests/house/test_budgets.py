"""Size budgets: small functions, small files, a small package, no pickles."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "parley"
SOURCES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN = {"utils", "helpers", "common", "manager", "processor", "handler", "data", "info", "item", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 80
PACKAGE_MIB = 64


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


LENGTHS = dict(entry for path in SOURCES for entry in functions(path))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_name_says_what_is_inside(path: Path) -> None:
    assert path.stem not in FORBIDDEN


def test_functions_are_short() -> None:
    lengths = list(LENGTHS.values())
    assert median(lengths) <= 10
    assert quantiles(lengths, n=20)[-1] <= 40
    assert {name: n for name, n in LENGTHS.items() if n > LONGEST_FUNCTION} == {}


def test_the_package_stays_small() -> None:
    size = sum(p.stat().st_size for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    assert size < PACKAGE_MIB * 2**20


def test_weights_are_never_pickles() -> None:
    assert [p for p in PACKAGE.rglob("*") if p.suffix in (".pkl", ".pickle", ".joblib", ".pt", ".pth")] == []


def test_every_folder_of_weights_has_a_card() -> None:
    weights = {p.parent for p in PACKAGE.rglob("*") if p.suffix in (".onnx", ".npz")}
    assert [w for w in sorted(weights) if not any(w.glob("*CARD*.md"))] == []
