"""Stances that verbs take: "demanded", "did not rule out", "was rejected by", "would not sign"."""

from collections.abc import Iterator

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.holders import FIRST_PERSON, OFFICIAL, Holder, Holders
from parley.reading.stancing.line import DAYS, QUOTES, Group, Line
from parley.reading.stancing.reach import issue_end
from parley.reading.stancing.speech import Speech
from parley.record import StanceKind
from parley.text.offices import OFFICES

A, D, F, N, P, R, S = (
    StanceKind.ACCEPTS, StanceKind.DEMANDS, StanceKind.REFUSES, StanceKind.DENIES, StanceKind.OPEN_TO, StanceKind.REJECTS,
    StanceKind.SUPPORTS,
)  # fmt: skip
PRONOUNS = frozenset("it its they their he his she her".split())
POSSESSIVE = frozenset("its their his her".split())
WEAK_MODALS = frozenset("could may might".split())
DUTY = frozenset("should must".split())
PHRASAL = {"back": {"down", "away", "off", "out"}, "sign": {"off", "up", "away"}}
MANNER = frozenset("firmly flatly again strongly repeatedly also instead already formally publicly".split())
HALF_SURE = frozenset(
    "welcome applaud hail consider contemplate entertain seek concede require volunteer resist".split()
)


class Verbs:
    """Reads the verbs of a line."""

    def __init__(self, holders: Holders, speech: Speech) -> None:
        self.holders, self.speech = holders, speech

    def claims(self, line: Line) -> Iterator[Claim]:
        for group in line.groups():
            frame = frame_of(line, group.verb)
            if frame is None or _phrasal(line, group.verb):
                yield from self._concession(line, group)
            elif _passive(line, group):
                yield from self._passive(line, group, frame[1], frame[0])
            elif _participle(line, group) or group.finite:
                yield from self._active(line, group, *frame)

    def subjects(self, line: Line, group: Group) -> tuple[Holder, ...]:
        """Who does what the verb says: its own subject, or that of the verb it is joined to."""
        head = line.subject(group)
        if head is not None:
            found = self.meant(line, head, group.left)
            if found or not line.coordinated(group) or line.nominal_before(group.left) is not None:
                return found
        return self._shared(line, group)

    def meant(self, line: Line, head: int, stop: int | None = None) -> tuple[Holder, ...]:
        """The holders of a noun phrase; "we" is whoever speaks."""
        if line.lower[head] in FIRST_PERSON:
            voice = self.speech.at(line, head)
            return (voice.holder,) if voice else ()
        if line.lower[head] in PRONOUNS:
            return self._pronoun(line, head, stop)
        if line.lower[head] in words.OWN_BODY and head and line.lower[head - 1] in ("her", "his", "our", "my"):
            voice = self.speech.at(line, head)  # "said her government would not sign"
            return (Holder(voice.holder.party, voice.holder.speaker),) if voice else ()
        return self.holders.of(line, head, stop)

    def _pronoun(self, line: Line, head: int, stop: int | None) -> tuple[Holder, ...]:
        """ "The union and the guild said they": whoever says so, else whom the cast knows, else the subject above."""
        told = self.speech.teller(line, head)
        if told and told[1] and line.lower[head] in ("they", "it") and (len(told[1]) > 1 or told[1][0].speaker is None):
            return told[1]
        found = self.holders.of(line, head, stop)
        if found or line.lower[head] not in POSSESSIVE:
            return found
        above = line.tokens[head]
        for _ in range(5):
            above = above.head
            place = line.place.get(above.i)
            if place is not None and above.pos_ == "VERB" and (subject := line.subject(line.group(place))) is not None:
                return () if subject == head else self.holders.of(line, subject, line.group(place).left)
        return ()

    def _shared(self, line: Line, group: Group) -> tuple[Holder, ...]:
        """The subject of the verb above or before: "insisted on ... and demanded", "..., ruling out"."""
        token = line.tokens[group.verb]
        for _ in range(4):
            if token.head.i == token.i or token.dep_ not in ("conj", "advcl", "parataxis", "acl", "xcomp"):
                break
            token = token.head
            place = line.place.get(token.i)
            if place is None:
                break
            above = line.subject(line.group(place)) if token.pos_ in ("VERB", "AUX", "ADJ") else None
            if above is not None and above < group.left and (found := self.meant(line, above)):
                return found
        for n in range(group.left - 1, -1, -1):
            if line.tokens[n].dep_ in ("nsubj", "nsubj:pass"):
                found = self.meant(line, n, group.left)
                if found or line.lower[n] in OFFICES | OFFICIAL:  # "the chair noted delays and suggested"
                    return found
        return ()

    def _active(self, line: Line, group: Group, cue_end: int, kind: StanceKind) -> Iterator[Claim]:
        if pending(line, group):
            yield from self._pending(line, group, cue_end)
            return
        settled = settle(line, group, cue_end, kind)
        if settled is None or _denied(line, group):
            return
        holders = self.subjects(line, group)
        cue_end = _after_day(line, cue_end)
        end = issue_end(line, cue_end) if cue_end < len(line) else cue_end
        if not holders or end <= cue_end:
            return
        kind = settled
        if kind is R:
            end = next((n for n in range(cue_end + 1, end) if _described(line, n)), end)
        if kind is S and words.ARMED & set(line.lower[cue_end:end]):
            return
        if kind is R and any(w in words.CHARGES for w in line.lower[cue_end : min(end, cue_end + 5)]):
            kind = N
        sure = 0.6 if words.base(line.lower[group.verb]) in HALF_SURE else 0.9 if group.finite else 0.8
        yield Claim(
            kind, holders, _cue(line, group, cue_end), (cue_end, end), sure, self._target(line, kind, cue_end, end)
        )

    def _pending(self, line: Line, group: Group, cue_end: int) -> Iterator[Claim]:
        """ "neither accepted nor rejected the plan": open, for the answer is still to come."""
        following = line.lower[cue_end : cue_end + 1]
        if following and following[0] in ("or", "nor", "and"):
            return
        holders, end = self.subjects(line, group), issue_end(line, cue_end)
        if holders and end > cue_end:
            yield Claim(P, holders, (group.verb, group.verb + 1), (cue_end, end), 0.5, pending=True)

    def _target(self, line: Line, kind: StanceKind, first: int, end: int) -> str | None:
        """Whom a demand addresses: "urged the government to", "demanded that the port company"."""
        if kind is not D or first >= end:
            return None
        at = first + 1 if line.lower[first] == "that" else first
        for n in range(at, min(end, at + 6)):
            if line.tokens[n].pos_ in ("NOUN", "PROPN") and (
                n + 1 >= end or line.tokens[n + 1].pos_ not in ("NOUN", "PROPN")
            ):
                follows = line.lower[n + 1 : n + 3]
                if not follows or not (
                    {"to", "not"} & set(follows) or line.tokens[min(n + 1, end - 1)].pos_ in ("VERB", "AUX")
                ):
                    return None
                found = self.holders.of(line, n, end)
                return found[0].party if len(found) == 1 else None
        return None

    def _passive(self, line: Line, group: Group, kind: StanceKind, cue_end: int) -> Iterator[Claim]:
        """ "The plan was rejected by the union", "proposals opposed by both ministers"."""
        by = next((n for n in range(cue_end, min(cue_end + 6, len(line))) if line.lower[n] == "by"), None)
        agent = None if by is None else _nominal_after(line, by)
        subject = line.subject(group)
        taken = _passive_kind(kind, group)
        if agent is None or subject is None or taken is None:
            return
        holders = self.meant(line, agent)
        first, end = line.noun_phrase(subject, group.left)
        if holders and line.tokens[subject].pos_ != "PROPN" and not self.holders.of(line, subject, group.left):
            yield Claim(taken, holders, _cue(line, group, cue_end), (first, end), 0.85)

    def _concession(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "We will not close the port", "would not step back": what one will not do."""
        verb = line.tokens[group.verb].lemma_.lower()
        refusing = group.negated and group.modal in (
            "will",
            "would",
            "wo",
            "can",
            "could",
            "ca",
            "'d",
            "’d",
            "'ll",
            "’ll",
        )
        going = group.negated and line.tokens[group.verb].tag_ == "VBG" and verb != "be"
        head = line.subject(group)
        if not (refusing or going) or group.passive:
            return
        ours = head is not None and line.lower[head] in FIRST_PERSON and self.speech.at(line, group.verb) is not None
        if not ours and (verb not in words.CONCEDED or going):
            return
        able = group.modal in ("can", "could", "ca") and verb not in words.CONCEDED  # "we can't say when"
        if able or verb in words.COPULAS | words.NO_STANCE_AFTER or verb in ("have", "think", "believe"):
            return
        holders = self.subjects(line, group)
        end = issue_end(line, group.verb)
        if holders and end > group.verb:
            kind = R if verb == "go" and line.lower[group.verb + 1 : group.verb + 2] == ["back"] else F
            yield Claim(kind, holders, _cue(line, group, group.verb + 1), (group.verb, end), 0.8)


def _phrasal(line: Line, verb: int) -> bool:
    """ "signed away", "backed down" are other verbs."""
    return verb + 1 < len(line) and line.lower[verb + 1] in PHRASAL.get(words.base(line.lower[verb]), ())


def frame_of(line: Line, verb: int) -> tuple[int, StanceKind] | None:
    """Where the cue ends and its stance; None where the verb takes none here."""
    for particles, kind in words.FRAMES.get(words.base(line.lower[verb]), ()):
        end = verb + 1
        while end < len(line) and particles and (line.lower[end] in MANNER or line.lower[end] in QUOTES):
            end += 1
        if tuple(line.lower[end : end + len(particles)]) == particles:
            # "insisted that", "called for": the particle opens the issue, as in "insisted | that work stop"
            return (verb + 1 if not particles or particles[0] in OPENING else end + len(particles)), kind
    return None


OPENING = frozenset("that for on upon against to not with".split())


def _described(line: Line, n: int) -> bool:
    """ "dismissed it | as a stunt", "rejected the plan | as too slow": how one calls what one rejects."""
    return (
        line.lower[n] == "as"
        and line.lower[n + 1 : n + 2] != []
        and line.lower[n + 1] in ("a", "an", "too", "not", *QUOTES)
    )


def _denied(line: Line, group: Group) -> bool:
    """ "denied that Orsova had threatened": the clause of a denial takes no stance of its own."""
    before = line.lower[max(0, group.left - 8) : group.left]
    return any(words.base(w) == "deny" for w in before) and "that" in before


def _after_day(line: Line, n: int) -> int:
    """ "agreed on Monday | to a truce": the issue begins after the day."""
    k = n + 1 if line.lower[n : n + 1] == ["early"] or line.lower[n : n + 1] == ["late"] else n
    return k + 2 if line.lower[k : k + 1] == ["on"] and line.lower[k + 1 : k + 2] and line.lower[k + 1] in DAYS else n


def settle(line: Line, group: Group, after: int, kind: StanceKind) -> StanceKind | None:
    """The stance with its negation and modality weighed, None where there is none."""
    verb, following = words.base(line.lower[group.verb]), _following(line, after)
    if not following or _trap(line, group, verb, following):
        return None
    if group.modal in DUTY or (group.modal in WEAK_MODALS and not group.negated and kind not in (A, S)):
        return None
    if group.negated:
        if kind is A and group.modal is None:
            return None if any(w in ("has", "have", "had") for w in line.lower[group.left : group.verb]) else R
        return words.DENIED.get(kind)
    return P if kind is A and group.modal in WEAK_MODALS | {"would"} else kind


def _following(line: Line, after: int) -> list[str]:
    n = _after_day(line, after)
    while n < len(line) and (line.lower[n] in MANNER or line.lower[n] in QUOTES):
        n += 1
    return line.lower[n : n + 6]


def _trap(line: Line, group: Group, verb: str, following: list[str]) -> bool:
    """Uses of the verbs that take no stance: "declined to comment", "suggested it was late", "wanted to see"."""
    first = following[0]
    if (
        verb in ("ask", "urge", "call")
        and len(following) > 1
        and words.OWN_RANKS & set(following[1:4])
        and {"its", "their", "our", "his", "her"} & set(following[:2])
    ):
        return True
    if first in ",.;?)" or first in ("and", "or", "but", "nor"):
        return True
    if verb in ("decline", "refuse"):
        return first == "to" and len(following) > 1 and following[1] in words.NO_STANCE_AFTER
    if verb == "suggest":
        return not _proposing(line, group.verb + 1)
    if verb in ("want", "seek", "ask"):
        return first in ("to", "whether", "if", "about", "him", "her", "how", "why", "what") or (
            verb == "ask" and "to" not in following and first not in ("that", "for")
        )
    if verb in ("agree", "concede", "accept"):
        return (
            first in ("that", "with", "in")
            or following[:2] == ["to", "disagree"]
            or (verb == "agree" and first not in ("to", "on", "not"))
        )
    if verb == "insist":
        return first == "that" and not _directive(line, group.verb + 1)
    if verb == "threaten":
        return not (
            first in ("to", "with") or words.PENALTIES & set(following) or line.tokens[group.verb + 1].tag_ == "VBG"
        )
    if verb in ("consider", "contemplate", "entertain"):
        return (line.tokens[group.verb].tag_ != "VBG" and group.modal not in ("will", "would")) or "not" in following
    return verb in ("offer", "promise") and first == "no"


def _proposing(line: Line, n: int) -> bool:
    """ "suggested holding a workshop", "suggested that talks be moved", "suggested a pause"; not "suggested it was late"."""
    token = line.tokens[n] if n < len(line) else None
    if token is None:
        return False
    if token.lower_ == "that":
        return _directive(line, n)
    plain = token.pos_ in ("DET", "ADJ", "NOUN", "NUM") and not any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in line.tokens[n : min(issue_end(line, n), n + 9)]
    )
    return token.tag_ == "VBG" or plain


def _directive(line: Line, n: int) -> bool:
    """Whether the clause says what shall be: "that workshops be held", "that it must stop", "that Meridian withdraw"."""
    verbs = [k for k in range(n + 1, min(n + 14, len(line))) if line.tokens[k].pos_ in ("VERB", "AUX")]
    if not verbs:
        return False
    first = verbs[0]
    return (
        line.lower[first] in ("be", "should", "must", "shall", "has", "have", "need", "needs")
        or line.tokens[first].tag_ == "VB"
    )


def pending(line: Line, group: Group) -> bool:
    """ "did not accept or reject", "neither accepted nor rejected": no answer yet."""
    around = line.lower[max(0, group.verb - 4) : group.verb + 4]
    bases = {words.base(w) for w in around}
    return (
        bool({"or", "nor"} & set(around))
        and bool({"accept", "agree", "approve", "confirm"} & bases)
        and bool({"reject", "deny", "refuse", "dismiss", "rule"} & bases)
    )


def _passive_kind(kind: StanceKind, group: Group) -> StanceKind | None:
    if group.modal in DUTY | WEAK_MODALS:
        return None
    return words.DENIED.get(kind) if group.negated else kind


def _passive(line: Line, group: Group) -> bool:
    token = line.tokens[group.verb]
    if group.passive:
        return True
    after = line.lower[group.verb + 1 : group.verb + 5]
    return (
        token.tag_ in ("VBN", "VBD")
        and "by" in after
        and group.left == group.verb
        and (token.dep_.startswith("acl") or after[0] == "by")
    )


def _participle(line: Line, group: Group) -> bool:
    """ ", dismissing a demand", "with the company rejecting it"."""
    if line.tokens[group.verb].tag_ != "VBG" or (group.left < group.verb and line.lower[group.left] == "to"):
        return False
    before = line.lower[group.left - 1] if group.left else ","
    return (
        before == ","
        or _absolute(line, group)
        or (
            line.nominal_before(group.left) is not None
            and any(c.dep_.startswith("nsubj") for c in line.tokens[group.verb].children)
        )
    )


def _absolute(line: Line, group: Group) -> bool:
    """ "with Orsova demanding a cut and Kestrel refusing": the noun before is the subject."""
    if line.nominal_before(group.left) is None:
        return False
    for n in range(group.left - 1, max(-1, group.left - 16), -1):
        if line.lower[n] == "with":
            return True
        if line.tokens[n].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False


def _nominal_after(line: Line, n: int) -> int | None:
    """The head of the noun phrase after a preposition."""
    for k in range(n + 1, min(n + 12, len(line))):
        token = line.tokens[k]
        if token.pos_ in ("NOUN", "PROPN", "PRON") and (
            k + 1 >= len(line) or line.tokens[k + 1].pos_ not in ("NOUN", "PROPN")
        ):
            head = line.place.get(token.head.i)
            return head if head is not None and n < head and token.dep_ in ("flat", "compound", "appos") else k
        if token.pos_ in ("VERB", "PUNCT"):
            return None
    return None


def _cue(line: Line, group: Group, cue_end: int) -> tuple[int, int]:
    """The verb with its particles, and the "not" before it: "did not support" is one cue."""
    first = group.verb
    if group.negated:
        first = next(
            (n for n in range(group.left, group.verb) if line.lower[n] in ("not", "n't", "n’t", "never", "no")), first
        )
    return first, max(cue_end, group.verb + 1)
