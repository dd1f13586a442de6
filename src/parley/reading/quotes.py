"""Quotations of one article: direct, mixed and indirect, each with its cue and speaker."""

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.reading.quoting import ruled
from parley.record import ActorKind, Quote, Speaker

__all__ = ["find_quotes"]


def find_quotes(prose: Prose, cast: Cast) -> tuple[Quote, ...]:
    """In text order; `speaker.name` is a name of the cast, None where unresolved."""
    quotes = []
    for f in ruled.find(prose):
        speaker = None
        if f.source is not None:
            actor = cast.meant(*f.source)
            speaker = Speaker(
                prose.span(*f.source), actor.name if actor else None, actor.kind if actor else ActorKind.UNKNOWN
            )
        quotes.append(
            Quote(
                tuple(prose.span(*c) for c in f.contents),
                f.kind,
                prose.span(*f.cue) if f.cue else None,
                speaker,
                f.score,
            )
        )
    return tuple(quotes)
