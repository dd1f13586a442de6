"""Whom a noun phrase of a stance means: the party, and the person who speaks for it."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from parley.reading.cast import Cast
from parley.reading.stancing.line import NOMINAL, Line
from parley.record import Actor, ActorKind, Span
from parley.text.gazetteer import gazetteer

# "the Russian side" is Russia, "Russian experts" are not
OFFICIAL = frozenset(
    """side sides government delegation delegations envoy envoys official officials military ministry minister president negotiator
    negotiators leader leaders leadership representative representatives diplomat diplomats spokesman spokeswoman spokesperson
    administration authorities foreign ambassador chancellor team members allies ally countries capital army premier parties
    commander delegates mission cabinet regime board committee executive executives management lawyers bosses""".split()
)
FOLLOWERS = frozenset("allies partners supporters".split())
SIDES = frozenset("sides parties countries governments".split())
STATES = frozenset("countries governments".split())
FIRST_PERSON = frozenset("we i our us ours my me".split())
SEPARATORS = frozenset({",", "and", "/", "(", ")", "or"})
LONGEST_NAME = 60  # code points
NAMELIKE = frozenset({"PROPN", "ADJ", "NOUN"})


@dataclass(frozen=True)
class Holder:
    """`party` and `speaker` are names of the article's cast, or the words of the text where the cast lacks them."""

    party: str
    speaker: str | None = None


def holder_of(actor: Actor) -> Holder:
    if actor.kind is ActorKind.PERSON:
        return Holder(actor.party or actor.name, actor.name)
    return Holder(actor.party or actor.name)


class Holders:
    """Finds holders by the cast of the article, else by the gazetteer, else by the name as it stands."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        told = ((m.start, m.end, a) for a in cast.actors for m in a.mentions)
        told = (t for t in told if t[2].kind is not ActorKind.PERSON or t[2].party)
        self._parties = [(s, e, a.party or a.name) for s, e, a in sorted(told, key=lambda t: t[:2])]

    def of(self, line: Line, head: int, stop: int | None = None) -> tuple[Holder, ...]:
        """The holders that the noun at `head` and those joined to it by "and" mean; () where nobody is known."""
        first, _ = line.noun_phrase(head, stop)
        heads = sorted({head, *_joined(line, head, stop), *_listed(line, head, stop)})
        if line.lower[head] in SIDES and line.lower[first] in ("both", "the", "all") and head - first <= 2:
            return self._sides(line.tokens[head].idx, line.lower[head] in STATES)
        if len(heads) > 1:
            whole = self._whole(line, first, line.noun_phrase(heads[-1], stop)[1])
            if whole:
                return (holder_of(whole),)
        found = [self.named(line, *line.noun_phrase(h, stop), h) for h in heads]
        last = line.lower[heads[-1]]
        if len(heads) == 2 and found[0] and last in FOLLOWERS and line.lower[heads[-1] - 1] in ("its", "their"):
            return (Holder(f"{found[0].party} and its {last}"),)
        return tuple(dict.fromkeys(h for h in found if h))

    def listed(self, line: Line, first: int, end: int) -> list[Holder]:
        """The holders in a list of names [first, end): "NEW ZEALAND, the G-77/CHINA and others"."""
        found, start = [], first
        for n in range(first, end + 1):
            if n == end or (line.lower[n] in SEPARATORS and not self._inside_name(line, n)):
                piece = [k for k in range(start, n) if not line.tokens[k].is_punct and line.lower[k] != "the"]
                if (
                    piece
                    and line.tokens[piece[-1]].pos_ in NAMELIKE
                    and any(line.tokens[k].text[:1].isupper() for k in piece)
                ):
                    found.append(self._listed(line, piece[0], piece[-1] + 1))
                start = n + 1
        return [h for h in found if h]

    def _inside_name(self, line: Line, n: int) -> bool:
        """The "and" of "Trinidad and Tobago"."""
        if line.lower[n] != "and" or not 0 < n < len(line) - 1:
            return False
        at = line.tokens[n].idx
        return bool(gazetteer().find(line.words(n - 1, n + 2))) or any(
            m.start < at < m.end for m, _ in self.cast.mentions(max(0, at - LONGEST_NAME), at + LONGEST_NAME)
        )

    def _listed(self, line: Line, first: int, end: int) -> Holder | None:
        """One name of a list: as the gazetteer has it, as the cast has it, or as it stands."""
        words = line.words(first, end).strip(" ,.")
        entry = gazetteer().find(words) or gazetteer().find(_cased(words))
        if entry:
            return Holder(entry.name)
        found = self.named(line, first, end, end - 1)
        return found or (Holder(_cased(words)) if line.tokens[end - 1].pos_ == "PROPN" or words.isupper() else None)

    def named(self, line: Line, first: int, end: int, head: int) -> Holder | None:
        """Whom one phrase means: a mention that holds its head, else a state that the phrase is officially of."""
        if _people(line, head):
            return None
        start, stop = line.offsets(first, end)
        at = line.tokens[head].idx
        covering = [(m, a) for m, a in self.cast.mentions(start, stop) if m.start <= at < m.end]
        if not covering:
            covering = self._around(at, start, stop)
        if covering:
            return holder_of(max(covering, key=lambda m: m[0].end - m[0].start)[1])
        if line.lower[head] in OFFICIAL:
            return self._official(line, first, end, head)
        return self._by_name(line, first, end, head)

    def ending(self, line: Line, end: int) -> tuple[int, Holder] | None:
        """The longest mention of a person that ends before token `end`: its first token and who is meant."""
        stop = line.offsets(end - 1, end)[1]
        told = [(m, a) for m, a in self.cast.mentions(line.start, stop) if m.end == stop and a.kind is ActorKind.PERSON]
        if not told:
            return None
        mention, actor = min(told, key=lambda t: t[0].start)
        first = next((n for n in range(end) if line.tokens[n].idx >= mention.start), end - 1)
        return first, holder_of(actor)

    def _around(self, at: int, start: int, stop: int) -> list[tuple[Span, Actor]]:
        """Mentions that reach beyond the phrase as parsed: the parser cuts "Jens | Stoltenberg"."""
        near = self.cast.mentions(max(0, start - 80), stop + 80)
        return [(m, a) for m, a in near if m.start <= at < m.end]

    def _whole(self, line: Line, first: int, end: int) -> Actor | None:
        """The group that the whole coordination is a mention of: "the company and its owners"."""
        start, stop = line.offsets(first, end)
        for mention, actor in self.cast.mentions(max(0, start - 4), stop):
            if mention.end == stop and mention.start <= line.tokens[first].idx + 4:
                return actor
        return None

    def _official(self, line: Line, first: int, end: int, head: int) -> Holder | None:
        """ "the Ruritanian side": the last state or body named before the head."""
        within = [
            n for n in range(head + 2, end) if {"of", "in", "inside", "within", "from"} & set(line.lower[head + 1 : n])
        ]
        while first > 0 and line.tokens[first - 1].pos_ in ("DET", "ADJ", "NUM", "PROPN"):
            first -= 1  # the parser leaves "All 30 NATO | members" apart
        for n in [*range(head - 1, first - 1, -1), *within]:
            stop = line.offsets(n, n + 1)[1]
            held = [a for m, a in self.cast.mentions(line.tokens[first].idx, stop) if m.end == stop]
            if held:
                return holder_of(held[-1])
            entry = gazetteer().find(line.tokens[n].text)
            if entry:
                return Holder(entry.name)
        return None

    def _sides(self, at: int, states: bool = False) -> tuple[Holder, ...]:
        """ "both sides": the two parties most spoken of up to there, if no third is spoken of as much; "both governments":
        of the states alone."""
        before = self._parties[: bisect_left(self._parties, at, key=lambda p: p[0])]
        known = {a.name for a in self.cast.actors if a.kind is ActorKind.STATE}
        said = (party for _, end, party in before if end <= at and (not (states and known) or party in known))
        ranked = Counter(said).most_common(3)
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] == ranked[2][1]):
            return ()
        return tuple(Holder(name) for name, _ in ranked[:2])

    def _by_name(self, line: Line, first: int, end: int, head: int) -> Holder | None:
        words = line.words(first, end).removeprefix("the ").removeprefix("The ").strip(" ,.")
        for name in (words, _cased(words)):
            entry = gazetteer().find(name)
            if entry:
                return Holder(entry.name)
        if self.cast.actors or line.tokens[head].pos_ != "PROPN":
            return None
        return Holder(_cased(words))


def _people(line: Line, head: int) -> bool:
    """ "Norwegians wanted a vote": the people of a state are not the state ("the Norwegians" of a diplomat may be)."""
    word = line.tokens[head].text
    before = line.lower[head - 1] if head else ""
    return word.endswith("ns") and word in gazetteer().by_adjective and before != "the"


def _cased(words: str) -> str:
    """ "NEW ZEALAND" as "New Zealand"; a single short word in capitals is made of initials."""
    parts = words.split()
    return " ".join(w.capitalize() if w.isupper() and (len(w) > 4 or len(parts) > 1) else w for w in parts)


def _listed(line: Line, head: int, stop: int | None) -> list[int]:
    """The last nouns of "X and Y", "X, Y and Z" from the head up to the verb, where the parser lost the coordination."""
    if stop is None or stop - head > 12:
        return []
    region = range(head, stop)
    plain = all(line.tokens[n].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "CCONJ", "PUNCT") for n in region)
    joints = [n for n in region if line.lower[n] in ("and", ",")]
    if not plain or "and" not in line.lower[head:stop]:
        return []
    ends = [n - 1 for n in [*joints, stop] if n - 1 not in joints and n > head]
    return [n for n in ends if line.tokens[n].pos_ in ("NOUN", "PROPN")]


def _joined(line: Line, head: int, stop: int | None) -> list[int]:
    found = []
    todo = list(line.tokens[head].children)
    for child in todo:
        place = line.place.get(child.i)
        if (
            child.dep_ == "conj"
            and place is not None
            and (stop is None or place < stop)
            and child.pos_ in NOMINAL | {"ADJ"}
        ):
            found.append(place)
            todo += child.children
    return sorted(found)
