"""Which of PLOVER's kinds of event one party does to another in a sentence: a second opinion (card: plover_model/CARD.md)."""

import hashlib
import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from parley.kinds import StanceKind
from parley.learn import MissingModel, encoder
from parley.text.once import Kept

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence, Token

ROOTS = (
    "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD"
).split()
# The kind of event that a stance is; to deny what was said is none
ROOT_OF = {
    StanceKind.DEMANDS: "REQUEST", StanceKind.OFFERS: "AGREE", StanceKind.SUPPORTS: "SUPPORT", StanceKind.ACCEPTS: "AGREE",
    StanceKind.REJECTS: "REJECT", StanceKind.REFUSES: "REJECT", StanceKind.OPEN_TO: "AGREE", StanceKind.THREATENS: "THREATEN",
    StanceKind.DENIES: None,
}  # fmt: skip
# The parties' names are put out of sight: these stand for them, so that nobody is judged by name. Names of states read
# better than made-up ones (five-fold F1 .77 against .76).
SOURCE, TARGET = "France", "Germany"
AROUND = frozenset("aux neg compound obj xcomp advmod mark case obl acl amod nmod ccomp".split())
LETTERS = (3, 4, 5)  # code points of the pieces of words
REMEMBERED_KEYS = 50_000  # features whose numbers are kept
UNSEEN = -1  # the row of a feature that the model does not know
DEEPEST = 60  # steps up a parse

Place = tuple[int, int]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """Who acts and whom it is done to: code points [start, end) of the parsed text, inside the sentence; one may be unknown."""

    sentence: "Sentence"
    source: Place | None
    target: Place | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model looks at: the masked sentence, where in it the words between and on the path stand, and their lemmas."""

    masked: str
    between: Place
    path: tuple[Place, ...]
    words: tuple[str, ...]
    letters: str


def see(pair: Pair) -> Seen:
    """The pair's sentence with both parties masked."""
    tokens = [t for t in pair.sentence if not t.is_space]
    stands = [(t.idx, t.idx + len(t)) for t in tokens]
    lemmas = [t.lemma_.lower() for t in tokens]
    source, target = (_inside(stands, place) for place in (pair.source, pair.target))
    path = _path(tokens, source, target)
    masked, moved = _mask(pair)
    ends = [at for at in (moved(pair.source), moved(pair.target)) if at]
    between = (min(a for a, _ in ends), max(b for _, b in ends)) if len(ends) > 1 else (0, len(masked))
    hidden = {*source, *target}
    shown = [n for n in range(len(tokens)) if n not in hidden]
    inner = shown
    if len(ends) > 1 and pair.source and pair.target:
        first, last = min(pair.source[0], pair.target[0]), max(pair.source[1], pair.target[1])
        inner = [n for n in shown if first <= stands[n][0] < last]
    told = [
        f"{kind}{gram}"
        for kind, ns in (("p ", path), ("b ", inner), ("a ", shown))
        for gram in _grams([lemmas[n] for n in ns])
    ]
    places = tuple(at for n in path if (at := moved(stands[n])))
    letters = f"{masked[slice(*between)]} {' '.join(masked[slice(*at)] for at in places)}".lower()
    return Seen(masked, between, places, tuple(told), letters)


def _grams(lemmas: Sequence[str]) -> Iterator[str]:
    yield from lemmas
    yield from map(" ".join, itertools.pairwise(lemmas))


def _inside(stands: Sequence[Place], place: Place | None) -> list[int]:
    return [n for n, (start, end) in enumerate(stands) if start < place[1] and end > place[0]] if place else []


def _mask(pair: Pair) -> "tuple[str, Moved]":
    """The sentence with names in place of the parties, and where a place of it went."""
    start, end, text = pair.sentence.start_char, pair.sentence.end_char, pair.sentence.text
    moved, parts, at = Moved(start), [], start
    for (first, stop), name in sorted((p, n) for p, n in ((pair.source, SOURCE), (pair.target, TARGET)) if p):
        if first < at or stop > end:
            continue  # two parties in one another: the outer or first one is masked
        parts += [text[at - start : first - start], name]
        moved.add(first, stop, len(name))
        at = stop
    parts.append(text[at - start :])
    return "".join(parts), moved


class Moved:
    """Where the code points of a text stand once parts of it have been replaced."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.parts: list[tuple[int, int, int]] = []

    def add(self, first: int, stop: int, length: int) -> None:
        self.parts.append((first, stop, length))

    def __call__(self, place: Place | None) -> Place | None:
        """None where the place lies in a replaced part, but is not that part."""
        if place is None:
            return None
        shift = -self.start
        for first, stop, length in self.parts:
            if place == (first, stop):
                return first + shift, first + shift + length
            if place[0] >= stop:
                shift += length - (stop - first)
            elif place[1] > first:
                return None
        return place[0] + shift, place[1] + shift


def _path(tokens: "Sequence[Token]", source: Sequence[int], target: Sequence[int]) -> list[int]:
    """The words that join the two in the parse, with their helpers: "has", "not", "against"; in text order."""
    at = {t.i: n for n, t in enumerate(tokens)}
    hidden = {*source, *target}
    up, other = (_above(tokens, at, side) for side in (source, target))
    common = next((n for n in up if n in other), None)
    core = up or other
    if up and other:
        core = up[: up.index(common) + 1] + other[: other.index(common)] if common is not None else up + other
    kept = set(core) - hidden or set([n for n in up if n not in hidden][:2])
    for n, token in enumerate(tokens):
        if n not in hidden and at.get(token.head.i) in kept and token.dep_.split(":")[0] in AROUND:
            kept.add(n)
    return sorted(kept)


def _above(tokens: "Sequence[Token]", at: dict[int, int], side: Sequence[int]) -> list[int]:
    """The head of the words, its head, and so on up to the sentence's root."""
    inside = {tokens[n].i for n in side}
    head = next((n for n in side if tokens[n].head.i not in inside or tokens[n].head.i == tokens[n].i), None)
    found: list[int] = []
    while head is not None and head not in found and len(found) < DEEPEST:
        found.append(head)
        head = at.get(tokens[head].head.i)
    return found


@dataclass(frozen=True, slots=True)
class Model:
    """Keys in order with their rarities; a row of weights for each word, letter run and vector place, a column a root."""

    words: NDArray[np.uint32]
    word_rarity: Floats
    letters: NDArray[np.uint32]
    letter_rarity: Floats
    plain: Floats
    plain_bias: Floats
    whole: Floats
    whole_bias: Floats


@cache
def load() -> Model:
    path = resources.files("parley.learn") / "plover_model" / "plover.npz"
    if not path.is_file():
        raise MissingModel(f"{path} is missing; make it with: python -m training plover")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        whole = {name: kept[name] for name in kept.files}
    return Model(**{n: v.astype(np.float32) if v.dtype == np.float16 else v for n, v in whole.items()})


def by_words(seen: Seen) -> Floats:
    """How likely each of ROOTS is by words alone: a tenth of a millisecond, macro F1 .78. Raises MissingModel."""
    model = load()
    return _likely(_scores(seen, model.plain) + model.plain_bias)


def by_meaning(seen: Seen) -> Floats:
    """How likely each of ROOTS is by words and by the encoder, which runs once for it: macro F1 .81. Raises MissingModel."""
    model = load()
    weights = model.whole[len(model.words) + len(model.letters) :]
    return _likely(_scores(seen, model.whole) + vectors(seen) @ weights + model.whole_bias)


def _scores(seen: Seen, weights: Floats) -> Floats:
    model, found = load(), np.zeros(len(ROOTS), np.float32)
    letters = Counter(itertools.chain.from_iterable(map(_letter_rows.__getitem__, seen.letters.split())))
    words = Counter(map(_word_rows.__getitem__, seen.words))
    words.pop(UNSEEN, None)
    for counts, rarity, first, size in (
        (words, _rarity("words"), 0, len(model.words)),
        (letters, _rarity("letters"), len(model.words), len(model.letters)),
    ):
        values = _unit([(1 + math.log(n)) * rarity[row] for row, n in counts.items()])
        found += np.array(values, np.float32) @ weights[first : first + size][list(counts)]
    return found


def _word_row(told: str) -> int:
    """The feature's row in the model."""
    return _row(key(told), load().words)


def _rows_of_letters(word: str) -> tuple[int, ...]:
    """The rows of the word's runs of letters."""
    return tuple(row for run in runs(word) if (row := _row(key(run), load().letters)) != UNSEEN)


def _row(bits: int, keys: NDArray[np.uint32]) -> int:
    at = int(np.searchsorted(keys, np.uint32(bits)))
    return at if at < len(keys) and keys[at] == bits else UNSEEN


_word_rows, _letter_rows = Kept(_word_row, REMEMBERED_KEYS), Kept(_rows_of_letters, REMEMBERED_KEYS)


@cache
def _rarity(kind: str) -> list[float]:
    model = load()
    told: list[float] = (model.word_rarity if kind == "words" else model.letter_rarity).tolist()
    return told


def _likely(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    likely: Floats = raised / raised.sum()
    return likely


def vectors(seen: Seen) -> Floats:
    """The masked sentence, the words on the path and those between, each as the mean of its pieces: one run of the network."""
    pieces, places = encoder.read(seen.masked)
    means = [pieces.mean(0)]
    for parts in (seen.path, (seen.between,)):
        within = [n for n, (a, b) in enumerate(places) if b > a and any(s <= a < e for s, e in parts)]
        means.append(pieces[within].mean(0) if within else means[0])
    return np.concatenate([m / np.linalg.norm(m) for m in means])


def word_counts(seen: Seen) -> Counter[str]:
    return Counter(seen.words)


def letter_counts(seen: Seen) -> Counter[str]:
    """Runs of letters within words; a word begins and ends with a blank."""
    return Counter(run for word in seen.letters.split() for run in runs(word))


def runs(word: str) -> Iterator[str]:
    padded = f" {word} "
    for size in LETTERS:
        yield from (padded[n : n + size] for n in range(max(1, len(padded) - size + 1)))


@lru_cache(maxsize=REMEMBERED_KEYS)
def key(feature: str) -> int:
    """The feature's 32 bits: the model keeps these, so that no words of what it learned from lie in it."""
    return int.from_bytes(hashlib.blake2b(feature.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def weighed(counts: Counter[str], keys: NDArray[np.uint32], rarity: Floats) -> tuple[list[int], list[float]]:
    """Rows of the model and values of length 1: sublinear counts times rarity. Features that it has not seen are left out."""
    told = np.array([key(feature) for feature in counts], np.uint32)
    at = np.minimum(np.searchsorted(keys, told), len(keys) - 1)
    rows: list[int] = []
    values: list[float] = []
    for count, row, known in zip(counts.values(), at.tolist(), (keys[at] == told).tolist(), strict=True):
        if known:
            rows.append(row)
            values.append((1 + math.log(count)) * float(rarity[row]))
    return rows, _unit(values)


def _unit(values: list[float]) -> list[float]:
    length = math.sqrt(sum(v * v for v in values)) or 1.0
    return [v / length for v in values]
