"""Tags, features and lemmas of words, by the weights of the syntax pipeline's three steps: one product and one table for all."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Hashes = NDArray[np.uint64]  # spaCy's numbers of strings
COLUMNS = ("TAG", "MORPH", "POS", "LEMMA")
BLOCK = 4096  # words whose scores are held together, 17 MB
REMEMBERED = 20_000  # words whose lemmas are kept


def annotate(doc: "Doc", columns: Sequence[int | str], told: Hashes) -> None:
    """Sets attributes of the words (words x columns)."""
    doc.from_array(list(columns), told)  # type: ignore[arg-type]  # spaCy's stubs say float64


class Morphology:
    def __init__(self, pipeline: Any) -> None:
        """`pipeline`: one with a tagger, a morphologizer and a trainable lemmatizer, each a layer over the words' vectors."""
        tagger, morphologizer = pipeline.get_pipe("tagger"), pipeline.get_pipe("morphologizer")
        lemmatizer = pipeline.get_pipe("trainable_lemmatizer")
        layers = [step.model.get_ref("softmax") for step in (tagger, morphologizer, lemmatizer)]
        self._weights = np.ascontiguousarray(np.vstack([layer.get_param("W") for layer in layers]).T)
        self._constant = np.concatenate([layer.get_param("b") for layer in layers])
        self._ends = np.cumsum([layer.get_dim("nO") for layer in layers])[:-1]
        self._strings, self._trees, self._labels = pipeline.vocab.strings, lemmatizer.trees, lemmatizer.labels
        features, classes = morphologizer.cfg["labels_morph"], morphologizer.cfg["labels_pos"]
        add = pipeline.vocab.morphology.add
        self._tags = np.array([self._strings[label] for label in tagger.labels], np.uint64)
        self._features = np.array([add(features.get(label, 0)) for label in morphologizer.labels], np.uint64)
        self._classes = np.array([classes.get(label, 0) for label in morphologizer.labels], np.uint64)
        self._lemmas: dict[tuple[int, int], int] = {}

    def __call__(self, doc: "Doc") -> None:
        """Sets `tag`, `morph`, `pos` and `lemma` of the words, whose vectors the doc holds (`tensor`)."""
        if not len(doc):
            return
        vectors = np.asarray(doc.tensor, np.float32)
        blocks = [self._best(vectors[at : at + BLOCK]) for at in range(0, len(vectors), BLOCK)]
        tags, morphs, trees = np.concatenate(blocks, axis=1)
        lemmas = np.fromiter(self._lemmas_of(doc, trees.tolist()), np.uint64, len(doc))
        told = np.stack([self._tags[tags], self._features[morphs], self._classes[morphs], lemmas], axis=1)
        annotate(doc, COLUMNS, told)

    def _best(self, vectors: NDArray[np.float32]) -> NDArray[np.intp]:
        """The likeliest tag, features and edit of each word: 3 x words."""
        scores = vectors @ self._weights
        scores += self._constant
        return np.stack([part.argmax(1) for part in np.split(scores, self._ends, axis=1)])

    def _lemmas_of(self, doc: "Doc", trees: list[int]) -> Iterator[int]:
        """By the likeliest edit of each word; where that cannot be done, the word as it stands."""
        if len(self._lemmas) > REMEMBERED:
            self._lemmas.clear()
        kept, words = self._lemmas, np.asarray(doc.to_array(["ORTH"]), np.uint64).ravel()
        for known in zip(words.tolist(), trees, strict=True):
            lemma = kept.get(known)
            if lemma is None:
                word, tree = known
                edited = self._trees.apply(self._labels[tree], self._strings[word])
                lemma = kept[known] = word if edited is None else self._strings.add(edited)
            yield lemma
