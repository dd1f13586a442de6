"""Which lines belong to the article."""

from collections.abc import Sequence

from parley.learn.lines import load
from parley.reading.labelling.features import features
from parley.reading.lines import Line
from parley.record import BlockKind

CHANGE = 0.5  # log-odds that a change between article and residue costs: training/lines.py, held-out domains


def belongs(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> list[bool]:
    """One answer a line; `kinds` is what the rules say of them."""
    model = load()
    rows = features(lines, kinds, model.wording([line.text for line in lines]))
    return smoothed(model.trees.margin(rows).tolist())


def smoothed(margins: Sequence[float]) -> list[bool]:
    """The most probable run of answers (Viterbi) for the log-odds of each line."""
    out, inside = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for margin in margins:
        # whether the best way to (outside, inside) comes from the other side
        back.append((inside - CHANGE > out, out - CHANGE > inside))
        out, inside = max(out, inside - CHANGE), max(inside, out - CHANGE) + margin
    state = inside > out
    found = []
    for crossed in reversed(back):
        found.append(state)
        state ^= crossed[state]
    return found[::-1]
