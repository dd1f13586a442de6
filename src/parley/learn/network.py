"""Opens an ONNX network for one processor core or a few."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SLOWER = ["SkipLayerNormFusion"]  # its one node takes seven times as long as the two that it replaces


def load(path: Path, threads: int = 1) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )
