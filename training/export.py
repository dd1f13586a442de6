"""Turns a checkpoint of the tagger into the ONNX file that ships: eight-bit weights, one scale a channel.

python -m training.export CHECKPOINT OUT.onnx [--whole]
"""

import argparse
import math
import tempfile
import warnings
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import HEAD, REACH, Layer, Tagger, load

INPUTS = ("ids", "states", "shapes")
OUTPUTS = ("tags", "left", "right", "distance")


class FusedAttention(torch.autograd.Function):
    """Attention that the exporter writes as one node."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        return v

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        found = g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)
        found.setType(q.type())
        return found


class Rows(nn.Module):
    """A table whose rows have eight bits and a scale each: one scale for all would cost half a point of exact F1."""

    rows: Tensor
    scales: Tensor

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scales = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].to(torch.float32) * self.scales[ids]


class Shipped(nn.Module):
    """The network as it runs: one window at a time, unpadded; the two sides of each pointer are left unmultiplied."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger, self.words = tagger, Rows(tagger.words.weight.detach())

    def forward(self, ids: Tensor, states: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        t = self.tagger
        x = self.words(ids) + t.places.weight[: ids.shape[1]] + t.states(states) + t.shapes(shapes)
        x = t.norm(x)
        for layer in t.layers:
            x = attended(layer, x)
        hidden = [nn.functional.gelu(p.hidden(x)) for p in t.pointers]
        left = torch.cat([p.left(h) for p, h in zip(t.pointers, hidden, strict=True)]) / math.sqrt(REACH)
        right = torch.cat([p.right(h) for p, h in zip(t.pointers, hidden, strict=True)])
        return t.tags(x)[0], left, right, torch.stack([p.distance for p in t.pointers])


def attended(layer: Layer, x: Tensor) -> Tensor:
    q, k, v = layer.qkv(x).split(layer.heads * HEAD, dim=-1)
    x = layer.norm1(x + layer.out(FusedAttention.apply(q, k, v, layer.heads)))
    return layer.norm2(x + layer.down(nn.functional.gelu(layer.up(x))))


def write_onnx(model: Tagger, out: Path) -> None:
    """Writes full-precision weights; a window may have any number of pieces."""
    ids = torch.ones((1, 24), dtype=torch.long)
    axes = {name: {1: "pieces"} for name in (*INPUTS, "left", "right")} | {"tags": {0: "pieces"}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Shipped(model).eval(),
            (ids, ids * 0, ids * 0),
            str(out),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )


def quantised(whole: Path, out: Path) -> None:
    quantize_dynamic(whole, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--whole", action="store_true", help="keep full precision")
    options = parser.parse_args()
    export(options.checkpoint, options.out, options.whole)


def export(checkpoint: Path, out: Path, whole: bool = False) -> None:
    model = load(checkpoint)
    with tempfile.TemporaryDirectory() as folder:
        path = out if whole else Path(folder) / "whole.onnx"
        write_onnx(model, path)
        if not whole:
            quantised(path, out)


if __name__ == "__main__":
    main()
