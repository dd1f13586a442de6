"""Words of negotiations that name one thing: a hand-made list over diplomacy, labour, trade and climate talks."""

from functools import cache, lru_cache

# each line: the topic's key, then stems of words that name it; "a+b" wants both words in the phrase
TOPICS = """
enlargement: enlarg expans expand membership member join admit accession open-door door
deployment: troop deploy forc pull-back pullback presenc weapon equipment garrison soldier posture militari+presenc roll+back
guarantee: guarante assuranc
ceasefire: ceasefir cease-fir truce armistic hostilit
arms control: arm+control disarm missil warhead nuclear+arm
exercises: =exercises militari+=exercises joint+exercis drill manoeuvr maneuver wargam war+game
incidents: incident accident confidence-build confidenc transpar de-conflict risk+reduct
de-escalation: de-escal deescal escal
invasion: invas invad attack
talks: talk dialogu negoti meet consult diplomaci discuss conversation see+other
prisoners: prison hostag detain captiv
aid access: corridor humanitarian relief
sanctions: sanction embargo export+control asset+freez
recognition: recogn sovereignti independ
election: elect referendum
border: border frontier crossing demarc
pay: pay wage salari rais rise increas+percent percent+increas cost-of-liv bonus compens earn
night shifts: night+shift shift
hours: hour workweek overtim rest rota
jobs: job layoff lay-off redund dismiss dismissal docker+dismiss headcount
pensions: pension retir
automation: autom automat crane robot
strike: strike walkout walk-out stoppag picket
lockout: lockout lock-out
arbitration: arbitr mediat conciliation
health care: health insur medic
staffing: staff crew+size headcount understaf
outsourcing: outsourc subcontract contractor temporari+worker
safety: safeti safe
tariffs: tariff duti levi surcharg custom
quotas: quota tonnag catch
subsidies: subsidi subsid state+aid
market access: market+access import
procurement: procur
rules of origin: rule+origin
intellectual property: patent intellectu copyright
data: data
emissions: emiss carbon greenhous net-zero
climate finance: climat+financ public+financ adaptation+fund donor pledg+billion
loss and damage: loss+damag
fossil fuels: fossil coal oil gas
adaptation: adapt
carbon markets: credit offset mechan
deforestation: forest deforest lulucf
transparency of reports: report+guidelin communic inventori
work programme: workshop programm agenda
"""

# words that say that something is asked or offered, not what
EMPTY = frozenset(
    """demand propos offer deal plan idea possibl prospect concess call request claim term condit posit issu matter question point draft
    text agreement accord treati talk negoti key new further futur major other certain some ani all more addit last latest own same such
    this that these those it them they their its his her our your my we you he she who which what side parti countri govern unit state
    nation member minist presid union compani feder group deleg time year day week month part way need import right thing
    be is are was were been have has had do doe did will would can could should must may might not no to of on in for with by from at as
    and or the a an if into over under between against about than then also veri next first second go take make keep put get give let
    continu agre accept allow set hold held want use move come step back stop halt end start begin reach sign close open lead led
    once tonn ton barrel crown euro dollar pound roubl litr mile kilometr hectar
    mean call whole long short big larg small great good better best fair real clear full now onli just even still""".split()
)
# topics that say how a thing is dealt with: "guarantees against night work" are about night work
FORMS_OF_DEAL = frozenset({"talks", "guarantee", "arbitration"})
NUMBERS = frozenset(
    "percent per cent one two three four five six seven eight nine ten dozen third half hundred thousand million billion".split()
)
ANAPHORS = frozenset("it this that them these those".split())
GENERIC = frozenset(
    """demand demands proposal proposals offer offers deal terms condition conditions draft drafts idea plan request requests package
    ultimatum move call stand stance suggestion text compromise settlement agreement""".split()
)  # fmt: skip


@lru_cache(maxsize=2**16)
def stem(word: str) -> str:
    """A word without its common endings: "raises", "raised", "raise" become "rais"."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    for end, put in (("ies", "i"), ("ations", "at"), ("ation", "at"), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("y", "i"), ("e", "")):  # fmt: skip
        if word.endswith(end) and len(word) - len(end) >= 3 and not (end == "s" and word.endswith("ss")):
            return word[: len(word) - len(end)] + put
    return word


@cache
def topics() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    found = []
    for line in TOPICS.strip().splitlines():
        key, words = line.split(": ")
        found.append((key, tuple(frozenset(w.split("+")) for w in words.split())))
    return tuple(found)


def known(wanted: str, words: tuple[str, ...]) -> int | None:
    """The place of the first word that is the wanted one, has it as stem, or (five letters at least) begins with it;
    "=exercises" is that form alone ("exercised its right" names no drill)."""
    if wanted.startswith("="):
        return next((n for n, word in enumerate(words) if word == wanted[1:]), None)
    root = stem(wanted)
    for n, word in enumerate(words):
        if word == wanted or stem(word) in (wanted, root) or (len(wanted) > 4 and word.startswith(wanted)):
            return n
    return None
