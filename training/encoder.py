"""Writes the sentence encoder that ships: MiniLM's own weights as an ONNX network, eight bits each, one scale a channel.

python -m training.encoder MODEL.safetensors OUT.onnx [--whole]
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

WIDTH, HEADS, LAYERS = 384, 12, 6
FUSED = "com.microsoft"
EPSILON = 1e-12


class Graph:
    """Nodes and weights as they are added; every method returns the name of its result."""

    def __init__(self, kept: dict[str, np.ndarray]) -> None:
        self.kept, self.nodes, self.weights = kept, list[onnx.NodeProto](), dict[str, np.ndarray]()

    def weight(self, name: str, value: np.ndarray) -> str:
        self.weights[name] = np.ascontiguousarray(value, np.int64 if value.dtype == np.int64 else np.float32)
        return name

    def add(self, op: str, inputs: Sequence[str], outputs: Sequence[str] = (), domain: str = "", **told: object) -> str:
        named = list(outputs) or [f"{op}_{len(self.nodes)}"]
        self.nodes.append(helper.make_node(op, list(inputs), named, name=named[0] + "_node", domain=domain, **told))
        return named[0]

    def linear(self, x: str, *names: str) -> str:
        """x times the named layers' weights, side by side, plus their biases."""
        name = "+".join(names)
        weight = np.concatenate([self.kept[f"{n}.weight"] for n in names]).T
        bias = np.concatenate([self.kept[f"{n}.bias"] for n in names])
        multiplied = self.add("MatMul", [x, self.weight(f"{name}.weight", weight)])
        return self.add("Add", [multiplied, self.weight(f"{name}.bias", bias)])

    def norm(self, x: str, name: str) -> str:
        sides = [self.weight(f"{name}.{part}", self.kept[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *sides], axis=-1, epsilon=EPSILON)


def network(kept: dict[str, np.ndarray]) -> onnx.ModelProto:
    """ids (1, n) -> pieces (1, n, 384), the last layer, and vector (384), their mean. Unpadded, one text at a time."""
    graph = Graph(kept)
    x = embedded(graph)
    for n in range(LAYERS):
        x = layer(graph, x, f"encoder.layer.{n}")
    graph.add("ReduceMean", [x], ["vector"], axes=[0, 1], keepdims=0)
    graph.add("Identity", [x], ["pieces"])
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])],
        [
            helper.make_tensor_value_info("vector", TensorProto.FLOAT, [WIDTH]),
            helper.make_tensor_value_info("pieces", TensorProto.FLOAT, [1, "pieces", WIDTH]),
        ],
        [numpy_helper.from_array(value, name) for name, value in graph.weights.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=8)


def embedded(graph: Graph) -> str:
    kind = graph.kept["embeddings.token_type_embeddings.weight"][0]
    words = graph.weight("words", graph.kept["embeddings.word_embeddings.weight"])
    places = graph.weight("places", graph.kept["embeddings.position_embeddings.weight"] + kind)
    length = graph.add("Slice", [graph.add("Shape", ["ids"]), *(integers(graph, n) for n in (1, 2, 0))])
    placed = graph.add("Slice", [places, integers(graph, 0), length, integers(graph, 0)])
    summed = graph.add("Add", [graph.add("Gather", [words, "ids"]), placed])
    return graph.norm(summed, "embeddings.LayerNorm")


def integers(graph: Graph, value: int) -> str:
    return graph.weight(f"integer_{value}", np.array([value], np.int64))


def layer(graph: Graph, x: str, name: str) -> str:
    projected = graph.linear(x, *(f"{name}.attention.self.{side}" for side in ("query", "key", "value")))
    sides = [f"{name}.{side}" for side in ("q", "k", "v")]
    sizes = graph.weight("sides", np.array([WIDTH] * 3, np.int64))
    graph.add("Split", [projected, sizes], sides, axis=-1)
    seen = graph.add("MultiHeadAttention", sides, domain=FUSED, num_heads=HEADS)
    attended = graph.add("Add", [x, graph.linear(seen, f"{name}.attention.output.dense")])
    x = graph.norm(attended, f"{name}.attention.output.LayerNorm")
    inner = graph.add("Gelu", [graph.linear(x, f"{name}.intermediate.dense")], domain=FUSED)
    return graph.norm(graph.add("Add", [x, graph.linear(inner, f"{name}.output.dense")]), f"{name}.output.LayerNorm")


def export(weights: Path, out: Path, whole: bool = False) -> None:
    made = network(load_file(weights))
    with tempfile.TemporaryDirectory() as folder:
        path = out if whole else Path(folder) / "whole.onnx"
        onnx.save(made, path)
        if not whole:
            told = {"DefaultTensorType": TensorProto.FLOAT}  # what the fused attention gives cannot be inferred
            quantize_dynamic(path, out, per_channel=True, weight_type=QuantType.QInt8, extra_options=told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--whole", action="store_true", help="keep full precision")
    options = parser.parse_args()
    export(options.weights, options.out, options.whole)


if __name__ == "__main__":
    main()
