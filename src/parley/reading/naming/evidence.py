"""What a run of capitals is: a person, a body, or something that takes no part in talks."""

from dataclasses import dataclass

from parley.reading.naming.lexicon import PARTICLES, before_office, first_names, is_office
from parley.reading.naming.line import Line, Name
from parley.reading.naming.syntax import Syntax
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
NO_PERSONS = APPOSED - {"miner", "maker"}
THINGS_AND_PLACES = THINGS | PLACE_WORDS
PLACES = PLACE_WORDS | TOWNS
AFTER_APPOSED = frozenset(", . of whose that which in for with representing based backed".split())
SMALL_WORDS = frozenset("for of at in on to by with from and or who which that organizer organiser".split())
LONGEST_APPOSED = 6  # words from the article to the noun
NOT_BODIES = frozenset(
    """ceo cfo coo cto tv pm am us gdp ai it covid covid-19 file photo gmt est edt utc bst cet ok vip id dna hiv aids faq pdf sms
    gps suv mph usd eur gbp q&a op-ed i ii iii iv vi vii viii ix xi mp mps mep meps pt no""".split()
)
LOCATIVE = frozenset("in at near outside inside around across through into throughout within along".split())
NICKNAME_MARKS = frozenset('“”"')
LABELS = {
    "PERSON": 2,
    "ORG": -1,
    "PLACE": -1,
    "EVENT": -1,
    "OBJECT": -1,
}  # what the parser's kind of name tells of a person
PERSON_AT, BODY_AT = 2, 2  # GUM news: precision of persons 0.9 and more


@dataclass(frozen=True, slots=True)
class Seen:
    """The article's words as they are written, and folded those that stand alone with a capital, once and more than once."""

    words: frozenset[str]
    alone: frozenset[str]
    often: frozenset[str]

    def small(self, word: str) -> bool:
        """Whether the word stands somewhere in small letters."""
        return word in self.words and word.islower()


def is_person(line: Line, name: Name, syntax: Syntax, seen: Seen) -> bool:
    return person_score(line, name, syntax, seen) >= PERSON_AT


def person_score(line: Line, name: Name, syntax: Syntax, seen: Seen) -> int:
    """Evidence that a run of two or more capitals is a person's name."""
    words = [n for n in range(name.first, name.last) if line.texts[n] not in NICKNAME_MARKS]
    texts, lowers = [line.texts[n] for n in words], [line.lowers[n] for n in words]
    if (
        len(words) > 6
        or lowers[-1] in THINGS_AND_PLACES
        or lowers[0] in PLACE_FIRST
        or not all(text[0].isalpha() for text in texts)
    ):
        return -9
    if body_noun_apposed(line, name) in NO_PERSONS:
        return -9
    if not BODY_WORDS.isdisjoint(lowers[1:]) or "&" in line.slice(name.first, name.last):
        return -9
    score = _inner(line, words, texts) + _outer(line, name)
    start, end = line.starts[words[0]], line.end(words[-1])
    score += LABELS.get(syntax.label(start, end), 0)
    score += 2 if fold(texts[-1]) in seen.alone else 0
    score -= 2 if syntax.modifies(start, end) else 0  # "Open Door policy"
    return score + (1 if syntax.governor(start, end) in SPEECH else 0)


def _inner(line: Line, words: list[int], texts: list[str]) -> int:
    first = fold(texts[0])
    score = 3 if first in first_names() or ("-" in first and first.split("-")[0] in first_names()) else 0
    small = [line.lowers[n] for n in words[1:] if n not in line.capitals]
    score += 2 if small and not PARTICLES.isdisjoint(small) else 0
    score += 3 if [text for text in texts[:-1] if len(text) == 2 and text[1] == "."] else 0
    score -= 3 if all(map(str.isupper, texts)) else 0
    return score - (2 if len(words) > 4 and len(line.capitals.intersection(words)) > 4 else 0)


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
    score -= 4 if after in PLACES or (before == "of" and line.lower(name.first - 2) in TOWNS) else 0
    return score


def _age(line: Line, n: int) -> bool:
    return line.lower(n).isdigit() and line.lower(n + 1) == ","


def names_office(line: Line, at: int) -> bool:
    """Whether an office begins at word `at`, after an article or a possessor: ", the federation's chief negotiator"."""
    for n in range(at, min(at + 7, len(line))):
        if is_office(line.lower(n)):
            return not (line.named(n + 1) and line.joined(n + 1))  # "in Port Callow, mediator Miriam Oakes said"
        lower = line.lowers[n]
        fits = line.texts[n][0].isalpha() or lower in ("’s", "'s", "-")
        if not fits or lower in ("who", "which", "and", "said", "told", "but"):
            return False
    return False


def is_body(line: Line, name: Name, syntax: Syntax, seen: Seen) -> bool:
    """Whether a run without a word such as "Federation" acts like a body: it speaks, or is named in an office's place."""
    first, last, size = name.first, name.last, name.last - name.first
    lowers, text = line.lowers[first:last], line.slice(first, last)
    if (lowers[-1] in MEDIA and size > 1) or body_noun_after(line, name):
        return True
    if lowers[-1] in THINGS_AND_PLACES or lowers[-1] in NOT_BODIES or not line.texts[first][0].isalpha() or size > 6:
        return False
    if size == 1 and (first in line.firsts or seen.small(lowers[0]) or before_office(lowers[0])):
        return text.isupper() and 2 <= len(text) <= 6 and not seen.small(lowers[0]) and acts(line, first, last, syntax)
    if line.lower(first - 1) in LOCATIVE:
        return False
    label = syntax.label(line.starts[first], line.end(last - 1))
    score = 2 if acts(line, first, last, syntax) else 0
    score += 1 if label == "ORG" else -1 if label in ("PERSON", "EVENT", "OBJECT") else 0
    if size == 1 and text.isupper() and 2 <= len(text) <= 6:
        score += 1 if score > 1 or lowers[0] in seen.often else 0
    return score >= BODY_AT


def body_noun_after(line: Line, name: Name) -> str | None:
    """The noun in "the IG Stahl union", "Tass news agency" that makes the name before it a body's."""
    lower = line.lower(name.last)
    if lower in ("news", "wire") and line.lower(name.last + 1) in ("agency", "service", "channel", "site"):
        return "agency"
    if line.joined(name.last) and lower in BODY_NOUNS and name.last not in line.capitals:
        return lower
    return None


def body_noun_before(line: Line, name: Name) -> str | None:
    """The noun in "rail operator Norline", "its pilots' union, Skyhands, said"."""
    apart = line.lower(name.first - 1) == "," and line.lower(name.last) == ","
    at = name.first - 2 if apart else name.first - 1
    lower = line.lower(at)
    beside = apart or (line.joined(name.first) and at not in line.firsts)
    return lower if beside and at >= 0 and (lower in COMPANY or lower in BODY_NOUNS) else None


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
        if not line.texts[n][0].isalnum() and lower not in ("’s", "'s", "'", "’", "-"):
            return None
    return None


def acts(line: Line, first: int, last: int, syntax: Syntax) -> bool:
    """Whether the words [first, last) are the subject of a verb of saying, wanting or dealing."""
    start, end = line.starts[first], line.end(last - 1)
    return syntax.subject(start, end) and syntax.governor(start, end) in SPEECH
