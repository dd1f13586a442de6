"""The same words across outlets, aligned, with drift shown."""

from collections.abc import Sequence

from parley.combine.actors import Roster
from parley.record import Article, Copy, Reading, Utterance

__all__ = ["align_utterances"]


def align_utterances(
    articles: Sequence[Article], readings: Sequence[Reading], roster: Roster, copies: Sequence[Copy]
) -> tuple[Utterance, ...]:
    """Every quote of every reading in exactly one utterance."""
    return ()
