"""What grows with a collection: copies from words and from text, alignments, and the step that finds an article's story.

python -m benches.scale [--sizes N ...] [--plot docs/scale.svg]

Articles are made from real text with planted copies and events (benches/collection.py). Figures are of one core, in
processor time; each size and step runs in a process of its own, so that its memory is its own. Reading is not measured
here: a text's lines count as read.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from benches.collection import LONG, Planted, batches, told, written
from benches.plot import plot
from parley.combine.copying.candidates import (
    LEAST_RUNS,
    MOST_RUNS,
    NEIGHBOURS,
    RUN_CAP,
    candidate_pairs,
    paired,
    sampled_runs,
)
from parley.combine.copying.compare import compare
from parley.combine.copying.couples import rare_couples
from parley.combine.copying.telling import SEED, tell
from parley.combine.grouping.clusters import clusters
from parley.combine.grouping.likeness import Bags, Index, bags
from parley.combine.stories import SAME_EVENT
from parley.learn.news_words import load
from parley.text.align import Aligner

HISTORY = Path(__file__).with_name("scale.jsonl")
SIZES = (10_000, 100_000, 1_000_000)
SAMPLE = 3000  # articles whose texts are told, and articles that are new to the index of stories
WHOLE = 100_000  # articles: beyond, rare couples take more memory than a laptop has
ALIGNED = 10_000  # articles whose pairs are aligned
TRIES = 3  # the best of so many: others use the machine too

T = TypeVar("T")
Row = dict[str, float | int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(STEPS[options.step](options.sizes[0])))
        return
    rows = [measure(size) for size in options.sizes]
    if options.plot:
        options.plot.write_text(plot(rows), "utf-8")


def measure(size: int) -> Row:
    """All steps at one size, each in a process of its own; kept in the history."""
    row: Row = {"articles": size}
    for step in STEPS:
        told = [sys.executable, "-m", "benches.scale", "--step", step, "--sizes", str(size)]
        row |= json.loads(subprocess.run(told, check=True, capture_output=True, text=True).stdout)
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps(row) + "\n")
    print("  ".join(f"{k} {v}" for k, v in row.items()), flush=True)
    return row


def index_of_runs(size: int) -> Row:
    """From words to candidates by runs of words: sketch, postings on disk, and pairs."""
    planted: Planted = []
    part = min(1.0, MOST_RUNS / (size * LONG))
    with TemporaryDirectory() as folder:
        path, sketching = Path(folder) / "runs", 0.0
        with path.open("wb") as postings:
            for batch in batches(size, planted, []):
                owner = np.repeat(np.arange(batch.first, batch.first + len(batch.ids)), LONG)
                runs, spent = timed(partial(sampled_runs, batch.ids.ravel(), owner, part), 1)
                runs.tofile(postings)
                sketching += spent
        pairs, finding = timed(lambda: set(paired(np.fromfile(path, np.uint64), RUN_CAP, NEIGHBOURS, LEAST_RUNS)), 1)
        disk = path.stat().st_size
    found = sum(p in pairs for p in planted) / max(len(planted), 1)
    return {
        "words_to_index": round(size / (sketching + finding)), "disk_mb": round(disk / 1e6),
        "index_mib": peak(), "pairs": len(pairs), "found": round(found, 3),
    }  # fmt: skip


def whole_step(size: int) -> Row:
    """From words, and from texts, to all candidates (runs and rare couples); and the alignment of these."""
    if size > WHOLE:
        return {}
    tellings = [t for batch in batches(size, [], []) for t in told(batch)]
    couples, coupling = timed(lambda: rare_couples(tellings), 1)
    pairs, finding = timed(lambda: candidate_pairs(tellings, couples), 1)
    texts = written(next(iter(batches(SAMPLE, [], []))))
    _, telling = timed(lambda: [tell(*text) for text in texts])
    pairs = [p for p in pairs if max(p) < ALIGNED]
    used = tellings[:ALIGNED]
    aligner, seeding = timed(lambda: Aligner.of([t.words.ids for t in used], SEED))
    _, aligning = timed(
        lambda: [compare(used[i], used[j], r) for (i, j), r in zip(pairs, aligner.runs(pairs), strict=True)]
    )
    each = (coupling + finding) / size
    return {
        "words_to_pairs": round(1 / each), "raw_to_pairs": round(1 / (each + telling / len(texts))),
        "seeded": round(len(used) / seeding), "aligned": round(len(pairs) / aligning), "whole_mib": peak(),
    }  # fmt: skip


def story_step(size: int) -> Row:
    """The last articles of a collection are looked up in the index of all of it and joined to what they are like."""
    events: Planted = []

    def read() -> Iterator[list[Bags]]:
        for batch in batches(size, [], []):
            yield [bags(t, "") for t in told(batch)]

    index, filling = timed(lambda: Index.of(read, load()), 1)
    held = peak()
    for batch in batches(size, [], events):
        new = told(batch)[-SAMPLE:]
        first = batch.first + len(batch.ids) - len(new)
    found, stepping = timed(lambda: _joined(index, first, [bags(t, "") for t in new]))
    planted = [pair for pair in events if pair[0] >= first]
    met = sum(found[a] == found[b] for a, b in planted)
    return {
        "stories_filled": round(size / filling), "story_step": round(len(new) / stepping),
        "stories_mib": held, "events_found": round(met / max(len(planted), 1), 3),
    }  # fmt: skip


def _joined(index: Index, first: int, new: list[Bags]) -> dict[int, int]:
    """The group of each new article and of each article that one is like."""
    alike: dict[tuple[int, int], float] = {}
    for n, one in enumerate(new, first):
        near, likeness = index.near(one)
        alike |= {(min(n, m), max(n, m)): v for m, v in zip(near.tolist(), likeness.tolist(), strict=True) if m != n}
    known = sorted({n for pair in alike for n in pair} | set(range(first, first + len(new))))
    place = {n: k for k, n in enumerate(known)}
    groups = clusters(len(known), {(place[a], place[b]): v for (a, b), v in alike.items()}, SAME_EVENT)
    return {known[k]: g for g, members in enumerate(groups) for k in members}


STEPS: dict[str, Callable[[int], Row]] = {"runs": index_of_runs, "whole": whole_step, "stories": story_step}


def timed(step: Callable[[], T], tries: int = TRIES) -> tuple[T, float]:
    """What a step makes, and the least processor time that it took."""
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        made = step()
        best = min(best, time.process_time() - start)
    return made, max(best, 1e-9)


def peak() -> int:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
