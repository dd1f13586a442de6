"""Words that tell of a meeting: "met", "will meet", "talks", "the second round", "spoke with"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.convening.clause import Sentence
from parley.record import MeetingStatus

NOUN = (
    r"(?:meeting|talks|negotiations|session|summit|round|conference|hearing|consultations|discussions|ministerial|phone call|telephone call|video call|call|"
    r"council meeting|(?:mediation|bargaining)(?:\s(?:talks|session))?)"
)
NOUNS = re.compile(
    rf"\b{NOUN}\b(?:\s(?:of|in)\s(?:the\s)?(?:[\w’'-]+\s){{0,3}}?(?:talks|negotiations|dialogue|consultations)\b)?",
    re.IGNORECASE,
)
VERBS = re.compile(
    r"\b(?P<meet>met|meets?|meeting)\b(?!\s(?:(?:its|their|his|her|the|those|these|all|any|our|some|most)\s)?(?:\w+\s)?(?:demands?|deadlines?|criteria|needs?|requirements?|"
    r"conditions?|targets?|goals?|obligations?|commitments?|standards?|expectations?|challenges?|costs?|resistance|skepticism|scepticism|criticism|reporters|journalists))"
    r"|\b(?P<receive>hosted|received|welcomed)\b(?=\s(?!(?:an?|the|no|any|from|more|his|her)\b)(?:[a-z]+\s){0,3}[A-Z])"
    r"|\b(?P<invite>(?:invited|summoned)\s(?:[\w’'-]+\s){1,6}?to)(?=\s[A-Z])|\b(?P<sign>be signed)\b"
    r"|\b(?P<sit>(?:return(?:s|ed)?|go(?:es)?|went|be|are|were) (?:back )?(?:to|at) the (?:bargaining |negotiating )?table"
    r"|(?:ministers|leaders|negotiators|delegates|delegations|envoys|diplomats) gather(?:ed)?|sat down|sit down|held talks|hold talks|see each other|saw each other|convened?|convenes|reconvened?|reconvenes)\b"
    r"|\b(?P<speak>spoke|spoken|talked|conferred|speaks?|conversed)\b(?=\s(?:by (?:phone|telephone|video)\s)?(?:with|to)\s)"
    r"|\b(?P<chair>addressed|chairs|chaired)\b(?=\s(?:a|the|an)\s)|\b(?P<brief>briefed)\b(?=\s(?:a|the|an)\s)",
)
FUTURE_BEFORE = re.compile(
    r"\b(?:will|would|to|shall|plans?|planned|scheduled|expected|due|set|agreed|ready|proposed|may|might|could|can|should|must|hopes?|wants?)\s(?:\w+\s){0,2}$|[’']ll\s$",
    re.IGNORECASE,
)
FUTURE_HOST = re.compile(
    r"\b(?:will|would|plans? to|agreed to|is to|are to|set to|due to|scheduled to|expected to|ready to|ahead of|prospects? (?:for|of)|prepar\w+ for|next|upcoming|until|(?:invited|summoned)(?:\s[\w’'-]+){1,5}?\sto)\s(?:\w+\s){0,5}$",
    re.IGNORECASE,
)
FUTURE_AFTER = re.compile(
    r"^[^.;“”]{0,80}?\b(?:(?:is|are|was|were|being)\s(?:planned|scheduled|due|set|expected)|will|would|shall|planned for|scheduled for|set for|slated for|resumes?\b(?!d)|continues?\son)\b",
    re.IGNORECASE,
)
GOING = r"(?:resum|reconven|continu|open|beg[aiu]n|start|end|conclud|adjourn|broke (?:up|down|off)|break (?:up|down|off)|fail|stall|wrapped up|collaps|go on|went on|took place|take place|were held|was held|suspend|interrupt|paus|halt|(?:is|are|was|were)\s(?:on|set|scheduled|due|planned|expected)\b)"
GOING_AFTER = re.compile(
    rf"\s(?:(?:between|with|on|in|over|about|at|of)\s(?:(?!\b(?:after|before|as|who|that|which|when|because|to)\b)[^.;:,“”]){{1,90}}?\s)?"
    rf"(?:(?:will|would|are|is|were|was|had|have|has|also|then)\s){{0,2}}(?:be\s)?{GOING}",
    re.IGNORECASE,
)
GOING_BEFORE = re.compile(
    rf"\b(?:{GOING}\w*|h[eo]ld(?:s|ing)?|(?:left|quit|walked out of|joined|attended|returned to)\s(?:the|their))\s(?:\w+\s){{0,2}}$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\b(?:\w+(?:st|nd|rd|th)|first|second|third|final|new|next|opening|last|fresh|latest)\s$", re.IGNORECASE
)
ENDED = r"(?:cancell?ed|called off|postponed|put off|scrapped)"
OFF_BEFORE = re.compile(rf"(?<!not )(?<!be )\b{ENDED}\s(?:\w+[\s’']){{0,4}}$", re.IGNORECASE)
OFF_AFTER = re.compile(rf"^[^.;“”]{{0,60}}?(?:\b(?:was|were|been|is|are|being)\s|,\s){ENDED}\b", re.IGNORECASE)
POSSIBLE = re.compile(
    r"\b(?:no|any|possible|potential|future|further|more|possibility of|idea of|prospect of|refused|refuses|declined?|if|without|not)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """The words [start, end) of the article that tell of a meeting; `noun` where they name it ("the talks")."""

    start: int
    end: int
    noun: bool
    kind: str
    verb: int | None = None  # where the verb of the same meeting begins: "met for talks"
    going: bool = False  # "talks resume", "opened talks": they are what the sentence is about


def gatherings(sentence: Sentence) -> Iterator[Gathering]:
    """In text order; "held a meeting" is one, told by its noun."""
    nouns = [
        Gathering(
            sentence.start + m.start(), sentence.start + m.end(), True, m[0].lower(), going=_is_going(sentence, m)
        )
        for m in NOUNS.finditer(sentence.text)
        if not _is_verb(sentence, m)
    ]
    verbs = [
        Gathering(sentence.start + m.start(), sentence.start + m.end(), False, m.lastgroup or "meet")
        for m in VERBS.finditer(sentence.text)
    ]
    told = {n: n for n in nouns}
    for verb in verbs:
        noun = next((n for n in nouns if _beside(sentence, verb, n)), None)
        if noun is None and verb.kind != "chair":  # "who chairs the council" has an office, "chairs a meeting" meets
            told[verb] = verb
        elif noun is None:
            continue
        else:
            told[noun] = replace(told[noun], verb=min(verb.start, told[noun].verb or verb.start))
    yield from sorted(told.values(), key=lambda g: g.start)


def _is_going(sentence: Sentence, match: "re.Match[str]") -> bool:
    return GOING_AFTER.match(sentence.text[match.end() :]) is not None or (
        GOING_BEFORE.search(sentence.text[: match.start()]) is not None
    )


def _is_verb(sentence: Sentence, match: "re.Match[str]") -> bool:
    """ "after meeting with the mediator", "are meeting this week": the verb, not the noun; "a call for", "call centre", a news conference no talks."""
    after = sentence.text[match.end() : match.end() + 12]
    if match[0][0].isupper() and re.match(r"\s[A-Z]", after):  # "Summit County"
        return True
    before = sentence.text[max(0, match.start() - 30) : match.start()]
    if match[0].lower() == "talks" and re.search(r"\b(?:he|she|it|who)\s$", before, re.IGNORECASE):
        return True
    if match[0].lower() == "conference" and re.search(r"\b(?:news|press|media)\s$", before, re.IGNORECASE):
        return True
    if match[0].lower() == "meeting":
        return re.search(r"\b(?:after|before|by|is|are|was|were|been|while|of|without)\s$", before) is not None
    if match[0].lower() == "call":
        return re.search(
            r"\b(?:a|the|phone|telephone|video|conference|his|her|their)\s(?:\w+\s)?$", before
        ) is None or not re.match(r"\s(?:with|on|between)\b", after)
    return match[0].lower() == "round" and NUMBERED.search(before) is None


def _beside(sentence: Sentence, verb: Gathering, noun: Gathering) -> bool:
    """ "spoke in a bilateral meeting", "chaired a council meeting", "sat down for talks": verb and noun of one meeting."""
    if verb.start <= noun.start < verb.end or noun.start <= verb.start < noun.end:
        return True
    if noun.start < verb.start:
        return False
    if verb.kind == "brief":
        return False
    between = sentence.words(verb.end, noun.start)
    return len(between.split()) <= 9 and not re.search(
        r"[;“”]|\b(?:on prospects|about|to discuss|prospects)\b", between
    )


def status(sentence: Sentence, gathering: Gathering, date: str | None, published: str | None) -> MeetingStatus | None:
    """None for a meeting that is only possible ("further talks")."""
    first, last = sentence.clause(gathering.start, gathering.end)
    before, after = sentence.words(first, gathering.start), sentence.words(gathering.end, last)
    if OFF_BEFORE.search(before) or OFF_AFTER.search(sentence.words(gathering.end, sentence.end)):
        return MeetingStatus.CANCELLED
    if date and published and date[:4] != "XXXX":
        size = min(10, len(date))
        if date[:size] != published[:size]:
            return MeetingStatus.PLANNED if date[:size] > published[:size] else MeetingStatus.HELD
    if gathering.kind == "invite":
        return MeetingStatus.PLANNED
    ahead = FUTURE_HOST if gathering.noun else FUTURE_BEFORE
    if ahead.search(before) or (gathering.noun and FUTURE_AFTER.search(after)):
        return MeetingStatus.PLANNED
    return None if POSSIBLE.search(before[-40:]) else MeetingStatus.HELD
