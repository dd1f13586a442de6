"""The kind of each line: rules propose, a trained model says which lines belong to the article, roles follow from both."""

from collections.abc import Sequence

from parley.learn import MissingModel
from parley.reading.labelling.belonging import belongs
from parley.reading.labelling.roles import settle
from parley.reading.labelling.rules import rule_kinds
from parley.reading.lines import Line
from parley.record import BlockKind

__all__ = ["kinds_of"]

FEW = 3  # a text of fewer lines has no surroundings to judge by


def kinds_of(lines: Sequence[Line], title: str | None) -> list[BlockKind]:
    """One kind a line; `title` where the caller told it."""
    ruled = rule_kinds(lines, title)
    if len(lines) < FEW:
        return ruled
    try:
        kept = belongs(lines, ruled)
    except MissingModel:
        return ruled
    return settle(lines, ruled, kept, title) if any(kept) else ruled
