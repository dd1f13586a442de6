"""Offices told beside a name: "Nora Vance, president of the federation", "its chief negotiator, Tomas Reyl"."""

from collections.abc import Iterator

from parley.reading.naming.descriptions import meant_body
from parley.reading.naming.entities import Entity
from parley.reading.naming.lexicon import MINISTERIAL, PRE_OFFICE, before_office, is_office
from parley.reading.naming.line import Kind, Line, Name
from parley.reading.naming.scene import Scene
from parley.reading.naming.spotting import of_topic, office_end
from parley.record import ActorKind

OF = frozenset("of at for with from to in".split())
LONGEST_WAY = 7  # words from the comma to the head of the office
LEADS = frozenset(
    """led leads lead heads headed heading chairs chaired represents represented representing leading advises advised
    represent spoke speaks speaking presides presided""".split()
)
BELONGS = frozenset("delegation team side mission negotiating union party group".split())
FARTHEST = 80  # words from "its" back to the body that it means
SERVES = frozenset(
    "deputy spokesman spokeswoman spokesperson adviser advisor aide chief".split()
)  # "Xi's deputy, Luo Yan"
POSSESSIVES = frozenset("its their".split())
LED = frozenset("led headed chaired represented".split())
CONTRASTS = frozenset(
    "but while whereas".split()
)  # "The bakers agreed, but the Millers' Guild did not. Its president,"
FARTHEST_WHOSE = 9  # words from "whose" back to the body


def tell_offices(scene: Scene) -> None:
    """Adds the offices, parties and longer mentions that stand beside the names of persons."""
    for line, name in scene.names:
        person = scene.bearers.get((line, name.first))
        if person is None:
            continue
        _after(scene, line, name, person)
        _before(scene, line, name, person)
        _leading(scene, line, name, person)
        _inherits(scene, line, name, person)


def _after(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """ "Vance, the federation's president,", "Vance is president of the federation", "Vance of the federation"."""
    n = name.last
    if line.lower(n) in ("of", "from") and line.joined(n):
        found = party_at(scene, line, n + 1)
        if found and (
            found[1].kind is not ActorKind.STATE or n + 1 not in line.known or line.known[n + 1][1] is Kind.STATE
        ):
            _speaks_for(person, found[1])
            scene.place(person, line, name.whole, found[0], counts=False)
        return
    copula = line.lower(n) in ("is", "was", "became", "remains")
    if line.lower(n) != "," and not copula:
        return
    told = _office_phrase(scene, line, n + 1)
    if told is None:
        return
    office, end, party, former = told
    person.hold(office)
    if party and not former:
        _speaks_for(person, party)
    if not copula:
        scene.place(person, line, name.whole, end, counts=False)


def _office_phrase(scene: Scene, line: Line, at: int) -> tuple[str, int, Entity | None, bool] | None:
    """An office that begins at a word, after an article or a possessor: its words, its end, its party, whether it is past."""
    n = end = at + 1 if line.lower(at) in ("the", "a", "an", "their", "its") else at
    begin, party = n, _its(scene, line, at) if line.lower(at) in POSSESSIVES else None
    if found := party_at(scene, line, n):
        end, party = found
        begin = end + 1 if line.lower(end) in ("’s", "'s") else end
        begin = begin if before_office(line.lower(begin)) or line.lower(begin) in PRE_OFFICE else n
        party = party if begin > n else None
    if line.lower(at) in POSSESSIVES and party is None:
        return None
    head = _office_from(line, begin)
    if head is None:
        return None
    former = any(line.lower(k) in ("former", "ex", "then", "late") for k in range(at, head))
    if begin > n and line.lower(end) not in ("’s", "'s") and of_topic(line, begin, head):
        party = None
    first = begin if line.lower(begin - 1) in ("’s", "'s") else n
    end = head
    if line.lower(head) in OF and (found := party_at(scene, line, head + 1)):
        end, party = found[0], party or found[1]
    elif line.lower(head - 1) not in OF and party is None:
        told = () if of_topic(line, begin, head) else range(begin, head)
        party = next((e for k in told if (e := _entity_from(scene, line, k))), None)
    return line.slice(first, end), end, party, former


def _entity_from(scene: Scene, line: Line, n: int) -> Entity | None:
    """The state or body that an office names within: "president of Ukraine", "Ukrainian lawmaker"."""
    if n in line.known and line.known[n][1] not in (Kind.SEAT, Kind.PLACE):
        return scene.table.of_entry(line.known[n][2])
    found = scene.standing(line, n)
    return found[1] if found and found[1].kind is not ActorKind.PERSON else None


def _office_from(line: Line, begin: int) -> int | None:
    """Where the office ends whose head stands within a few words from `begin`; None: no office is told there."""
    for n in range(begin, min(begin + LONGEST_WAY, len(line))):
        text, lower = line.texts[n], line.lowers[n]
        if before_office(lower) and (end := office_end(line, n)) is not None:
            return end
        if (not text[0].isalnum() and text not in "-’'") or lower in STOPS:
            return None
    return None


STOPS = frozenset(
    """who which that and or but said says told added is was were are has had will would to by on with as after before while
    when he she they it in at from for his her whose""".split()
)


def _before(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """ "the federation's chief negotiator, Tomas Reyl," and "its chief executive Edwin Sorley"."""
    _counterpart(scene, line, name, person)
    at = name.whole
    if line.lower(at - 1) == "by" and line.lower(at - 2) in LED:
        _led_by(scene, line, at - 2, person)
        return
    if line.lower(at - 1) == "," and _office_of(scene, line, name, person):
        return
    if line.lower(at - 1) == "," and is_office(line.lower(at - 2)):
        begin = _office_begin(scene, line, at - 2)
        person.hold(line.slice(begin, at - 1))
    elif name.office is not None and name.party is None:
        begin = name.office[0]
    else:
        _owned(scene, line, name, person)
        return
    party, first = _possessor(scene, line, begin)
    party = party or _by_noun(scene, line, begin)
    if party:
        _speaks_for(person, party)
        scene.place(person, line, first, name.last, counts=False)


def _led_by(scene: Scene, line: Line, at: int, person: Entity) -> None:
    """ "The Tram Crews' Union, led by Tomas Rell,": the body that ends before "led"."""
    last = at - 1 if line.lower(at - 1) == "," else at
    for first in range(max(0, last - 8), last):
        found = party_at(scene, line, first)
        if found and found[0] == last:
            _speaks_for(person, found[1])
            return


def _by_noun(scene: Scene, line: Line, begin: int) -> Entity | None:
    """ "union president Nora Vance", "company spokesman Tomas Reyl": the noun is the office's first word or before it."""
    if body := scene.table.find_body(line.texts[begin]):
        return body if body.kind is ActorKind.STATE else None  # "Talmarian Trade Minister Ines Holm"
    for n in (begin, begin - 1):
        told = n >= 0 and line.joined(n + 1) and line.lower(n) in scene.by_noun
        if told and line.lower(n - 1) not in PRE_OFFICE and not of_topic(line, n, n + 3):
            return meant_body(scene, line.lower(n), line.starts[n])
    return None


def _office_of(scene: Scene, line: Line, name: Name, person: Entity) -> bool:
    """ "the former president of Chile, Rosa Lagos"."""
    for head in range(name.whole - 3, max(-1, name.whole - 10), -1):
        if line.lower(head) in (",", ".", "“", "”", '"'):
            return False
        found = party_at(scene, line, head + 2) if line.lower(head + 1) in OF and is_office(line.lower(head)) else None
        if found and found[0] == name.whole - 1:
            office = line.slice(_office_begin(scene, line, head), head + 1)
            person.hold(office)
            if not PRE_OFFICE & set(office.lower().split()):
                _speaks_for(person, found[1])
            return True
    return False


def _owned(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """ "Tuvalu's Enele Taupo", "Commission President Ingrid Holt": a state's own, or a body under its noun."""
    if name.party is not None and name.party.kind is Kind.PLAIN and person.party is None:
        noun = line.slice(name.party.first, name.party.last).lower()
        body = meant_body(scene, noun, line.starts[name.first])
        if body:
            _speaks_for(person, body)
    elif line.lower(name.first - 1) in ("’s", "'s") and name.whole == name.first:
        for first in range(max(0, name.first - 7), name.first - 1):
            found = party_at(scene, line, first)
            if found and found[0] == name.first - 1:
                _speaks_for(person, found[1])
                scene.place(person, line, first, name.last, counts=False)
                return


def _office_begin(scene: Scene, line: Line, head: int) -> int:
    """Where the office begins whose head is a word; what belongs to a name before it ("African Union envoy") does not."""
    begin = head
    while begin > 0 and line.joined(begin) and before_office(line.lower(begin - 1)) and not line.inside(begin - 1):
        begin -= 1
    while begin > 0 and line.lower(begin - 1) in PRE_OFFICE:
        begin -= 1
    return begin


def _counterpart(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """ "her Brazilian counterpart, Luiz Carvalho": tells the state for which he speaks."""
    n = name.first - 2 if line.lower(name.first - 1) == "," else name.first - 1
    if line.lower(n) == "number" and line.lower(n - 1) == "opposite":
        n -= 1
    elif line.lower(n) != "counterpart":
        return
    if n - 1 in line.known and line.known[n - 1][0] == 1:
        _speaks_for(person, scene.table.of_entry(line.known[n - 1][2]))
        scene.place(person, line, n - 1, name.last, counts=False)


def _possessor(scene: Scene, line: Line, begin: int) -> tuple[Entity | None, int]:
    """Whose office it is that begins at a word, and where the words for that begin: "the federation's", "its", "Meridian"."""
    before = line.lower(begin - 1)
    if before in POSSESSIVES:
        return _its(scene, line, begin - 1), begin - 1
    if before == "whose":
        return _whose(scene, line, begin - 1), begin
    last = begin - 1 if before in ("’s", "'s", "’", "'") else begin
    if last == begin and last - 1 not in line.capitals:
        return None, begin
    for first in range(max(0, last - 8), last):
        found = party_at(scene, line, first)
        if last < begin and line.lower(begin) in SERVES and (owner := scene.standing(line, first)):
            master = owner[1] if owner[1].kind is ActorKind.PERSON and owner[0] == line.end(last - 1) else None
            if master is not None and master.party is not None:
                return master.party, first
        if found and found[0] == last and (last < begin or last - 1 in line.capitals):
            return found[1], first
    return None, begin


def _whose(scene: Scene, line: Line, n: int) -> Entity | None:
    """ "The Sawmill League, whose chairwoman," and "Bluewave, a campaign group whose director,": the body just before."""
    for k in range(n - 1, max(-1, n - FARTHEST_WHOSE), -1):
        if line.texts[k] in ".?!":
            return None
        found = scene.standing(line, k)
        if found and found[0] <= line.starts[n]:
            return None if found[1].kind is ActorKind.PERSON else found[1]
    return None


def _its(scene: Scene, line: Line, n: int) -> Entity | None:
    """The body that "its" means before an office: of the nearest sentence that tells of bodies its subject, or the only one."""
    told: list[Entity] = []
    for at, k in _back(scene, line, n):
        if told and at.texts[k] in ".?!":
            break
        found = scene.standing(at, k)
        if found and found[1].kind in (ActorKind.ORGANISATION, ActorKind.STATE):
            before = at.lower(k - 2 if at.lower(k - 1) == "the" else k - 1)
            if before in CONTRASTS or scene.syntax.subject(at.starts[k], found[0]):
                return found[1]
            told.append(found[1])
    return told[0] if len(set(map(id, told))) == 1 else None


def _back(scene: Scene, line: Line, n: int) -> Iterator[tuple[Line, int]]:
    """The words before word n, the nearest first; those of the paragraph before after the first of its own."""
    here = scene.lines.index(line)
    before = scene.lines[here - 1] if here and not scene.headline(scene.lines[here - 1]) else None
    yield from ((line, k) for k in range(n - 1, max(-1, n - FARTHEST), -1))
    if before is not None and n < FARTHEST:
        yield from ((before, k) for k in range(before.size - 1, max(-1, before.size - FARTHEST + n), -1))


def party_at(scene: Scene, line: Line, at: int) -> tuple[int, Entity] | None:
    """The state or body that is named or described at a word (an article may come first), and the word where that ends."""
    n = at + 1 if line.lower(at) == "the" else at
    for first in dict.fromkeys((at, n)):
        found = scene.standing(line, first)
        if found and found[1].kind is not ActorKind.PERSON:
            end = next((k for k in range(first, len(line)) if line.end(k) >= found[0]), len(line) - 1)
            return end + 1, found[1]
    if n in line.known:
        size, kind, entry = line.known[n]
        if kind is Kind.PLACE:
            return None
        if kind is Kind.ADJECTIVE and line.lower(n + size) in BELONGS:
            return n + size + 1, scene.table.of_entry(entry)
        return n + size, scene.table.of_entry(entry)
    if n > at and (found := _after_adjectives(scene, line, n)):
        return found
    noun = line.lower(n)
    if n > at and noun in scene.by_noun and (body := meant_body(scene, noun, line.starts[n])):
        return n + 1, body
    return None


def _after_adjectives(scene: Scene, line: Line, n: int) -> tuple[int, Entity] | None:
    """ "head of the independent Tax Policy Centre": small words between the article and the name."""
    for k in range(n, min(n + 3, line.size)):
        if k in line.capitals:
            return party_at(scene, line, k) if k > n else None
        if not line.texts[k][0].isalpha() or line.lower(k) in STOPS or line.lower(k) in OF:
            return None
    return None


def _leading(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """ "Ivanov, who led the Russian delegation", "Sherman represented the US"."""
    n = name.last
    n += 1 if line.lower(n) == "," else 0
    n += 1 if line.lower(n) == "who" else 0
    if line.lower(n) not in LEADS:
        return
    n += 1
    n += 1 if line.lower(n) in ("for", "over") else 0
    found = party_at(scene, line, n)
    if found and (person.party is None):
        end, party = found
        if line.lower(end) in BELONGS | {"’s", "'s", ",", ".", "at", "in", "on"} or line.lower(end - 1) in BELONGS:
            person.party = party


def _inherits(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """ "Russian Deputy Foreign Minister A and Deputy Defence Minister B": the second speaks for the same state."""
    if name.office is None or person.party or line.lower(name.office[1] - 1) not in MINISTERIAL:
        return
    if name.party is None and line.lower(name.whole - 1) == "and":
        for other_line, other in scene.names:
            if other_line is line and other.last == name.whole - 1 and other.party and other.office:
                first = scene.bearers.get((line, other.first))
                person.party = first.party if first else None


def _speaks_for(person: Entity, party: Entity) -> None:
    if person.party is None and party is not person:
        person.party = party
