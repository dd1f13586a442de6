"""Makes nouns in one line, so that a test reads like the sentence that it tests."""

from typing import Any

from parley.record import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Meeting,
    MeetingStatus,
    Quote,
    QuoteKind,
    Reading,
    Span,
    Speaker,
    short_id,
)


def article(text: str, id: str = "a", **fields: Any) -> Article:
    return Article(id, text, **fields)


def span(of: Article, words: str, nth: int = 0) -> Span:
    """The nth place where the words stand in the article; a test that names absent words fails here."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(words, start + 1)
    return Span(of.id, start, start + len(words))


def blocks(of: Article) -> tuple[Block, ...]:
    """Every line that is not blank as body."""
    found, at = [], 0
    for line in of.text.split("\n"):
        if line.strip():
            found.append(Block(BlockKind.BODY, Span(of.id, at, at + len(line))))
        at += len(line) + 1
    return tuple(found)


def quote(
    of: Article, words: str, speaker: str | None = None, kind: QuoteKind = QuoteKind.DIRECT, score: float = 0.99
) -> Quote:
    said_by = None if speaker is None else Speaker(None, speaker, ActorKind.PERSON)
    return Quote((span(of, words),), kind, None, said_by, score)


def actor(
    name: str, kind: ActorKind = ActorKind.PERSON, party: str | None = None, mentions: tuple[Span, ...] = ()
) -> Actor:
    return Actor(short_id(name, kind), name, kind, party=party, mentions=mentions)


def meeting(
    of: Article, words: str, date: str | None = None, place: str | None = None, forum: str | None = None
) -> Meeting:
    return Meeting(date, place, forum, (), MeetingStatus.HELD, (span(of, words),))


def reading(of: Article, **fields: object) -> Reading:
    """A reading that labels every line as body; any field may be given."""
    told: dict[str, Any] = {"outlet": of.outlet, "title": of.title, "byline": (), "published": of.published}
    told |= {"published_basis": "input", "language": "en", "blocks": blocks(of), **fields}
    return Reading(article=of.id, sha256=of.sha256, **told)
