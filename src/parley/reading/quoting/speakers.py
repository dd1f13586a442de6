"""Who is meant by the words that name a speaker: names by the cast, pronouns by the cast and by who spoke last."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from parley.reading.cast import Cast
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.phrases import phrase_around
from parley.reading.quoting.via import OUTER, via
from parley.record import Actor, ActorKind, Quote, QuoteKind, Speaker
from parley.text.offices import OFFICES

__all__ = ["with_speakers"]

PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
IMPERSONAL = frozenset("it they them their its".split())
OWN = frozenset("i we you my our".split())
RELATIVE = frozenset("who which that".split())
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
# "the Tass news agency", "the Dockers’ Front party": the noun only says what the name before it names
BODIES = frozenset(
    "agency party newspaper daily weekly magazine website network channel broadcaster station union".split()
)
# "Valmera's foreign ministry", "the union's board": the body speaks for whose it is
ORGANS = frozenset(
    """ministry government military army navy embassy cabinet delegation parliament presidency administration board committee
    executive management leadership council secretariat""".split()
)
# "a spokesman", "the company's lawyer": who it is may be told later, "The spokesman, Jan Okafor, …"
SOMEBODY = re.compile(r"(?:an?|the|its|his|her|their)\s(?:[\w’'-]+\s){0,3}?(?P<role>[a-z]{4,})\Z", re.IGNORECASE)
OFFICE = re.compile(r"[Tt]he (?:[\w’'-]+ ){0,3}(?P<role>[a-z]+)\Z")
LATER = 900  # code points behind a description in which the name may follow
LONGEST_NAME = 5  # words
APPOSED = 60  # code points behind a description within which the name stands
LOOKED_BACK = 8  # sentences in which a pronoun's meaning is looked for
CARRIED = 2  # paragraphs over which a speaker stays the speaker of words that name none

# probability that the actor is the one meant, by how it was found; counted over GUM's news, the seeds and the articles of
# tests/reading/quoting/test_hard_speakers.py: 208 of 212 names, 23 of 27 descriptions, 44 of 45 pronouns where cast and
# floor agree, 10 of 12 joint speakers; the last three are too rare to count and set by hand
NAMED, DESCRIBED, AGREED, JOINT = 0.98, 0.85, 0.95, 0.83
ONE_VOICE, AT_ODDS, CARRY = 0.7, 0.5, 0.7


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote whose speaker is known, for the quotes after it."""

    found: Found
    actor: Actor | None
    paragraph: int


@dataclass
class Floor:
    """The quotes so far: who has the floor when the next words come."""

    page: Page
    cast: Cast
    contents: list[Range]
    last: Spoken | None = None
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [b.span.start for b in self.page.prose.paragraphs]

    def paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def reported(self, offset: int) -> bool:
        """Whether the words stand in what somebody is quoted as saying."""
        n = bisect_right(self.contents, (offset, len(self.page.text))) - 1
        return any(start <= offset < end for start, end in self.contents[max(0, n - 3) : n + 1])


def with_speakers(page: Page, cast: Cast, found: Sequence[Found]) -> tuple[Quote, ...]:
    """The quotations as quotes, in text order."""
    ordered = sorted(found, key=lambda f: (f.start, -f.end))
    floor = Floor(page, cast, sorted(c for f in ordered for c in f.contents))
    return tuple(_quote(floor, f, via(page, cast, f, ordered[max(0, n - OUTER) : n])) for n, f in enumerate(ordered))


def _quote(floor: Floor, f: Found, through: str | None) -> Quote:
    speaker, right = _speaker(floor, f)
    if through and speaker is not None and speaker.name != through:
        speaker = replace(speaker, via=through)
    return f.quote(floor.page.prose.article.id, speaker, right)


def _speaker(floor: Floor, f: Found) -> tuple[Speaker | None, float]:
    """The speaker, and how likely it is the right one given that the source is."""
    if f.source is None:
        return _carried(floor, f) if f.kind is not QuoteKind.INDIRECT else (None, 1.0)
    actor, right = _meant(floor, f.source)
    if actor is None and (same := _called_otherwise(floor, f, f.source)):
        actor, right = same, ONE_VOICE
    floor.last = Spoken(f, actor, floor.paragraph(f.start))
    return _told(floor, f.source, actor), right if actor or not _own_name(floor, f.source) else DESCRIBED


def _told(floor: Floor, source: Range, actor: Actor | None) -> Speaker:
    kind = ActorKind.UNKNOWN
    if actor is not None:
        kind = ActorKind.PERSON if actor.kind is ActorKind.PERSON else ActorKind.ORGANISATION
    return Speaker(floor.page.prose.span(*source), actor.name if actor else _own_name(floor, source), kind)


def _own_name(floor: Floor, source: Range) -> str | None:
    """The words themselves, where they are a name that the cast lacks: "[Brandt] said", "told by the [Linden Post]"."""
    page = floor.page
    tokens = [t for t in page.doc[slice(*page.tokens(*source))] if not t.is_space]
    if tokens and tokens[0].lower_ == "the":
        tokens = tokens[1:]
    if not 0 < len(tokens) <= LONGEST_NAME or any(t.tag_ != "NNP" or not t.text[0].isupper() for t in tokens):
        return None
    if floor.cast.mentions(*source) or (len(tokens) == 1 and not _capital_within(page, tokens[0].text)):
        return None
    return page.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]


def _capital_within(page: Page, word: str) -> bool:
    """Whether the word is capital in the midst of a sentence too: "Water" may only begin one."""
    return re.search(rf"[a-z,] {re.escape(word)}\b", page.text) is not None


def _carried(floor: Floor, f: Found) -> tuple[Speaker | None, float]:
    """Words that nobody is named for go on with the last speaker, unless another sentence stands between."""
    last, here = floor.last, floor.paragraph(f.start)
    if last is None or last.found.source is None or here - last.paragraph > CARRIED:
        return None, 1.0
    floor.last = Spoken(last.found, last.actor, here)
    return _told(floor, last.found.source, last.actor), CARRY


def _meant(floor: Floor, source: Range) -> tuple[Actor | None, float]:
    words = floor.page.text[source[0] : source[1]].lower()
    if words in OWN:
        return None, 1.0
    if words in RELATIVE:
        return _antecedent(floor, source)
    if words in PERSONAL:
        return _person(floor, source, PERSONAL[words])
    if words in IMPERSONAL:
        actor = floor.cast.meant(*source)
        return actor, ONE_VOICE if actor else 1.0
    return _named(floor, source)


def _named(floor: Floor, source: Range) -> tuple[Actor | None, float]:
    """Whom the head of the phrase means: "a spokesman for the union" is not the union, "Russia's envoy" not Russia."""
    head, tail = _head(floor.page, source)
    mentions = floor.cast.mentions(*source)
    held = [(m.end - m.start, -m.start, a) for m, a in mentions if m.start <= head < m.end]
    if not held and floor.page.text[head : source[1]].lower() in BODIES:
        held = [(0, m.end, a) for m, a in mentions if _named_by(floor.page.text, m.end, head, a)]
    if not held:
        held = [
            (m.end - m.start, -m.start, a)
            for m, a in mentions
            if m.end >= tail and a.kind is ActorKind.PERSON and not _governed(floor.page, m.start, source)
        ]
    if not held:
        actor = _in_apposition(floor, source, head)
        if actor is not None:
            return actor, NAMED
        actor = _whose(floor, source, head) or _told_later(floor, source)
        return actor, DESCRIBED if actor else 1.0
    actor = max(held, key=lambda h: h[:2])[2]
    if len({a.id for m, a in mentions if m.end == source[1] or m.start <= head < m.end}) > 1:
        return actor, JOINT
    return actor, NAMED if floor.page.text[head].isupper() else DESCRIBED


def _in_apposition(floor: Floor, source: Range, head: int) -> Actor | None:
    """ "said its president, [Nora Vance]" and "his deputy, [Karl Brandt], who …, said": the name behind the comma."""
    text = floor.page.text
    comma = text.find(", ", head, source[1] + 2)
    if comma < 0:
        return None
    near = floor.cast.mentions(source[0], min(len(text), source[1] + APPOSED))
    return next(
        (
            a
            for m, a in near
            if a.kind is ActorKind.PERSON and (m.start == comma + 2 or (m.start == source[0] and m.end > source[1]))
        ),
        None,
    )


def _antecedent(floor: Floor, source: Range) -> tuple[Actor | None, float]:
    """ "Lena Okafor, [who] said …": the name right before it, else what the parse hangs its verb on."""
    page = floor.page
    end = len(page.text[: source[0]].rstrip(" ,"))
    beside = [(m.end - m.start, a) for m, a in floor.cast.mentions(max(0, end - APPOSED), end) if m.end == end]
    if beside:
        return max(beside, key=lambda b: b[0])[1], DESCRIBED
    token = page.token_at(source[0])
    noun = token.head.head if token is not None and token.head.dep_.startswith("acl") else None
    if noun is None or not noun.tag_.startswith("N") or noun.idx >= source[0]:
        return None, 1.0
    return _named(floor, page.range_of(*phrase_around(page.doc, noun.i)))


def _whose(floor: Floor, source: Range, head: int) -> Actor | None:
    """ "[Valmera]'s foreign ministry": the state or body whose organ it is."""
    if floor.page.text[head : source[1]].lower() not in ORGANS:
        return None
    owners = [
        a
        for m, a in floor.cast.mentions(source[0], head)
        if a.kind is not ActorKind.PERSON
        and floor.page.text[m.end : m.end + 1] in "'’ "
        and not _governed(floor.page, m.start, source)
    ]
    return owners[0] if len({a.id for a in owners}) == 1 else None


def _called_otherwise(floor: Floor, f: Found, source: Range) -> Actor | None:
    """ "Halloran said no date was set. “We are not there yet,” [the Ostrian minister] said": who spoke last in the paragraph."""
    role = OFFICE.match(floor.page.text[slice(*source)])
    last = floor.last
    if (
        role is None
        or role["role"] not in OFFICES
        or f.kind is not QuoteKind.DIRECT
        or last is None
        or last.actor is None
    ):
        return None
    within = last.paragraph == floor.paragraph(f.start) and last.actor.kind is ActorKind.PERSON
    return last.actor if within and not floor.cast.mentions(*source) else None


def _told_later(floor: Floor, source: Range) -> Actor | None:
    """ "“…,” [a spokesman] said. … The spokesman, Jan Okafor, said": the one person whom the same word names a little later."""
    text = floor.page.text
    role = SOMEBODY.match(text[source[0] : source[1]])
    if role is None:
        return None
    end = min(len(text), source[1] + LATER)
    found = set()
    for match in re.finditer(rf"\b[Tt]he (?:[\w’'-]+ ){{0,2}}{role['role']}, ", text[source[1] : end]):
        at = source[1] + match.end()
        found |= {a for m, a in floor.cast.mentions(at, end) if m.start == at and a.kind is ActorKind.PERSON}
    return found.pop() if len(found) == 1 else None


def _named_by(text: str, end: int, head: int, actor: Actor) -> bool:
    return actor.kind is ActorKind.ORGANISATION and text[end:head].strip() in ("", "news", "press", "television", "TV")


def _head(page: Page, source: Range) -> tuple[int, int]:
    """Where the head noun of the phrase begins, and where the phrase ends."""
    first, last = page.tokens(*source)
    head = first
    for i in range(first, last):
        token = page.doc[i]
        if i > first and (token.tag_ in ("IN", "CC", "TO") or token.text == ","):
            break
        if token.tag_.startswith(("N", "P", "C")) and token.tag_ != "POS":
            head = i
    return page.doc[head].idx, source[1]


def _governed(page: Page, start: int, source: Range) -> bool:
    """Whether a preposition stands before the name, but for offices with "of": "Secretary of State Lena Okafor"."""
    before = page.text[source[0] : start].split()
    return bool(before) and before[-1].lower() in ("for", "of", "at", "to", "with", "from", "in", "and")


def _person(floor: Floor, source: Range, pronoun: str) -> tuple[Actor | None, float]:
    """ "he" and "she": the cast's answer, held against who has the floor."""
    cast = floor.cast.meant(*source)
    if cast is not None and not _fits(floor, cast, pronoun):
        cast = None
    salient = _salient(floor, source[0], pronoun)
    if cast is None or salient is None:
        return cast or salient, ONE_VOICE if cast or salient else 1.0
    return (cast, AGREED) if cast.id == salient.id else (salient, AT_ODDS)


def _fits(floor: Floor, actor: Actor, pronoun: str) -> bool:
    return actor.kind is ActorKind.PERSON and floor.cast.pronoun(actor) in (pronoun, None)


def _salient(floor: Floor, offset: int, pronoun: str) -> Actor | None:
    """The nearest person before the pronoun that it fits, subjects and speakers first; whoever is only spoken about in a
    quotation does not count: "“Brandt lies,” Okafor said. She added …"."""
    unsure: Actor | None = None
    for persons in _sentences_back(floor, offset):
        fitting = [(subject, at, a) for subject, at, a in persons if _fits(floor, a, pronoun)]
        known = [p for p in fitting if floor.cast.pronoun(p[2]) == pronoun]
        if known:
            return max(known, key=lambda p: p[:2])[2]
        if fitting and unsure is None:
            unsure = max(fitting, key=lambda p: p[:2])[2]
    return unsure


def _sentences_back(floor: Floor, offset: int) -> Iterator[list[tuple[bool, int, Actor]]]:
    """Persons of the reporter's sentences from the pronoun's own backwards: (subject, place, actor)."""
    page = floor.page
    i = page.tokens(offset, offset + 1)[0]
    end = offset
    for _ in range(LOOKED_BACK):
        while i > 0 and page.inside[i] != OUTSIDE:
            i -= 1
        first = page.sentence(i)[0]
        start = page.doc[first].idx
        yield [
            (_subject(page, m.start, m.end), m.start, a)
            for m, a in floor.cast.mentions(start, end)
            if a.kind is ActorKind.PERSON and not floor.reported(m.start)
        ]
        if first == 0:
            return
        i, end = first - 1, start


def _subject(page: Page, start: int, end: int) -> bool:
    return any(page.doc[i].dep_ in SUBJECTS for i in range(*page.tokens(start, end)))
