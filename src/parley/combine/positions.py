"""Party x issue x stance over all articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.combine.actors import Roster
from parley.combine.decisions import apply
from parley.combine.origins import count
from parley.combine.positioning.blocs import acting_together, bloc_id
from parley.combine.positioning.issues import Phrase, Topics, issue_id, make_issues, part_of
from parley.combine.positioning.parties import actor_of, party_of
from parley.combine.positioning.pointing import antecedents, points_back
from parley.combine.positioning.when import Calendar
from parley.record import (
    Article,
    Attribution,
    DecisionKind,
    Decisions,
    Issue,
    Meeting,
    Origin,
    Position,
    Reading,
    Span,
    Stance,
    StanceKind,
    Target,
    short_id,
)

__all__ = ["find_positions"]

LEAST = 0.5  # a stance with a lower score is no position
CONCEDED = 0.45  # "withdrew its plan": the score of what accepts something only where another party asked for it
ASKING = frozenset({StanceKind.DEMANDS, StanceKind.REJECTS})
RANK = {Attribution.OWN: 0, Attribution.NARRATOR: 1, Attribution.REPORTED_BY_OTHER: 2}


@dataclass(frozen=True)
class Held:
    """A stance whose party, topic and day are settled; `about` and `names` say what it is about, maybe an earlier stance's."""

    stance: Stance
    about: str
    names: tuple[str, ...]
    party: str
    topic: str
    speaker: str | None
    when: str | None
    meeting: str | None
    attribution: Attribution


def find_positions(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    roster: Roster,
    meetings: Sequence[Meeting],
    origins: Sequence[Origin],
    decisions: Decisions,
) -> tuple[tuple[Issue, ...], tuple[Position, ...]]:
    """Issues grouped by meaning, and the positions on them; decisions about issues and positions are applied."""
    told = [(r, s) for r in readings for s in r.stances if s.score >= LEAST]
    topics = Topics([Phrase(s.issue, r.article) for r, s in told], _names(roster))
    told_of = _by_article(meetings)
    told_held = [h for r in readings for h in _held(r, roster, topics, Calendar(r, told_of.get(r.article, [])))]
    asked = {(h.party, h.topic) for h in told_held if h.stance.stance in ASKING}
    held = [h for h in told_held if h.stance.score >= LEAST or any(t == h.topic and p != h.party for p, t in asked)]
    texts = {a.id: a.text for a in articles}
    held = _split(held, decisions, texts)
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    for h in held:
        phrases[h.topic].append(_phrase(h, texts))
    issues = make_issues(phrases, _names(roster))
    merged = _merged(issues, decisions)
    kept = apply(issues, decisions, Target.ISSUE)
    kept_ids = {i.id for i in kept}
    positions = [p for p in _positions(held, origins, merged, texts) if p.issue in kept_ids]
    return kept, apply(positions, decisions, Target.POSITION)


def _by_article(meetings: Sequence[Meeting]) -> Mapping[str, list[Meeting]]:
    """The meetings that each article tells of."""
    found: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for article in dict.fromkeys(s.article for s in meeting.evidence):
            found[article].append(meeting)
    return found


def _names(roster: Roster) -> list[str]:
    return sorted({n for a in roster.actors for n in (a.name, *a.aliases)})


def _held(reading: Reading, roster: Roster, topics: Topics, calendar: Calendar) -> list[Held]:
    """The stances of one reading that a known party holds on something that is named."""
    found = []
    together = acting_together(reading, roster)
    for n, stance in enumerate(reading.stances):
        bloc = bloc_id(together[stance.cue]) if stance.cue in together else None
        party = bloc if roster.actor(bloc) else party_of(reading, roster, stance.party)
        if stance.score < (CONCEDED if stance.stance is StanceKind.ACCEPTS else LEAST) or party is None:
            continue
        speaker = actor_of(reading, roster, stance.speaker)
        when, meeting = calendar.of(stance)
        attribution = stance.attribution
        if attribution is Attribution.REPORTED_BY_OTHER and roster.party_of(speaker) == party:
            attribution = Attribution.OWN  # another article tells for whom the person speaks
        for meant in _issues(reading.stances[:n], stance):
            found += [
                Held(
                    stance,
                    meant.issue,
                    meant.names,
                    party,
                    topic,
                    speaker if speaker != party else None,
                    when,
                    meeting,
                    attribution,
                )
                for topic in topics.of(meant.issue)
            ]
    return found


def _issues(earlier: Sequence[Stance], stance: Stance) -> list[Stance]:
    """The stances whose words name what the stance is about: itself, or the demands that it points back to."""
    if stance.stance is StanceKind.DENIES and points_back(stance.issue):
        return []  # "denied it" is about a charge, not about a demand
    if points_back(stance.issue) and (meant := antecedents(earlier, stance)):
        return meant
    return [stance]


def _split(held: Sequence[Held], decisions: Decisions, texts: Mapping[str, str]) -> list[Held]:
    """An issue that a person has split becomes one for each thing that its stances name: "raise" and "bonus" of "pay"."""
    wanted = {s for d in decisions if d.target is Target.ISSUE and d.kind is DecisionKind.SPLIT for s in d.subjects}
    if not wanted:
        return list(held)
    return [replace(h, topic=part_of(h.topic, _phrase(h, texts))) if issue_id(h.topic) in wanted else h for h in held]


def _phrase(held: Held, texts: Mapping[str, str]) -> Phrase:
    span = held.stance.span
    return Phrase(held.about, span.article, held.names, texts.get(span.article, "")[span.start : span.end])


def _merged(issues: Sequence[Issue], decisions: Decisions) -> Mapping[str, str]:
    """The issue that each merged one went into."""
    into: dict[str, str] = {i.id: i.id for i in issues}
    for d in decisions:
        subjects = [s for s in d.subjects if s in into]
        if d.target is Target.ISSUE and d.kind is DecisionKind.MERGE and len(subjects) > 1:
            first = into[subjects[0]]
            into = {k: first if v in {into[s] for s in subjects} else v for k, v in into.items()}
    return into


def _positions(
    held: Sequence[Held], origins: Sequence[Origin], merged: Mapping[str, str], texts: Mapping[str, str]
) -> list[Position]:
    groups: dict[tuple[str, ...], list[Held]] = defaultdict(list)
    for h in held:
        issue = merged[issue_id(h.topic)]
        groups[h.party, issue, h.stance.stance, str(h.stance.conditional), h.meeting or ""].append(h)
    return [_position(key, group, origins, texts) for key, group in sorted(_with_round(groups).items())]


def _with_round(groups: Mapping[tuple[str, ...], list[Held]]) -> Mapping[tuple[str, ...], list[Held]]:
    """A stance of no known round joins the only round in which the party is known to take it."""
    joined = dict(groups)
    of_rounds: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for key in groups:
        if key[-1]:
            of_rounds[key[:-1]].append(key)
    for key in groups:
        rounds = of_rounds.get(key[:-1], [])
        if not key[-1] and len(rounds) == 1:
            joined[rounds[0]] = [*joined[rounds[0]], *joined.pop(key)]
    return joined


def _position(
    key: tuple[str, ...], held: Sequence[Held], origins: Sequence[Origin], texts: Mapping[str, str]
) -> Position:
    """One position of all outlets' words: the party's own words count before the reporter's, and those before others'."""
    first = min(held, key=lambda h: (RANK[h.attribution], -h.stance.score, h.stance.span))
    evidence = tuple(sorted({h.stance.span for h in held}))
    behind = count(origins, [s.article for s in evidence])
    party, issue, _, _, meeting = key
    unsure = 1.0
    for h in sorted(held, key=lambda h: -h.stance.score)[:behind]:
        unsure *= 1 - h.stance.score
    return Position(
        id=short_id("position", *key),
        party=party,
        issue=issue,
        stance=first.stance.stance,
        conditional=first.stance.conditional,
        condition=first.stance.condition,
        when=min((h.when for h in held if h.when), default=None),
        meeting=meeting or None,
        speaker=first.speaker,
        attribution=first.attribution,
        evidence=evidence,
        origins=behind,
        score=round(min(1 - unsure, 0.99), 2),
        words=_words(first.stance, texts),
    )


def _words(stance: Stance, texts: Mapping[str, str]) -> Span | None:
    """Where the stance's sentence names its issue."""
    start = texts.get(stance.span.article, "").find(stance.issue, stance.span.start, stance.span.end)
    return None if start < 0 else Span(stance.span.article, start, start + len(stance.issue))
