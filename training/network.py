"""The tagger's network: six MiniLM layers, tags for each piece, and pointers from contents to cues and sources."""

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from parley.learn.pieces import SHAPES, STATES
from training.gold import TAGS

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, LONGEST = 384, 12, 6, 1536, 30522, 512
HEAD = WIDTH // HEADS
WHOLE = ((HEADS, INNER),) * LAYERS  # the heads and the inner width of each layer
POINTERS = 3  # content to cue, cue to source, content to source
REACH = 96  # width of a pointer's two sides
FAR = 64  # distances over this count as this


class Dropout(nn.Module):
    """Dropout that takes its mask from a pool at a random place: drawing new ones is a third of a step on a CPU."""

    POOL = 1 << 23

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.pool = (torch.rand(self.POOL) >= drop).to(torch.bfloat16) / (1 - drop)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view_as(x)


class Layer(nn.Module):
    def __init__(self, drop: float, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.drop = Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q @ k.transpose(-1, -2)) / math.sqrt(HEAD) + mask
        seen = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, self.heads * HEAD)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Pointer(nn.Module):
    """Scores of every piece pointing to every piece; how far and on which side matters."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.left, self.right = nn.Linear(WIDTH, REACH), nn.Linear(WIDTH, REACH)
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))

    def forward(self, x: Tensor, near: Tensor) -> Tensor:
        h = nn.functional.gelu(self.hidden(x))
        return self.left(h) @ self.right(h).transpose(-1, -2) / math.sqrt(REACH) + self.distance[near]


class Tagger(nn.Module):
    def __init__(self, drop: float = 0.1, layers: Sequence[tuple[int, int]] = WHOLE) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.states, self.shapes = nn.Embedding(STATES, WIDTH), nn.Embedding(SHAPES, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), Dropout(drop)
        self.layers = nn.ModuleList(Layer(drop, heads, inner) for heads, inner in layers)
        self.tags = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), Dropout(drop), nn.Linear(WIDTH, len(TAGS)))
        self.pointers = nn.ModuleList(Pointer() for _ in range(POINTERS))
        for extra in (self.states, self.shapes):
            nn.init.normal_(extra.weight, std=0.02)

    def forward(self, ids: Tensor, states: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores (batch, pieces, tags) and pointer scores (batch, pointers, pieces, pieces)."""
        return self.told(self.encoded(ids, states, shapes, mask)[-1], mask)

    def encoded(self, ids: Tensor, states: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """What each layer makes of the pieces: (batch, pieces, width) each."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(at) + self.states(states) + self.shapes(shapes)
        x = self.drop(self.norm(x))
        out = []
        for layer in self.layers:
            x = layer(x, hidden_by(mask))
            out.append(x)
        return out

    def told(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Tag and pointer scores, as `forward` gives them, from the last layer's."""
        at = torch.arange(x.shape[1], device=x.device)
        near = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        return self.tags(x), torch.stack([pointer(x, near) for pointer in self.pointers], 1) + hidden_by(mask)


def hidden_by(mask: Tensor) -> Tensor:
    """What is added to scores so that nothing looks at the places where there is no piece."""
    return (1.0 - mask[:, None, None, :]) * -1e4


def shape(model: Tagger) -> list[tuple[int, int]]:
    """The heads and the inner width of each layer."""
    layers = [layer for layer in model.layers if isinstance(layer, Layer)]
    return [(layer.heads, layer.down.in_features) for layer in layers]


def save(model: Tagger, out: Path) -> None:
    torch.save({"layers": shape(model), "weights": model.state_dict()}, out)


def load(path: Path, drop: float = 0.1) -> Tagger:
    """A network that `save` wrote."""
    told = torch.load(path, weights_only=True)
    made = Tagger(drop, told["layers"])
    made.load_state_dict(told["weights"])
    return made


def pretrained(path: Path, drop: float = 0.1) -> Tagger:
    """A tagger whose encoder begins as MiniLM (a safetensors file with BERT's names)."""
    made, kept = Tagger(drop), load_file(path)
    kind = kept["embeddings.token_type_embeddings.weight"][0]
    copied = {
        "words.weight": kept["embeddings.word_embeddings.weight"],
        "places.weight": kept["embeddings.position_embeddings.weight"] + kind,
        **norm("norm", "embeddings.LayerNorm", kept),
    }
    for n in range(LAYERS):
        ours, theirs = f"layers.{n}", f"encoder.layer.{n}"
        for part in ("weight", "bias"):
            qkv = [kept[f"{theirs}.attention.self.{side}.{part}"] for side in ("query", "key", "value")]
            copied[f"{ours}.qkv.{part}"] = torch.cat(qkv)
            copied[f"{ours}.out.{part}"] = kept[f"{theirs}.attention.output.dense.{part}"]
            copied[f"{ours}.up.{part}"] = kept[f"{theirs}.intermediate.dense.{part}"]
            copied[f"{ours}.down.{part}"] = kept[f"{theirs}.output.dense.{part}"]
        copied |= norm(f"{ours}.norm1", f"{theirs}.attention.output.LayerNorm", kept)
        copied |= norm(f"{ours}.norm2", f"{theirs}.output.LayerNorm", kept)
    missing, unexpected = made.load_state_dict(copied, strict=False)
    assert not unexpected and not any(name.startswith(("words", "places", "layers")) for name in missing)
    return made


def norm(ours: str, theirs: str, kept: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"{ours}.{part}": kept[f"{theirs}.{part}"] for part in ("weight", "bias")}
