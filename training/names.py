"""Trains the model of names (parley/learn/names.py) on GUM's entities, over what the syntax pipeline makes of each word.

    python -m training.names GOLD_FOLDER

GOLD_FOLDER holds gum-free-{train,dev,test}.conllu.gz. Writes names.npz beside the pipeline; see syntax_model/CARD.md.
"""

import argparse
import os
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from spacy.training import Example
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from parley.learn import names, syntax
from training.syntax import OUT, documents, reference

WIDTH, HIDDEN = 96, 96
EPOCHS, BATCH, RATE, DROP = 12, 512, 2e-3, 0.2
READINGS = 2  # of the training texts, with other breaks and quotation marks
SKIP = -100
Taught = tuple[names.Floats, list[int]]


class Names(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.out = nn.Linear(3 * WIDTH, HIDDEN), nn.Linear(HIDDEN, names.TAGS)
        self.drop = nn.Dropout(DROP)

    def forward(self, seen: Tensor) -> Tensor:
        return self.out(self.drop(torch.relu(self.hidden(self.drop(seen)))))


def texts(folder: Path, part: str, seed: int) -> Iterator[Taught]:
    """What the pipeline makes of the words of a few sentences, and the tags of their names."""
    nlp, rng = syntax.pipeline(), random.Random(seed)
    for group in documents(folder / f"gum-free-{part}.conllu.gz", True, rng):
        gold = reference(nlp, group, rng)
        doc = nlp.make_doc(gold.text)
        told = [tag(t) for t in Example(doc, gold).get_aligned_ner()]
        doc = nlp.get_pipe("tok2vec")(doc)
        yield names.beside(np.asarray(doc.tensor, np.float32)), told


def tag(told: str | None) -> int:
    """The number of a tag such as B-PERSON, L-ORG; SKIP where none is known."""
    if told in (None, "-", ""):
        return SKIP
    if told == "O":
        return 0
    place, kind = told.split("-")
    return 1 + 2 * names.KINDS.index(kind) + (place not in "BU")


def train(taught: list[Taught]) -> Names:
    seen = torch.from_numpy(np.concatenate([s for s, _ in taught]))
    told = torch.tensor([t for _, tags in taught for t in tags])
    seen, told = seen[told != SKIP], told[told != SKIP]
    model, step, steps = Names(), 0, EPOCHS * (len(told) // BATCH)
    optimizer = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.01)
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(told)).split(BATCH)[: len(told) // BATCH]:
            optimizer.param_groups[0]["lr"] = RATE * (1 - step / steps)
            loss = cross_entropy(model(seen[rows]), told[rows], label_smoothing=0.02)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return model.eval()


def write(model: Names, out: Path) -> None:
    kept = {
        "hidden": model.hidden.weight.T, "hidden_bias": model.hidden.bias,
        "out": model.out.weight.T, "out_bias": model.out.bias,
    }  # fmt: skip
    np.savez_compressed(out, **{name: w.detach().numpy().astype(np.float16) for name, w in kept.items()})


def f1(taught: list[Taught]) -> float:
    """Of whole names of the right kind, with the weights that were written."""
    right = found = asked = 0
    for seen, told in taught:
        ours, theirs = spans(names.tags(seen)), spans([max(t, 0) for t in told])
        right, found, asked = right + len(ours & theirs), found + len(ours), asked + len(theirs)
    return 2 * right / max(found + asked, 1)


def spans(told: list[int]) -> set[tuple[int, int, int]]:
    begun, found = None, set()
    for n, t in enumerate([*told, 0]):
        if begun is not None and (t == 0 or t % 2):
            found.add((begun, n, told[begun]))
            begun = None
        if t % 2:
            begun = n
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    taught = [t for seed in range(READINGS) for t in texts(options.gold, "train", seed)]
    write(train(taught), OUT / "names.npz")
    names.weights.cache_clear()
    for part in ("dev", "test"):
        print(part, f"names F1 {f1(list(texts(options.gold, part, 0))):.3f}", flush=True)


if __name__ == "__main__":
    main()
