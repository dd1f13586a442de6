"""Trains the model of lines (in the article or not) on the training part of the page lines.

    python -m training.lines GOLD_FOLDER [--report]

GOLD_FOLDER holds lines.{full,resid}.train.jsonl.gz. Writes src/parley/learn/lines_model/lines.npz; see its CARD.md.
With --report it also says how well the trees do on domains that they did not see. The page's `link` column is never read.
"""

import argparse
import gzip
import json
import random
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import SGDClassifier

from parley.learn.lines import SLOTS, slots
from parley.learn.surroundings import BESIDE, SHARE
from parley.reading.labelling.bags import bags_of
from parley.reading.labelling.rules import rule_kinds
from parley.reading.labelling.text_context import text_context
from parley.reading.labelling.text_features import headings, text_features
from parley.reading.lines import Line, openings, split_lines

OUT = Path(__file__).resolve().parents[1] / "src" / "parley" / "learn" / "lines_model"
FOLDS = 5
ROUNDS = 100
CUT = 0.5  # of the pages are trained on without their ends too
GRAFTED, SHORTEST_TAIL = 0.5, 10  # and with another's end; lines
SEEDS = (7, 8)  # the mean of two forests is steadier than one
# where other domains teach to keep this share of the article's own letters, and so many, beside it, the gold ends early
# (a list of teams of which it holds the first): what it leaves out of these is not trained on
ENDS_EARLY, MANY = 0.8, 2000
TREES = {"objective": "binary", "num_leaves": 31, "max_depth": 7, "learning_rate": 0.1, "min_data_in_leaf": 60, "max_bin": 63,
         "feature_fraction": 0.25, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
         "verbose": -1, "num_threads": 2, "deterministic": True}  # fmt: skip


@dataclass
class Page:
    """The lines of one page: labels, and the fold of its domain."""

    lines: list[Line]
    labels: np.ndarray
    domain: str
    kind: str
    weight: float = 1.0

    @property
    def fold(self) -> int:
        return fold_of(self.domain)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    arrays = train(list(read_pages(options.gold)), options.report)
    options.out.mkdir(exist_ok=True)
    np.savez_compressed(options.out / "lines.npz", **arrays)


def read_pages(gold: Path) -> Iterator[Page]:
    """Every page in full and half-cleaned, and its article alone: clean, hard-wrapped, a sentence a line."""
    order = random.Random(7)
    for part in ("full", "resid"):
        rows = [
            json.loads(line)
            for line in gzip.decompress((gold / f"lines.{part}.train.jsonl.gz").read_bytes()).splitlines()
        ]
        tails = list(filter(None, map(tail_of, rows)))
        for row in rows:
            yield page_of(row["lines"], row["labels"], row["domain"], part)
            if part == "resid":
                yield from alone(row, order)
                continue
            if order.random() < CUT:
                yield cut(row, order)
            if order.random() < GRAFTED:
                yield from grafted(row, tails, order)


def tail_of(row: dict) -> tuple[str, list[str]] | None:
    """The domain and what stands below its article, where the first line of that is no more of it."""
    below = row["lines"][len(row["labels"]) - row["labels"][::-1].index(1) :] if 1 in row["labels"] else []
    if len(below) < SHORTEST_TAIL or any(line.paragraph for line in split_lines(below[0])):
        return None
    return row["domain"], below


def grafted(row: dict, tails: Sequence[tuple[str, list[str]]], order: random.Random) -> Iterator[Page]:
    """The page with another's tail under its article: comments, teasers, an imprint. Both are of one fold."""
    fold = fold_of(row["domain"])
    below = order.choice([lines for domain, lines in tails if fold_of(domain) == fold and domain != row["domain"]])
    if 1 in row["labels"]:
        end = len(row["labels"]) - row["labels"][::-1].index(1)
        yield page_of(row["lines"][:end] + below, row["labels"][:end] + [0] * len(below), row["domain"], "graft", 0.5)


def fold_of(domain: str) -> int:
    return crc32(domain.encode()) % FOLDS


def cut(row: dict, order: random.Random) -> Page:
    """The page without most of what stands above and below its article, as somebody copied it."""
    labels = row["labels"]
    first = labels.index(1) if 1 in labels else 0
    last = len(labels) - labels[::-1].index(1) if 1 in labels else len(labels)
    start, end = max(0, first - order.randrange(12)), last + order.randrange(40)
    return page_of(row["lines"][start:end], labels[start:end], row["domain"], "cut", 0.5)


def alone(row: dict, order: random.Random) -> Iterator[Page]:
    kept = [line for line, label in zip(row["lines"], row["labels"], strict=True) if label]
    if len(kept) < 3 or row["cov"] < 0.95:
        return
    match order.randrange(4):
        case 0:
            lines = kept
        case 1:
            width = order.choice((60, 72, 80))
            lines = [part for line in kept for part in textwrap.wrap(line, width)]
        case 2:
            lines = [s for line in kept for s in line.replace("? ", "?\n").replace(". ", ".\n").split("\n")]
        case _:
            return
    yield page_of(lines, [1] * len(lines), row["domain"], "alone", 0.5)


def page_of(lines: Sequence[str], labels: Sequence[int], domain: str, kind: str, weight: float = 1.0) -> Page:
    found = split_lines("\n".join(lines))
    ends = np.cumsum([len(line) + 1 for line in lines])
    told = [labels[int(np.searchsorted(ends, line.start, side="right"))] for line in found]
    return Page(found, np.array(told), domain, kind, weight)


def train(pages: list[Page], measured: bool = False) -> dict[str, np.ndarray]:
    """Words, then trees, which are trained on what the words say of pages that they were not trained on."""
    pages = [p for p in pages if p.lines]
    told = np.concatenate([p.labels for p in pages])
    fold = np.concatenate([np.full(len(p.lines), p.fold) for p in pages])
    letters = np.concatenate([[len(line.text) for line in p.lines] for p in pages])
    weight = np.concatenate([np.full(len(p.lines), p.weight) for p in pages]) * np.clip(np.sqrt(letters) / 8, 0.5, 3)
    bags = matrix_of(slots(openings(line for p in pages for line in p.lines)), SLOTS)
    around = surrounded(pages, bags)
    wording, context = (out_of_fold(words_of(x, told, weight), fold) for x in (bags, around))
    rows = in_pages(
        pages,
        lambda p, w, c: text_features(p.lines, rule_kinds(p.lines, None), w, c, bags_of(p.lines)),
        wording,
        context,
    )
    every = np.full(len(told), True)
    sound = soundly_told(pages, out_of_fold(trees_of(rows, told, weight, every), fold), told, letters)
    margin = out_of_fold(trees_of(rows, told, weight, sound), fold)
    again = in_pages(pages, lambda p, m: text_context(p.lines, m, bags_of(p.lines)), margin)
    if measured:
        report(pages, (margin + out_of_fold(trees_of(again, told, weight, sound), fold)) / 2)
    own, beside = fit_words(bags, told, weight), fit_words(around, told, weight)
    arrays = {"words": own.coef_[0].astype(np.float16), "bias": own.intercept_[0]}
    arrays |= {"around": beside.coef_[0].reshape(-1, SLOTS).T.astype(np.float16), "around_bias": beside.intercept_[0]}
    first, second = (
        as_arrays(*(fit_trees(x[sound], told[sound], weight[sound], seed) for seed in SEEDS)) for x in (rows, again)
    )
    return arrays | first | {f"again_{key}": value for key, value in second.items()}


def trees_of(rows: np.ndarray, told: np.ndarray, weight: np.ndarray, sound: np.ndarray):
    def predict(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        a = a[sound[a]]
        return fit_trees(rows[a], told[a], weight[a]).predict(rows[b], raw_score=True)

    return predict


def soundly_told(pages: Sequence[Page], margin: np.ndarray, told: np.ndarray, letters: np.ndarray) -> np.ndarray:
    """Which lines are trained on: all but those left out of golds that end early."""
    beside = (margin > 0) & (told == 0)
    early = in_pages(
        pages,
        lambda p, b, n: np.full(len(p.lines), b @ n > max(MANY, ENDS_EARLY * (p.labels @ n))),
        beside.astype(int),
        letters,
    )
    return ~(beside & early)


def words_of(bags: csr_matrix, told: np.ndarray, weight: np.ndarray):
    return lambda a, b: fit_words(bags[a], told[a], weight[a]).decision_function(bags[b])


def surrounded(pages: Sequence[Page], bags: csr_matrix) -> csr_matrix:
    """Each line's words beside those of its neighbours and of its heading."""
    size = bags.shape[0]
    sizes = np.array([len(p.lines) for p in pages])
    first = np.repeat(np.cumsum(sizes) - sizes, sizes)
    last = np.repeat(np.cumsum(sizes), sizes)
    heads = in_pages(pages, lambda p: headings(p.lines))
    places = [np.where((at >= first) & (at < last), at, -1) for at in (np.arange(size) + by for by in BESIDE)]
    places.append(np.where(heads >= 0, heads + first, -1))
    moved = [SHARE * diags((at >= 0).astype(np.float32)) @ bags[np.maximum(at, 0)] for at in places]
    return hstack([bags, *moved]).tocsr()


def matrix_of(of_lines: Sequence[Sequence[int]], size: int) -> csr_matrix:
    """One row a line: its slots, scaled by the root of their number."""
    lengths = np.array([len(s) for s in of_lines])
    flat = np.fromiter((n for s in of_lines for n in s), np.int32, int(lengths.sum()))
    values = np.repeat(1 / np.sqrt(lengths), lengths)
    return csr_matrix((values, flat, np.concatenate([[0], np.cumsum(lengths)])), shape=(len(of_lines), size))


def fit_words(bags: csr_matrix, told: np.ndarray, weight: np.ndarray) -> SGDClassifier:
    model = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=8, tol=None, average=True, random_state=7)
    return model.fit(bags, told, sample_weight=weight)


def fit_trees(rows: np.ndarray, told: np.ndarray, weight: np.ndarray, seed: int = SEEDS[0]) -> lightgbm.Booster:
    return lightgbm.train(TREES | {"seed": seed}, lightgbm.Dataset(rows, told, weight=weight), num_boost_round=ROUNDS)


def out_of_fold(predict, fold: np.ndarray) -> np.ndarray:
    """What `predict(rows to learn from, rows to predict)` says of each fold, learned from the others."""
    found = np.zeros(len(fold), np.float32)
    for n in range(FOLDS):
        if (fold == n).any():
            found[fold == n] = predict(np.flatnonzero(fold != n), np.flatnonzero(fold == n))
    return found


def in_pages(pages: Iterable[Page], make, *columns: np.ndarray) -> np.ndarray:
    found, at = [], 0
    for page in pages:
        to = at + len(page.lines)
        found.append(make(page, *(c[at:to] for c in columns)))
        at = to
    return np.concatenate(found)


def report(pages: Sequence[Page], margin: np.ndarray) -> None:
    """Line and letter F1 of pages whose domain the trees did not see."""
    at = 0
    tally: dict[str, np.ndarray] = {}
    for page in pages:
        to = at + len(page.lines)
        kept, letters = margin[at:to] > 0, np.array([len(line.text) for line in page.lines])
        gold = page.labels > 0
        counts = [x for w in (np.ones(len(gold)), letters) for x in ((kept & gold) @ w, kept @ w, gold @ w)]
        tally[page.kind] = tally.get(page.kind, 0) + np.array(counts, float)
        at = to
    for kind, t in tally.items():
        print(f"{kind:6} line F1 {2 * t[0] / (t[1] + t[2]):.4f}  char F1 {2 * t[3] / (t[4] + t[5]):.4f}", flush=True)


def as_arrays(*boosters: lightgbm.Booster) -> dict[str, np.ndarray]:
    """The trees as arrays (tree x node), leaves pointing at themselves; of several forests, their mean."""
    told = [t["tree_structure"] for booster in boosters for t in booster.dump_model()["tree_info"]]
    trees = [flatten(tree) for tree in told]
    size = max(len(t) for t in trees)
    table = np.zeros((5, len(trees), size))
    for n, tree in enumerate(trees):
        table[:, n, : len(tree)] = np.array(tree).T
    kinds = {"feature": np.int16, "threshold": np.float32, "left": np.int16, "right": np.int16, "value": np.float32}
    arrays = {key: table[k].astype(kind) for k, (key, kind) in enumerate(kinds.items())}
    arrays["value"] /= len(boosters)
    depth = max(depth_of(tree) for tree in told)
    return arrays | {"depth": np.array(depth)}


def flatten(root: dict) -> list[tuple[float, float, int, int, float]]:
    """(feature, threshold, left, right, value) of each node; the root is node 0."""
    nodes: list[tuple[float, float, int, int, float]] = []

    def add(node: dict) -> int:
        at = len(nodes)
        if "leaf_value" in node:
            nodes.append((0, 0.0, at, at, node["leaf_value"]))
            return at
        nodes.append((0, 0.0, 0, 0, 0.0))
        left, right = add(node["left_child"]), add(node["right_child"])
        nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    add(root)
    return nodes


def depth_of(node: dict) -> int:
    return 0 if "leaf_value" in node else 1 + max(depth_of(node["left_child"]), depth_of(node["right_child"]))


if __name__ == "__main__":
    main()
