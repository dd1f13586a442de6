"""Persons meant by what they are: "the NATO chief", "the union leader", "the minister"."""

from functools import lru_cache

from parley.reading.naming.appositions import party_at
from parley.reading.naming.entities import Entity
from parley.reading.naming.lexicon import PRE_OFFICE, before_office
from parley.reading.naming.line import Kind, Line
from parley.reading.naming.scene import Scene
from parley.reading.naming.spotting import office_end

# the head of a role -> words of offices that it can mean
MEANS = {
    "chief": "chief secretary-general secretary president director head leader executive chairman chairwoman chair commissioner",
    "leader": "leader president chief chairman chairwoman chair minister secretary head premier chancellor king",
    "head": "head chief president director chairman chairwoman chair secretary-general leader executive",
    "boss": "boss chief executive president leader secretary head",
    "envoy": "envoy ambassador representative negotiator",
    "diplomat": "ambassador envoy diplomat minister secretary-general secretary representative",
    "negotiator": "negotiator",
    "spokesman": "spokesman spokesperson secretary",
    "spokeswoman": "spokeswoman spokesperson secretary",
    "spokesperson": "spokesman spokeswoman spokesperson secretary",
    "mediator": "mediator facilitator conciliator arbitrator judge envoy",
    "lawmaker": "senator representative lawmaker congressman congresswoman mp legislator",
    "executive": "executive ceo president director",
    "ceo": "executive ceo",
    "premier": "premier minister",
}  # fmt: skip
RECENT = 900  # code points: how far back the nearest of several is meant
LONGEST_ROLE = 6  # words
GENERIC = frozenset(
    "official member expert analyst researcher worker farmer teacher driver owner candidate lawyer officer".split()
)


def meet_roles(scene: Scene) -> None:
    """Places "the NATO chief" and its like where one person of the table is meant."""
    for line in scene.lines:
        after = 0
        for n in line.articles:
            found = _role(scene, line, n) if n >= after and line.office_within(n, LONGEST_ROLE) else None
            if found:
                after, party, head, words = found
                person = _bearer(scene, party, head, words, line.starts[n])
                if person:
                    scene.place(person, line, n, after, counts=False)
                    person.aliases.add("the " + line.slice(n + 1, after))


def _role(scene: Scene, line: Line, at: int) -> tuple[int, Entity | None, str, frozenset[str]] | None:
    """A role that begins with "the" at a word: its end, its party, its head, and the other words that it tells."""
    n = at + 1
    party: Entity | None = None
    if line.lower(n) in PRE_OFFICE or scene.standing(line, at):
        return None
    if n in line.known and line.known[n][1] is not Kind.PLACE:
        size, _, entry = line.known[n]
        party, n = scene.table.of_entry(entry), n + size
    elif (found := party_at(scene, line, at)) and found[0] > n:
        n, party = found
    elif line.lower(n) in scene.by_noun and len(scene.by_noun[line.lower(n)]) == 1:
        party, n = scene.by_noun[line.lower(n)][0], n + 1
    n += 1 if line.lower(n) in ("’s", "'s", "’", "'") else 0
    end = office_end(line, n)
    if end is None or end - at > LONGEST_ROLE or (line.named(end) and line.joined(end)):
        return None
    if (
        party is None
        and end < len(line)
        and line.lower(end) in ("of", "for", "to")
        and (o := party_at(scene, line, end + 1))
    ):
        end, party = o
    head_at = next((k for k in range(end - 1, n - 1, -1) if before_office(line.lower(k))), end - 1)
    words = frozenset(line.lower(k) for k in range(n, end) if before_office(line.lower(k)))
    if line.joined(end) and _is_noun(scene, line, end):
        return None
    return end, party, line.lower(head_at), words


def _is_noun(scene: Scene, line: Line, n: int) -> bool:
    """ "the minister role": another noun goes on; the phrase is no person."""
    tokens = scene.syntax.tokens(line.starts[n], line.end(n))
    return bool(tokens) and tokens[0].pos_ in ("NOUN", "PROPN")


def _bearer(scene: Scene, party: Entity | None, head: str, words: frozenset[str], at: int) -> Entity | None:
    """The one person of that office (and party, where told), or of several the one told of last, shortly before."""
    if head in GENERIC or (head in ("chief", "head", "leader", "executive", "deputy") and party is None):
        return None
    wanted = frozenset(MEANS.get(head, head).split())
    fits = [p for p in scene.table.persons if _holds(p, wanted, words - {head}, party)]
    before = [(place, n, p) for n, p in enumerate(fits) if (place := p.last_before(at)) >= 0]
    if len(before) == 1:
        return before[0][2]
    if not before:
        return fits[0] if len(fits) == 1 and party is not None else None
    place, _, person = max(before)
    return person if at - place < RECENT else None


def _holds(person: Entity, wanted: frozenset[str], words: frozenset[str], party: Entity | None) -> bool:
    if party is not None and person.party is not party:
        return False
    for office in person.offices.values():
        told = _office_words(office)
        if told & wanted and (words <= told or not words & SPECIFIC):
            return True
    return False


@lru_cache(maxsize=4096)
def _office_words(office: str) -> frozenset[str]:
    """ "vice-president" is also told by its parts."""
    words = office.lower()
    return frozenset(words.replace("-", " ").split()) | frozenset(words.split())


SPECIFIC = frozenset(
    "foreign prime finance defense defence trade labour labor interior energy climate vice deputy press".split()
)
