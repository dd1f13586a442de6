"""Sides taken by name: "Kestrel, supported by Lindmark and opposed by Orsova, said ...", as bulletins of talks write."""

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.stancing.claim import Claim
from parley.reading.stancing.frames import frame_of, settle
from parley.reading.stancing.holders import Holder, Holders
from parley.reading.stancing.lexicon import FRAMES, SAYING, base
from parley.reading.stancing.line import Group, Line
from parley.reading.stancing.reach import issue_end
from parley.reading.stancing.shapes import cue_of
from parley.record import StanceKind

WITH = frozenset("supported backed joined echoed seconded with".split())
AGAINST = frozenset("opposed".split())
FOR = frozenset("for representing".split())
LOOSE = frozenset({"with", "for", "representing"})
LONGEST_LIST = 60  # tokens from the first side to the verb
S, R = StanceKind.SUPPORTS, StanceKind.REJECTS
AGAINST_STANCES = frozenset({R, StanceKind.REFUSES, StanceKind.DENIES})


@dataclass(frozen=True)
class Sides:
    """Places of those who say something (with those for whom they speak and who support it), and of those opposed."""

    own: tuple[tuple[int, int], ...]
    against: tuple[tuple[int, int], ...]
    sided: bool


class Alliances:
    """Sentences whose subject is a list of names, or names with the sides of others between commas."""

    def __init__(self, holders: Holders) -> None:
        self.holders = holders

    def claims(self, line: Line) -> Iterator[Claim]:
        sides: Sides | None = None
        for n in line.verbs:
            if not _predicate(line, n):
                continue
            group = line.group(n)
            if not group.finite and group.left == n and line.tokens[n].tag_ != "VBN":
                continue
            found = self._sides(line, group)
            sides = found or (sides if line.coordinated(group) else None)
            if sides:
                yield from self._claims(line, group, sides)

    def _claims(self, line: Line, group: Group, sides: Sides) -> Iterator[Claim]:
        frame = frame_of(line, group.verb)
        end_of_cue, kind = group.verb + 1, None
        if frame:
            end_of_cue, kind = frame[0], settle(line, group, *frame)
        end = issue_end(line, end_of_cue)
        if end <= end_of_cue:
            return
        cue, sure = cue_of(line, group, end_of_cue), 0.9 if kind else 0.7 if sides.sided else 0.45
        kind = kind or S
        yield Claim(kind, self._named(line, sides.own), cue, (end_of_cue, end), sure)
        yield Claim(S if kind in AGAINST_STANCES else R, self._named(line, sides.against), cue, (end_of_cue, end), 0.85)

    def _named(self, line: Line, places: tuple[tuple[int, int], ...]) -> tuple[Holder, ...]:
        found = [h for first, end in places for h in self.holders.listed(line, first, end)]
        return tuple(dict.fromkeys(found))

    def _sides(self, line: Line, group: Group) -> Sides | None:
        """The sides of a verb's subject; None where no list or side stands directly before the verb."""
        openers = [o for o in _openers(line, group.left) if o[1] not in LOOSE or _named_next(line, o[0])]
        if not openers or group.left - openers[0][0] > LONGEST_LIST:
            return None
        if openers[0][0] == 0:
            return _fronted(line, group, openers[0])
        own = [(_list_start(line, openers[0][0]), openers[0][0])]
        against: list[tuple[int, int]] = []
        last = _last_comma(line, group.left)
        if any(line.tokens[n].pos_ in ("VERB", "SCONJ", "ADP") for n in range(last, group.left)):
            return None
        for (first, word), following in zip(openers, [*openers[1:], None], strict=True):
            end = following[0] if following else last
            (against if word in AGAINST else own).append((_names_from(line, first), end))
        if last < group.left - 1:
            own.append((last, group.left))
        return Sides(tuple(own), tuple(against), any(w in WITH | AGAINST for _, w in openers))


def _predicate(line: Line, n: int) -> bool:
    verb = base(line.lower[n])
    if not (verb in SAYING or verb in FRAMES):
        return False
    return not (n + 1 < len(line) and line.lower[n + 1] == "by") and line.tokens[n].tag_ != "VBG"


def _openers(line: Line, left: int) -> list[tuple[int, str]]:
    """Where "supported by", "opposed by", "on behalf of", "for the", "with" open a side, after a comma or at the start."""
    found = []
    for n in range(left):
        before = line.lower[n - 1] if n else ","
        if before == "and" and n > 1 and line.lower[n - 2] in (",", *_names(line, n - 2)):
            before = ","
        if before == "," and (side := _side(line, n)):
            found.append((n, side))
    return found


def _names(line: Line, n: int) -> tuple[str, ...]:
    return (line.lower[n],) if line.tokens[n].pos_ == "PROPN" else ()


def _side(line: Line, n: int) -> str | None:
    word, after = line.lower[n], line.lower[n + 1 : n + 4]
    if word in WITH | AGAINST and (word == "with" or after[:1] == ["by"]):
        return word
    if word == "on" and after[:2] == ["behalf", "of"]:
        return "for"
    if word == "speaking" and after and after[0] in ("for", "on"):
        return "for"
    return word if word in FOR else None


def _named_next(line: Line, opener: int) -> bool:
    """ "for the African Group", "with Lindmark"; not "for the sake of peace"."""
    n = _names_from(line, opener)
    n += n < len(line) and line.lower[n] in ("the", "its")
    return n < len(line) and line.tokens[n].text[:1].isupper()


def _names_from(line: Line, opener: int) -> int:
    """The first place after "supported by", "on behalf of"."""
    n = opener + 1
    while n < len(line) and line.lower[n] in ("by", "behalf", "of", "for", "on"):
        n += 1
    return n


def _last_comma(line: Line, left: int) -> int:
    return next((n for n in range(left - 1, -1, -1) if line.lower[n] == ","), left)


def _list_start(line: Line, end: int) -> int:
    """Where the list of names that ends before `end` begins: after a verb, a preposition or the first comma of a topic."""
    start = 0
    listed = "and" in line.lower[:end]
    for n in range(end - 1, -1, -1):
        token = line.tokens[n]
        if token.pos_ in ("VERB", "SCONJ") or (token.pos_ == "ADP" and token.lower_ not in ("of",)):
            start = n + 1
            break
        if token.lower_ == "," and n < end - 1 and not listed:
            start = n + 1
            break
    return _after_topic(line, start, end)


def _after_topic(line: Line, start: int, end: int) -> int:
    """ "On the draft decision, Kestrel": the names begin after the comma."""
    if start and line.tokens[start - 1].pos_ == "ADP":
        comma = next((n for n in range(start, end - 1) if line.lower[n] == ","), None)
        return start if comma is None else comma + 1
    return start


def _fronted(line: Line, group: Group, opener: tuple[int, str]) -> Sides | None:
    """ "Opposed by Orsova, Kestrel proposed"."""
    comma = next((n for n in range(opener[0], group.left) if line.lower[n] == ","), None)
    if comma is None or opener[1] not in WITH | AGAINST:
        return None
    others, own = (_names_from(line, opener[0]), comma), (comma + 1, group.left)
    return Sides((own,), (others,), True) if opener[1] in AGAINST else Sides((own, others), (), True)
