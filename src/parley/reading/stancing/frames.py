"""What a verb's frame comes to in its sentence: particles, negation, modality, and uses that take no stance."""

from collections.abc import Callable

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.line import DAYS, QUOTES, Group, Line
from parley.reading.stancing.reach import issue_end
from parley.record import StanceKind

A, D, P, R, S = (
    StanceKind.ACCEPTS, StanceKind.DEMANDS, StanceKind.OPEN_TO, StanceKind.REJECTS, StanceKind.SUPPORTS,
)  # fmt: skip
WEAK_MODALS = frozenset("could may might".split())
DUTY = frozenset("should must".split())
SETTLED = frozenset("deal result outcome agreement contract settlement compromise".split())
MODAL = frozenset("to will would could can may might".split())
PHRASAL = {"back": {"down", "away", "off", "out"}, "sign": {"off", "up", "away"}}
MANNER = frozenset("firmly flatly again strongly repeatedly also instead already formally publicly".split())
ASIDES = frozenset("however meanwhile though instead too again".split())
OPENING = frozenset("that for on upon against to not with".split())


def phrasal(line: Line, verb: int) -> bool:
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
    if kind is S and group.modal in WEAK_MODALS:
        return P
    if verb == "live":  # "could live with the deal" takes what is settled, "can live with cranes" is open to it
        able = group.modal in ("can", "could")
        return (A if SETTLED & set(following) else P) if able else None
    return P if kind is A and group.modal in WEAK_MODALS | {"would"} else kind


def _following(line: Line, after: int) -> list[str]:
    n = after_day(line, after)
    while n < len(line) and (line.lower[n] in MANNER or line.lower[n] in QUOTES):
        n += 1
    return line.lower[n : n + 6]


def after_day(line: Line, n: int) -> int:
    """ "agreed on Monday | to a truce", "ruled out, however, | any cut": the issue begins after the day or the aside."""
    if (
        line.lower[n : n + 1] == [","]
        and line.lower[n + 1 : n + 2]
        and line.lower[n + 1] in ASIDES
        and line.lower[n + 2 : n + 3] == [","]
    ):
        return n + 3
    k = n + 1 if line.lower[n : n + 1] == ["early"] or line.lower[n : n + 1] == ["late"] else n
    return k + 2 if line.lower[k : k + 1] == ["on"] and line.lower[k + 1 : k + 2] and line.lower[k + 1] in DAYS else n


def _trap(line: Line, group: Group, verb: str, following: list[str]) -> bool:
    """Uses of the verbs that take no stance: "declined to comment", "suggested it was late", "wanted to see"."""
    first = following[0]
    if first in ",.;?)" or first in ("and", "or", "but", "nor", "yesterday") or _to_own_ranks(verb, following):
        return True
    test = TRAPS.get(verb)
    return test is not None and test(line, group, following)


def _to_own_ranks(verb: str, following: list[str]) -> bool:
    """ "asked its members to vote"."""
    own = {"its", "their", "our", "his", "her"} & set(following[:2])
    return verb in ("ask", "urge", "call") and bool(own) and bool(words.OWN_RANKS & set(following[1:4]))


def _no_answer(_line: Line, _group: Group, following: list[str]) -> bool:
    """ "declined to comment", "refused to give details", "declined an interview"."""
    if ANSWERS & set(following) or following[:3] == ["to", "be", "drawn"]:
        return True
    return following[0] == "to" and len(following) > 1 and following[1] in words.NO_STANCE_AFTER


def _remark(line: Line, group: Group, following: list[str]) -> bool:
    """ "suggested it was late", "suggested that the party should perhaps wait"."""
    return not _proposing(line, group.verb + 1) or "should" in following


def _wish(_line: Line, _group: Group, following: list[str]) -> bool:
    """ "wanted to see", "sought to calm", "asked whether"."""
    return following[0] in ("to", "whether", "if", "about", "him", "her", "how", "why", "what")


def _question(line: Line, group: Group, following: list[str]) -> bool:
    """ "asked reporters"; not "asked Orsova to", "asked for", "asked that"."""
    return _wish(line, group, following) or not ({"to", "for"} & set(following) or following[0] == "that")


def _opinion(_line: Line, _group: Group, following: list[str]) -> bool:
    """ "agreed with", "accepted that", "agreed to disagree"."""
    return following[0] in ("that", "with", "in") or following[:2] == ["to", "disagree"]


def _agreement(line: Line, group: Group, following: list[str]) -> bool:
    return _opinion(line, group, following) or following[0] not in ("to", "on", "not")


def _assertion(line: Line, group: Group, following: list[str]) -> bool:
    """ "insisted that it had no plans"."""
    return following[0] == "that" and not _directive(line, group.verb + 1)


def _endangering(line: Line, group: Group, following: list[str]) -> bool:
    """ "the dispute threatened exports"; not "threatened a strike", "threatened to", "threatened closing"."""
    harm = following[0] in ("to", "with") or words.PENALTIES & set(following)
    return not harm and line.tokens[group.verb + 1].tag_ != "VBG"


def _thinking(line: Line, group: Group, following: list[str]) -> bool:
    """ "considers it a threat"; not "is considering a truce", "will consider"."""
    weighed = line.tokens[group.verb].tag_ == "VBG" or group.modal in ("will", "would")
    return not weighed or "not" in following


def _autograph(_line: Line, _group: Group, following: list[str]) -> bool:
    """ "signed two executive actions"; not "signed a treaty"."""
    return not words.SIGNED & set(following)


def _words_given(_line: Line, _group: Group, following: list[str]) -> bool:
    """ "offered condolences"."""
    return bool(words.SAID_NOT_OFFERED & set(following[:4]))


ANSWERS = frozenset(
    "details comment comments information interview interviews answers questions reasons figures name names".split()
)
TRAPS: dict[str, Callable[[Line, Group, list[str]], bool]] = {
    "decline": _no_answer, "refuse": _no_answer, "suggest": _remark, "want": _wish, "seek": _wish, "ask": _question, "agree": _agreement,
    "concede": _opinion, "accept": _opinion, "insist": _assertion, "threaten": _endangering, "consider": _thinking,
    "contemplate": _thinking, "entertain": _thinking, "sign": _autograph, "offer": _words_given, "promise": _words_given,
}  # fmt: skip


def described(line: Line, n: int) -> bool:
    """ "dismissed it | as a stunt", "rejected the plan | as too slow": how one calls what one rejects."""
    return (
        line.lower[n] == "as"
        and line.lower[n + 1 : n + 2] != []
        and line.lower[n + 1] in ("a", "an", "too", "not", *QUOTES)
    )


def denied(line: Line, group: Group) -> bool:
    """ "denied that Orsova had threatened", "has not said whether it will accept": such a clause takes no stance of its own."""
    before = line.lower[max(0, group.left - 8) : group.left]
    if "whether" in before and not {",", ";"} & set(before[before.index("whether") :]):
        return True
    silent = "say" in before and any(
        words.base(w) in ("refuse", "decline") for w in before
    )  # "refused to say he supports"
    return silent or ("that" in before and any(words.base(w) == "deny" or w in words.CHARGES for w in before))


def asked_for(line: Line, group: Group) -> bool:
    """ "insisted that the ministry agree": the verb says what is asked, not what is done."""
    if group.left < group.verb or line.lower[group.verb] != words.base(line.lower[group.verb]):
        return False
    that = next((n for n in range(group.left - 1, max(0, group.left - 9), -1) if line.lower[n] == "that"), None)
    if that is None:
        return False
    return any(k is D for n in (that - 1, that - 2) for _, k in words.FRAMES.get(words.base(line.lower[n]), ()))


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
    if any(line.lower[k] == "be" and line.tokens[k].tag_ == "VB" and line.lower[k - 1] not in MODAL for k in verbs[:3]):
        return True  # "insists that night rest be longer", whatever the tagger makes of "rest"
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
        and bool({"accept", "agree", "approve", "confirm", "endorse", "back", "support"} & bases)
        and bool({"reject", "deny", "refuse", "dismiss", "rule", "oppose"} & bases)
    )


def passive_kind(kind: StanceKind, group: Group) -> StanceKind | None:
    if group.modal in DUTY | WEAK_MODALS:
        return None
    return words.DENIED.get(kind) if group.negated else kind
