"""Who takes part: persons and bodies, their offices, the party for which they speak."""

from collections import Counter

from parley.record import Actor
from parley.views import contract
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, narrow
from parley.views.web.screen import Asked, Shown, paged


def actors(asked: Asked) -> Shown:
    index = asked.index
    every = index.record.actors
    found, facets = narrow(asked, every, _traits(index))
    said = Counter(u.speaker for u in index.record.utterances)
    held = Counter(p.party for p in index.record.positions)
    found.sort(key=lambda a: (-said[a.id] - held[a.id], -len(a.mentions), a.name))
    page = paged(asked, found, 60)
    values = {"page": page, "facets": facets, "said": said, "held": held}
    return Shown("actors.html", "Actors", lambda: {"actors": [contract.actor_json(a) for a in found]}, values)


def _traits(index: Index) -> list[Trait[Actor]]:
    """A party stands with those who speak for it."""
    parties = frozenset(a.party for a in index.record.actors if a.party)
    return [
        Trait("kind", "Kind", lambda a: (a.kind,)),
        Trait("party", "Speaks for", lambda a: {a.id} & parties | ({a.party} if a.party else set()), index.actor),
    ]
