"""Measures each step at growing sizes on one core and appends the figures to benches/history.jsonl.

python -m benches [--sizes N ...] [--note WORDS]
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

T = TypeVar("T")
HISTORY = Path(__file__).with_name("history.jsonl")
SIZES = (1_000, 10_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    for size in options.sizes:
        figures = measure(size)
        row = {"at": datetime.now(UTC).isoformat(timespec="minutes"), "commit": commit(), **machine(), **figures}
        with HISTORY.open("a", encoding="utf-8") as history:
            history.write(json.dumps({**row, "note": options.note}) + "\n")
        print("  ".join(f"{k} {v}" for k, v in figures.items()))


def measure(size: int) -> dict[str, float | int]:
    """Articles (or pairs) a second of each step, and the most memory that the process held so far."""
    from benches.articles import articles, reading
    from parley.combine.copies import find_copies
    from parley.combine.copying.candidates import candidate_pairs
    from parley.combine.copying.compare import aligned
    from parley.combine.copying.couples import rare_couples
    from parley.combine.copying.telling import tell
    from parley.combine.origins import find_origins
    from parley.combine.stories import group_stories

    found = list(articles(size))
    readings = list(map(reading, found))
    tellings, telling = timed(lambda: list(map(tell, found, readings)))
    couples, coupling = timed(lambda: rare_couples(tellings))
    pairs, indexing = timed(lambda: candidate_pairs(tellings, couples))
    _, aligning = timed(lambda: list(aligned(tellings, pairs)))
    copies, copying = timed(lambda: find_copies(found, readings))
    stories, grouping = timed(lambda: group_stories(found, readings, copies))
    _, tracing = timed(lambda: find_origins(readings, copies))
    return {
        "articles": size, "raw_to_index": round(size / (telling + coupling + indexing)),
        "words_to_index": round(size / (coupling + indexing)), "pairs": len(pairs), "aligned": round(len(pairs) / aligning),
        "copies": len(copies), "copies_step": round(size / copying), "stories": len(stories),
        "stories_step": round(size / grouping), "origins_step": round(size / tracing),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def timed(step: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    result = step()
    return result, max(time.process_time() - start, 1e-9)


def machine() -> dict[str, str]:
    return {"python": platform.python_version(), "cpu": platform.processor() or platform.machine()}


def commit() -> str:
    git = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    main()
