"""Learns the PLOVER second opinion from sentences whose source and target are marked.

python -m training.plover GOLD.tsv OUT.npz          writes the model
python -m training.plover GOLD.tsv --folds          prints the five-fold macro F1, each fold from its own words and weights
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from parley.learn import plover
from parley.learn.plover import Pair, Place, Seen
from parley.learn.syntax import parse

COMMON = 2  # sentences that a feature must stand in
COMMON_LETTERS = 3
STRENGTH = 10.0  # of the regression: the inverse of how much weights are held down; 3 to 30 give the same
FOLDS = 5
SEEDS = (0, 1, 2)


@dataclass(frozen=True)
class Example:
    seen: Seen
    vectors: plover.Floats
    root: str


def examples(gold: Path) -> list[Example]:
    with gold.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [example(row["marked_sentence"], row["gold_root"]) for row in rows]


def example(marked: str, root: str) -> Example:
    text, places = unmarked(marked)
    doc = parse(text, (0,))
    seen = plover.see(Pair(doc[:], places.get("s"), places.get("t")))
    return Example(seen, plover.vectors(seen), root)


def unmarked(marked: str) -> tuple[str, dict[str, Place]]:
    """The sentence, and the first place marked <s> and <t>, without blanks at its ends."""
    text, places, opened = "", dict[str, Place](), 0
    for part in re.split(r"(</?[st]>)", marked):
        if part in ("<s>", "<t>"):
            opened = len(text)
        elif part in ("</s>", "</t>"):
            told = text[opened:]
            first = opened + len(told) - len(told.lstrip())
            places.setdefault(part[2], (first, opened + len(told.rstrip())))
        else:
            text += part
    return text, places


@dataclass(frozen=True)
class Features:
    """The keys of one kind of feature, in order, and how rare each is."""

    keys: np.ndarray
    rarity: np.ndarray

    def matrix(self, counts: Sequence[Counter[str]]) -> csr_matrix:
        rows, columns, values = [], [], []
        for n, told in enumerate(counts):
            at, weights = plover.weighed(told, self.keys, self.rarity)
            rows += [n] * len(at)
            columns += at
            values += weights
        return csr_matrix((values, (rows, columns)), shape=(len(counts), len(self.keys)), dtype=np.float32)


def features(counts: Sequence[Counter[str]], common: int) -> Features:
    spread = Counter(plover.key(f) for told in counts for f in told)
    keys = np.array(sorted(k for k, n in spread.items() if n >= common), np.uint32)
    rarity = [1 + np.log((1 + len(counts)) / (1 + spread[int(k)])) for k in keys]
    return Features(keys, np.array(rarity, np.float16))


@dataclass(frozen=True)
class Model:
    words: Features
    letters: Features
    plain: LogisticRegression  # words and letters alone
    whole: LogisticRegression  # with the vectors


def learn(told: Sequence[Example]) -> Model:
    words = features([plover.word_counts(e.seen) for e in told], COMMON)
    letters = features([plover.letter_counts(e.seen) for e in told], COMMON_LETTERS)
    roots = [e.root for e in told]
    made = [
        LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=500).fit(x, roots)
        for x in (sparse(told, words, letters), dense(told, words, letters))
    ]
    return Model(words, letters, *made)


def sparse(told: Sequence[Example], words: Features, letters: Features) -> csr_matrix:
    parts = [
        words.matrix([plover.word_counts(e.seen) for e in told]),
        letters.matrix([plover.letter_counts(e.seen) for e in told]),
    ]
    return hstack(parts).tocsr()


def dense(told: Sequence[Example], words: Features, letters: Features) -> csr_matrix:
    return hstack([sparse(told, words, letters), csr_matrix(np.array([e.vectors for e in told]))]).tocsr()


def five_fold(told: Sequence[Example], seeds: Sequence[int] = SEEDS) -> dict[str, list[float]]:
    """Macro F1 over the roots for each way of cutting into five, of words alone and of the whole model."""
    roots = np.array([e.root for e in told])
    found: dict[str, list[float]] = {"plain": [], "whole": []}
    for seed in seeds:
        said = {name: np.empty(len(told), object) for name in found}
        for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(roots, roots):
            model, held = learn([told[n] for n in train]), [told[n] for n in test]
            said["plain"][test] = model.plain.predict(sparse(held, model.words, model.letters))
            said["whole"][test] = model.whole.predict(dense(held, model.words, model.letters))
        for name, guesses in said.items():
            found[name].append(float(f1_score(roots, guesses.astype(str), average="macro")))
    return found


def save(model: Model, out: Path) -> None:
    """Sixteen-bit weights; roots in the order of parley.learn.plover.ROOTS."""
    assert list(model.whole.classes_) == list(plover.ROOTS)
    np.savez_compressed(
        out,
        words=model.words.keys,
        word_rarity=model.words.rarity,
        letters=model.letters.keys,
        letter_rarity=model.letters.rarity,
        plain=model.plain.coef_.T.astype(np.float16),
        plain_bias=model.plain.intercept_.astype(np.float32),
        whole=model.whole.coef_.T.astype(np.float16),
        whole_bias=model.whole.intercept_.astype(np.float32),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    told = examples(options.gold)
    if options.folds:
        print({name: [round(f, 3) for f in figures] for name, figures in five_fold(told).items()})
    if options.out:
        save(learn(told), options.out)


if __name__ == "__main__":
    main()
