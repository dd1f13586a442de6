"""Turns a checkpoint of the tagger into the ONNX file that ships: eight-bit weights, one scale a channel.

python -m training.export CHECKPOINT OUT.onnx [--whole]
"""

import argparse
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Tagger

INPUTS = ("ids", "states", "shapes", "mask")
OUTPUTS = ("tags", "pointers")


def write_onnx(model: Tagger, out: Path) -> None:
    """Writes full-precision weights; windows and pieces may be of any number."""
    ids = torch.ones((2, 24), dtype=torch.long)
    mask = torch.ones((2, 24))
    mask[1, 20:] = 0
    axes = {name: {0: "windows", 1: "pieces"} for name in INPUTS}
    axes |= {"tags": {0: "windows", 1: "pieces"}, "pointers": {0: "windows", 2: "pieces", 3: "pieces"}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model.eval(),
            (ids, ids * 0, ids * 0, mask),
            str(out),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def quantised(whole: Path, out: Path) -> None:
    quantize_dynamic(whole, out, per_channel=True, weight_type=QuantType.QInt8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--whole", action="store_true", help="keep full precision")
    options = parser.parse_args()
    export(options.checkpoint, options.out, options.whole)


def export(checkpoint: Path, out: Path, whole: bool = False) -> None:
    model = Tagger()
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    with tempfile.TemporaryDirectory() as folder:
        path = out if whole else Path(folder) / "whole.onnx"
        write_onnx(model, path)
        if not whole:
            quantised(path, out)


if __name__ == "__main__":
    main()
