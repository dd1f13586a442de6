"""Counts in how many news articles each word stands: the background against which a story's words are rare.

python -m training.news_words GOLD_FOLDER --out src/parley/learn/news_words_model/spread.json
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from parley.text.words import STOP_WORDS, fold

SETS = ("stories/ecbplus.train.jsonl.gz", "quotes/polnear.train.jsonl.gz")
OUT = Path(__file__).resolve().parents[1] / "src" / "parley" / "learn" / "news_words_model" / "spread.json"
LEAST = 3  # articles that a word stands in, to be listed
WORD = re.compile(r"[^\W_]+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    spread: Counter[str] = Counter()
    articles = 0
    for text in (t for name in SETS[: 1 if options.clean else 2] for t in texts(options.gold / name)):
        articles += 1
        spread.update({fold(w) for w in WORD.findall(text)} - STOP_WORDS)
    kept = {w: n for w, n in sorted(spread.items()) if n >= LEAST and w.isascii()}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps({"articles": articles, "words": kept}, separators=(",", ":")) + "\n", "utf-8")


def texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


if __name__ == "__main__":
    main()
