"""Measures and threats outside the talks: sanctions, strikes, drills, deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.cast import Cast
from parley.reading.prose import Prose
from parley.reading.stancing.holders import Holder, Holders
from parley.reading.stancing.lexicon import forms_of
from parley.reading.stancing.line import NOMINAL, Group, Line, lines
from parley.reading.stancing.reach import condition_at, condition_of, in_condition
from parley.reading.stancing.speech import Speech
from parley.reading.stancing.verbs import Verbs
from parley.record import Measure, MeasureStatus

__all__ = ["find_measures"]

LONGEST_SENTENCE = 150  # tokens, as for stances
LONGEST_SPAN = 600  # code points of evidence, as for stances
NOUNS = {
    "sanctions": "sanctions", "embargo": "embargo", "tariffs": "tariffs", "tariff": "tariffs", "duties": "tariffs", "levy": "levy",
    "blockade": "blockade", "boycott": "boycott", "strike": "strike", "strikes": "strike", "walkout": "strike", "stoppage": "strike",
    "lockout": "lockout", "drills": "military drills", "manoeuvres": "military drills", "maneuvers": "military drills",
    "wargames": "military drills", "exercises": "military drills", "ultimatum": "ultimatum", "deadline": "deadline", "ban": "ban",
    "buildup": "troop build-up", "moratorium": "moratorium",
}  # fmt: skip
# verbs whose object is the measure: "imposed sanctions", "called off the strike"
PUT = "impose levy slap introduce apply tighten extend start begin launch stage hold conduct set issue order enforce maintain continue join enter resume".split()
PLANNED = "announce plan approve prepare unveil release pledge schedule back authorise authorize call".split()
ENDED = "lift end suspend ease waive drop remove scrap cancel abandon halt".split()
FEARED = "threaten face".split()
# verbs that are a measure themselves, and the words one of which must follow for it to be one
DEEDS: dict[str, tuple[str, frozenset[str]]] = {
    "expel": ("expulsion", frozenset("diplomats diplomat envoys ambassador staff".split())),
    "annex": ("annexation", frozenset()),
    "mass": ("troop build-up", frozenset("troops forces soldiers".split())),
    "amass": ("troop build-up", frozenset("troops forces soldiers".split())),
    "deploy": ("deployment", frozenset("troops forces soldiers missiles warships ships police".split())),
    "recall": ("recall of envoys", frozenset("ambassador envoy diplomats".split())),
    "suspend": ("suspension", frozenset("mission membership cooperation participation flights exports imports aid".split())),
    "close": ("closure", frozenset("border airspace port ports crossing crossings embassy plant".split())),
    "freeze": ("asset freeze", frozenset("assets accounts funds".split())),
    "walk": ("walkout", frozenset("out".split())),
    "seize": ("seizure", frozenset("ship ships vessel vessels tanker assets".split())),
    "blockade": ("blockade", frozenset()),
}  # fmt: skip
FUTURE = frozenset("will would wo shall 'll ’ll 'd ’d".split())
UNSURE = frozenset("could may might should must can".split())
OWNED = frozenset({"buildup", "blockade", "embargo"})
UNIONS = frozenset("union guild federation brotherhood workers teamsters association unions".split())
TARGET_LINKS = frozenset("along on against near towards toward with from".split())
IRREGULAR = {"begin": "began begun", "hold": "held", "set": "set", "freeze": "froze frozen", "expel": "expelled expelling", "slap": "slapped slapping", "drop": "dropped dropping", "scrap": "scrapped scrapping", "plan": "planned planning", "mass": "massed massing masses", "amass": "amassed amassing"}  # fmt: skip


def _forms(verbs: list[str]) -> dict[str, str]:
    return {form: verb for verb in verbs for form in [*forms_of(verb), *IRREGULAR.get(verb, "").split()]}


STATUS_OF = (
    (_forms(FEARED), MeasureStatus.THREATENED),
    (_forms(PUT), MeasureStatus.IN_FORCE),
    (_forms(PLANNED), MeasureStatus.ANNOUNCED),
    (_forms(ENDED), MeasureStatus.ENDED),
)
DEED_FORMS = _forms(list(DEEDS))


@dataclass(frozen=True)
class Found:
    kind: str
    group: Group
    status: MeasureStatus
    place: int


class Measures:
    """Reads the measures of one article."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self.prose, self.cast = prose, cast
        self.holders = Holders(cast)
        self.speech = Speech(cast, (), self.holders)
        self.verbs = Verbs(self.holders, self.speech)

    def read(self) -> Iterator[Measure]:
        for line in lines(self.prose):
            if len(line) <= LONGEST_SENTENCE:
                told = (*_by_noun(line), *_by_verb(line), *_by_subject(line))
                for found in told:
                    if not in_condition(line, found.group.verb):
                        yield from self._measure(line, found)
                yield from self._owned(line, {found.place for found in told})

    def _owned(self, line: Line, told: set[int]) -> Iterator[Measure]:
        """ "Orsova’s buildup of troops along the border" stands by itself."""
        for n, word in enumerate(line.lower):
            if word in OWNED and n > 1 and n not in told and (owner := self._owner(line, n)):
                found = Found(NOUNS[word], line.group(n), MeasureStatus.IN_FORCE, n)
                target = self._target(line, found)
                aimed = target if target != owner else None
                yield Measure(
                    owner, found.kind, aimed, found.status, None, (self.prose.span(*line.offsets(0, len(line))),)
                )

    def _owner(self, line: Line, n: int) -> str | None:
        for k in range(n - 1, max(-1, n - 5), -1):
            if line.lower[k] in ("’s", "'s") and k:
                told = self.holders.of(line, k - 1)
                return told[0].party if told else None
        return None

    def _measure(self, line: Line, found: Found) -> Iterator[Measure]:
        doers = self._doers(line, found)
        condition = condition_of(line, found.group.verb)
        status = _status(found, condition is not None)
        if not doers or status is None:
            return
        start, end = line.offsets(0, len(line))
        if end - start > LONGEST_SPAN:
            start, end = line.offsets(found.group.left, found.place + 1)
        target = self._target(line, found)
        for doer in doers:
            yield Measure(
                actor=doer.party,
                kind=found.kind,
                target=target if target != doer.party else None,
                status=status,
                condition=line.words(*condition) if condition else None,
                evidence=(self.prose.span(start, end),),
            )

    def _doers(self, line: Line, found: Found) -> tuple[Holder, ...]:
        """Who takes the measure; of "said the port will face a strike" the one who says so."""
        word = line.lower[found.group.verb]
        if STATUS_OF[0][0].get(word) == "face":
            voice = self.speech.at(line, found.group.verb)
            return (voice.holder,) if voice else ()
        if found.place < found.group.left:
            return self._behind(line, found)
        if found.group.passive:
            return ()
        voice = self.speech.at(line, found.group.verb)
        if found.kind == "military drills" and voice:
            return self.verbs.subjects(line, found.group) or (voice.holder,)  # "the army said troops were in drills"
        return self.verbs.subjects(line, found.group)

    def _behind(self, line: Line, found: Found) -> tuple[Holder, ...]:
        """ "Tariffs were imposed by Kestrel", "Kestrel’s embargo was lifted"; of "the strike was called off" the one union."""
        by = found.group.verb + 1 + (line.lower[found.group.verb + 1 : found.group.verb + 2] == ["off"])
        if line.lower[by : by + 1] == ["by"]:
            head = next((k for k in range(by + 1, min(by + 8, len(line))) if line.tokens[k].pos_ in NOMINAL), None)
            ends = (
                head is not None
                and line.tokens[head].dep_ in ("compound", "amod")
                and line.place.get(line.tokens[head].head.i)
            )
            return self.holders.of(line, ends or head) if head is not None else ()
        owner = self._owner(line, found.place)
        if owner:
            return (Holder(owner),)
        if found.kind != "strike":
            return ()
        unions = [a for a in self.cast.actors if UNIONS & {w.lower() for w in a.name.split()}]
        return (Holder(unions[0].name),) if len(unions) == 1 else ()

    def _target(self, line: Line, found: Found) -> str | None:
        """Whom the measure is aimed at: "sanctions on Orsova", "Orsova will face sanctions"."""
        if STATUS_OF[0][0].get(line.lower[found.group.verb]) == "face":
            faced = self.verbs.subjects(line, found.group)
            return faced[0].party if faced else None
        for n in range(min(found.group.verb, found.place) + 1, min(found.place + 12, len(line) - 1)):
            if condition_at(line, n):
                return None
            if line.lower[n + 1] in ("’s", "'s") and n > found.group.verb and (owner := self.holders.of(line, n)):
                return owner[0].party  # "annexed Orsova’s northern isle"
            if n <= found.place:
                continue
            if line.lower[n] in TARGET_LINKS:
                named = next(
                    (k for k in range(n + 1, min(n + 6, len(line))) if line.tokens[k].pos_ in ("PROPN", "NOUN")), None
                )
                told = self.holders.of(line, named) if named is not None else ()
                if told:
                    return told[0].party
        return None


def _by_noun(line: Line) -> Iterator[Found]:
    """ "imposed tariffs on", "called off its strike", "were taking part in drills"."""
    for n, word in enumerate(line.lower):
        kind = NOUNS.get(word)
        if kind is None or line.tokens[n].pos_ not in ("NOUN", "PROPN"):
            continue
        for k in range(n - 1, max(-1, n - 7), -1):
            status = next((s for forms, s in STATUS_OF if line.lower[k] in forms), None)
            if status and line.is_verb(k):
                off = status is MeasureStatus.ANNOUNCED and line.lower[k + 1] == "off"
                yield Found(kind, line.group(k), MeasureStatus.ENDED if off else status, n)
                break
            if line.lower[k] == "part" and line.lower[k - 1] in ("taking", "took", "take", "takes"):
                yield Found(kind, line.group(k - 1), MeasureStatus.IN_FORCE, n)
                break
            if line.tokens[k].pos_ not in (
                "DET",
                "ADJ",
                "NOUN",
                "ADV",
                "NUM",
                "PRON",
                "PART",
                "PROPN",
                "PUNCT",
                "ADP",
                "CCONJ",
            ):
                break


def _by_subject(line: Line) -> Iterator[Found]:
    """ "Sanctions on Orsova were imposed by Kestrel", "The strike was called off five hours before it was to begin"."""
    for n, word in enumerate(line.lower):
        kind = NOUNS.get(word)
        if kind is None or line.tokens[n].pos_ not in ("NOUN", "PROPN"):
            continue
        verb = next(
            (k for k in range(n + 2, min(n + 9, len(line))) if line.is_verb(k) and line.tokens[k].pos_ == "VERB"), None
        )
        status = next((s for forms, s in STATUS_OF if verb and line.lower[verb] in forms), None)
        if verb is None or status is None or not line.group(verb).passive or "," in line.lower[n:verb]:
            continue
        off = line.lower[verb + 1 : verb + 2] == ["off"]
        yield Found(kind, line.group(verb), MeasureStatus.ENDED if off else status, n)


def _by_verb(line: Line) -> Iterator[Found]:
    """ "expelled three diplomats", "annexed the island", "has massed troops"."""
    for n, word in enumerate(line.lower):
        verb = DEED_FORMS.get(word)
        if verb is None or not line.is_verb(n):
            continue
        kind, objects = DEEDS[verb]
        reach = range(n + 1, min(n + 10, len(line)))
        place = next((k for k in reach if line.lower[k] in objects), None) if objects else n
        if place is not None:
            yield Found(
                _named(kind, line.lower[place] if objects else ""), line.group(n), MeasureStatus.IN_FORCE, place
            )


def _named(kind: str, word: str) -> str:
    return f"{kind} of {word}" if kind in ("expulsion", "suspension", "closure", "seizure") and word else kind


def _status(found: Found, conditional: bool) -> MeasureStatus | None:
    """A deed to come is threatened or announced; one that somebody might do, or did not do, is no measure."""
    group = found.group
    if group.negated or group.modal in UNSURE or not (group.finite or group.modal):
        return None
    if found.status is MeasureStatus.THREATENED:
        return found.status
    if conditional:
        return MeasureStatus.THREATENED if group.modal in FUTURE else None
    if group.modal in FUTURE:
        return MeasureStatus.ANNOUNCED
    return found.status


def find_measures(prose: Prose, cast: Cast) -> tuple[Measure, ...]:
    """In text order; `actor` and `target` are names of the cast."""
    return tuple(dict.fromkeys(Measures(prose, cast).read()))
