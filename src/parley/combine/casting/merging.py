"""A person's decisions on who is who, and offices that differ only in spelling."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parley.combine.decisions import apply
from parley.record import Actor, DecisionKind, Decisions, Target
from parley.text.spelling import office_key


def unite_offices(offices: Iterable[str]) -> tuple[str, ...]:
    """Each office once, in its most frequent wording; one that a fuller one holds is left out."""
    counts = Counter(offices)
    best: dict[str, str] = {}
    for office in sorted(counts, key=lambda o: (-counts[o], o)):
        best.setdefault(office_key(office), office)
    kept = [k for k in best if not any(k != other and f" {k} " in f" {other} " for other in best)]
    return tuple(sorted(best[k] for k in kept))


def decide(actors: Sequence[Actor], decisions: Decisions) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """The actors as a person decided, and for each id that was merged away the id that stands for it now."""
    told = tuple(d for d in decisions if d.target is Target.ACTOR)
    if not told:
        return tuple(actors), {}
    into: dict[str, str] = {}
    known = {a.id: a for a in actors}
    for d in told:
        subjects = [s for s in d.subjects if s in known]
        if d.kind is DecisionKind.MERGE and len(subjects) > 1:
            first = into.get(subjects[0], subjects[0])
            into.update({s: first for s in subjects[1:] if s != first})
            into = {k: first if v in subjects[1:] else v for k, v in into.items()}
    joined = [_joined(a, [known[k] for k, v in into.items() if v == a.id]) for a in actors]
    kept = apply(joined, told, Target.ACTOR)
    return tuple(replace(a, party=into.get(a.party or "", a.party)) for a in kept), into


def _joined(actor: Actor, others: Sequence[Actor]) -> Actor:
    """The actor with the names, offices and mentions of those merged into it."""
    if not others:
        return actor
    names = {n for a in (actor, *others) for n in (a.name, *a.aliases)} - {actor.name}
    party = next((a.party for a in (actor, *others) if a.party and a.party != actor.id), None)
    return replace(
        actor,
        aliases=tuple(sorted(names)),
        offices=unite_offices(o for a in (actor, *others) for o in a.offices),
        party=party,
        mentions=tuple(sorted({m for a in (actor, *others) for m in a.mentions})),
    )
