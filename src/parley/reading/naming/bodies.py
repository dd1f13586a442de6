"""Names of bodies: runs of capitals that hold a word such as "Federation"."""

from bisect import bisect_left

from parley.reading.naming.lexicon import JOINS, before_office, first_names
from parley.reading.naming.line import Kind, Line, Name
from parley.text.offices import BODY_WORDS, PLACE_WORDS, WEAK_BODIES

AGREEMENTS = frozenset("plan treaty agreement accord pact protocol convention act bill law charter declaration".split())
OWNERS = frozenset("people women men children workers nurses teachers farmers king queen".split())
LONGEST_BODY = 12  # words


def body_at(line: Line, n: int) -> Name | None:
    """The name of a body that begins at word n: a run of capitals that holds a word such as "Federation"."""
    if not line.bodies:
        return None
    nearest = bisect_left(line.bodies, n)
    if nearest == len(line.bodies) or line.bodies[nearest] >= n + LONGEST_BODY:
        return None
    last, told = n, None
    while last < line.size and last - n < LONGEST_BODY and (last == n or line.joined(last)):
        lower = line.lower(last)
        if line.named(last):
            told = last if _tells_body(line, n, last) else told
            told = None if lower in AGREEMENTS else told
        elif not (last > n and (_joins(line, n, last, told) or lower in ("’", "'", "-") or _peoples(line, last))):
            break
        last += 1
    return None if told is None else _cut_body(line, n, last, told)


def _peoples(line: Line, n: int) -> bool:
    """ "People's Army", "Oystermen's League": the mark belongs to the name."""
    owner = line.lower(n - 1)
    return line.lower(n) in ("’s", "'s") and (owner in OWNERS or owner.endswith("men")) and line.named(n + 1)


def _tells_body(line: Line, n: int, at: int) -> bool:
    """Whether the word makes the run a body's name; "Customs House" is a building, "House of Commons" is none."""
    lower = line.lower(at)
    if lower not in BODY_WORDS or (lower == "bank" and line.lower(at - 1) in ("west", "left", "right", "south")):
        return False
    town = lower in PLACE_WORDS or (lower in ("city", "district") and line.lower(at - 1) != "school")
    weak = lower in WEAK_BODIES and at == n + 1 and line.lower(n) in first_names()  # "Samantha Power"
    return _named_of(line, at + 1) or (at > n and not town and not weak)


def _cut_body(line: Line, n: int, last: int, told: int) -> Name | None:
    while last > told + 1 and last - 1 not in line.capitals:
        last -= 1
    end = told + 1
    if end < last and line.lower(end) not in JOINS:
        tail = range(end, last)
        if (
            line.lower(end) in first_names()
            or any(before_office(line.lower(k)) for k in tail)
            or any(k in line.known for k in tail)
        ):
            last = end  # "Federation President Nora Vance"
    known = line.known.get(n)
    if known and known[0] == last - n:
        return Name(known[1], n, last, known[2])
    return Name(Kind.BODY, n, last)


def _named_of(line: Line, n: int) -> bool:
    return line.lower(n) in ("of", "for") and (line.named(n + 1) or line.lower(n + 1) == "the")


def _joins(line: Line, n: int, at: int, told: int | None) -> bool:
    """ "Council of Ministers" goes on after "of"; "Council and Vance" does not after "and"."""
    lower = line.lower(at)
    if lower in ("of", "for") and told is not None:
        return line.named(at + 1) or (line.lower(at + 1) == "the" and line.named(at + 2))
    if lower == "the" and line.lower(at - 1) in ("of", "for"):
        return line.named(at + 1)
    if lower in ("and", "&"):
        inside = any(line.lower(k) in ("of", "for") for k in range(n, at))
        return line.named(at + 1) and (inside or line.lower(at + 2) in BODY_WORDS) and line.joined(at + 1)
    return False
