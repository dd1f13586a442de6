"""The words of time. Each has a one-letter code, in which the grammar's patterns are written.

W weekday, w its abbreviation · M month, m weak month · S season, s season or verb · D number 1-31, Y year, y '99, N number
in digits, n in words · O ordinal in digits, o in words · K decade · U unit, V units · P part of the day, p noon, midnight
T today, yesterday · C clock · Z a.m., p.m. · z time zone · R reference ("now") · G "recent" · A "daily" · v every
t the, a a · h this, x that, i same · l last, c past, e next · g ago · b earlier, L later · B early, late, end
q about · f few, several · H half · u "latest", r "period" of earnings · % "more", "consecutive" · X fiscal · F of, I in, + and, or, ~ to · k BC · d "ahead", "since" · j holiday · J "day"
of a holiday's name · _ another word
"""

from parley.text.calendar import MONTHS
from parley.text.numbers import NUMBER_WORDS, ORDINALS

UNITS = {
    "second": "S", "minute": "TM", "hour": "H", "day": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE",
}  # fmt: skip
PLURALS = {f"{u}s": s for u, s in UNITS.items()} | {"centuries": "CE"}
SHORT_UNITS = {"mins": "TM", "hrs": "H", "yrs": "Y"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "daytime": "DT", "dawn": "MO",
    "dusk": "EV", "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI", "lunchtime": "MI",
}  # fmt: skip
CLOCK_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
SEASONS = {"summer": "SU", "winter": "WI", "autumn": "FA", "springtime": "SP", "summertime": "SU", "wintertime": "WI"}
WEAK_SEASONS = {"fall": "FA", "spring": "SP"}
DAYS = {"today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, ""), "tonight": (0, "TNI"), "overnight": (0, "TNI")}
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
    "current": "PRESENT_REF", "recent": "PAST_REF", "former": "PAST_REF", "future": "FUTURE_REF",
}  # fmt: skip
RATES = {
    "daily": "P1D",
    "everyday": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "hourly": "PT1H",
}  # as TempEval-3 has them
SETS = {
    "daily": "XXXX-XX-XX", "everyday": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "hourly": "XXXX-XX-XXTXX", "nightly": "XXXX-XX-XXTNI",
}  # fmt: skip
WEEKDAYS = {w: n for n, w in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)}
SHORT_WEEKDAYS = {w: n for n, w in enumerate("mon tue wed thu fri sat sun".split(), 1)} | {
    "tues": 2,
    "thur": 4,
    "thurs": 4,
}
DECADES = {
    f"{w[:-1]}ies": str(n) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
ZONES = frozenset("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet msk".split())
VAGUE = {"few": "X", "several": "X", "many": "X", "couple": "2", "some": "X", "another": "1"}
HOLIDAYS = {
    "christmas": (12, 25),
    "halloween": (10, 31),
    "juneteenth": (6, 19),
    "thanksgiving": (11, 0),
    "easter": (0, 0),
}
WHOLE_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)

_CODED = {
    "t": "the", "a": "a an", "h": "this these", "x": "that those", "i": "same", "l": "last previous preceding prior",
    "c": "past", "e": "next following coming upcoming subsequent ensuing", "g": "ago", "b": "earlier before", "L": "later after afterward afterwards thereafter following",
    "B": "early late mid middle beginning start end outset late latter", "q": "about around nearly almost over approximately roughly under only just within exactly",
    "v": "every each per", "H": "half", "%": "more trading consecutive straight additional whole long short solid working", "X": "fiscal calendar full", "F": "of", "I": "in", "+": "and or", "~": "to",
    "k": "bc bce", "d": "ahead since",
}  # fmt: skip


def _table() -> dict[str, str]:
    table = dict.fromkeys(NUMBER_WORDS, "n") | dict.fromkeys(ORDINALS, "o")
    table |= {w: code for code, words in _CODED.items() for w in words.split()}
    for code, words in (("U", UNITS), ("V", PLURALS), ("V", SHORT_UNITS), ("P", PARTS), ("p", CLOCK_WORDS), ("S", SEASONS),
                        ("s", WEAK_SEASONS), ("T", DAYS), ("R", REFERENCES), ("A", SETS), ("W", WEEKDAYS), ("K", DECADES),
                        ("f", VAGUE), ("j", HOLIDAYS)):  # fmt: skip
        table |= dict.fromkeys(words, code)
    table |= {f"{w}s": "W" for w in WEEKDAYS}
    table |= {"second": "o", "recent": "G", "following": "e", "w": "_"}
    table |= dict.fromkeys(SHORT_WEEKDAYS, "w") | dict.fromkeys(ZONES, "z")
    return table


CODES = _table()
CAPITALISED = frozenset(WEEKDAYS) | {f"{w}s" for w in WEEKDAYS} | frozenset(SHORT_WEEKDAYS) | {"may", "march", "august"}


def month_code(word: str, dotted: bool) -> str | None:
    """M for a month's name or its dotted abbreviation, m for a bare abbreviation ("Mar", "Jan"), None for other words."""
    low = word.lower()
    if low[:3] not in MONTHS:
        return None
    if low in WHOLE_MONTHS:
        return "M" if word[0].isupper() else None
    if low in MONTHS or low == "sept":
        return ("M" if dotted else "m") if word[0].isupper() else None
    return None
