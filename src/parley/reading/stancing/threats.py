"""Announced harm: "warned it would call a strike if", "will face sanctions unless"."""

from collections.abc import Iterator

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.holders import Holder
from parley.reading.stancing.line import Group, Line
from parley.reading.stancing.reach import condition_of, issue_end
from parley.reading.stancing.speech import Speech
from parley.reading.stancing.verbs import Verbs
from parley.record import StanceKind

T = StanceKind.THREATENS
FUTURE = frozenset("will would wo 'll ’ll 'd ’d".split())


class Threats:
    def __init__(self, verbs: Verbs, speech: Speech) -> None:
        self.verbs, self.speech = verbs, speech

    def claims(self, line: Line) -> Iterator[Claim]:
        for n, token in enumerate(line.tokens):
            if token.pos_ == "VERB" and n and line.lower[n] not in FUTURE:
                group = line.group(n)
                if group.modal in FUTURE and not group.negated and "have" not in line.lower[group.left : n]:
                    yield from self._future(line, group)

    def _future(self, line: Line, group: Group) -> Iterator[Claim]:
        """A future deed that harms: announced by the one who will do it, or as what the other will suffer."""
        verb = words.base(line.lower[group.verb])
        end = issue_end(line, group.verb)
        warned = self._warned(line, group)
        speaker = warned or self._speaker(line, group)
        harm = verb in words.RETALIATION or bool(words.PENALTIES & set(line.lower[group.verb + 1 : end]))
        in_kind = verb == "respond" and {"kind", "any"} & set(line.lower[group.verb + 1 : end])
        if speaker is None or not harm or not (warned or in_kind or condition_of(line, group.verb)):
            return
        doers = self.verbs.subjects(line, group)
        if verb in words.SUFFERED and speaker not in doers:
            target = doers[0].party if doers else None
            yield Claim(T, (speaker,), (group.left, group.verb + 1), (group.verb, end), 0.85, target)
        elif not doers and warned and self._own_people(line, group):
            yield Claim(T, (speaker,), (group.left, group.verb + 1), (group.verb, end), 0.8)
        elif doers and all(d.party == speaker.party for d in doers):
            yield Claim(T, doers, (group.left, group.verb + 1), (group.verb, end), 0.85)

    def _own_people(self, line: Line, group: Group) -> bool:
        """ "She warned that ferries would block the port": said for a body, of those whom it may send."""
        subject = line.subject(group)
        return subject is not None and line.lower[subject] in words.MEMBERS

    def _warned(self, line: Line, group: Group) -> Holder | None:
        """Who warns, where the clause stands under "warned that"."""
        for k in range(group.left - 1, max(-1, group.left - 12), -1):
            if words.base(line.lower[k]) in ("warn", "threaten", "vow") and line.is_verb(k):
                found = self.verbs.subjects(line, line.group(k))
                return found[0] if found else None
        return None

    def _speaker(self, line: Line, group: Group) -> Holder | None:
        voice = self.speech.at(line, group.verb)
        return voice.holder if voice else None
