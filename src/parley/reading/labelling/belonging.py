"""Which lines belong to the article."""

from collections.abc import Sequence

from parley.learn.lines import load, slots
from parley.reading.labelling.features import features
from parley.reading.labelling.page_features import bags, page_features
from parley.reading.lines import Line
from parley.record import BlockKind
from parley.text.markup import ShownLine

CHANGE = 0.5  # log-odds that a change between article and residue costs: training/lines.py, held-out domains


def belongs(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> list[bool]:
    """One answer a line; `kinds` is what the rules say of them."""
    model = load("lines")
    rows = features(lines, kinds, model.wording(slots([line.text for line in lines])))
    return smoothed(model.trees.margin(rows).tolist())


def belongs_on_page(
    lines: Sequence[Line], places: Sequence[ShownLine], kinds: Sequence[BlockKind], taken: Sequence[bool]
) -> list[bool]:
    """The same for a page's lines with their places in the markup; `taken` are those of the extractor's text."""
    model = load("pages")
    rows = page_features(lines, places, kinds, model.wording(bags(lines, places)), [taken])
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
