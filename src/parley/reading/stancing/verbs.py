"""Stances that verbs take: "demanded", "did not rule out", "was rejected by", "would not sign"."""

from collections.abc import Iterator
from dataclasses import replace

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.frames import (
    after_day,
    asked_for,
    denied,
    described,
    frame_of,
    passive_kind,
    pending,
    phrasal,
    settle,
)
from parley.reading.stancing.holders import FIRST_PERSON, OFFICIAL, Holder, Holders
from parley.reading.stancing.line import QUOTES, Group, Line
from parley.reading.stancing.reach import issue_end
from parley.reading.stancing.shapes import cue_of, nominal_after, participle, passive
from parley.reading.stancing.speech import Speech
from parley.record import StanceKind
from parley.text.offices import OFFICES

A, D, F, N, P, R, S, T = (
    StanceKind.ACCEPTS, StanceKind.DEMANDS, StanceKind.REFUSES, StanceKind.DENIES, StanceKind.OPEN_TO, StanceKind.REJECTS,
    StanceKind.SUPPORTS, StanceKind.THREATENS,
)  # fmt: skip
PLACES = frozenset(
    "port ports road roads border crossing bridge canal entrance gates station stations strait harbour motorway railway tracks terminal exports shipments ships".split()
)
PRONOUNS = frozenset("it its they their he his she her".split())
POSSESSIVE = frozenset("its their his her".split())
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
            if frame is None or phrasal(line, group.verb):
                yield from self._concession(line, group)
            elif passive(line, group):
                yield from self._passive(line, group, frame[1], frame[0])
            elif participle(line, group) or group.finite or (pending(line, group) and line.coordinated(group)):
                yield from self._active(line, group, *frame)

    def subjects(self, line: Line, group: Group) -> tuple[Holder, ...]:
        """Who does what the verb says: its own subject, or that of the verb it is joined to."""
        head = line.subject(group)
        if head is not None:
            found = self.meant(line, head, group.left)
            if found or not line.coordinated(group) or line.nominal_before(group.left) is not None:
                return found
        return self._apposed(line, group) or self._shared(line, group)

    def _apposed(self, line: Line, group: Group) -> tuple[Holder, ...]:
        """ "The union's organiser, Nora Vance, rejected it", "the league, whose chair, Nora Vance, rejected it"."""
        comma = group.left - 1
        if comma < 1 or line.lower[comma] != "," or not group.finite:
            return ()
        named = self.holders.ending(line, comma)
        if named is None or (named[0] > 0 and line.lower[named[0] - 1] not in ("that", ",", *QUOTES)):
            return ()
        return (named[1],)

    def meant(self, line: Line, head: int, stop: int | None = None) -> tuple[Holder, ...]:
        """The holders of a noun phrase; "we" is whoever speaks."""
        if line.lower[head] in FIRST_PERSON:
            voice = self.speech.at(line, head)
            return (voice.holder,) if voice else ()
        if line.tokens[head].text in ("Allies", "Members") and line.lower[head + 1 : head + 2] != ["of"]:
            voice = self.speech.at(line, head)  # an alliance's chief speaks of "Allies"
            return (voice.holder,) if voice else ()
        if line.lower[head] in PRONOUNS:
            return self._pronoun(line, head, stop)
        if self._of_speaker(line, head):
            voice = self.speech.at(line, head)  # "said her government would not sign"
            return (Holder(voice.holder.party, voice.holder.speaker),) if voice else ()
        return self.holders.of(line, head, stop)

    def _of_speaker(self, line: Line, head: int) -> bool:
        """ "her government", "its 2,300 drivers and conductors": a body or members of whoever speaks."""
        first, _ = line.noun_phrase(head)
        own = line.lower[first] if first < head else ""
        if line.lower[head] in words.OWN_BODY:
            return own in ("her", "his", "our", "my")
        return line.lower[head] in words.MEMBERS and own in ("her", "his", "our", "my", "its", "their")

    def _pronoun(self, line: Line, head: int, stop: int | None) -> tuple[Holder, ...]:
        """ "The union and the guild said they": whoever says so, else whom the cast knows, else the subject above."""
        told = self.speech.teller(line, head)
        if told and told[1] and line.lower[head] in ("they", "it") and (len(told[1]) > 1 or told[1][0].speaker is None):
            return told[1]
        found = self.holders.of(line, head, stop)
        if found or line.lower[head] not in POSSESSIVE | {"it", "they"}:
            return found
        above = line.tokens[head]
        for _ in range(5):
            above = above.head
            place = line.place.get(above.i)
            if place is not None and above.pos_ == "VERB" and (subject := line.subject(line.group(place))) is not None:
                if subject == head:
                    continue
                if line.lower[subject] in PRONOUNS:
                    return ()
                return self.meant(line, subject, line.group(place).left)
        return ()

    def _shared(self, line: Line, group: Group) -> tuple[Holder, ...]:
        """The subject of the verb above or before: "insisted on ... and demanded", "..., ruling out"."""
        token = line.tokens[group.verb]
        if (place := self._relative_head(line, group)) is not None:
            return self.meant(line, place)
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

    def _relative_head(self, line: Line, group: Group) -> int | None:
        """ "Harbour Watch, which marched to the hall, rejected the cut": the parser joins the verb to the name."""
        token = line.tokens[group.verb]
        place = line.place.get(token.head.i)
        relative = any(c.dep_ == "acl:relcl" for c in token.head.children)
        if token.dep_ != "conj" or place is None or not relative or line.lower[group.left - 1 : group.left] != [","]:
            return None
        return place if token.head.pos_ in ("NOUN", "PROPN") and place < group.left else None

    def _active(self, line: Line, group: Group, cue_end: int, kind: StanceKind) -> Iterator[Claim]:
        if pending(line, group):
            yield from self._pending(line, group, cue_end)
            return
        head = line.subject(group)
        if head is not None and line.nobody(head):
            group = replace(group, negated=not group.negated)
        settled = settle(line, group, cue_end, kind)
        if settled is None and (relative := _relative(line, group)):
            yield from self._of_relative(line, group, kind, relative)
            return
        if settled is None or denied(line, group) or asked_for(line, group):
            return
        if (
            cue_end < len(line)
            and line.tokens[cue_end].tag_ in ("MD", "VBZ", "VBD")
            and line.tokens[cue_end].pos_ == "AUX"
        ):
            return  # "nothing the union is proposing | would help"
        holders = self.subjects(line, group)
        if settled is A and group.modal in ("will", "'ll", "’ll") and not self._own_word(line, group, holders):
            return  # "said he was sure that the ministry will agree" is a hope
        cue_end = after_day(line, cue_end)
        end = issue_end(line, cue_end) if cue_end < len(line) else cue_end
        if not holders or end <= cue_end or line.lower[cue_end:end] in (["him"], ["her"], ["them"], ["us"], ["me"]):
            return
        kind = settled
        if kind is R:
            end = next((n for n in range(cue_end + 1, end) if described(line, n)), end)
        if kind is F and group.modal in ("will", "would") and line.lower[group.verb] == "block":
            kind = T if PLACES & set(line.lower[cue_end:end]) else kind  # "would block the port": a threat, no refusal
        if kind is S and words.ARMED & set(line.lower[cue_end:end]):
            return
        if kind is R and any(w in words.CHARGES for w in line.lower[cue_end : min(end, cue_end + 5)]):
            kind = N
        sure = 0.6 if words.base(line.lower[group.verb]) in HALF_SURE else 0.9 if group.finite else 0.8
        yield Claim(
            kind, holders, cue_of(line, group, cue_end), (cue_end, end), sure, self._target(line, kind, cue_end, end)
        )

    def _of_relative(self, line: Line, group: Group, kind: StanceKind, noun: int) -> Iterator[Claim]:
        """ "The draft, which Orsova rejected, ..."."""
        holders = self.holders.of(line, group.left - 1, group.left) if group.left else ()
        first, end = line.noun_phrase(noun)
        if holders and not group.modal and not group.negated and end <= group.left:
            yield Claim(kind, holders, cue_of(line, group, group.verb + 1), (first, end), 0.75)

    def _own_word(self, line: Line, group: Group, holders: tuple[Holder, ...]) -> bool:
        """Whether the party itself, or the reporter, says what it will do."""
        voice = self.speech.at(line, group.verb)
        return voice is None or voice.holder.party in {h.party for h in holders}

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
        agent = None if by is None else nominal_after(line, by)
        subject = line.subject(group)
        if subject is None and group.left > 1 and line.lower[group.left - 1] == ",":
            subject = line.nominal_before(group.left - 1)  # "the removal, demanded by Orsova, was blocked"
        if agent is not None and kind is D and not group.negated:
            yield from self._asked(line, group, agent)
        taken = passive_kind(kind, group)
        if agent is None or subject is None or taken is None:
            return
        holders = self.meant(line, agent)
        first, end = line.noun_phrase(subject, group.left)
        if holders and line.tokens[subject].pos_ != "PROPN" and not self.holders.of(line, subject, group.left):
            yield Claim(taken, holders, cue_of(line, group, cue_end), (first, end), 0.85)

    def _asked(self, line: Line, group: Group, agent: int) -> Iterator[Claim]:
        """ "Meridian was urged by the ministry to return to the table"."""
        to = next((k for k in range(agent + 1, min(agent + 6, len(line) - 1)) if line.lower[k] == "to"), None)
        head = line.subject(group)
        if to is None or head is None or line.tokens[to + 1].tag_ != "VB":
            return
        holders, asked = self.meant(line, agent), self.holders.of(line, head, group.left)
        if holders and asked and not group.modal:
            target = asked[0].party if len(asked) == 1 else None
            yield Claim(D, holders, cue_of(line, group, group.verb + 1), (to, issue_end(line, to)), 0.85, target)

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
        going = group.negated and line.tokens[group.verb].tag_ == "VBG" and verb in {"go", *words.CONCEDED}
        head = line.subject(group)
        if not (refusing or going) or group.passive:
            return
        ours = head is not None and line.lower[head] in FIRST_PERSON and self.speech.at(line, group.verb) is not None
        if verb == "afford":
            yield from self._unaffordable(line, group)
            return
        if not ours and (verb not in words.CONCEDED or going):
            return
        able = group.modal in ("can", "could", "ca") and verb not in words.CONCEDED  # "we can't say when"
        if able or verb in words.COPULAS | words.NO_STANCE_AFTER or verb in ("have", "think", "believe"):
            return
        holders = self.subjects(line, group)
        first = group.verb
        if line.lower[first : first + 2] == ["going", "to"]:
            first += 2
        end = issue_end(line, first) if first < len(line) else first
        if holders and end > first:
            kind = R if verb == "go" and line.lower[group.verb + 1 : group.verb + 2] == ["back"] else F
            yield Claim(kind, holders, cue_of(line, group, group.verb + 1), (first, end), 0.8)

    def _unaffordable(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "The port could not afford 9 percent"."""
        first = group.verb + 1
        holders, end = self.subjects(line, group), issue_end(line, first) if first < len(line) else first
        if holders and end > first and line.lower[first] not in ("to", "a"):
            yield Claim(R, holders, cue_of(line, group, first), (first, end), 0.75)


def _relative(line: Line, group: Group) -> int | None:
    """The noun that a relative clause without object is about: "the draft that Orsova rejected"."""
    token = line.tokens[group.verb]
    particle = line.lower[group.verb + 1 : group.verb + 2] in (["down"], ["out"], ["aside"], ["off"])
    after = line.lower[group.verb + 1 + particle : group.verb + 2 + particle]
    before = line.lower[max(0, group.left - 3) : group.left]
    if not token.dep_.startswith("acl") or after not in ([","], ["."], []) or not {"which", "that"} & set(before):
        return None
    return line.place.get(token.head.i)
