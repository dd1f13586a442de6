"""A text's word vectors by the weights of the syntax pipeline's tok2vec, in half the time that it takes itself: a word alone
always tells the same, so that it is kept, and what the words beside it add is one product a layer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Word = tuple[int, int]  # as it is written, and its norm
TOLD: list[int | str] = [
    "ORTH",
    "NORM",
    "PREFIX",
    "SUFFIX",
    "SHAPE",
]  # the last four in the order of the pipeline's tables
BESIDE = 3  # words that one layer looks at: one on each side
PIECES = 3  # numbers of which the highest counts
BLOCK = 32  # words that are worked out together, however many are new: sums of another size differ in their last bits
REMEMBERED = 20_000  # words that are kept, 12 MB
LEAST = 1e-8  # of a variance


@dataclass(frozen=True)
class Layer:
    """Adds to each word what it is with those on both sides. `weights`: (BESIDE x width) x (PIECES x width)."""

    weights: Floats
    constant: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, residual: Any) -> "Layer":
        """The weights of thinc's residual(expand_window >> maxout >> layernorm)."""
        inner = {layer.name: layer for layer in residual.walk()}
        weights, constant = inner["maxout"].get_param("W"), inner["maxout"].get_param("b")
        return cls(
            np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T),
            np.ascontiguousarray(constant.T).ravel(),
            inner["layernorm"].get_param("G"),
            inner["layernorm"].get_param("b"),
        )

    def __call__(self, seen: Floats, pieces: Floats) -> Floats:
        """What is added, of the words with those beside them; `pieces` has room for all of which the highest count."""
        np.matmul(seen, self.weights, out=pieces)
        pieces += self.constant
        width = len(self.scale)
        told: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(told, pieces[:, 2 * width :], out=told)
        told -= told.mean(1, keepdims=True)
        told *= ((np.einsum("ij,ij->i", told, told) / width + LEAST) ** -0.5)[:, None]
        told *= self.scale
        told += self.shift
        return told


class Vectors:
    def __init__(self, tok2vec: Any) -> None:
        """`tok2vec`: the pipeline's model, a hashed embedding and windows of maxout."""
        embedding, encoding = tok2vec.layers
        self._embedding = [embedding.layers[2].layers[0], embedding.layers[3].layers[0]]
        self._layers = [Layer.of(block) for block in encoding.layers[0].layers]
        self._width = len(self._layers[0].scale)
        self._kept: dict[Word, Floats] = {}

    def __call__(self, doc: "Doc") -> Floats:
        """(tokens, width). As the pipeline does, it begins and ends with as many blanks as there are layers."""
        alone, edge, width = self._alone(doc), len(self._layers), self._width
        count = len(alone) + 2 * edge
        padded = np.zeros((count + 2, width), np.float32)
        words = padded[1:-1]
        words[edge : count - edge] = alone
        row, column = padded.strides
        beside = np.ndarray((count, BESIDE, width), np.float32, padded, 0, (row, row, column))
        seen, pieces = np.empty((count, BESIDE * width), np.float32), np.empty((count, PIECES * width), np.float32)
        for layer in self._layers:
            np.copyto(seen.reshape(count, BESIDE, width), beside)
            words += layer(seen, pieces)
        return words[edge : count - edge].copy()

    def _alone(self, doc: "Doc") -> Floats:
        """What each word tells by itself."""
        told = np.asarray(doc.to_array(TOLD), np.uint64)
        words = list(zip(told[:, 0].tolist(), told[:, 1].tolist(), strict=True))
        places = dict(zip(words, range(len(words)), strict=True))
        known = {word: self._kept.get(word) for word in places}
        if new := [word for word, vector in known.items() if vector is None]:
            found = dict(zip(new, self._worked_out(told[[places[word] for word in new], 1:]), strict=True))
            known |= found
            if len(self._kept) + len(found) > REMEMBERED:
                self._kept.clear()
            self._kept |= found
        return np.array([known[word] for word in words], np.float32).reshape(len(words), self._width)

    def _worked_out(self, told: NDArray[np.uint64]) -> list[Floats]:
        """Vectors of words by their norms, prefixes, suffixes and shapes."""
        found: list[Floats] = []
        for at in range(0, len(told), BLOCK):
            block = np.zeros((BLOCK, told.shape[1]), np.uint64)
            part = told[at : at + BLOCK]
            block[: len(part)] = part
            vectors = block
            for layer in self._embedding:
                vectors = layer.predict(vectors)
            found += [vector.copy() for vector in vectors[: len(part)]]
        return found
