"""Names under the different spellings that outlets use for names from other alphabets."""

import re
from functools import cache

from parley.text.gazetteer import gazetteer
from parley.text.words import fold

PREFIX = re.compile(r"^(?:al|el|as|ad|ash|an|ar|at|az)[-’' ]")
# in this order; each pair is a spelling that two outlets write differently: Sergei/Sergey, Riabkov/Ryabkov, Viktor/Victor
SAME: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"m[ou]ham+[ae]d", "mohamed"),
        (r"[^a-z]", ""),
        (r"shch|sch|tsch|tch", "sh"),
        (r"^y(?=[eu])|^j(?=[eu])", ""),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dzh|dj", "j"),
        (r"ck|c(?!h)|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"(?:iy|yi|ii|yy|ij|ei|ey|ie|ee|ye|y)", "i"),
        (r"i+", "i"),
        (r"er$", "r"),
        (r"(.)\1+", r"\1"),
    )
)
SHORT = {
    short: full
    for full, shorts in {
        "joseph": "joe josef", "jennifer": "jen jenny", "anthony": "tony antony", "michael": "mike mick", "william": "bill will",
        "james": "jim jimmy", "robert": "bob rob bobby", "richard": "rick dick", "thomas": "tom", "daniel": "dan danny",
        "edward": "ed ted eddie", "christopher": "chris", "elizabeth": "liz beth", "katherine": "kate kathy katie",
        "matthew": "matt", "steven": "steve stephen", "andrew": "andy", "benjamin": "ben", "samuel": "sam", "david": "dave",
        "nicholas": "nick", "gregory": "greg", "patricia": "pat patty", "susan": "sue", "margaret": "maggie meg peggy",
        "deborah": "deb debbie", "ronald": "ron", "donald": "don", "kenneth": "ken", "alexander": "alex", "timothy": "tim",
        "charles": "chuck charlie", "philip": "phil", "vladimir": "volodymyr", "yevgeny": "evgeny yevhen", "jacob": "jake",
    }.items()
    for short in shorts.split()
}  # fmt: skip


@cache
def spelling_key(word: str) -> str:
    """The same for the usual spellings of one name: "Zelenskyy", "Zelensky" and "Zelenskiy" are "zelenski"."""
    key = PREFIX.sub("", fold(word).replace("’", "'"))
    for pattern, told in SAME:
        key = pattern.sub(told, key)
    return key or fold(word)


@cache
def first_name_key(word: str) -> str:
    """A first name's spelling key, the full name for its short form: "Joe" is "Joseph"."""
    return spelling_key(SHORT.get(fold(word), word))


OFFICE_WORD = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[^\W_]+")
LONGEST_PARTY = 4  # words at the beginning of an office that may name a state or body


@cache
def office_key(office: str) -> str:
    """The same for "US Deputy Secretary of State" and "U.S. deputy secretary of state"."""
    words = OFFICE_WORD.findall(office)
    for size in range(min(LONGEST_PARTY, len(words)), 0, -1):
        found = gazetteer().find(" ".join(words[:size]))
        if found:
            words = [found.name, *words[size:]]
            break
    return " ".join(words).lower().replace("defence", "defense").replace("labour", "labor")
