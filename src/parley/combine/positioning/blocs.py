"""Parties that act together: "the union and the drivers' guild" as one party where they do so again and again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parley.combine.actors import Roster
from parley.combine.positioning.parties import FOLLOWERS, party_of
from parley.combine.positioning.pointing import antecedents, points_back
from parley.record import Actor, ActorKind, Article, Reading, Span, Stance, StanceKind, short_id

TOGETHER = 2  # sentences in which the same parties take one stance; once may be chance (seeds-record)
AGAINST = frozenset({StanceKind.REJECTS, StanceKind.REFUSES})
PUT = frozenset({StanceKind.DEMANDS, StanceKind.OFFERS})
LARGEST = 3  # parties of a bloc; a longer list names those who happen to agree


def unite_blocs(articles: Sequence[Article], readings: Sequence[Reading], roster: Roster) -> Roster:
    """The roster with an actor for each bloc, and for each "... and its allies" that takes a stance."""
    texts = {a.id: a.text for a in articles}
    names = {a.id: a for a in roster.actors}
    made: dict[str, Actor] = {}
    for members, spans in sorted(_blocs(texts, readings, roster).items(), key=lambda b: sorted(b[0])):
        actors = sorted((names[m] for m in members), key=lambda a: a.name)
        made[bloc_id(members)] = _actor(bloc_id(members), " and ".join(a.name for a in actors), actors, spans, texts)
    for reading in readings:
        for stance in reading.stances:
            found = FOLLOWERS.match(stance.party)
            leader = party_of(reading, roster, found[1]) if found else None
            if found and leader and leader in names:
                key = short_id("bloc", leader, found[2])
                actor = made.get(key) or Actor(key, stance.party, ActorKind.GROUP)
                words = _followed(names[leader], found[2], texts[reading.article][stance.span.start : stance.span.end])
                made[key] = replace(actor, aliases=tuple(sorted({*actor.aliases, *words} - {actor.name})))
    return replace(roster, actors=tuple(sorted((*roster.actors, *made.values()), key=lambda a: (a.name, a.id))))


def bloc_id(members: frozenset[str]) -> str:
    return short_id("bloc", *sorted(members))


def acting_together(reading: Reading, roster: Roster) -> Mapping[Span, frozenset[str]]:
    """By cue: the parties that take one stance by the same words."""
    found: dict[tuple[Span, StanceKind], set[str]] = defaultdict(set)
    for stance in reading.stances:
        party = party_of(reading, roster, stance.party)
        if party is not None:
            found[stance.cue, stance.stance].add(party)
    return {cue: frozenset(p) for (cue, _), p in found.items() if 1 < len(p) <= LARGEST}


def _blocs(
    texts: Mapping[str, str], readings: Sequence[Reading], roster: Roster
) -> Mapping[frozenset[str], list[Span]]:
    spans: dict[frozenset[str], list[Span]] = defaultdict(list)
    for reading in readings:
        together = acting_together(reading, roster)
        for stance in reading.stances:
            if stance.cue in together and stance.span not in spans[together[stance.cue]]:
                spans[together[stance.cue]].append(stance.span)
    foes = {pair for r in readings for pair in _foes(r, roster)}
    return {
        members: at
        for members, at in spans.items()
        if len({texts[s.article][s.start : s.end] for s in at}) >= TOGETHER
        and not any(frozenset((a, b)) in foes for a in members for b in members if a != b)
    }


def _foes(reading: Reading, roster: Roster) -> Iterator[frozenset[str]]:
    """Pairs of which one rejects what the other demands or offers: in one sentence, or by "rejected the offer"."""
    for n, stance in enumerate(reading.stances):
        if stance.stance in AGAINST and points_back(stance.issue):
            for other in antecedents(reading.stances[:n], stance):
                pair = {party_of(reading, roster, stance.party), party_of(reading, roster, other.party)} - {None}
                yield frozenset(p for p in pair if p)
    by_span: dict[Span, list[Stance]] = defaultdict(list)
    for stance in reading.stances:
        by_span[stance.span].append(stance)
    for stances in by_span.values():
        against = {party_of(reading, roster, s.party) for s in stances if s.stance in AGAINST}
        put = {party_of(reading, roster, s.party) for s in stances if s.stance in PUT}
        yield from (frozenset((a, b)) for a in against for b in put if a and b and a != b)


def _actor(key: str, name: str, members: Sequence[Actor], spans: Sequence[Span], texts: Mapping[str, str]) -> Actor:
    """A bloc's aliases are the words by which texts name its members together."""
    either = "|".join(re.escape(n) for a in members for n in sorted({a.name, *a.aliases}, key=len, reverse=True))
    pattern = re.compile(rf"(?:[Tt]he )?(?:{either}) and (?:the )?(?:{either})")
    words = {m.group() for s in spans for m in pattern.finditer(texts[s.article][s.start : s.end])}
    return Actor(key, name, ActorKind.GROUP, tuple(sorted(words - {name})))


def _followed(leader: Actor, followers: str, sentence: str) -> set[str]:
    either = "|".join(re.escape(n) for n in sorted({leader.name, *leader.aliases}, key=len, reverse=True))
    return {m.group() for m in re.finditer(rf"(?:[Tt]he )?(?:{either}) and (?:its|their) {followers}", sentence)}
