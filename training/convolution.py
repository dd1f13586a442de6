"""The fast tagger's network: convolutions over words, tags for each word, and pointers; and how it is written for numpy."""

import math
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from parley.learn.pieces import SHAPES, STATES
from parley.learn.tokens import KNOWN, TAILS
from training.gold import TAGS

WIDTH, EMBEDDED, REACH, POINTERS, FAR = 64, 64, 32, 3, 64
APART = (1, 2, 4, 8, 16, 2)  # how far the words beside a word stand that a layer sees
UNREACHED = -1e4


class Tagger(nn.Module):
    def __init__(self, known: Tensor, drop: float = 0.1) -> None:
        """`known`: where each word of the vocabulary begins (words x EMBEDDED)."""
        super().__init__()
        self.words = nn.Embedding(KNOWN + len(known), EMBEDDED)
        self.tails = nn.Embedding(TAILS, EMBEDDED)
        self.shapes, self.states = nn.Embedding(SHAPES, EMBEDDED), nn.Embedding(STATES, EMBEDDED)
        nn.init.normal_(self.words.weight, std=0.3)
        with torch.no_grad():
            self.words.weight[KNOWN:] = known * 0.5
        for extra in (self.tails, self.shapes, self.states):
            nn.init.normal_(extra.weight, std=0.1)
        widths = (EMBEDDED, *[WIDTH] * len(APART))
        apart = (1, *APART)
        self.layers = nn.ModuleList(
            nn.Conv1d(w, WIDTH, 3, padding=d, dilation=d) for w, d in zip(widths, apart, strict=True)
        )
        self.norms = nn.ModuleList(nn.BatchNorm1d(WIDTH) for _ in apart)
        self.drop = nn.Dropout(drop)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.left, self.right = nn.Linear(WIDTH, POINTERS * REACH), nn.Linear(WIDTH, POINTERS * REACH)
        self.nothing = nn.Parameter(torch.zeros(POINTERS * REACH))
        self.distance = nn.Parameter(torch.zeros(POINTERS, 2 * FAR + 1))

    def forward(self, rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """`rows`: batch x 4 x words (word, tail, shape, state). Tag scores, and pointer scores (batch, pointers, words,
        words); the first word of each row stands for nothing."""
        tables = (self.words, self.tails, self.shapes, self.states)
        x = self.drop(sum(table(rows[:, n]) for n, table in enumerate(tables))).transpose(1, 2) * mask[:, None]
        for n, (layer, norm) in enumerate(zip(self.layers, self.norms, strict=True)):
            told = nn.functional.relu(norm(layer(x)))
            x = (told if n == 0 else x + self.drop(told)) * mask[:, None]
        x = x.transpose(1, 2)
        return self.tags(x), self.pointing(x) + (1 - mask[:, None, None, :]) * UNREACHED

    def pointing(self, x: Tensor) -> Tensor:
        batch, length, _ = x.shape
        left = self.left(x).view(batch, length, POINTERS, REACH).transpose(1, 2)
        right = torch.cat([self.nothing.expand(batch, 1, -1), self.right(x)[:, 1:]], 1)
        right = right.view(batch, length, POINTERS, REACH).transpose(1, 2)
        at = torch.arange(length)
        near = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        return left @ right.transpose(-1, -2) / math.sqrt(REACH) + self.distance[:, near]


def write(model: Tagger, vocabulary: list[str], path: Path) -> None:
    """Words with eight bits, all else with sixteen; the norms are folded into the layers."""
    words = model.words.weight.detach()
    scale = (words.abs().quantile(0.9995, 0) / 127).clamp(min=1e-6)
    arrays = {
        "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "words": (words / scale).round().clamp(-127, 127).numpy().astype(np.int8),
        "apart": np.array((1, *APART)),
        **{name: _half(getattr(model, name).weight) for name in ("tails", "shapes", "states")},
        **_heads(model),
        "scale": _half(scale),
        "distance": _half(model.distance),
        "nothing": _half(model.nothing.view(POINTERS, REACH)),
    }
    for n, (layer, norm) in enumerate(zip(model.layers, model.norms, strict=True)):
        arrays[f"layer{n}"], arrays[f"layer{n}_constant"] = _folded(layer, norm)
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **arrays)


def _heads(model: Tagger) -> dict[str, np.ndarray]:
    heads = (model.tags, model.left, model.right)
    shrunk = (1.0, math.sqrt(REACH), 1.0)
    weights = torch.cat([head.weight / by for head, by in zip(heads, shrunk, strict=True)]).T
    constant = torch.cat([head.bias / by for head, by in zip(heads, shrunk, strict=True)])
    return {"heads": _half(weights), "constant": _half(constant)}


def _folded(layer: nn.Module, norm: nn.Module) -> tuple[np.ndarray, np.ndarray]:
    gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    weights = (layer.weight * gain[:, None, None]).permute(2, 1, 0).reshape(-1, len(gain))
    return _half(weights), _half((layer.bias - norm.running_mean) * gain + norm.bias)


def _half(values: Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float16)
