"""FollowTheMoney entities, JSON lines: articles, actors, meetings and mentions, for Aleph and its kin."""

import json
from collections.abc import Iterator
from typing import Any

from parley.record import Actor, ActorKind, Record, short_id

SCHEMA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "PublicBody",
    ActorKind.GROUP: "LegalEntity",
    ActorKind.UNKNOWN: "LegalEntity",
}
Entity = dict[str, Any]


def ftm_entities(record: Record) -> str:
    entities = [*_articles(record), *map(_actor, record.actors), *_mentions(record), *_meetings(record)]
    return "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entities)


def _entity(id: str, schema: str, **properties: list[str | None]) -> Entity:
    """An entity without empty properties; FollowTheMoney's values are lists of strings."""
    known = {k: [v for v in values if v] for k, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {k: v for k, v in known.items() if v}}


def _articles(record: Record) -> Iterator[Entity]:
    urls = {a.id: a.url for a in record.articles}
    for r in record.readings:
        yield _entity(
            _article_id(r.article), "Article", fileName=[r.article], title=[r.title], author=[*r.byline],
            publisher=[r.outlet], publishedAt=[(r.published or "")[:10]], sourceUrl=[urls[r.article]],
        )  # fmt: skip


def _actor(actor: Actor) -> Entity:
    offices = actor.offices if actor.kind is ActorKind.PERSON else ()
    return _entity(actor.id, SCHEMA[actor.kind], name=[actor.name], alias=[*actor.aliases], position=[*offices])


def _mentions(record: Record) -> Iterator[Entity]:
    for actor in record.actors:
        for article in dict.fromkeys(m.article for m in actor.mentions):
            yield _entity(
                short_id("mention", actor.id, article), "Mention", document=[_article_id(article)],
                name=[actor.name], resolved=[actor.id], detectedSchema=[SCHEMA[actor.kind]],
            )  # fmt: skip


def _meetings(record: Record) -> Iterator[Entity]:
    ids = {a.name: a.id for a in record.actors}
    for m in record.meetings:
        name = " ".join(filter(None, (m.forum or "meeting", m.place, m.date)))
        yield _entity(
            m.id, "Event", name=[name], date=[m.date], location=[m.place],
            involved=[ids.get(p) for p in m.participants], proof=[_article_id(e.article) for e in m.evidence[:1]],
        )  # fmt: skip


def _article_id(article: str) -> str:
    return short_id("article", article)
