"""What a run of capitals is: a person, a body, or something that takes no part in talks."""

from dataclasses import dataclass

from parley.reading.naming.lexicon import PARTICLES, before_office, first_names, is_office
from parley.reading.naming.line import Line, Name
from parley.reading.naming.syntax import Syntax
from parley.reading.naming.words import Word
from parley.text.offices import BODY_WORDS, COMPANY, PLACE_WORDS
from parley.text.words import fold

SPEECH = frozenset(
    """say tell add argue warn insist claim note stress announce declare ask reply respond explain describe call urge demand
    reject refuse accept offer agree propose want deny accuse threaten vow pledge promise welcome condemn criticise criticize
    confirm report write tweet state believe think hope expect plan oppose support back meet negotiate withdraw walk sign rule""".split()
)  # fmt: skip
# last words of names of agreements, events, works, machines: no actors
THINGS = frozenset(
    """agreement accord accords treaty pact protocol convention act bill law deal plan war wars summit day week year award prize
    cup championship championships games olympics festival stream pipeline project initiative programme program resolution
    charter declaration statement report review index scale hurricane storm revolution crisis spring century age era
    test missile aircraft jet boeing airbus code rule rules article chapter round phase line wall bridge gate tower tunnel
    economics studies journalism analytica magazine journal street square way desk prize medal star
    show stadium arena panthers comments savings energy""".split()
)
MEDIA = frozenset(
    "times post herald news radio tv television press independent guardian journal gazette courier today tribune wire".split()
)
TOWNS = frozenset(
    "city town village region district state suburb area neighbourhood neighborhood plant factory".split()
)
PLACE_FIRST = frozenset(
    "port villa hotel lake mount fort camp cape palais new north south east west saint san santa".split()
)
BODY_NOUNS = frozenset(
    "union federation company newspaper broadcaster airline conglomerate carmaker militia consortium".split()
)
APPOSED = (
    COMPANY
    | BODY_NOUNS
    | frozenset(
        "coalition alliance charity lobby bloc association organisation organization agency network party".split()
    )
)
AFTER_APPOSED = frozenset(", . of whose that which in for with representing based backed".split())
SMALL_WORDS = frozenset("for of at in on to by with from and or who which that organizer organiser".split())
LONGEST_APPOSED = 6  # words from the article to the noun
NOT_BODIES = frozenset(
    """ceo cfo coo cto tv pm am us gdp ai it covid covid-19 file photo gmt est edt utc bst cet ok vip id dna hiv aids faq pdf sms
    gps suv mph usd eur gbp q&a op-ed i ii iii iv vi vii viii ix xi mp mps mep meps pt no""".split()
)
LOCATIVE = frozenset("in at near outside inside around across through into throughout within along".split())
NICKNAME_MARKS = frozenset('“”"')
PERSON_AT, BODY_AT = 2, 2  # GUM news: precision of persons 0.9 and more


@dataclass(frozen=True, slots=True)
class Seen:
    """How the article writes single words: those alone with a capital, those in lower case, those told twice."""

    alone: frozenset[str]
    lower: frozenset[str]
    often: frozenset[str]


def is_person(line: Line, name: Name, syntax: Syntax, seen: Seen) -> bool:
    return person_score(line, name, syntax, seen) >= PERSON_AT


def person_score(line: Line, name: Name, syntax: Syntax, seen: Seen) -> int:
    """Evidence that a run of two or more capitals is a person's name."""
    words = [w for w in line.words[name.first : name.last] if w.text not in NICKNAME_MARKS]
    lowers = [w.lower for w in words]
    if (
        len(words) > 6
        or lowers[-1] in THINGS | PLACE_WORDS
        or lowers[0] in PLACE_FIRST
        or any(not w.text[0].isalpha() for w in words)
    ):
        return -9
    if body_noun_apposed(line, name) in APPOSED - {"miner", "maker"}:
        return -9
    if any(w in BODY_WORDS for w in lowers[1:]) or "&" in line.slice(name.first, name.last):
        return -9
    score = _inner(words, lowers) + _outer(line, name)
    label = syntax.label(words[0].start, words[-1].end)
    score += {"PERSON": 2, "ORG": -1, "PLACE": -1, "EVENT": -1, "OBJECT": -1}.get(label, 0)
    score += 2 if fold(words[-1].text) in seen.alone else 0
    score -= 2 if syntax.modifies(words[0].start, words[-1].end) else 0  # "Open Door policy"
    return score + (1 if syntax.governor(words[0].start, words[-1].end) in SPEECH else 0)


def _inner(words: list[Word], lowers: list[str]) -> int:
    first = fold(words[0].text)
    score = 3 if first in first_names() or first.split("-")[0] in first_names() else 0
    score += 2 if any(w.lower in PARTICLES and not w.capital for w in words[1:]) else 0
    score += 3 if any(len(w.text) == 2 and w.text[1] == "." for w in words[:-1]) else 0
    score -= 3 if all(w.text.isupper() for w in words) else 0
    return score - (2 if len([w for w in words if w.capital]) > 4 else 0)


def _outer(line: Line, name: Name) -> int:
    """Evidence from the words on both sides: ", president of", "who", ", 43,"; and against: "the", "in"."""
    before, after = line.lower(name.first - 1), line.lower(name.last)
    score = -3 if before in ("the", "a", "an", "this", "its", "their", "our") else 0
    score -= 1 if before in LOCATIVE else 0
    score += 1 if after == "who" or (after == "," and line.lower(name.last + 1) == "who") else 0
    if after == "," and (_age(line, name.last + 1) or names_office(line, name.last + 1)):
        score += 3
    if before == "," and is_office(line.lower(name.first - 2)):
        score += 3
    if before in ("’s", "'s") and line.ends_known(name.first - 1):
        score += 2  # "Tuvalu's Enele Taupo pleaded"
    if after == "of" and name.last + 1 in line.known and before == "and":
        score += 2  # "Hella Lund of Denmark and Ivar Matek of Peru signed"
    score -= 4 if after in PLACE_WORDS | TOWNS or (before == "of" and line.lower(name.first - 2) in TOWNS) else 0
    return score


def _age(line: Line, n: int) -> bool:
    return line.lower(n).isdigit() and line.lower(n + 1) == ","


def names_office(line: Line, at: int) -> bool:
    """Whether an office begins at word `at`, after an article or a possessor: ", the federation's chief negotiator"."""
    for n in range(at, min(at + 7, len(line))):
        if is_office(line.lower(n)):
            return not (line.named(n + 1) and line.joined(n + 1))  # "in Port Callow, mediator Miriam Oakes said"
        word = line.words[n]
        fits = word.text[0].isalpha() or word.lower in ("’s", "'s", "-")
        if not fits or word.lower in ("who", "which", "and", "said", "told", "but"):
            return False
    return False


def is_body(line: Line, name: Name, syntax: Syntax, seen: Seen) -> bool:
    """Whether a run without a word such as "Federation" acts like a body: it speaks, or is named in an office's place."""
    words = line.words[name.first : name.last]
    lowers = [w.lower for w in words]
    text = line.slice(name.first, name.last)
    if (lowers[-1] in MEDIA and len(words) > 1) or body_noun_after(line, name):
        return True
    if lowers[-1] in THINGS | PLACE_WORDS | NOT_BODIES or not words[0].text[0].isalpha() or len(words) > 6:
        return False
    if len(words) == 1 and (words[0].first or lowers[0] in seen.lower or before_office(lowers[0])):
        return text.isupper() and 2 <= len(text) <= 6 and lowers[0] not in seen.lower and acts(words, syntax)
    if line.lower(name.first - 1) in LOCATIVE:
        return False
    label = syntax.label(words[0].start, words[-1].end)
    score = 2 if acts(words, syntax) else 0
    score += 1 if label == "ORG" else -1 if label in ("PERSON", "EVENT", "OBJECT") else 0
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6:
        score += 1 if score > 1 or lowers[0] in seen.often else 0
    return score >= BODY_AT


def body_noun_after(line: Line, name: Name) -> str | None:
    """The noun in "the IG Stahl union", "Tass news agency" that makes the name before it a body's."""
    lower = line.lower(name.last)
    if lower in ("news", "wire") and line.lower(name.last + 1) in ("agency", "service", "channel", "site"):
        return "agency"
    if line.joined(name.last) and lower in BODY_NOUNS and not line.words[name.last].capital:
        return lower
    return None


def body_noun_before(line: Line, name: Name) -> str | None:
    """The noun in "rail operator Norline", "its pilots' union, Skyhands, said"."""
    apart = line.lower(name.first - 1) == "," and line.lower(name.last) == ","
    at = name.first - 2 if apart else name.first - 1
    lower = line.lower(at)
    beside = apart or (line.joined(name.first) and not line.words[at].first)
    return lower if beside and at >= 0 and lower in COMPANY | BODY_NOUNS else None


def body_noun_apposed(line: Line, name: Name) -> str | None:
    """The noun in "Bluewave, a campaign group whose director", "Coastal Ten, the bloc of small states,"."""
    if line.lower(name.last) != "," or line.lower(name.last + 1) not in ("a", "an", "the"):
        return None
    for n in range(name.last + 2, min(name.last + 2 + LONGEST_APPOSED, line.size)):
        lower = line.lower(n)
        if lower in APPOSED and line.lower(n + 1) in AFTER_APPOSED:
            return lower
        if is_office(lower) or lower in SMALL_WORDS:
            return None  # "Nora Vance, a spokeswoman for the company,"
        if not line.words[n].text[0].isalnum() and lower not in ("’s", "'s", "'", "’", "-"):
            return None
    return None


def body_noun(line: Line, name: Name) -> str | None:
    """The noun beside a name that makes it a body's."""
    return body_noun_after(line, name) or body_noun_before(line, name) or body_noun_apposed(line, name)


def acts(words: list[Word], syntax: Syntax) -> bool:
    """Whether the name is the subject of a verb of saying, wanting or dealing."""
    start, end = words[0].start, words[-1].end
    return syntax.subject(start, end) and syntax.governor(start, end) in SPEECH
