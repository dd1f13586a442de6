"""Names as they stand in a paragraph: runs of capitals cut into party, office and name."""

from collections.abc import Iterator

from parley.reading.naming.bodies import body_at
from parley.reading.naming.lexicon import (
    FURTHER,
    MINISTERIAL,
    OF_OFFICE,
    PARTICLES,
    POSTNOMINAL,
    PRE_OFFICE,
    TOPICAL,
    before_office,
    first_names,
    honorific,
    is_office,
)
from parley.reading.naming.line import Kind, Line, Name
from parley.text.offices import BODY_WORDS

SIDES = frozenset("delegation side team mission government parliament embassy".split())
DOUBTFUL = frozenset("may march will day english christmas".split())  # also surnames: "Theresa May"
LONGEST_NAME = 12  # words
LONGEST_PERSON = 5  # words: "Abdul Rahman bin Faisal Nasser"
LONGEST_OFFICE = 9  # words: "Deputy Prime Minister and Minister for European Affairs"


def find_names(line: Line) -> Iterator[Name]:
    """The names of the paragraph in text order, none within another."""
    after = 0
    for n in line.begins:
        if n >= after and (name := titled_person(line, n) or (_untitled(line, n) if line.named(n) else None)):
            yield name
            after = name.last


def titled_person(line: Line, n: int) -> Name | None:
    """ "former US Deputy Secretary of State Nora Vance", "Ms. Vance", "the federation's president Nora Vance"."""
    if not line.titled(n):
        return None
    at = n
    while line.lower(at) in PRE_OFFICE and line.joined(at + 1):
        at += 1
    party = _party_at(line, at)
    after = party.last if party else at
    if party and line.lower(after) in ("’s", "'s"):
        after += 1
    if party and not (line.joined(after) or line.lower(after - 1) in ("’s", "'s")):
        return None
    office = _office_with_name(line, after)
    if office is None:
        return None
    office_end, name_at, pronoun = office
    ministerial = line.lower(office_end - 1) in MINISTERIAL and line.lower(office_end - 2) != "general"
    topic = party and (party.kind is Kind.PLAIN or line.lower(party.last - 1) in ("government", "housing"))
    if party and topic and party.entry is None and ministerial and not line.texts[party.first].isupper():
        after, party = party.first, None  # "Fisheries Minister Ines Holm": no body is called Fisheries
    begin = after if office_end > after else None
    return _titled(line, n, name_at, (begin, office_end), party, pronoun)


def _titled(
    line: Line, n: int, name_at: int, office: tuple[int | None, int], party: Name | None, pronoun: str
) -> Name | None:
    last = person_end(line, name_at)
    begin, end = office
    if last is None:
        return None
    return Name(Kind.PERSON, name_at, last, None, n, None if begin is None else (begin, end), party, pronoun)


def _office_with_name(line: Line, at: int) -> tuple[int, int, str] | None:
    """Where the office that begins at word `at` ends, where the name after it begins, and an honorific's pronoun."""
    office = office_end(line, at)
    end = office or at
    name_at, pronoun, honoured = end, "", False
    while (told := honorific(line.lower(name_at))) is not None and line.joined(name_at + 1):
        pronoun, honoured, name_at = told or pronoun, True, name_at + 1
    if office is None and not honoured:
        return None
    if name_at > at and not line.joined(name_at):
        return None
    return end, name_at, pronoun


def _party_at(line: Line, at: int) -> Name | None:
    """The state or body before an office: "US", "White House", "United Dockers' Federation"."""
    if not line.named(at):
        return None
    body = body_at(line, at)
    if at in line.known and (body is None or body.last <= at + line.known[at][0]):
        size, kind, entry = line.known[at]
        return Name(kind, at, at + size, entry)
    if body:
        return body
    last = at
    while line.named(last) and not before_office(line.lower(last)) and (last == at or line.joined(last)):
        last += 1
    held = last + 1 if line.lower(last) in ("’s", "'s") else last
    return Name(Kind.PLAIN, at, last) if last > at and before_office(line.lower(held)) else None


def office_end(line: Line, at: int) -> int | None:
    """Where the office that begins at word `at` ends: "Deputy Secretary of State", "Ambassador to NATO"; None: no office."""
    end: int | None = None
    n = at
    while n < min(line.size, at + LONGEST_OFFICE) and (n == at or line.joined(n)):
        lower = line.lower(n)
        if is_office(lower):
            n += 1
            end = n
        elif before_office(lower) or (lower in ("and", "&", "-") and before_office(line.lower(n + 1)) and n > at):
            n += 1
        elif end == n and lower in ("of", "for", "to", "in", "at"):
            n = _after_of(line, n + 1)
            if n == 0:
                break
            end = n
        else:
            break
    if end is not None and line.named(end) and line.joined(end) and line.lower(end) in BODY_WORDS:
        return None  # "Executive Council": no office, but a body
    return end


def _after_of(line: Line, n: int) -> int:
    """Where "State", "the Interior", "NATO", "European Affairs" after "Minister of" ends; 0: something else stands there."""
    at = n + 1 if line.lower(n) == "the" else n
    if at in line.known:
        end = at + line.known[at][0]
        return end + 1 if line.known[at][1] is Kind.ADJECTIVE and line.lower(end) in SIDES else end
    if line.named(at) and body_at(line, at):
        return 0
    last = at
    while line.lower(last) in OF_OFFICE:
        last += 1
        if line.lower(last) == "and" and line.lower(last + 1) in OF_OFFICE:
            last += 1
    last += 1 if last > at and line.lower(last) in FURTHER else 0
    return last if last > at else 0


def of_topic(line: Line, begin: int, end: int) -> bool:
    """Whether the office [begin, end) is one of those who study a state and do not speak for it."""
    return any(line.lower(k) in TOPICAL for k in range(begin, end))


def person_end(line: Line, at: int) -> int | None:
    """Where the person's name that begins at word `at` ends; None: no such name begins there."""
    last = at
    while last < line.size and last - at < LONGEST_PERSON + 1 and (last == at or line.joined(last)):
        if last > at and (after := _nickname_end(line, last)):
            last = after
        if not _in_person(line, at, last) or (last > at and line.lower(last) in POSTNOMINAL):
            break
        last += 1
    while last > at and line.lower(last - 1) in PARTICLES and last - 1 not in line.capitals:
        last -= 1
    if last == at or any(line.lower(n) in BODY_WORDS and n in line.capitals for n in range(at + 1, last)):
        return None
    if at in line.known and line.known[at][0] >= last - at:
        return None
    return last


def _nickname_end(line: Line, n: int) -> int | None:
    """Where a nickname ends that begins at word n and has a name after it: Joao "Tiger" Mbala."""
    if line.texts[n] not in '"“':
        return None
    closing = next((k for k in range(n + 2, min(n + 5, line.size)) if line.texts[k] in '"”'), None)
    return closing + 1 if closing is not None and line.named(closing + 1) and line.joined(closing + 1) else None


def _in_person(line: Line, at: int, n: int) -> bool:
    lower = line.lowers[n]
    if lower in DOUBTFUL and n in line.capitals and not line.lower(n + 1).isdigit():
        before = line.lower(n - 1)
        return before in first_names() or honorific(before) is not None or (n == at and is_office(before))
    if lower in PARTICLES:
        if n > at:
            return line.named(n + 1) or line.lower(n + 1) in PARTICLES
        if line.named(n + 1):
            return True
    if not line.named(n):
        return False
    if before_office(lower) or honorific(lower):
        return _surname(line, at, n)
    return True


def _surname(line: Line, at: int, n: int) -> bool:
    """Whether a word that may be an office is a surname here: "Mervyn King", but not "Vance President"."""
    return n == at + 1 and line.lower(at) in first_names() and not line.named(n + 1)


def _untitled(line: Line, n: int) -> Name | None:
    body = body_at(line, n)
    if n in line.known:
        size, kind, entry = line.known[n]
        if body and body.last > n + size:
            return body
        if kind is not Kind.ADJECTIVE and _goes_on(line, n + size):
            return _plain(line, n)
        return Name(kind, n, n + size, entry)
    if body:
        return body
    return None if before_office(line.lower(n)) and not _surname_of_one(line, n) else _plain(line, n)


def _surname_of_one(line: Line, n: int) -> bool:
    """ "King said": an office word alone may be a surname; the entity table decides."""
    return n in line.capitals and n not in line.firsts and not line.named(n + 1)


def _goes_on(line: Line, n: int) -> bool:
    """Whether a known name is the beginning of another's name: "Kyiv Independent", "Jordan Bardella"."""
    return (
        line.joined(n) and line.named(n) and n not in line.known
        and not before_office(line.lower(n)) and honorific(line.lower(n)) is None
    )  # fmt: skip


def _plain(line: Line, n: int) -> Name | None:
    """The run of capitals that begins with a name at word n."""
    if line.lowers[n] in POSTNOMINAL or not (honorific(line.lowers[n]) is None or _in_person(line, n, n)):
        return None
    last = n + 1
    while last - n < LONGEST_NAME and line.joined(last):
        last = _nickname_end(line, last) or last
        if last > n + 1 and last in line.known and line.known[last][1] in (Kind.STATE, Kind.SEAT, Kind.BODY):
            break
        if not _in_person(line, n, last) or line.lowers[last] in POSTNOMINAL:
            break
        last += 1
    while last - 1 not in line.capitals:
        last -= 1
    return Name(Kind.PLAIN, n, last, whole=n)
