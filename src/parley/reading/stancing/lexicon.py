"""Words that take a stance. The classes of verbs follow the supporting and opposing predicates of climate-talks bulletins
(Ruiz Fabo, Plancq & Poibeau, LREC 2016), here widened to other talks."""

from parley.record import StanceKind

D, Y, S, A = StanceKind.DEMANDS, StanceKind.OFFERS, StanceKind.SUPPORTS, StanceKind.ACCEPTS
R, F, P, T, N = StanceKind.REJECTS, StanceKind.REFUSES, StanceKind.OPEN_TO, StanceKind.THREATENS, StanceKind.DENIES

# verb -> stance; a verb followed by particles takes the stance only with one of them ("called for", not "called")
VERBS = {
    "demand": D, "insist on": D, "insist that": D, "insist upon": D, "want": D, "urge": D, "call for": D, "call on": D, "call upon": D,
    "request": D, "require": D, "press for": D, "push for": D, "seek": D, "appeal for": D, "appeal to": D, "ask for": D, "ask that": D,
    "ask": D, "petition": D, "exhort": D, "implore": D, "campaign for": D, "hold out for": D,
    "offer": Y, "propose": Y, "suggest": Y, "table": Y, "pledge": Y, "promise": Y, "put forward": Y, "volunteer": Y, "undertake to": Y,
    "support": S, "back": S, "endorse": S, "favor": S, "favour": S, "welcome": S, "prefer": S, "advocate": S, "reaffirm": S,
    "recommend": S, "champion": S, "stand by": S, "applaud": S, "hail": S, "reiterate support": S, "side with": S, "vote for": S, "argue for": S, "speak in favour of": S, "come out in favour of": S, "lobby for": D,
    "accept": A, "agree": A, "approve": A, "consent to": A, "concede": A, "sign": A, "ratify": A, "sign on": A,
    "reject": R, "dismiss": R, "rebuff": R, "oppose": R, "rule out": R, "object to": R, "spurn": R, "turn down": R, "veto": R,
    "push back": R, "resist": R, "balk at": R, "brush off": R, "brush aside": R, "caution against": R, "warn against": R,
    "shoot down": R, "repudiate": R, "stand firm against": R, "stand against": R, "come out against": R, "speak out against": R, "vote against": R, "vote down": R, "argue against": R, "lobby against": R, "rail against": R, "rebut": R, "throw out": R, "disapprove": R, "disagree with": R,
    "refuse": F, "decline": F, "vow not": F, "pledge not": F, "block": F, "boycott": F,
    "threaten": T,
    "deny": N,
    "live with": A, "settle for": A, "consider": P, "contemplate": P, "entertain": P,
}  # fmt: skip
# to deny a stance is to take another one, or none: "did not rule out" leaves open, "no longer demands" says nothing more
DENIED = {A: F, S: R, R: P, F: P}
# verbs of saying and stressing: their clauses carry stances, and others are "supported by" or "opposed" in what they say
SAYING = frozenset(
    """say tell add note stress emphasise emphasize underline underscore highlight argue state declare explain warn insist reiterate
    repeat maintain claim announce express call contend assert affirm observe remark indicate report write tweet post describe
    question caution clarify identify mention outline point acknowledge recall recognize recognise commend regret lament
    suggest propose speak continue confirm signal hint""".split()
)
STRESSING = frozenset(
    "stress emphasise emphasize underline underscore highlight express reiterate affirm voice".split()
)
WORTH = frozenset("need importance necessity urgency value support backing preference desire".split())
# nouns with which a verb of stressing or having takes a stance: "expressed opposition to", "voiced support for"
STANCE_NOUNS = {
    "demand": D, "call": D, "request": D, "insistence": D, "appeal": D, "plea": D, "ultimatum": D,
    "offer": Y, "proposal": Y, "pledge": Y, "promise": Y,
    "support": S, "backing": S, "endorsement": S, "preference": S,
    "acceptance": A, "approval": A,
    "rejection": R, "opposition": R, "objection": R, "dismissal": R, "resistance": R,
    "refusal": F, "unwillingness": F,
    "willingness": P, "readiness": P, "openness": P,
    "threat": T,
    "denial": N,
}  # fmt: skip
ADJECTIVES = {
    "open": P, "ready": P, "willing": P, "prepared": P, "keen": Y, "eager": Y, "happy": P, "opposed": R, "against": R, "unwilling": F,
    "reluctant": F, "averse": R, "supportive": S, "adamant": D, "glad": P, "united": S,
}  # fmt: skip
ADJECTIVE_LINKS = {
    "opposed": {"to"},
    "against": set(),
    "supportive": {"of"},
    "adamant": {"that"},
    "averse": {"to"},
    "united": {"in"},
}
COPULAS = frozenset("be remain stay become stand appear seem feel".split())
NON_STARTERS = frozenset(
    """nonstarter nonstarters non-starter non-starters unacceptable non-negotiable unrealistic unaffordable unworkable
    untenable""".split()
)
# "declined to comment" refuses an answer, not a demand
NO_STANCE_AFTER = frozenset(
    """comment say elaborate answer respond reply identify name speculate disclose specify confirm speak
    reveal explain predict estimate know see celebrate""".split()
)
# "dropped its demand" demands no more
GIVEN_UP = frozenset(
    "drop give abandon withdraw renounce soften retract scrap waive shelve relinquish forgo ditch reverse back renege lift ease end".split()
)
# "her government", said by a minister, is the minister's
OWN_BODY = frozenset(
    "government company union country party ministry office delegation federation side team state nation administration guild".split()
)
MEMBERS = frozenset(
    "members workers drivers staff crews pilots teachers nurses employees fleet boats forces troops dockers miners conductors".split()
)
# what one denies when one "rejects" it
CHARGES = frozenset(
    "claim claims accusation accusations allegation allegations charge charges suggestion suggestions report reports rumours rumors".split()
)
PLANS = frozenset("plan plans intention intentions intent".split())
# doing this is a matter of the talks: "will not sign", "would not accept a cap"
CONCEDED = frozenset(
    """accept agree sign allow permit let negotiate meet talk discuss join attend withdraw pull step yield budge give concede
    surrender renounce abandon tolerate compromise back recognize recognise return lift ratify support endorse approve bow cave
    stop halt drop end move retreat cede participate take submit pay lower reduce raise cut slam close settle work vote bargain
    reopen extend approve consider commit""".split()
)
# doing this is a threat when it is announced on a condition
RETALIATION = frozenset(
    """respond retaliate strike impose suspend walk sanction cancel expel deploy react leave quit shut sue block boycott
    terminate halt""".split()
)
SUFFERED = frozenset("face suffer pay meet incur".split())
PENALTIES = frozenset(
    """sanction sanctions consequence consequences penalty penalties retaliation countermeasures strike strikes tariff tariffs
    action lockout lockouts replacement replacements dismissal dismissals response measures""".split()
)
DUTIES = frozenset("must should".split())
IMPERATIVE = frozenset("imperative essential necessary vital crucial".split())
CONDITIONS = ("if", "unless", "provided", "providing", "as long as", "so long as", "in exchange for", "in return for", "on condition",
              "on the condition", "only after", "in case", "should the", "contingent on", "conditional on", "subject to")  # fmt: skip
NO_CONDITION_BEFORE = frozenset(
    "as even see ask asked know question wonder whether determine tell say what not".split()
)
# "supported a rebellion" is a deed, not a position on an issue of talks
ARMED = frozenset(
    """insurgency insurgents rebels rebellion militants separatists militia militias coup war army fighters troops forces
    guerrillas""".split()
)
# "asked its members to vote": a word within one's own ranks
OWN_RANKS = frozenset(
    "members workers supporters followers staff employees citizens people fans readers voters passengers customers".split()
)
BILLS = frozenset(
    "proposal plan bill deal resolution initiative treaty draft agreement measure measures offer motion law legislation".split()
)
# "offered a prediction", "offered condolences": given, not put on the table
SAID_NOT_OFFERED = frozenset(
    """prediction predictions condolences sympathy assessment explanation explanations glimpse view views apology apologies thanks
    praise details insight account description interpretation opinion no little few""".split()
)
SIGNED = frozenset(
    "treaty agreement deal accord pact contract protocol charter declaration memorandum truce ceasefire pledge convention resolution letter settlement document text".split()
)
PARLEY = frozenset("negotiate discuss talk".split())
NO_STANDING = frozenset("veto say right business standing".split())

IRREGULAR = {
    "seek": "sought sought", "put": "put put", "undertake": "undertook undertaken", "withdraw": "withdrew withdrawn", "throw": "threw thrown",
    "shoot": "shot shot", "stand": "stood stood", "hold": "held held", "say": "said said", "tell": "told told", "write": "wrote written",
    "speak": "spoke spoken", "give": "gave given", "forgo": "forwent forgone", "face": "faced", "signal": "signaled signalled signaling signalling", "come": "came come", "fight": "fought", "end": "ended", "cut": "cut", "let": "let", "quit": "quit", "meet": "met", "leave": "left", "shut": "shut", "bring": "brought", "deny": "denied denied",
}  # fmt: skip
DOUBLED = frozenset("prefer rebut commit permit submit drop stop cut step scrap admit ban".split())


def forms_of(verb: str) -> list[str]:
    """A verb's third person, past, participles and infinitive."""
    if verb == "be":
        return "be is are was were been being".split()
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb in DOUBLED:
        stem = verb + verb[-1]
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    past = [stem + "ed"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        s, past = verb[:-1] + "ies", [verb[:-1] + "ied"]
    return [verb, s, stem + "ing", *(IRREGULAR[verb].split() if verb in IRREGULAR else past)]


def _bases() -> dict[str, str]:
    """The parser's lemmas err on rare forms ("preferr"), so that the forms of known verbs are made here."""
    words = {v.split()[0] for v in VERBS} | SAYING | STRESSING | CONCEDED | GIVEN_UP | RETALIATION | SUFFERED | COPULAS
    return {form: verb for verb in sorted(words) for form in forms_of(verb)}


BASES = _bases()
FRAMES: dict[str, list[tuple[tuple[str, ...], StanceKind]]] = {}
for _frame, _kind in VERBS.items():
    _verb, *_particles = _frame.split()
    FRAMES.setdefault(_verb, []).append((tuple(_particles), _kind))
for _frames in FRAMES.values():
    _frames.sort(key=lambda f: -len(f[0]))


def base(word: str) -> str:
    """A verb's infinitive; the word itself where it is none of ours."""
    return BASES.get(word, word)
