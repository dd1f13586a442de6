"""Makes the tagger's network narrower, so that it reads in three quarters of the time: the heads and inner units that matter least
go, and what is left learns from the whole network.

    python -m training.narrow WHOLE.pt GOLD.jsonl.gz --out CHECKPOINT [--minutes N] [--free FOLDER] [--begun CHECKPOINT]

The whole network's probabilities for each piece, its pointings and what its layers make of the pieces teach; so do the
annotations. Texts of FOLDER (the gold) that nobody annotated are learned from as well. See quotes_model/CARD.md.
"""

import argparse
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, mse_loss

from parley.learn.pieces import Window, pack
from training import silver
from training.gold import Lesson, documents, lesson
from training.network import HEAD, HEADS, INNER, Tagger, load, shape
from training.quotes import (
    BATCH,
    CONTEXTS,
    HELD_OUT,
    SKIP,
    Example,
    groups_of,
    inputs,
    learn_until,
    restyled,
    split,
    targets,
)  # fmt: skip

HEADS_KEPT, INNER_KEPT = 48, 7040  # of all layers together: of 72, and of 9,216
HEADS_LEAST, INNER_LEAST, STEP = 4, 320, 32  # of a layer; inner units go in steps
ASKED = 60  # batches that tell what matters
RATE, DROP = 8e-5, 0.05
MATCHED = (1, 3, 5)  # layers whose output is held against the whole network's
TAUGHT = 0.9  # of what is learned of the tags, from the whole network
POINTED = 64  # pieces of a batch that are asked where they point


@dataclass(frozen=True)
class Group:
    """A batch, whether people annotated it, and what the whole network's layers make of it."""

    examples: list[Example]
    annotated: bool
    layers: list[Tensor]


# what matters


def importance(model: Tagger, groups: Sequence[list[Example]]) -> tuple[list[Tensor], list[Tensor]]:
    """Of each layer's heads and inner units: how much the loss would change without them, to first order."""
    heads = [torch.zeros(layer.heads) for layer in model.layers]
    inner = [torch.zeros(layer.down.in_features) for layer in model.layers]
    kept: dict[tuple[str, int], Tensor] = {}
    hooks = []
    for n, layer in enumerate(model.layers):
        for name, linear in (("heads", layer.out), ("inner", layer.down)):

            def keep(_: nn.Module, given: tuple[Tensor], at: tuple[str, int] = (name, n)) -> None:
                given[0].retain_grad()
                kept[at] = given[0]

            hooks.append(linear.register_forward_pre_hook(keep))
    for group in groups:
        ids, states, shapes, mask = inputs([w for _, w in group])
        tags, _ = model(ids, states, shapes, mask)
        tag_loss(tags, group).backward()
        for n in range(len(heads)):
            for name, sums in (("heads", heads), ("inner", inner)):
                x = kept[name, n]
                assert x.grad is not None
                told = (x.grad * x.detach()).sum(1)
                sums[n] += (told.view(len(told), -1, HEAD).sum(-1) if name == "heads" else told).abs().sum(0)
        model.zero_grad()
    for hook in hooks:
        hook.remove()
    return heads, inner


def tag_loss(tags: Tensor, group: Sequence[Example]) -> Tensor:
    right, _ = targets(list(group))
    return cross_entropy(tags.float().flatten(0, 1), right.flatten(), ignore_index=SKIP)


def best(sums: list[Tensor], kept: int, least: int, step: int) -> list[Tensor]:
    """The places that stay in each layer, in order: the best of all layers together, in steps of so many."""
    parts = []
    for n, told in enumerate(sums):
        order = told.argsort(descending=True)
        for at in range(0, len(order), step):
            part = order[at : at + step]
            parts.append((at >= least, -float(told[part].mean()), n, part))
    chosen = sorted(parts, key=lambda p: p[:3])[: kept // step]
    return [torch.cat([p for _, _, n, p in chosen if n == layer]).sort().values for layer in range(len(sums))]


def narrowed(model: Tagger, heads: list[Tensor], inner: list[Tensor]) -> Tagger:
    """A network of these heads and inner units, with the weights that they had."""
    made = Tagger(DROP, [(len(h), len(i)) for h, i in zip(heads, inner, strict=True)])
    told = model.state_dict()
    for n, (some, units) in enumerate(zip(heads, inner, strict=True)):
        columns = (some[:, None] * HEAD + torch.arange(HEAD)).flatten()
        rows = torch.cat([side * HEADS * HEAD + columns for side in range(3)])
        for name, at, dim in (("qkv", rows, 0), ("out", columns, 1), ("up", units, 0), ("down", units, 1)):
            key = f"layers.{n}.{name}.weight"
            told[key] = told[key].index_select(dim, at)
        for name, at in (("qkv", rows), ("up", units)):
            told[f"layers.{n}.{name}.bias"] = told[f"layers.{n}.{name}.bias"][at]
    made.load_state_dict(told)
    return made


# learning


def batches(lessons: Sequence[Lesson], annotated: bool, rng: random.Random) -> Iterator[tuple[list[Example], bool]]:
    found = [(one, w) for one in lessons for w in pack(one.runs, rng.choice(CONTEXTS))]
    ordered = sorted(found, key=lambda e: len(e[1]) + rng.random() * 8)
    yield from ((ordered[i : i + BATCH], annotated) for i in range(0, len(ordered), BATCH))


@torch.no_grad()
def taught(model: Tagger, windows: list[Window]) -> list[Tensor]:
    with torch.autocast("cpu", torch.bfloat16):
        layers = model.encoded(*inputs(windows))
    return [layers[n].to(torch.bfloat16) for n in MATCHED]


def loss_of(model: Tagger, teacher: Tagger, group: Group, rng: random.Random) -> Tensor:
    ids, states, shapes, mask = inputs([w for _, w in group.examples])
    with torch.autocast("cpu", torch.bfloat16):
        layers = model.encoded(restyled(ids, rng), states, shapes, mask)
        tags, points = model.told(layers[-1], mask)
        with torch.no_grad():
            meant, meant_points = teacher.told(group.layers[-1], mask)
    there = mask.bool()
    loss = torch.zeros(())
    for at, told in zip(MATCHED, group.layers, strict=True):
        loss = loss + mse_loss(layers[at][there].float(), told[there].float()) / len(MATCHED)
    share = TAUGHT if group.annotated else 1.0
    loss = loss + share * 1.5 * divergence(tags[there], meant[there])
    if group.annotated:
        loss = loss + (1 - share) * tag_loss(tags, group.examples)
        _, right = targets(group.examples)
        for n in range(right.shape[1]):
            asked = right[:, n] != SKIP
            if bool(asked.any()):
                loss = loss + 0.05 * cross_entropy(points[:, n][asked].float(), right[:, n][asked])
    part = meant.float().argmax(-1)
    for n, wanted in enumerate(((5, 6), (3, 4), (5, 6))):
        rows = ((part == wanted[0]) | (part == wanted[1])) & there
        if bool(rows.any()):
            chosen = torch.nonzero(rows)
            chosen = chosen[torch.randperm(len(chosen))[:POINTED]]
            ours, theirs = (p[chosen[:, 0], n, chosen[:, 1]] for p in (points, meant_points))
            loss = loss + 0.15 * divergence(ours, theirs)
    return loss


def divergence(said: Tensor, meant: Tensor) -> Tensor:
    """Kullback-Leibler, of each row from what is meant."""
    ours, theirs = said.float().log_softmax(-1), meant.float().log_softmax(-1)
    return (theirs.exp() * (theirs - ours)).sum(-1).mean()


def train(model: Tagger, teacher: Tagger, groups: list[Group], minutes: float, out: Path) -> None:
    rng = random.Random(5)
    optimizer = torch.optim.AdamW(groups_of(model, RATE, new=1), betas=(0.9, 0.98))
    epochs = iter(lambda: rng.sample(groups, len(groups)), None)
    learn_until(minutes, model, optimizer, epochs, lambda group: loss_of(model, teacher, group, rng), out)


def learn(
    whole: Path, docs: list[dict], free: Sequence[dict], minutes: float, out: Path, begun: Path | None = None
) -> None:  # fmt: skip
    """Trains on all but the held-out documents, and on free texts; goes on from a narrow checkpoint where one is `begun`,
    with other windows of the same texts."""
    torch.manual_seed(3)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    teacher = load(whole).eval()
    rng = random.Random(17 if begun else 7)
    annotated = [lesson(doc) for doc in split(docs, HELD_OUT)[0]]
    others = [lesson({**doc, "quotes": ()}) for doc in free]
    found = [*batches(annotated, True, rng), *batches(others, False, rng)]
    if begun:
        model = load(begun, DROP)
    else:
        asked = [examples for examples, told in found if told]
        rng.shuffle(asked)
        heads, inner = importance(teacher, asked[:ASKED])
        model = narrowed(teacher, best(heads, HEADS_KEPT, HEADS_LEAST, 1), best(inner, INNER_KEPT, INNER_LEAST, STEP))
    print("heads and inner units:", shape(model), "of", (HEADS, INNER), flush=True)
    groups = [Group(examples, told, taught(teacher, [w for _, w in examples])) for examples, told in found]
    print(len(groups), "batches", flush=True)
    train(model.train(), teacher, groups, minutes, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("whole", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--free", type=Path)
    parser.add_argument("--begun", type=Path)
    options = parser.parse_args()
    free = list(silver.free(options.free)) if options.free else []
    learn(options.whole, list(documents(options.gold)), free, options.minutes, options.out, options.begun)


if __name__ == "__main__":
    main()
