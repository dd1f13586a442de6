"""Stances in nouns: "the union's demand for", "a key Ruritanian proposal to", "voiced opposition to"."""

from collections.abc import Iterator

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.holders import Holder, Holders
from parley.reading.stancing.line import NEGATORS, Line
from parley.reading.stancing.reach import condition_at, condition_of, issue_end
from parley.reading.stancing.shapes import nominal_after
from parley.reading.stancing.verbs import Verbs
from parley.record import StanceKind
from parley.text.gazetteer import gazetteer

LINKS = {
    "support": {"for"}, "backing": {"for"}, "acceptance": {"of"}, "approval": {"of"}, "endorsement": {"of"}, "preference": {"for"},
    "opposition": {"to"}, "objection": {"to"}, "objections": {"to"}, "resistance": {"to"}, "rejection": {"of"}, "dismissal": {"of"},
    "denial": {"of", "that"}, "demand": {"for", "to", "that", "not"}, "call": {"for", "to"}, "insistence": {"on", "that"}, "appeal": {"for", "to"},
}  # fmt: skip
ANY_LINK = frozenset("for to that of on".split())
UTTERED = frozenset("express voice reiterate repeat signal announce make issue submit present declare state show indicate stress underline restate table".split())  # fmt: skip
CAME = frozenset("came comes come coming".split())
INCLUDING = frozenset("include includes included are were".split())
STRONG = frozenset(
    {"demand", "offer", "proposal", "rejection", "refusal", "opposition", "insistence", "willingness", "readiness"}
)
UTTERING = {form: verb for verb in UTTERED for form in words.forms_of(verb)} | {"made": "make", "shown": "show"}


def _noun_end(line: Line, first: int) -> int:
    """The demand for X | surprised Y": a noun's issue ends before the verb that the noun is subject of."""
    end = issue_end(line, first)
    if line.lower[first] == "that":
        return _clause_end(line, first, end)
    for k in range(first + 1, end):
        if line.lower[k] in ("that", "who", "which", "where"):
            return end
        if line.group(k).finite and line.is_verb(k) and k > first + 1:
            return line.group(k).left
    return end


def _clause_end(line: Line, first: int, end: int) -> int:
    """The demand that Kestrel open its market | was dismissed": the clause ends before the verb of the sentence."""
    verbs = [k for k in range(first + 1, end) if line.tokens[k].pos_ in ("VERB", "AUX")]
    root = next((k for k in verbs[1:] if line.tokens[k].dep_ == "ROOT" and line.group(k).finite), None)
    return line.group(root).left if root is not None and line.group(root).left > verbs[0] else end


class Nouns:
    def __init__(self, holders: Holders, verbs: Verbs) -> None:
        self.holders, self.verbs = holders, verbs

    def claims(self, line: Line) -> Iterator[Claim]:
        for n, word in enumerate(line.lower):
            single = word.removesuffix("s") if word.removesuffix("s") in words.STANCE_NOUNS else word
            kind = words.STANCE_NOUNS.get(single)
            if not kind and word not in words.BILLS and word not in words.WORTH:
                continue
            if word in words.BILLS and n > 2 and line.lower[n - 1] in ("backed", "supported", "endorsed"):
                yield from self._backed(line, n)
            if (
                kind
                and (line.tokens[n].pos_ == "NOUN" or (n == 0 and line.tokens[n].pos_ == "PROPN"))
                and n + 1 < len(line)
                and line.lower[n + 1] in LINKS.get(single, ANY_LINK)
            ):
                yield from self._claim(line, n, kind, single)
            elif kind and word.endswith("s") and line.tokens[n].pos_ == "NOUN":
                yield from self._counted(line, n, kind)
            elif word in words.WORTH and n + 1 < len(line) and line.lower[n + 1] in ("to", "for", "of"):
                yield from self._worth(line, n)

    def _claim(self, line: Line, n: int, kind: StanceKind, noun: str) -> Iterator[Claim]:
        holders, sure, cue = self._owner(line, n), 0.85, (n, n + 1)
        if condition_at(line, n + 1) or self._given_up(line, n) or line.lower[n + 1 : n + 4] == ["on", "the", "table"]:
            return
        if not holders and (came := self._came_from(line, n)):
            holders, end = came
            yield Claim(kind, holders, cue, (n + 1, end), sure if noun in STRONG else 0.7)
            return
        if not holders:
            verb = self._uttering(line, n)
            if verb is None:
                return
            group = line.group(verb)
            if group.negated or group.modal in ("should", "must", "may", "might", "could"):
                return
            holders, cue = self.verbs.subjects(line, group), (verb, verb + 1)
        end = _noun_end(line, n + 1)
        if holders and end > n + 2:
            if kind is StanceKind.OFFERS and words.PENALTIES & set(line.lower[n:end]) and condition_of(line, n):
                kind = StanceKind.THREATENS  # "their bill that would impose tariffs if ..."
            yield Claim(kind, holders, cue, (n + 1, end), sure if noun in STRONG else 0.7)

    def _came_from(self, line: Line, n: int) -> tuple[tuple[Holder, ...], int] | None:
        """ "Opposition to the cut came from the union": who, and where the issue ends."""
        end = next(
            (
                k
                for k in range(n + 2, min(n + 14, len(line) - 1))
                if line.lower[k] in CAME and line.lower[k + 1] == "from"
            ),
            None,
        )
        head = nominal_after(line, end + 1) if end is not None else None
        holders = self.verbs.meant(line, head) if head is not None else ()
        return (holders, end) if holders and end is not None else None

    def _counted(self, line: Line, n: int, kind: StanceKind) -> Iterator[Claim]:
        """ "The union's demands include a cap", "among the Kestrel proposals were a fund and a shared port"."""
        verb = next((k for k in range(n + 1, min(n + 6, len(line))) if line.lower[k] in INCLUDING), None)
        among = n > 1 and "among" in line.lower[max(0, n - 4) : n]
        if (
            verb is None
            or (line.lower[verb] in ("are", "were") and not among)
            or any(line.lower[k] == "," for k in range(n, verb))
        ):
            return
        holders, end = self._owner(line, n), issue_end(line, verb + 1)
        if holders and end > verb + 1:
            yield Claim(kind, holders, (n, n + 1), (verb + 1, end), 0.75)

    def _backed(self, line: Line, n: int) -> Iterator[Claim]:
        """ "their ministry-backed bill": the ministry supports it."""
        if line.tokens[n - 2].text in ("-", "–"):
            holders, end = self.holders.of(line, n - 3), issue_end(line, n)
            if holders:
                yield Claim(StanceKind.SUPPORTS, holders, (n - 1, n), (n, end), 0.7)

    def _owner(self, line: Line, n: int) -> tuple[Holder, ...]:
        """ "Ruritania's demand", "a key Ruritanian demand", "their offer"."""
        first, _ = line.noun_phrase(n)
        for k in range(n - 1, first - 1, -1):
            token = line.tokens[k]
            if any(line.tokens[j].text in ("-", "–") for j in range(k + 1, min(k + 3, n))):
                continue  # "its government-backed proposal" is not the government's
            if line.lower[k] in ("his", "her", "its", "their") and self._turned_down(line, first):
                return ()  # "the minister refused his request": whose is for the cast to tell
            if token.dep_ == "nmod:poss" or line.lower[min(k + 1, n)] in ("'s", "’s", "'", "’"):
                return self.verbs.meant(line, k, n)
            entry = gazetteer().by_adjective.get(token.text)
            if entry and token.pos_ in ("ADJ", "PROPN"):
                return (Holder(entry.name),)
            if token.pos_ == "PROPN" and (found := self.verbs.meant(line, k, n)):
                return found
        return ()

    def _turned_down(self, line: Line, first: int) -> bool:
        """Whether the noun phrase from `first` is what somebody rejects or refuses."""
        kinds = words.FRAMES.get(words.base(line.lower[first - 1]), ()) if first else ()
        return any(k in (StanceKind.REJECTS, StanceKind.REFUSES) for _, k in kinds)

    def _given_up(self, line: Line, n: int) -> bool:
        """ "Kestrel dropped its demand for", "has given up its call for"."""
        for k in range(max(0, n - 5), n):
            verb = words.base(line.lower[k])
            if line.is_verb(k) and verb in words.GIVEN_UP:
                return verb != "back" or line.lower[k + 1] in ("away", "down", "off", "out")
        return False

    def _uttering(self, line: Line, n: int) -> int | None:
        """The verb that puts the noun forward: "expressed their strong opposition to"."""
        for k in range(n - 1, max(-1, n - 6), -1):
            if line.lower[k] in UTTERING and line.is_verb(k):
                return k
            if line.tokens[k].pos_ not in ("DET", "ADJ", "ADV", "NOUN", "PRON") or line.lower[k] in NEGATORS:
                return None
        return None

    def _worth(self, line: Line, n: int) -> Iterator[Claim]:
        """ "stressed the importance of a shared fund", "expressed the need to resume talks"."""
        k = next((k for k in range(n - 1, max(-1, n - 4), -1) if words.base(line.lower[k]) in words.STRESSING), None)
        if k is None or not line.is_verb(k) or any(line.tokens[j].pos_ not in ("DET", "ADJ") for j in range(k + 1, n)):
            return
        holders, end = self.verbs.subjects(line, line.group(k)), issue_end(line, n)
        if holders and end > n + 2:
            yield Claim(StanceKind.SUPPORTS, holders, (k, k + 1), (k + 1, end), 0.75)
