"""Names into the table: full names of persons first, then bodies and states, then what stands for them."""

from parley.reading.naming.entities import Entity, surname
from parley.reading.naming.evidence import LOCATIVE, acts, body_noun_after, is_person
from parley.reading.naming.lexicon import first_names
from parley.reading.naming.line import Kind, Line, Name
from parley.reading.naming.scene import Scene
from parley.reading.naming.shorts import place_short_forms
from parley.reading.naming.singles import find_singles
from parley.reading.naming.spotting import DOUBTFUL, of_topic
from parley.text.offices import BODY_WORDS, COMPANY
from parley.text.words import fold

REPRESENTATIVES = frozenset(
    """delegation delegations side government officials negotiators diplomats envoys representatives authorities
    administration delegates leadership cabinet regime leaders""".split()
)
# "Russian Foreign Ministry" belongs to Russia, "British Coffee Association" does not to Britain
BEFORE_MONTH = frozenset(
    "in of on since until from by this last next early late mid for before after during through".split()
)
OFFICIAL = frozenset(
    "ministry army navy force forces parliament government embassy mission department court bank police senate congress".split()
)
MEMBERS = frozenset("allies powers countries nations states leaders capitals".split())
STATE_BODIES = frozenset("military army navy parliament police armed foreign defence defense central finance".split())
EMPLOYED = (
    "chief executive",
    "ceo ",
    "chief financial",
    "chief operating",
    "chairman",
    "chairwoman",
    "board chair",
    "chief negotiator",
    "managing director",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "lead negotiator",
    "general secretary",
)
EMPLOYED_FIRST = tuple({office.split()[0] for office in EMPLOYED})
UNION_OFFICES = (["chief", "negotiator"], ["lead", "negotiator"], ["general", "secretary"])
UNION = frozenset(("union",))
COUNTED = frozenset(
    "a an one two three four five six seven eight nine ten senior some several many other top few".split()
)
MOTION = frozenset("travel fly go return come arrive move trip visit flight journey head drive leave tour".split())


def fill(scene: Scene) -> None:
    """Fills the scene's table with all who are named, and their mentions by name."""
    if scene.parsed:
        scene.names = [(line, _without_opening(scene, line, name)) for line, name in scene.names]
    unnamed = [(line, name) for line, name in scene.names if not _full_person(scene, line, name)]
    waiting = [(line, name) for line, name in unnamed if not _known(scene, line, name)]
    bodies = [(name.first - name.last, n) for n, (_, name) in enumerate(waiting) if name.kind is Kind.BODY]
    told = {n for _, n in sorted(bodies) if _new_body(scene, *waiting[n])}  # the longest first
    waiting = place_short_forms(scene, [w for n, w in enumerate(waiting) if n not in told])
    for line, name in scene.names:
        _employer(scene, line, name)
    find_singles(scene, waiting)
    for line, name in waiting:
        _short(scene, line, name)
    _common_surnames(scene)
    _title_parties(scene)


def _without_opening(scene: Scene, line: Line, name: Name) -> Name:
    """ "Yesterday Vance" at the beginning of a sentence names Vance."""
    n = name.first
    if name.kind is not Kind.PLAIN or n not in line.firsts or name.last - n < 2 or fold(line.texts[n]) in first_names():
        return name
    tokens = scene.syntax.tokens(line.starts[n], line.end(n))
    opening = bool(tokens) and tokens[0].pos_ not in ("PROPN", "X") and not tokens[0].ent_type_
    return name._replace(first=name.first + 1, whole=name.first + 1) if opening else name


def _full_person(scene: Scene, line: Line, name: Name) -> bool:
    """A full name of a person makes an entry; one in a headline or of a single word only refers."""
    if name.last - name.first < 2 or name.kind not in (Kind.PERSON, Kind.PLAIN):
        return False
    if scene.headline(line):
        return False
    if name.kind is Kind.PLAIN and not is_person(line, name, scene.syntax, scene.seen):
        return False
    _refer(scene, line, name, scene.table.person(line.slice(name.first, name.last), name.pronoun))
    return True


def _refer(scene: Scene, line: Line, name: Name, person: Entity) -> None:
    """Notes the mention, bare and with the title before it, and the office in that title."""
    scene.place(person, line, name.first, name.last)
    scene.bearers[line, name.first] = person
    if name.kind is Kind.PERSON and name.whole < name.first:
        scene.place(person, line, name.whole, name.last, counts=False)
    if name.pronoun:
        person.pronoun = name.pronoun
    if name.office:
        person.hold(_office(line, name))


def _office(line: Line, name: Name) -> str:
    first, last = name.office or (name.whole, name.first)
    if name.party and line.lower(name.party.last) not in ("’s", "'s"):
        first = name.party.first
    before = line.slice(name.whole, name.party.first if name.party else first) + " " if name.whole < first else ""
    if name.party and name.whole >= name.party.first:
        before = ""
    return before + line.slice(first, last)


def _known(scene: Scene, line: Line, name: Name) -> bool:
    """A state or body of the gazetteer, by its name, its seat, or its adjective before those who speak for it."""
    entry = name.entry
    if entry is None:
        return False
    if name.kind in (Kind.SEAT, Kind.STATE) and _is_surname(scene, line, name):
        return False
    if name.kind is Kind.PLACE:
        return True
    if name.kind is Kind.SEAT and _is_place(scene, line, name):
        return True
    if name.kind is Kind.ADJECTIVE:
        _by_adjective(scene, line, name)
        return True
    if name.last - name.first == 1 and not _meant(scene, line, name):
        return True
    _place_body(scene, line, name, scene.table.of_entry(entry))
    return True


def _place_body(scene: Scene, line: Line, name: Name, body: Entity) -> None:
    """The name, and with it the noun after it and the state before it: "Russia's Tass news agency" is Tass."""
    scene.place(body, line, name.first, name.last)
    noun = body_noun_after(line, name)
    if noun:
        last = name.last + (2 if noun == "agency" else 1)
        scene.place(body, line, name.first, last, counts=False)
        if line.lower(name.first - 1) in ("’s", "'s"):
            owner = next((k for k in range(name.first - 2, max(-1, name.first - 8), -1) if k in line.known), None)
            if owner is not None and owner + line.known[owner][0] == name.first - 1:
                scene.place(body, line, owner, last, counts=False)


def _meant(scene: Scene, line: Line, name: Name) -> bool:
    """ "Labour costs rose" at the beginning of a sentence names no party, "West" without "the" no group of states."""
    n = name.first
    before = line.lower(n - 1)
    if name.entry is not None and name.entry.group:
        return before == "the"
    return n not in line.firsts or not scene.seen.small(line.lowers[n]) or line.texts[n].isupper() or before == "the"


def _is_surname(scene: Scene, line: Line, name: Name) -> bool:
    """ "Paris said" means Valeska Paris where the article names her in full."""
    person = scene.table.find_person(line.slice(name.first, name.last)) if name.last - name.first == 1 else None
    held = person is not None and any(surname(f) == fold(line.texts[name.first]) for f in person.forms)
    return held and line.lower(name.first - 1) not in LOCATIVE


def _is_place(scene: Scene, line: Line, name: Name) -> bool:
    """ "talks in Moscow", "Moscow, Russia", "flew to Moscow": the town and not its government."""
    before, after = line.lower(name.first - 1), line.lower(name.last)
    if before == "the" or name.last - name.first > 1:
        before = line.lower(name.first - 2) if before == "the" else before
    if before in LOCATIVE or after == "(":
        return True
    if after == "," and name.last + 1 in line.known and line.known[name.last + 1][1] is Kind.STATE:
        return line.known[name.last + 1][2] is name.entry
    if before in ("to", "from", "for", "of"):
        words = {line.lower(name.first - 2), line.lower(name.first - 3)}
        return before == "of" or any(w.startswith(tuple(MOTION)) for w in words if w) or "flew" in words
    return False


def _by_adjective(scene: Scene, line: Line, name: Name) -> None:
    """ "the Russian delegation" and "the Russians" mean Russia; "eight Russian diplomats" and "a Russian plan" do not."""
    assert name.entry is not None
    before, after = line.lower(name.first - 1), line.lower(name.last)
    definite = before == "the"
    first, last = name.first - 1 if definite else name.first, name.last + 1
    if definite and after in STATE_BODIES and line.joined(name.last):
        _state_body(scene, line, name)
    if after == "and" and _speaks_too(line, name.last + 1):
        scene.place(scene.table.of_entry(name.entry), line, name.first, name.last, counts=False)
    represents = after in REPRESENTATIVES or (name.entry.group and after in MEMBERS)
    if represents and line.joined(name.last):
        if not definite and not (name.first in line.firsts or after.endswith("s")):
            return
        if before.isdigit() or before in COUNTED:
            return
    elif definite and line.texts[name.first].endswith("s"):
        last = name.last
    else:
        return
    entity = scene.table.of_entry(name.entry)
    scene.place(entity, line, first, last, counts=False)
    entity.aliases.add(line.slice(first, last).replace("The ", "the "))


def _speaks_too(line: Line, n: int) -> bool:
    """ "French and German officials": the first adjective has its noun after the second."""
    return (
        n in line.known and line.known[n][1] is Kind.ADJECTIVE and line.lower(n + line.known[n][0]) in REPRESENTATIVES
    )


def _state_body(scene: Scene, line: Line, name: Name) -> None:
    """ "the Russian military": a body of its own that belongs to the state."""
    assert name.entry is not None
    last = (
        name.last + 2
        if line.lower(name.last) in ("armed", "foreign", "defence", "defense", "central", "finance")
        else name.last + 1
    )
    if last > line.size:
        return  # a line that breaks off after "the Russian central"
    body = scene.table.body(line.slice(name.first, last))
    body.party = scene.table.of_entry(name.entry)
    scene.place(body, line, name.first, last)


def _new_body(scene: Scene, line: Line, name: Name) -> bool:
    """A body by its own words: "United Dockers' Federation"."""
    if scene.headline(line):
        return False
    body = scene.table.body(line.slice(name.first, name.last))
    scene.place(body, line, name.first, name.last)
    _acronym(scene, line, name, body)
    official = line.lower(name.last - 1) in OFFICIAL or line.lower(name.last - 2) in OFFICIAL
    if official and name.first in line.known and line.known[name.first][1] in (Kind.STATE, Kind.ADJECTIVE):
        body.party = scene.table.of_entry(line.known[name.first][2])
    return True


def _common_surnames(scene: Scene) -> None:
    """ "May said" where the article names Theresa May; "in May" and "May 12" are the month."""
    borne = {w: p for w in DOUBTFUL if (p := scene.table.find_person(w)) and any(surname(f) == w for f in p.forms)}
    for line in scene.lines if borne else ():
        for n in sorted(line.capitals):
            dated = line.lower(n + 1).isdigit() or line.lower(n - 1) in BEFORE_MONTH or line.lower(n - 1).isdigit()
            person = None if dated else borne.get(line.lowers[n])
            if person and not any(s <= line.starts[n] < e for s, e in person.spans):
                scene.place(person, line, n, n + 1)


def _employer(scene: Scene, line: Line, name: Name) -> None:
    """ "Meridian chief executive Edwin Sorley": what stands before an office of companies is a company."""
    party = name.party if name.kind is Kind.PERSON else name if name.kind is Kind.PLAIN else None
    if party is None or party.kind is not Kind.PLAIN or party.last - party.first > 3:
        return
    first = party.last + 1 if line.lower(party.last) in ("’s", "'s") else party.last
    if not line.lower(first).startswith(EMPLOYED_FIRST):
        return
    held = line.lowers[first : party.last + 3]
    if not " ".join(held).startswith(EMPLOYED) or not BODY_WORDS.isdisjoint(line.lowers[party.first : party.last]):
        return
    text = line.slice(party.first, party.last)
    if not (scene.table.find_body(text) or scene.table.find_person(text)):
        body = scene.table.body(text)
        body.nouns |= COMPANY if held[:2] not in UNION_OFFICES else UNION
        scene.place(body, line, party.first, party.last)


def _acronym(scene: Scene, line: Line, name: Name, body: Entity) -> None:
    """The short name in brackets after a body's name: "Coastal Shipping Board (CSB)"."""
    n = name.last
    if line.lower(n) == "(" and line.lower(n + 2) == ")" and line.texts[n + 1].isupper():
        scene.table.alias(body, line.texts[n + 1])


def _short(scene: Scene, line: Line, name: Name) -> None:
    """A surname, a short form or initials of somebody named elsewhere; a titled surname may be somebody new."""
    text = line.slice(name.first, name.last)
    person = scene.table.find_person(text, name.pronoun)
    borne = scene.table.bears(text)
    known = person is not None or not borne
    if name.kind is Kind.PERSON and known and (person or not scene.headline(line)):
        person = person or scene.table.person(text, name.pronoun)
        _refer(scene, line, name, person)
    elif person and not (name.first in line.firsts and scene.seen.small(text.lower())):
        _refer(scene, line, name, person)
    elif borne:
        scene.doubtful.append((line.starts[name.first], line.end(name.last - 1)))
    elif (body := scene.table.find_body(text)) and not (_in_place(line, name) and text != body.name):
        _place_body(scene, line, name, body)
    elif name.last - name.first == 1 and acts(line, name.first, name.last, scene.syntax):
        scene.doubtful.append((line.starts[name.first], line.end(name.last - 1)))


def _in_place(line: Line, name: Name) -> bool:
    return line.lower(name.first - 1) in LOCATIVE


def _studies(line: Line, name: Name) -> bool:
    """ "Norwegian scholar Liv Haugen" does not speak for Norway; "Norway's lawyer Liv Haugen" does."""
    party = name.party
    owned = party is not None and line.lower(party.last) in ("’s", "'s")
    return name.office is not None and not owned and of_topic(line, *name.office)


def _title_parties(scene: Scene) -> None:
    """For whom each titled person speaks: the state or body in the title."""
    for line, name in scene.names:
        if name.kind is not Kind.PERSON or name.party is None or _studies(line, name):
            continue
        person = scene.bearers.get((line, name.first))
        if person and person.party is None and "former" not in line.slice(name.whole, name.first).lower():
            person.party = _party(scene, line, name.party)


def _party(scene: Scene, line: Line, party: Name) -> Entity | None:
    if party.kind is Kind.PLACE:
        return None  # "Texas Gov. Ann Bell"
    if party.entry:
        entity = scene.table.of_entry(party.entry)
        if party.kind is not Kind.ADJECTIVE:
            scene.place(entity, line, party.first, party.last)
        return entity
    text = line.slice(party.first, party.last)
    body = scene.table.find_body(text) or (scene.table.body(text) if party.kind is Kind.BODY else None)
    if body:
        scene.place(body, line, party.first, party.last)
    return body
