"""The rooms of the house: who may import whom, and what a start costs."""

import subprocess
import sys

HEAVY = {"spacy", "numpy", "onnxruntime", "torch", "jinja2", "starlette", "lxml", "rich"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)


def test_import_contracts_hold() -> None:
    done = run("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")
    assert done.returncode == 0, done.stdout + done.stderr


def loaded_by(statement: str) -> set[str]:
    done = run("-c", f"import sys\n{statement}\nprint(*{{m.split('.')[0] for m in sys.modules}})")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_nouns_need_the_standard_library_only() -> None:
    assert not loaded_by("import parley.record") & HEAVY


def test_help_and_usage_load_no_model() -> None:
    assert not loaded_by("from parley.views.cli.parser import make_parser; make_parser()") & HEAVY


def test_torch_is_never_imported_by_the_package() -> None:
    assert "torch" not in loaded_by("import parley.build, parley.views.cli, parley.views.web")
