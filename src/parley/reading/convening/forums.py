"""The forum of a meeting: the body that meets, or which round of which talks it is."""

import re

from parley.reading.convening.clause import Sentence
from parley.reading.convening.gatherings import Gathering
from parley.record import ActorKind

CAP = r"[A-Z][\w’'.-]*"
BODY = rf"(?:{CAP}(?:[\s](?:(?:of|for|and|on|in|the)\s){{0,2}}{CAP})*)"
OF_BODY = re.compile(rf"^\s(?:of|in|at)\s(?:the\s|a\s)?(?:\w+-based\s)?(?P<body>{BODY})")
OF_LEADERS = re.compile(
    r"^\s(?:of|between|among)\s(?:the\s)?(?P<body>(?:[a-z]+\s)?(?:leaders|ministers|presidents|heads of state|envoys|negotiators|delegations)\s(?:of|from)\s(?:the\s)?"
    rf"{CAP}(?:(?:,\s|\sand\s|,\sand\s){CAP})*)"
)
# "talks at the state labour court", "will meet at the wages council in Linden"
PLAIN_BODY = re.compile(
    r"(?:^|[^.;:,“”]{0,40}?)\s(?:at|before)\s(?:the\s)?(?P<body>(?:[a-z][\w’'-]*\s){0,3}(?:board|court|council|commission|tribunal|committee|panel|ministry|labour office|arbitrator))\b(?!\smember)"
)
COUNCIL = re.compile(
    r"\b(?:Council|Committee|Assembly|Commission|Conference|Forum|Summit|Group|Board|Parliament|Organization|Organisation|Union|Congress)\b"
)
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|opening|final)"
ROUND = re.compile(
    rf"\b(?P<round>{ORDINAL}\s(?:\w+\s)?(?:round|session|meeting|summit|day|conference)(?:\sof\s(?:the\s)?(?:[\w’'-]+\s){{0,3}}?(?:talks|negotiations|dialogue|consultations))?)",
    re.IGNORECASE,
)
PAIR = re.compile(rf"(?P<pair>{CAP}[-–]{CAP})\s(?:\w+\s)?$")
MODIFIER = re.compile(r"(?P<words>(?:[\w’'.-]+\s){1,3})$")
WINDOW = 80  # characters before a meeting's noun that can name its kind
PLAIN = frozenset(
    """a an the this that these those his her its their our your my some any no every each another more further future new next last
    previous recent earlier later latest coming upcoming such same other both several many few two three and or of in at for
    with to on by from during after before into about over hold held holding opened open began begin start started attend
    attended chair chaired host resume resumed end ended joint long day-long hour-long frank tough direct first-ever planned
    scheduled possible potential successful unsuccessful failed fresh brief is are was were be been being not only will would
    keep restart ahead between as when while if between face-to-face back return rare special regular full single monday’s
    tuesday’s wednesday’s thursday’s friday’s saturday’s sunday’s week’s year’s month’s today’s had has have having called
    historic easier harder better formal informal private closed-door secret long-awaited highly-anticipated official
    one-on-one sit-down much critical crucial key important productive constructive positive good great big major short
    lengthy marathon intense heated preliminary fruitful
    call second third first set urged sought seek want wanted wants through inside outside""".split()
)


def forum(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """The words that name the forum, as code points of the article; None where the sentence names none."""
    if not gathering.noun:
        return (
            _body_that_meets(sentence, gathering)
            or _told_round(sentence, gathering)
            or _plain_body(sentence, gathering)
        )
    return (
        _after(sentence, gathering)
        or _before(sentence, gathering)
        or _plain_body(sentence, gathering)
        or _told_round(sentence, gathering)
        or _kind(sentence, gathering)
    )


def _after(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """ "a meeting of the Harbour Council", "a meeting of the leaders of Callow and Linden"."""
    rest = sentence.words(gathering.end, sentence.end)
    for pattern in (OF_LEADERS, OF_BODY):
        match = pattern.match(rest)
        if match and (pattern is OF_LEADERS or COUNCIL.search(match["body"])):
            start = gathering.end + match.start("body")
            return start, _known_end(sentence, start, gathering.end + match.end("body"))
    return None


def _plain_body(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """ "meet again on Thursday at the labour court"."""
    match = PLAIN_BODY.match(sentence.words(gathering.end, sentence.end))
    return (gathering.end + match.start("body"), gathering.end + match.end("body")) if match else None


def _known_end(sentence: Sentence, start: int, end: int) -> int:
    """Where the cast's name ends, so that "Security Council in Linden" ends before "in"."""
    known = [
        s.end for s, a in sentence.cast.mentions(start, end) if s.start == start and a.kind is ActorKind.ORGANISATION
    ]
    if known:
        return max(known)
    cut = re.search(rf"\s(?:in|at|on)\s{CAP}$", sentence.words(start, end))
    return start + cut.start() if cut else end


def _before(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """ "a Security Council meeting", "Callow-Linden talks"."""
    before = sentence.words(sentence.start, gathering.start)
    for span, actor in sentence.cast.mentions(sentence.start, gathering.start):
        gap = sentence.words(span.end, gathering.start)
        if actor.kind is ActorKind.ORGANISATION and COUNCIL.search(sentence.words(span.start, span.end)) and gap == " ":
            return span.start, span.end
    pair = PAIR.search(before)
    if pair:
        return sentence.start + pair.start("pair"), gathering.end
    return None


def _told_round(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """ "the second round of talks", "a second session"; of a verb only where it stands close by."""
    for match in ROUND.finditer(sentence.text):
        start, end = sentence.start + match.start("round"), sentence.start + match.end("round")
        if start <= gathering.start < end + 1:
            return start, end
    return None


def _kind(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """ "pay talks", "the Callow port talks"."""
    match = MODIFIER.search(sentence.words(max(sentence.start, gathering.start - WINDOW), gathering.start))
    if match is None:
        return None
    kept: list[str] = []
    own = re.split(r"[’']s\s", match["words"])[-1]
    for word in reversed(own.split()):
        if word.lower().strip(".,") in PLAIN or not word[0].isalpha() or word.endswith((",", "ly", "ed", "er", "est")):
            break
        kept.insert(0, word)
    if not kept or (kept[0][0].isupper() and len(kept) == 1 and kept[0].endswith(("’s", "'s"))):
        return None
    start = gathering.start - len(" ".join(kept)) - 1
    timed = any(t.span.start < gathering.start and start < t.span.end for t in sentence.times)  # "Wednesday hearing"
    return None if timed else (start, gathering.end)


def _body_that_meets(sentence: Sentence, gathering: Gathering) -> tuple[int, int] | None:
    """ "The Harbour Council will meet on Monday", "she briefed the Harbour Council"."""
    for span, actor in sentence.mentions(sentence.start, sentence.end):
        if actor.kind is not ActorKind.ORGANISATION or not COUNCIL.search(sentence.words(span.start, span.end)):
            continue
        before = re.fullmatch(
            r"\s(?:(?:will|would|is to|was to|had|has|also|last|next)\s){0,2}",
            sentence.words(span.end, gathering.start),
        )
        after = re.fullmatch(r"\s(?:the|a|an)\s", sentence.words(gathering.end, span.start))
        alone = not re.match(r"\s(?:\w+\s){0,4}with\b", sentence.words(gathering.end, sentence.end))
        if (before and span.end <= gathering.start and alone) or (after and gathering.end <= span.start):
            return span.start, span.end
    return None
