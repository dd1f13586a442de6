"""Stances in predicates: "is ready to", "left open the possibility of", "are non-starters", "has no plans to", "must"."""

from collections.abc import Iterator

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.holders import Holder
from parley.reading.stancing.line import MODALS, NEGATORS, QUOTES, Group, Line
from parley.reading.stancing.moves import CONCESSIONS
from parley.reading.stancing.reach import issue_end
from parley.reading.stancing.speech import Speech
from parley.reading.stancing.verbs import Verbs
from parley.record import StanceKind

P, R, F, N, S, D = (
    StanceKind.OPEN_TO, StanceKind.REJECTS, StanceKind.REFUSES, StanceKind.DENIES, StanceKind.SUPPORTS, StanceKind.DEMANDS,
)  # fmt: skip
CALLING = frozenset("call brand deem declare label".split())
FAR = {
    "line": 1,
    "table": 2,
    "question": 3,
}  # words before the last one: "red line", "off the table", "out of the question"
DEALS = frozenset("deal agreement contract settlement talks peace progress accord solution treaty".split())
NONE_OF = DEALS | frozenset(
    "concession concessions meeting meetings negotiations change changes cut cuts extension compromise return".split()
)
ASKING = frozenset("whether why how what when where who".split())
DENIED = {P: F, R: P, StanceKind.OFFERS: F}
DEFAULT_LINKS = frozenset({"to", "for"})
# "ready to strike" threatens, "ready to help" offers nothing to the other side
READY_FOR = (
    words.CONCEDED
    | CONCESSIONS
    | frozenset("hold continue resume explore listen engage look hear sit find reach make ensure".split())
)


class Predicates:
    def __init__(self, verbs: Verbs, speech: Speech) -> None:
        self.verbs, self.speech = verbs, speech

    def claims(self, line: Line) -> Iterator[Claim]:
        for n, word in enumerate(line.lower):
            if word in words.ADJECTIVES:
                yield from self._adjective(line, n)
            elif word == "there":
                yield from self._none(line, n)
            elif (word == "question" and line.lower[n - 3 : n] == ["out", "of", "the"]) or (
                word == "table" and line.lower[n - 2 : n] == ["off", "the"]
            ):
                yield from self._non_starter(line, n)
            elif word == "without":
                yield from self._no_deal(line, n)
            elif word in ("favour", "favor") and n:
                yield from self._in_favour(line, n)
            elif word == "line" and n and line.lower[n - 1] == "red":
                yield from self._non_starter(line, n)
            elif word in words.NO_STANDING and n and "no" in line.lower[max(0, n - 2) : n]:
                yield from self._no_standing(line, n)
            elif word in ("can", "could") and line.tokens[n].pos_ == "AUX":
                yield from self._negotiable(line, n)
            elif word in ("leave", "leaves", "left", "keep", "kept", "leaving"):
                yield from self._left_open(line, n)
            elif word in words.NON_STARTERS or word in ("starters", "starter"):
                yield from self._non_starter(line, n)
            elif word in words.PLANS and n and line.lower[n - 1] in ("no", "any"):
                yield from self._no_plans(line, n)
            elif word == "right" and n + 1 < len(line) and line.lower[n + 1] in ("to", "of", "for"):
                yield from self._right(line, n)
            elif word in words.DUTIES | words.IMPERATIVE:
                yield from self._duty(line, n)

    def _adjective(self, line: Line, n: int) -> Iterator[Claim]:
        word = line.lower[n]
        kind, links = words.ADJECTIVES[word], words.ADJECTIVE_LINKS.get(word, DEFAULT_LINKS)
        after = n + 1
        while after < len(line) and line.lower[after] in ("also", "even", "now", *QUOTES):
            after += 1
        if after + 1 >= len(line) or (links and line.lower[after] not in links):
            return
        group = _copula(line, n)
        if group is None or group.modal in ("should", "must", "may", "might", "could"):
            return
        if word in ("ready", "happy", "prepared", "glad") and not READY_FOR & {words.base(line.lower[after + 1])}:
            return
        head = line.subject(group)
        negated = group.negated or (head is not None and line.nobody(head))
        if negated:
            if kind not in DENIED:
                return
            kind = DENIED[kind]
        holders, end = self._holders(line, group, n), issue_end(line, after)
        if holders and end > after + 1:
            first = next((k for k in range(group.left, n) if line.lower[k] in NEGATORS), n)
            yield Claim(kind, holders, (first, n + 1), (after, end), 0.85)

    def _holders(self, line: Line, group: Group, n: int) -> tuple[Holder, ...]:
        found = self.verbs.subjects(line, group)
        head = line.subject(group)
        if found or head is None or not line.nobody(head):
            return found
        voice = self.speech.at(line, n)
        return (voice.holder,) if voice else ()

    def _none(self, line: Line, n: int) -> Iterator[Claim]:
        """ "There will be no talks until the blockade ends, Kestrel said": whoever says so will have none."""
        no = next((k for k in range(n + 1, min(n + 5, len(line))) if line.lower[k] == "no"), None)
        if (
            no is None
            or not {"will", "would", "can", "’ll", "'ll"} & set(line.lower[n + 1 : no])
            or no + 1 >= len(line)
        ):
            return
        voice, end = self.speech.at(line, no), issue_end(line, no + 1)
        if voice and end > no + 1 and NONE_OF & set(line.lower[no + 1 : end]):
            yield Claim(F, (voice.holder,), (no, no + 1), (no + 1, end), 0.75)

    def _left_open(self, line: Line, n: int) -> Iterator[Claim]:
        """ "left open the possibility of talks", "left the door open to more members"."""
        for k in range(n + 1, min(n + 5, len(line) - 2)):
            if line.lower[k] != "open":
                continue
            link = next((j for j in range(k + 1, min(k + 5, len(line))) if line.lower[j] in ("of", "to", "for")), None)
            group = line.group(n)
            if link is None or group.negated:
                return
            holders, end = self.verbs.subjects(line, group), issue_end(line, link)
            # "will keep its doors open to new members" is a policy, "left open the possibility" an opening
            kept = line.lower[n].startswith("k") or line.lower[max(0, n - 2)] in ("continue", "continues", "continued")
            if holders and end > link + 1:
                yield Claim(S if kept else P, holders, (n, k + 1), (link, end), 0.85)
            return

    def _non_starter(self, line: Line, n: int) -> Iterator[Claim]:
        """ "said the proposals were non-starters": the speaker rejects what is called so."""
        first = n
        if line.lower[n].startswith("starter"):
            if n < 2 or line.lower[n - 2] != "non":
                return
            first = n - 2
        elif line.lower[n] in FAR:
            first = n - FAR[line.lower[n]]
        group = _copula(line, first)
        if group is None:
            yield from self._called(line, first, n)
            return
        subject = line.subject(group)
        if subject is None or group.negated:
            return
        voice = self.speech.at(line, first) or self.speech.at(line, subject)
        if voice is None:
            return
        start, end = line.noun_phrase(subject, group.left)
        if line.lower[subject] == "that" or line.tokens[subject].pos_ == "PRON":
            return
        yield Claim(R, (voice.holder,), (first, n + 1), (start, end), 0.85)

    def _called(self, line: Line, first: int, n: int) -> Iterator[Claim]:
        """ "called the offer unacceptable"."""
        verb = next((k for k in range(first - 1, max(-1, first - 9), -1) if words.base(line.lower[k]) in CALLING), None)
        if verb is None or not line.is_verb(verb) or first - verb < 2:
            return
        group = line.group(verb)
        holders = () if group.negated or group.passive else self.verbs.subjects(line, group)
        if holders:
            yield Claim(R, holders, (first, n + 1), (verb + 1, first), 0.85)

    def _no_deal(self, line: Line, n: int) -> Iterator[Claim]:
        """ "There will be no deal without a cap on shifts"."""
        before = line.lower[max(0, n - 4) : n]
        voice = self.speech.at(line, n)
        end = issue_end(line, n + 1) if n + 1 < len(line) else n
        if voice and "no" in before and DEALS & set(before) and end > n + 1:
            yield Claim(D, (voice.holder,), (n, n + 1), (n + 1, end), 0.75)

    def _in_favour(self, line: Line, n: int) -> Iterator[Claim]:
        """ "is in favour of a moratorium"."""
        group = _copula(line, n - 1)
        if group is None or line.lower[n - 1] != "in" or line.lower[n + 1 : n + 2] != ["of"]:
            return
        holders, end = self.verbs.subjects(line, group), issue_end(line, n + 1)
        if holders and end > n + 2:
            yield Claim(R if group.negated else S, holders, (n, n + 1), (n + 1, end), 0.8)

    def _no_plans(self, line: Line, n: int) -> Iterator[Claim]:
        """ "said it has no plans to attack", "had no intention of signing"."""
        verb = next((k for k in range(n - 1, max(-1, n - 5), -1) if line.lower[k] in ("has", "have", "had")), None)
        if verb is None or n + 2 >= len(line) or line.lower[n + 1] not in ("to", "of", "for"):
            return
        group = line.group(verb)
        if (line.lower[n - 1] == "no") == group.negated:
            return
        holders, end = self.verbs.subjects(line, group), issue_end(line, n + 1)
        if holders and end > n + 2:
            yield Claim(N, holders, (n - 1, n + 1), (n + 1, end), 0.85)

    def _right(self, line: Line, n: int) -> Iterator[Claim]:
        """ "stressed that each state has the right to choose": the speaker stands by that right."""
        voice = self.speech.at(line, n)
        has = any(w in ("has", "have", "reaffirmed", "defend", "defended") for w in line.lower[max(0, n - 4) : n])
        end = issue_end(line, n)
        if (
            voice
            and has
            and end > n + 2
            and not self._own_right(line, n, voice.holder)
            and not NEGATORS & set(line.lower[max(0, n - 5) : n])
        ):
            yield Claim(S, (voice.holder,), (n, n + 1), (n, end), 0.7)

    def _no_standing(self, line: Line, n: int) -> Iterator[Claim]:
        """ "The ministry has no veto over us": the speaker rejects it."""
        voice = self.speech.at(line, n)
        has = next((k for k in range(n - 1, max(-1, n - 4), -1) if line.lower[k] in ("has", "have")), None)
        if voice and has is not None:
            end = n + 2 if n + 1 < len(line) and line.lower[n + 1] == "power" else issue_end(line, n)
            yield Claim(R, (voice.holder,), (has, n + 1), (n, end), 0.7)

    def _negotiable(self, line: Line, n: int) -> Iterator[Claim]:
        """ "said there are matters the sides can still negotiate on, including rest days"."""
        verb = next((k for k in range(n + 1, min(n + 3, len(line))) if words.base(line.lower[k]) in words.PARLEY), None)
        voice = self.speech.at(line, n)
        if verb is None or voice is None or NEGATORS & set(line.lower[n : verb + 1]):
            return
        including = next((k for k in range(verb, min(verb + 5, len(line))) if line.lower[k] == "including"), None)
        first = verb + 1 if including is None else including + 1
        end = issue_end(line, first) if first < len(line) else first
        if end > first:
            yield Claim(P, (voice.holder,), (n, verb + 1), (first, end), 0.65)

    def _vital(self, line: Line, n: int, holder: Holder) -> Iterator[Claim]:
        """ "I think this meeting was essential": the speaker stands by it."""
        group = _copula(line, n)
        head = line.subject(group) if group else None
        if (
            group is None
            or head is None
            or group.negated
            or group.modal
            or line.tokens[head].pos_ not in ("NOUN", "PROPN")
        ):
            return
        start, end = line.noun_phrase(head, group.left)
        yield Claim(S, (holder,), (n, n + 1), (start, end), 0.6)

    def _own_right(self, line: Line, n: int, holder: Holder) -> bool:
        """ "saying it has the right to deploy": a claim for oneself defends a deed."""
        verb = next((k for k in range(n - 1, max(-1, n - 4), -1) if line.lower[k] in ("has", "have")), None)
        if verb is None:
            return False
        subject = line.subject(line.group(verb))
        own = subject is not None and line.lower[subject] in ("it", "they", "we", "he", "she", "i")
        return own or holder.party in {h.party for h in self.verbs.subjects(line, line.group(verb))}

    def _duty(self, line: Line, n: int) -> Iterator[Claim]:
        """ "It is imperative to lower fares", "donors should pay": what a speaker says has to be done."""
        voice = self.speech.at(line, n)
        if voice is None:
            return
        if line.lower[n] in words.IMPERATIVE and line.lower[n + 1 : n + 2] not in (["to"], ["that"]):
            yield from self._vital(line, n, voice.holder)
            return
        if line.lower[n] in words.IMPERATIVE:
            if (
                "it" in line.lower[max(0, n - 4) : n]
                and line.lower[n + 1 : n + 2] in (["to"], ["that"])
                and (end := issue_end(line, n + 1)) > n + 2
            ):
                yield Claim(D, (voice.holder,), (n, n + 1), (n + 1, end), 0.7)
            return
        verb = next((k for k in range(n + 1, min(n + 5, len(line))) if line.tokens[k].pos_ in ("VERB", "AUX")), None)
        if line.tokens[n].pos_ != "AUX" or verb is None:
            return
        subject = line.subject(line.group(verb))
        if (
            subject is None
            or line.lower[subject] in ("it", "that", "this", "there", "who", "we", "i")
            or line.nobody(subject)
        ):
            return
        start = _clause_start(line, n)
        if "have" in line.lower[n + 1 : n + 4] and line.tokens[verb].tag_ != "VB":
            return  # "should have paid" is blame, not a demand
        if ASKING & set(line.lower[max(0, start - 1) : n]):
            return
        told = self.speech.teller(line, n)
        if told and told[1] and told[0] < start and not voice.quoted:  # "said | fares should fall" is one cue
            holders, whole = told[1], told[0] + 1
            end = issue_end(line, whole)
            start = whole if end > n else start
            yield Claim(D, holders, (told[0], told[0] + 1), (start, max(end, issue_end(line, n))), 0.55)
        else:
            yield Claim(D, (voice.holder,), (n, n + 1), (start, issue_end(line, n)), 0.55)


def _clause_start(line: Line, n: int) -> int:
    """Where the clause with the verb at `n` begins: after a mark, "that" or a verb of saying."""
    for k in range(n - 1, -1, -1):
        if (
            line.lower[k] in '“”",;:'
            or line.saying(k)
            or line.lower[k] in ("think", "believe")
            or (line.lower[k] == "that" and k and line.saying(k - 1))
        ):
            return k + 2 if line.lower[k + 1] in ("and", "but", "that") else k + 1
    return 0


def _copula(line: Line, n: int) -> Group | None:
    """The verb group that links a subject with the adjective or noun at `n`."""
    for k in range(n - 1, max(-1, n - 7), -1):
        base = words.base(line.lower[k])
        if base in words.COPULAS:
            group = line.group(k)
            negated = group.negated or bool(NEGATORS & set(line.lower[k:n]))
            modal = next((w for w in line.lower[group.left : k] if w in MODALS), None)
            return Group(group.left, k, negated, modal, group.finite, False)
        if line.tokens[k].pos_ in ("NOUN", "PROPN", "VERB", "CCONJ", "SCONJ"):
            return None
    return None
