"""Quotations and their speakers without a parse: by the fast tagger, quotation marks and the names beside them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from parley.learn import convolution
from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.reading.quoting import tagged, unparsed
from parley.reading.quoting.found import Found, Range
from parley.record import Actor, ActorKind, Quote, QuoteKind, Speaker

__all__ = ["find_quotes"]

PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
SAID = r"(?:said|says|added|asked|told|wrote|tweeted|replied|explained|argued|continued|warned|insisted)"
NAMED_BY = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:(?:the|a|an|The)\s)?(?:[a-z]+\s){0,2}[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})"
# "“…,” [Vance] [said]." and "“…,” [said] [the harbour master Ines Holm]."
ATTRIBUTED = re.compile(
    rf"[,.!?…]*[”\"’']+\s(?:(?P<source1>{NAMED_BY})\s(?P<cue1>{SAID})\b|(?P<cue2>{SAID})\s(?P<source2>{NAMED_BY}))"
)
GOVERNING = frozenset("for of at to with from in by under against".split())  # "a spokesman for the union"
CARRIED = 2  # paragraphs over which a speaker stays the speaker of words that name none
LOOKED_BACK = 400  # code points back from a pronoun to the person meant

# probability that the actor is the one meant, by how it was found; measured on the seeds (seeds-speakers)
NAMED, DESCRIBED, SAME, NEAREST, CARRY = 0.95, 0.85, 0.85, 0.7, 0.8


def find_quotes(prose: Prose, cast: Cast) -> tuple[Quote, ...]:
    """In text order; `speaker.name` is a name of the cast, None where unresolved.

    Raises MissingModel where the fast tagger's weights are not there.
    """
    language = unparsed.language_of(prose)
    if language != "en":
        found = unparsed.find(prose, language)
    else:
        found = [part for f in tagged.find(prose, convolution.tag) for part in _by_paragraph(prose, f)]
    ordered = sorted(found, key=lambda f: (f.start, -f.end))
    floor = Floor(prose, cast, sorted(c for f in ordered for c in f.contents))
    return tuple(floor.quote(f) for f in ordered)


def _by_paragraph(prose: Prose, f: Found) -> list[Found]:
    """ "“We stay,” Vance said.\n“We were never asked.”": what stands in another paragraph than the cue is a quotation of
    its own, with the speaker that its own sentence names, else the same."""
    if len(f.contents) == 1:
        return [f]
    groups: dict[int, list[Range]] = {}
    for content in f.contents:
        groups.setdefault(prose.paragraph_number(content[0]), []).append(content)
    if len(groups) == 1:
        return [f]
    home = prose.paragraph_number(f.cue[0]) if f.cue else -1
    return [
        replace(f, contents=tuple(group)) if n == home else _beside(prose, replace(f, contents=tuple(group), cue=None))
        for n, group in groups.items()
    ]


def _beside(prose: Prose, f: Found) -> Found:
    """With the cue and source that stand right behind its closing mark."""
    told = ATTRIBUTED.match(prose.article.text, f.end)
    if told is None:
        return f
    n = "1" if told["cue1"] else "2"
    return replace(f, cue=told.span("cue" + n), source=told.span("source" + n))


@dataclass
class Floor:
    """The quotations so far: who has the floor when the next words come."""

    prose: Prose
    cast: Cast
    contents: list[Range]
    last: tuple[Speaker, Actor | None, int, int] | None = (
        None  # with its paragraph and the end of the words that name it
    )
    persons: list[tuple[int, Actor]] = field(init=False)

    def __post_init__(self) -> None:
        told = ((m.start, a) for a in self.cast.actors if a.kind is ActorKind.PERSON for m in a.mentions)
        self.persons = sorted((m for m in told if not self._reported(m[0])), key=lambda m: m[0])

    def quote(self, f: Found) -> Quote:
        return f.quote(self.prose.article.id, *self._speaker(f))

    def _reported(self, offset: int) -> bool:
        """Whether the words stand in what somebody is quoted as saying."""
        n = bisect_right(self.contents, (offset, len(self.prose.article.text))) - 1
        return n >= 0 and self.contents[n][0] <= offset < self.contents[n][1]

    def _speaker(self, f: Found) -> tuple[Speaker | None, float]:
        here = self.prose.paragraph_number(f.start)
        if f.source is None:
            return self._carried(f, here)
        actor, right = self._meant(f.source)
        kind = ActorKind.UNKNOWN
        if actor is not None:
            kind = ActorKind.PERSON if actor.kind is ActorKind.PERSON else ActorKind.ORGANISATION
        speaker = Speaker(self.prose.span(*f.source), actor.name if actor else None, kind)
        self.last = speaker, actor, here, f.source[1]
        return speaker, right

    def _carried(self, f: Found, here: int) -> tuple[Speaker | None, float]:
        """Words in marks that nobody is named for go on with the last speaker."""
        if f.kind is QuoteKind.INDIRECT or self.last is None or here - self.last[2] > CARRIED:
            return None, 1.0
        self.last = *self.last[:2], here, self.last[3]
        return self.last[0], CARRY

    def _meant(self, source: Range) -> tuple[Actor | None, float]:
        words = self.prose.article.text[source[0] : source[1]]
        if (pronoun := PERSONAL.get(words.lower())) is not None:
            return self._person(source[0], pronoun)
        near = self.cast.mentions(*source)
        named = [(m.end - m.start, a) for m, a in near if a.kind is ActorKind.PERSON and m.start == source[0]]
        named = named or [
            (m.end - m.start, a) for m, a in near if m.end >= source[1] and not self._governed(source[0], m.start)
        ]
        if not named:
            return None, 1.0
        actor = max(named, key=lambda n: n[0])[1]
        return actor, NAMED if actor.name.split()[-1] in words else DESCRIBED

    def _governed(self, start: int, at: int) -> bool:
        before = self.prose.article.text[start:at].lower().split()
        return any(w in GOVERNING or w.endswith(("’s", "'s")) for w in before)

    def _person(self, offset: int, pronoun: str) -> tuple[Actor | None, float]:
        """ "he" and "she": who spoke last, or who was named last, where the two agree or only one fits."""
        last = self.last[1] if self.last and offset - self.last[3] < LOOKED_BACK else None
        end = bisect_left(self.persons, offset, key=lambda p: p[0])
        near = [a for at, a in self.persons[max(0, end - 4) : end] if offset - at < LOOKED_BACK]
        fitting = [a for a in near if self.cast.pronoun(a) in (pronoun, None)]
        if last is not None and last.kind is ActorKind.PERSON and self.cast.pronoun(last) in (pronoun, None):
            return last, SAME if not fitting or fitting[-1].id == last.id else NEAREST
        return (fitting[-1], NEAREST) if len({a.id for a in fitting}) == 1 else (None, 1.0)
