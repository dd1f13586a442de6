"""Who takes part: persons and bodies, their offices, the party for which they speak."""

from collections import Counter

from parley.views import contract
from parley.views.web.screen import Asked, Shown, facet, paged


def actors(asked: Asked) -> Shown:
    index = asked.index
    every = index.record.actors
    found = [a for a in every if asked.query.get("kind") in (None, a.kind) and _in_party(asked, a.id, a.party)]
    said = Counter(u.speaker for u in index.record.utterances)
    held = Counter(p.party for p in index.record.positions)
    found.sort(key=lambda a: (-said[a.id] - held[a.id], -len(a.mentions), a.name))
    page = paged(asked, found, 60)
    facets = (
        facet(asked, "kind", "Kind", lambda: (a.kind for a in every)),
        facet(asked, "party", "Speaks for", lambda: (a.party for a in every if a.party), index.actor),
    )
    values = {"page": page, "facets": facets, "said": said, "held": held}
    return Shown("actors.html", "Actors", lambda: {"actors": [contract.actor_json(a) for a in found]}, values)


def _in_party(asked: Asked, actor: str, party: str | None) -> bool:
    return asked.query.get("party") in (None, party, actor)
