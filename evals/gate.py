"""The gate: measures each task and fails where a figure falls below its floor.

    python -m evals.gate [--all] [--raise] [TASK ...]

Floors stand in floors.json; --raise lifts them to the figures measured now and never lowers one. Examples lost and
gained against the last run on this machine are printed; they stay in build/evals, for their text is not ours.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.measure import Measured, measure
from evals.tasks import SHARED, TASKS, Task

FLOORS = Path(__file__).with_name("floors.json")
LAST = Path("build/evals")
SLACK = 0.0005  # figures are compared to three digits
LESS_IS_BETTER = ("merged", "over", "false", "pred", "flagged", "granularity")
SHOWN = 12


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    if not SHARED.is_dir():
        print(f"evals: skipped, the gold is not here ({SHARED}); set PARLEY_SHARED to its folder")
        return 0
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    chosen = [t for t in TASKS if (t.name in options.tasks if options.tasks else options.all or not t.slow)]
    failed = []
    for task in chosen:
        measured = measure(task)
        failed += _compare(task, measured, floors.get(task.name, {}))
        _tell_examples(task, measured)
        if options.lift:
            floors[task.name] = _lifted(measured, floors.get(task.name, {}))
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    for line in failed:
        print("BELOW ITS FLOOR", line)
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of: {', '.join(t.name for t in TASKS)}")
    parser.add_argument("--all", action="store_true", help="the slow ones too")
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to today's figures")
    return parser


def _compare(task: Task, measured: Measured, floors: dict[str, float]) -> list[str]:
    print(f"{task.name}  ({measured.command})")
    for row, figures in measured.rows.items():
        print(f"  {row:16} " + "  ".join(f"{k} {_shown(v)}" for k, v in figures.items()))
    found = {f"{row} {key}": v for row, figures in measured.rows.items() for key, v in figures.items()}
    return [
        f"{task.name} {name}: {_shown(found.get(name))} < {floor}"
        for name, floor in floors.items()
        if found.get(name) is None or found[name] < floor - SLACK
    ]


def _lifted(measured: Measured, floors: dict[str, float]) -> dict[str, float]:
    """Rates only: counts are not better for being larger."""
    lifted = dict(floors)
    for row, figures in measured.rows.items():
        for key, value in figures.items():
            if row != "extra" and isinstance(value, float) and key not in LESS_IS_BETTER and "false" not in key:
                name = f"{row} {key}"
                lifted[name] = max(floors.get(name, 0.0), int(value * 1000) / 1000)
    return lifted


def _tell_examples(task: Task, measured: Measured) -> None:
    last = LAST / f"{task.name}.json"
    if last.exists():
        before, now = set(json.loads(last.read_text("utf-8"))), set(measured.lost)
        for sign, lines in (("- lost now", now - before), ("+ gained", before - now)):
            for line in sorted(lines)[:SHOWN]:
                print(f"  {sign}: {line}")
            if len(lines) > SHOWN:
                print(f"  {sign}: {len(lines) - SHOWN} more")
    last.parent.mkdir(parents=True, exist_ok=True)
    last.write_text(json.dumps(measured.lost, ensure_ascii=False), "utf-8")
    last.with_suffix(".figures.json").write_text(json.dumps(measured.rows), "utf-8")


def _shown(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
