"""Trains the quotation tagger's network on annotated articles.

    python -m training.quotes GOLD.jsonl.gz MINILM.safetensors --out CHECKPOINT [--minutes N]

HELD_OUT documents (the last of a fixed shuffle) are held out: they decide and calibrate. See quotes_model/CARD.md.
"""

import argparse
import copy
import os
import random
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn

from parley.learn.pieces import Window, pack
from training.gold import NOTHING, Lesson, documents, lesson
from training.network import Tagger, pretrained, save

BATCH = 16
RATE = 2e-4
HELD_OUT = 60
SKIP = -100
KEPT = 0.995  # of the running mean of the weights, each step
CONTEXTS = (0, 0, 24, 64)
MASK_ID, MASKED = 103, 0.04  # of the pieces, so that names and verbs are not learned by heart
OPEN_IDS, CLOSE_IDS, STRAIGHT_ID, SINGLE_OPEN, SINGLE_CLOSE = (1523,), (1524,), 1000, 1520, 1521
Example = tuple[Lesson, Window]
B = TypeVar("B")


def split(docs: list[dict], hold: int) -> tuple[list[dict], list[dict]]:
    """Training and held-out documents."""
    shuffled = sorted(docs, key=lambda d: str(d["doc_id"]))
    random.Random(11).shuffle(shuffled)
    return shuffled[: len(shuffled) - hold], shuffled[len(shuffled) - hold :]


def examples(lessons: list[Lesson], rng: random.Random) -> list[Example]:
    """One epoch's windows, each beginning with more or less context."""
    return [(one, w) for one in lessons for w in pack(one.runs, rng.choice(CONTEXTS))]


def batches(found: list[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Windows of about one length, in a random order."""
    ordered = sorted(found, key=lambda e: len(e[1]) + rng.random() * 8)
    groups = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    rng.shuffle(groups)
    yield from groups


def inputs(group: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    length = max(len(w) for w in group)
    rows = [[(*w.ids, *[0] * (length - len(w))) for w in group], [], [], []]
    rows[1] = [(*w.states, *[0] * (length - len(w))) for w in group]
    rows[2] = [(*w.shapes, *[0] * (length - len(w))) for w in group]
    rows[3] = [(*[1] * len(w), *[0] * (length - len(w))) for w in group]
    ids, states, shapes, mask = (torch.tensor(r) for r in rows)
    return ids, states, shapes, mask.float()


def restyled(ids: Tensor, rng: random.Random) -> Tensor:
    """Some windows with straight or single quotation marks in place of curly ones; some pieces hidden."""
    out = ids.clone()
    out[(torch.rand(ids.shape) < MASKED) & (ids > MASK_ID)] = MASK_ID
    for row in range(len(out)):
        chance = rng.random()
        if chance < 0.25:
            for i in (*OPEN_IDS, *CLOSE_IDS):
                out[row][out[row] == i] = STRAIGHT_ID
        elif chance < 0.33:
            out[row][out[row] == OPEN_IDS[0]] = SINGLE_OPEN
            out[row][out[row] == CLOSE_IDS[0]] = SINGLE_CLOSE
    return out


def targets(group: list[Example]) -> tuple[Tensor, Tensor]:
    """Tags (batch, pieces) and pointer targets (batch, pointers, pieces); SKIP where nothing is asked."""
    length = max(len(w) for _, w in group)
    tags = torch.full((len(group), length), SKIP)
    points = torch.full((len(group), 3, length), SKIP)
    for row, (one, window) in enumerate(group):
        place = {s: i for i, (s, e) in enumerate(window.offsets) if e > s}
        place[NOTHING] = 0
        for i, (s, e) in enumerate(window.offsets):
            target = one.target(window, i)
            tags[row, i] = target.tag if e > s else 0
            if target.cue is not None:
                points[row, 0, i] = place.get(target.cue, SKIP)
            if target.source is not None:
                points[row, 1 if target.cue is None else 2, i] = place.get(target.source, SKIP)
    return tags, points


def loss_of(model: Tagger, group: list[Example], rng: random.Random) -> Tensor:
    ids, states, shapes, mask = inputs([w for _, w in group])
    tags, points = targets(group)
    with torch.autocast("cpu", torch.bfloat16):
        scored, pointed = model(restyled(ids, rng), states, shapes, mask)
    entropy = nn.functional.cross_entropy
    total = entropy(scored.float().flatten(0, 1), tags.flatten(), ignore_index=SKIP, label_smoothing=0.03)
    for n in range(3):
        if bool((points[:, n] != SKIP).any()):
            rows = pointed[:, n].float().flatten(0, 1)
            asked = points[:, n].flatten()
            kept = asked != SKIP
            total = total + 0.2 * entropy(rows[kept], asked[kept])
    return total


def groups_of(model: Tagger, rate: float, new: float = 4) -> list[dict]:
    """Encoder weights at `rate`, those that MiniLM lacks `new` times as fast; no decay on norms and biases."""
    made: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, weights in model.named_parameters():
        ours = name.startswith(("states", "shapes", "tags", "pointers"))
        made.setdefault((ours, weights.dim() > 1), []).append(weights)
    return [
        {
            "params": weights,
            "lr": rate * (new if ours else 1),
            "base": rate * (new if ours else 1),
            "weight_decay": 0.02 * decays,
        }
        for (ours, decays), weights in made.items()
    ]


def train(model: Tagger, lessons: list[Lesson], minutes: float, rate: float, out: Path, seed: int = 5) -> None:
    rng = random.Random(seed)
    optimizer = torch.optim.AdamW(groups_of(model, rate), betas=(0.9, 0.98))
    epochs = iter(lambda: list(batches(examples(lessons, rng), rng)), None)
    learn_until(minutes, model, optimizer, epochs, lambda group: loss_of(model, group, rng), out)


def learn_until(
    minutes: float, model: Tagger, optimizer: torch.optim.Optimizer, epochs: Iterable[list[B]],
    loss_of: Callable[[B], Tensor], out: Path,
) -> None:  # fmt: skip
    """Trains until the time is up, the rate falling to nothing; a checkpoint (the weights' running mean) each epoch."""
    averaged, begun, step, mean = copy.deepcopy(model), time.time(), 0, 0.0
    for epoch, groups in enumerate(epochs):
        for group in groups:
            share = (time.time() - begun) / (60 * minutes)
            if share >= 1:
                save(averaged, out)
                return
            for part in optimizer.param_groups:
                part["lr"] = part["base"] * min(1.0, (step + 1) / 100, max(0.005, (1 - share) / 0.9))
            loss = loss_of(group)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            average(averaged, model, min(KEPT, step / (step + 10)))
            mean = 0.98 * mean + 0.02 * float(loss.detach())
            if step % 20 == 0:
                print(f"{epoch} {step} {mean:.4f} {time.time() - begun:.0f}s", flush=True)
        save(averaged, out)


@torch.no_grad()
def average(averaged: Tagger, model: Tagger, keep: float) -> None:
    torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1 - keep)


def learn(docs: list[dict], minilm: Path, minutes: float, out: Path) -> None:
    """Trains on all but the held-out documents."""
    torch.manual_seed(3)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    train(pretrained(minilm), [lesson(doc) for doc in split(docs, HELD_OUT)[0]], minutes, RATE, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=66)
    options = parser.parse_args()
    learn(list(documents(options.gold)), options.minilm, options.minutes, options.out)


if __name__ == "__main__":
    main()
