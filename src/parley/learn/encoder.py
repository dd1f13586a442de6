"""Sentences as vectors whose dot product says how near their meanings are (card: encoder_model/CARD.md)."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from parley.learn import MissingModel
from parley.learn.network import load
from parley.learn.pieces import CLS, SEP, tokenizer

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WIDTH = 384
LONGEST = 256  # word pieces read of one text, as MiniLM was taught; the rest stays unread
CUT = 20 * LONGEST  # code points that are broken into pieces at all
BATCH = 256  # texts broken into pieces at once

Vectors = NDArray[np.float32]  # (texts, WIDTH); each row is of length 1


def encode(texts: Sequence[str], network: "InferenceSession | None" = None) -> Vectors:
    """One unit vector a text, in their order; what stands twice is worked out once.

    A text's vector never depends on its neighbours: eight-bit sums take their scale from all that is read at once, so
    each text is read alone. Raises MissingModel where the weights are not there.
    """
    run = network or session()
    distinct = list(dict.fromkeys(texts))
    found = np.zeros((len(distinct), WIDTH), np.float32)
    for start in range(0, len(distinct), BATCH):
        for n, ids in enumerate(_pieces(distinct[start : start + BATCH]), start):
            found[n] = run.run(["vector"], {"ids": np.array([ids], np.int64)})[0]
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    places = {text: n for n, text in enumerate(distinct)}
    return found[[places[text] for text in texts]]


def read(text: str) -> tuple[Vectors, list[tuple[int, int]]]:
    """A vector for each piece of the text as it is meant there (not of length 1), and the code points [start, end) of each.

    The marks at both ends have no code points. One run of the network.
    """
    broken = tokenizer().encode(_whole(text), add_special_tokens=False)
    ids = [CLS, *broken.ids[: LONGEST - 2], SEP]
    found = session().run(["pieces"], {"ids": np.array([ids], np.int64)})[0]
    return found[0], [(0, 0), *broken.offsets[: LONGEST - 2], (0, 0)]


def _pieces(texts: Sequence[str]) -> list[list[int]]:
    found = tokenizer().encode_batch_fast([_whole(text) for text in texts], add_special_tokens=False)
    return [[CLS, *pieces.ids[: LONGEST - 2], SEP] for pieces in found]


def _whole(text: str) -> str:
    """As much as is read; half a surrogate pair is no text."""
    return text[:CUT].encode("utf-8", "replace").decode()


@cache
def session() -> "InferenceSession":
    """The network, loaded once a process."""
    path = Path(str(resources.files("parley.learn") / "encoder_model" / "encoder.onnx"))
    if not path.exists():
        raise MissingModel(
            f"{path}: the sentence encoder is not there; reinstall Parley, or rebuild it with: make train"
        )
    return load(path)  # one thread: the same sums in the same order everywhere
