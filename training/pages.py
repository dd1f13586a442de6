"""Trains the model of page lines (in the article or not) on the training part of the pages: words, trees on what a line
looks like, and trees on what those say of the lines around it.

    python -m training.pages GOLD_FOLDER

GOLD_FOLDER holds pages.train.jsonl.gz. Writes src/parley/learn/lines_model/pages.npz; see its CARD.md. A line is in the
article where the gold's text holds it.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

import lightgbm
import numpy as np

from parley.learn.lines import SLOTS
from parley.reading.labelling.alignment import held
from parley.reading.labelling.extraction import extracted
from parley.reading.labelling.page_context import page_context
from parley.reading.labelling.page_features import bags, lines_of, page_features
from parley.reading.labelling.rules import rule_kinds
from parley.reading.lines import Line
from parley.text.markup import ShownLine, parse, shown_lines
from training.lines import FOLDS, OUT, as_arrays, fit_words, matrix_of, out_of_fold

ROUNDS, AGAIN_ROUNDS = 220, 150
TREES = {"objective": "binary", "num_leaves": 31, "max_depth": 7, "learning_rate": 0.05, "min_data_in_leaf": 40, "max_bin": 63,
         "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
         "verbose": -1, "num_threads": 2, "seed": 7, "deterministic": True}  # fmt: skip


@dataclass
class Page:
    lines: list[Line]
    places: list[ShownLine]
    taken: list[bool]
    labels: np.ndarray
    fold: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    np.savez_compressed(OUT / "pages.npz", **train(list(read_pages(options.gold / "pages.train.jsonl.gz"))))


def read_pages(gold: Path) -> Iterator[Page]:
    for row in map(json.loads, gzip.decompress(gold.read_bytes()).splitlines()):
        tree = parse(row["html"])
        lines, places = lines_of(list(shown_lines(tree))) if tree is not None else ([], [])
        if lines:
            texts = [line.text for line in lines]
            taken = held(texts, extracted(row["html"]))
            fold = crc32((urlsplit(row["url"] or row["id"]).hostname or "").encode()) % FOLDS
            yield Page(lines, places, taken, np.array(held(texts, row["text"]), int), fold)


def train(pages: Sequence[Page]) -> dict[str, np.ndarray]:
    told = np.concatenate([p.labels for p in pages])
    fold = np.concatenate([np.full(len(p.lines), p.fold) for p in pages])
    weight = np.concatenate([weights(p) for p in pages])
    words = matrix_of([bag for p in pages for bag in bags(p.lines, p.places)], SLOTS)
    wording = out_of_fold(lambda a, b: fit_words(words[a], told[a], weight[a]).decision_function(words[b]), fold)
    ends = np.cumsum([len(p.lines) for p in pages])
    rows = np.concatenate([
        page_features(p.lines, p.places, rule_kinds(p.lines, None), wording[to - len(p.lines) : to].astype(np.float32), [p.taken])
        for p, to in zip(pages, ends, strict=True)
    ])  # fmt: skip
    margin = out_of_fold(lambda a, b: fit(rows[a], told[a], weight[a]).predict(rows[b], raw_score=True), fold)
    again = np.concatenate([
        page_context(p.lines, p.places, margin[to - len(p.lines) : to].tolist(), p.taken) for p, to in zip(pages, ends, strict=True)
    ])  # fmt: skip
    model = fit_words(words, told, weight)
    second = as_arrays(fit(again, told, weight, AGAIN_ROUNDS))
    arrays = {"words": model.coef_[0].astype(np.float16), "bias": model.intercept_[0]}
    return arrays | as_arrays(fit(rows, told, weight)) | {f"again_{key}": value for key, value in second.items()}


def fit(rows: np.ndarray, told: np.ndarray, weight: np.ndarray, rounds: int = ROUNDS) -> lightgbm.Booster:
    return lightgbm.train(TREES, lightgbm.Dataset(rows, told, weight=weight), num_boost_round=rounds)


def weights(page: Page) -> np.ndarray:
    """Every page counts alike, and every line by its letters: the figures that count are means over pages."""
    letters = np.array([len(line.text) for line in page.lines], float) + 10
    return letters / max(1000.0, float(letters @ page.labels)) * 60


if __name__ == "__main__":
    main()
