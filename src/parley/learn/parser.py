"""The syntax pipeline's parser by its own weights, many paragraphs at once, in half the time that it takes itself: spaCy's loop
gives Python's lock back and takes it again at nearly every call."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]


class Parser:
    def __init__(self, parser: Any) -> None:
        """`parser`: the pipeline's step. A state is told by some of its words; each word's part is worked out once for every
        place in a state, of two numbers the higher counts, and a last layer scores the moves."""
        self._parser, self._words = parser, parser.model.get_ref("tok2vec")
        self._rows = parser.model.predict([_blank(parser.vocab)]).get_token_ids  # the words that tell of each state
        of_words, of_moves = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        weights = of_words.get_param("W")  # places x hidden x 2 x width
        self._places, self._hidden = weights.shape[:2]
        self._weights = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(weights.shape[3], -1))
        self._absent = of_words.get_param("pad")[0].transpose(0, 2, 1).ravel()  # of a place where no word is
        self._constant = of_words.get_param("b").T.ravel()
        self._moves = np.ascontiguousarray(of_moves.get_param("W").T)
        self._moves_constant = of_moves.get_param("b")

    def __call__(self, docs: "Sequence[Doc]") -> None:
        """Sets heads, relations and sentences. The docs hold their words' vectors (`tensor`)."""
        states = self._parser.moves.init_batch(docs)
        parts = self._parts(docs)
        absent = len(parts) // self._places - 1
        places = np.arange(self._places)
        going = [state for state in states if not state.is_final()]
        while going:
            rows = self._rows(going)
            rows[rows < 0] = absent
            told = parts.take(rows * self._places + places, axis=0).sum(1)
            told += self._constant
            scores = np.maximum(told[:, : self._hidden], told[:, self._hidden :]) @ self._moves
            scores += self._moves_constant
            going = self._parser.transition_states(going, scores)
        self._parser.set_annotations(docs, states)

    def _parts(self, docs: "Sequence[Doc]") -> Floats:
        """What each word adds in each place; in the last rows, what no word does: (words + 1) * places x 2 * hidden."""
        words = self._words.predict(docs)
        parts = np.empty((len(words) + 1, len(self._absent)), np.float32)
        np.matmul(words, self._weights, out=parts[:-1])
        parts[-1] = self._absent
        return parts.reshape(-1, 2 * self._hidden)


def _blank(vocab: Any) -> "Doc":
    from spacy.tokens import Doc

    return Doc(vocab)
