"""What single words say about the name in which they stand."""

from functools import cache, lru_cache
from importlib import resources

from parley.text.gazetteer import gazetteer
from parley.text.offices import BEFORE_OFFICE, BODIES, COMPANY, HONORIFICS, OFFICES

PARTICLES = frozenset(
    "van von vom zum de der den del della di da das dos des do du e af av al el bin ibn bint la le ben abu ter ten zu y".split()
)
POSTNOMINAL = frozenset("kc qc mp mep msp md phd obe cbe mbe".split())
JOINS = frozenset("of for and on the".split())  # inside the name of a body: "Organization for Security and Cooperation"
PRE_OFFICE = frozenset(
    "former ex outgoing incoming acting then late veteran retired longtime long-time newly-elected".split()
)
MINISTERIAL = frozenset("minister secretary commissioner".split())
# what stands after "Minister of", "Secretary for" and belongs to the office
OF_OFFICE = frozenset(
    """state defense defence treasury labor labour commerce energy transportation transport agriculture interior education
    health foreign affairs finance staff parliament homeland security trade industry justice environment climate economy
    development police operations external european internal public works housing education immigration culture sport
    science technology fisheries mines research policy communications congress negotiations talks""".split()
)


# "a Russia analyst", "the Chinese scholar": the state is what they study or come from, not whom they speak for
TOPICAL = frozenset(
    """analyst expert researcher scholar historian specialist professor journalist correspondent economist editor writer
    scientist activist veteran farmer worker candidate lawyer citizen businessman observer watcher economist""".split()
)
# what may point to a body that was named: "the union", "the company", "Management rejected the demand"
DETERMINERS = frozenset("the this that".split())
MANAGEMENT = "management"
KNOWN_NOUNS = frozenset(BODIES) | COMPANY | gazetteer().descriptions
POINTING = KNOWN_NOUNS | DETERMINERS | {MANAGEMENT}
FURTHER = frozenset("committee ministry department council commission office agency panel".split())


@lru_cache(maxsize=8192)
def is_office(lower: str) -> bool:
    """Whether the word is the head of an office, also within a compound: "minister", "vice-president", "spokesman"."""
    word = lower.rstrip(".")
    return word in OFFICES or ("-" in word and (word.rsplit("-", 1)[1] in OFFICES or word in COMPOUND))


COMPOUND = frozenset(
    "editor-in-chief commander-in-chief secretary-general director-general attorney-general governor-general".split()
)


@lru_cache(maxsize=8192)
def before_office(lower: str) -> bool:
    """Whether the word may stand in an office, at its head or before it."""
    return lower in BEFORE_LOWER or is_office(lower) or (lower.endswith("-elect"))


BEFORE_LOWER = frozenset(w.lower() for w in BEFORE_OFFICE)


def honorific(lower: str) -> str | None:
    """The pronoun of an honorific ("" where it tells none); None for another word."""
    return HONORIFICS.get(lower)


@cache
def first_names() -> dict[str, str]:
    """First name -> "he" or "she", or "" where both bear it."""
    found: dict[str, str] = {}
    for line in resources.files("parley.text").joinpath("first_names.txt").read_text("utf-8").splitlines():
        pronoun, *names = line.split()
        if pronoun in ("he", "she", "they"):
            found.update(dict.fromkeys(names, "" if pronoun == "they" else pronoun))
    return found
