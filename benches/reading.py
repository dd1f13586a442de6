"""Cost of reading, as articles grow longer: milliseconds of one core, in one thread, for each step, in full and fast.

python -m benches.reading [--lines N ...] [--articles N] [--note WORDS]
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import json
import random
import re
import resource
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import resources

from benches.__main__ import HISTORY, T, commit, machine, timed
from parley.engine.local import seldom_collected
from parley.record import Article

LINES = (20, 80, 320)  # paragraphs of an article; 20 are 600 words
SENTENCES = 2  # of a paragraph: 30 words, where PolNeAR's have 36
ARTICLES = 10
SENTENCE_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, nargs="+", default=LINES)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    for fast in (True, False):
        measure([article(0, 20)], fast)  # loads the models
    for lines in options.lines:
        for fast in (False, True):
            # others for each: a parse is remembered
            first = lines * 1000 + fast * options.articles
            figures = measure([article(first + n, lines) for n in range(options.articles)], fast)
            row = {"at": datetime.now(UTC).isoformat(timespec="minutes"), "commit": commit(), **machine(), **figures}
            with HISTORY.open("a", encoding="utf-8") as history:
                history.write(json.dumps({**row, "note": options.note}) + "\n")
            print("  ".join(f"{k} {v}" for k, v in figures.items()))


def measure(articles: list[Article], fast: bool) -> dict[str, float | int]:
    """Milliseconds an article of each step, and articles a second."""
    spent: dict[str, float] = defaultdict(float)
    with seldom_collected():  # as a build reads
        for one in articles:
            for step, seconds in steps(one, fast).items():
                spent[step] += seconds
    total = sum(spent.values())
    return {
        "reading": len(articles), "fast": fast, "words": sum(len(a.text.split()) for a in articles) // len(articles),
        **{f"{step}_ms": round(1000 * s / len(articles), 1) for step, s in spent.items()},
        "read_a_second": round(len(articles) / total, 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def steps(one: Article, fast: bool) -> dict[str, float]:
    """Seconds of each step of `parley.reading`; every line counts as body, so that nothing is left out."""
    from parley.reading import label_only
    from parley.reading.actors import find_cast
    from parley.reading.figures import find_figures
    from parley.reading.measures import find_measures
    from parley.reading.meetings import find_meetings
    from parley.reading.prose import plain
    from parley.reading.quotes import find_quotes
    from parley.reading.quoting import fast as fast_quotes
    from parley.reading.stances import find_stances
    from parley.reading.times import find_times

    spent: dict[str, float] = {}

    def step(name: str, do: Callable[[], T]) -> T:
        result, spent[name] = timed(do)
        return result

    step("label", lambda: label_only(one))
    prose = plain(one.text, one.id, one.published)
    if fast:
        names = step("cast", lambda: find_cast(prose, parsed=False))
        step("times", lambda: find_times(prose))
        step("quotes", lambda: fast_quotes.find_quotes(prose, names))
        return spent
    step("parse", lambda: prose.doc)
    cast = step("cast", lambda: find_cast(prose))
    times = step("times", lambda: find_times(prose))
    quotes = step("quotes", lambda: find_quotes(prose, cast))
    step("figures", lambda: find_figures(prose, cast, times))
    step("stances", lambda: find_stances(prose, cast, quotes))
    step("meetings", lambda: find_meetings(prose, cast, times))
    step("measures", lambda: find_measures(prose, cast))
    return spent


def article(seed: int, lines: int) -> Article:
    """Sentences of the demo's articles in another order, some words exchanged: the same every time."""
    found = sentences()
    words = sorted({w for s in found for w in s.split() if w.isalpha() and w.islower() and len(w) > 5})
    drawn = random.Random(seed)
    told = [" ".join(drawn.choice(words) if w in words and drawn.random() < 0.1 else w for w in s.split())
            for s in drawn.choices(found, k=lines * SENTENCES)]  # fmt: skip
    paragraphs = [" ".join(told[n : n + SENTENCES]) for n in range(0, len(told), SENTENCES)]
    return Article(f"{seed:04}", "\n".join(paragraphs), outlet="bench.example", published="2024-05-03")


def sentences() -> list[str]:
    """The sentences of the demo's articles, in order."""
    files = sorted((resources.files("parley.demo") / "articles").iterdir(), key=lambda f: f.name)
    parts = (p for f in files for line in f.read_text(encoding="utf-8").splitlines() for p in SENTENCE_END.split(line))
    return [p for p in parts if len(p) > 30]


if __name__ == "__main__":
    main()
