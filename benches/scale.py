"""The index of copies as a collection grows: sketch, postings on disk, candidates; made-up articles with planted copies.

python -m benches.scale [--sizes N ...] [--plot docs/scale.svg]

Words are drawn by Zipf's law; one article in a hundred holds another's words, whole or a passage of 110 words.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from benches.plot import plot
from parley.combine.copying.candidates import (
    LEAST_RUNS,
    MOST_RUNS,
    NEIGHBOURS,
    RUN_CAP,
    paired,
    sampled_runs,
)
from parley.text.words import Ids, mix

HISTORY = Path(__file__).with_name("scale.jsonl")
SIZES = (10_000, 100_000, 1_000_000)
LONG, BATCH, WORDS = 440, 10_000, 400_000  # words of an article; articles held at once; of the vocabulary
COPIED, PASSAGE = 100, 110  # one article in so many holds another's words; words of a passage

Planted = list[tuple[int, int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    rows = [measure(size) for size in options.sizes]
    with HISTORY.open("a", encoding="utf-8") as history:
        history.writelines(json.dumps(row) + "\n" for row in rows)
    for row in rows:
        print("  ".join(f"{k} {v}" for k, v in row.items()))
    if options.plot:
        options.plot.write_text(plot(rows), "utf-8")


def measure(size: int) -> dict[str, float | int]:
    """Processor seconds of sketching and of finding candidates, bytes on disk, memory, and planted copies found."""
    planted: Planted = []
    part = min(1.0, MOST_RUNS / (size * LONG))
    with TemporaryDirectory() as folder:
        path, sketching = Path(folder) / "runs", 0.0
        with path.open("wb") as postings:
            for first, words in batches(size, planted):
                start = time.process_time()
                owner = np.repeat(np.arange(first, first + len(words)), LONG)
                sampled_runs(words.ravel(), owner, part).tofile(postings)
                sketching += time.process_time() - start
        start = time.process_time()
        pairs = set(paired(np.fromfile(path, np.uint64), RUN_CAP, NEIGHBOURS, LEAST_RUNS))
        finding = time.process_time() - start
        disk = path.stat().st_size
    return {
        "articles": size, "words_to_index": round(size / (sketching + finding)), "disk_mb": round(disk / 1e6),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "pairs": len(pairs),
        "found": round(sum(p in pairs for p in planted) / max(len(planted), 1), 3),
    }  # fmt: skip


def batches(size: int, planted: Planted) -> Iterator[tuple[int, Ids]]:
    """The words of articles, BATCH at a time, with the number of the first; who holds whose words goes to `planted`."""
    random = np.random.default_rng(7)
    chances = np.cumsum(1 / np.arange(10, WORDS + 10))
    known = mix(np.arange(1, WORDS + 1, dtype=np.uint64))
    for first in range(0, size, BATCH):
        drawn = random.random((min(BATCH, size - first), LONG), np.float32) * np.float32(chances[-1] * 0.999999)
        words = known[np.searchsorted(chances, drawn)]
        for n in range(COPIED, len(words), COPIED):
            length = LONG if n % (2 * COPIED) else PASSAGE
            giver = int(random.integers(n))
            words[n, :length] = words[giver, :length]
            planted.append((first + giver, first + n))
        yield first, words


if __name__ == "__main__":
    main()
