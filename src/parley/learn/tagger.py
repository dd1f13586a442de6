"""Quotations by the trained tagger: an ONNX network over word pieces (card: quotes_model/CARD.md)."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from parley.learn import MissingModel
from parley.learn.decoding import Scored, Tagged, decode
from parley.learn.pieces import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["Tagged", "available", "tag"]

BATCH = 4  # windows run at once; more brings nothing on one core


def tag(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Tagged]:
    """Quotations in the paragraphs, in text order; offsets count code points of `text`.

    Raises MissingModel where the weights are not there.
    """
    return decode(list(scores(windows(text, paragraphs))))


def available() -> bool:
    return folder().joinpath("tagger.onnx").exists()


def folder() -> Path:
    return Path(str(resources.files("parley.learn") / "quotes_model"))


@cache
def session() -> "InferenceSession":
    """The network, loaded once a process."""
    path = folder() / "tagger.onnx"
    if not path.exists():
        raise MissingModel(
            f"{path}: the quotation tagger is not there; reinstall Parley, or rebuild it with: make train"
        )
    return load(path)


def load(path: Path) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def scores(found: Iterator[Window], network: "InferenceSession | None" = None) -> Iterator[Scored]:
    """Scores of the windows, in their order."""
    run = network or session()
    kept = list(found)
    order = sorted(range(len(kept)), key=lambda n: len(kept[n]))
    made: dict[int, Scored] = {}
    for at in range(0, len(order), BATCH):
        numbers = order[at : at + BATCH]
        made |= dict(zip(numbers, _scored([kept[n] for n in numbers], run), strict=True))
    return (made[n] for n in range(len(kept)))


def _scored(group: Sequence[Window], run: "InferenceSession") -> list[Scored]:
    length = max(len(w) for w in group)
    rows = {"ids": [w.ids for w in group], "states": [w.states for w in group], "shapes": [w.shapes for w in group]}
    fed = {
        name: np.array([[*row, *[0] * (length - len(row))] for row in made], np.int64) for name, made in rows.items()
    }
    mask = np.array([[1.0] * len(w) + [0.0] * (length - len(w)) for w in group], np.float32)
    tags, points = run.run(None, {**fed, "mask": mask})
    tags = tags - tags.max(-1, keepdims=True)
    tags = tags - np.log(np.exp(tags).sum(-1, keepdims=True))
    points = np.exp(points - points.max(-1, keepdims=True))
    points /= points.sum(-1, keepdims=True)
    return [Scored(w, t[: len(w)], p[:, : len(w), : len(w)]) for w, t, p in zip(group, tags, points, strict=True)]
