"""Dates that name a day, month, season, quarter, year, decade or century."""

import re
from datetime import date

from parley.reading.timing.lexicon import DECADES, HOLIDAYS, SEASONS, SHORT_WEEKDAYS, WEAK_SEASONS, WEEKDAYS
from parley.reading.timing.scene import (
    AHEAD,
    BY_PUBLICATION,
    BY_STORY,
    SEASON_MONTH,
    UNKNOWN,
    WRITTEN,
    Meaning,
    Phrase,
    Scene,
    Tense,
    tense_at,
)
from parley.record import TimeKind
from parley.text.calendar import iso_day, month_number, shift_days
from parley.text.numbers import ordinal, year_in_words

NEAR_MONTHS = 3  # "payable Dec. 7" in October is ahead, whatever the tense about it; TimeBank
FAR_MONTHS = 8
TURN = 8  # months back from which a month is of the next year; WikiWars 01-11


def iso(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "2024-03-05", "3/5/2024" (month first, unless that is no month)."""
    word = phrase.word("Q") or ""
    if "/" not in word:
        return Meaning(TimeKind.DATE, word if iso_day(int(word[:4]), int(word[5:7]), int(word[8:10])) else None)
    month, day, year = (int(x) for x in word.split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    value = iso_day(year, month, day) or iso_day(year, day, month)
    return Meaning(TimeKind.DATE, value) if value else None


def full(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "March 5, 2024", "the 5th of March 2024"."""
    day = iso_day(_year(phrase), _month(phrase), _day(phrase))
    return Meaning(TimeKind.DATE, day) if day else None


def month_day(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "March 5" of the year that the tense and the day of publication, or the story, give it."""
    month, day = _month(phrase), _day(phrase)
    if iso_day(2024, month, day) is None:
        return None
    year, basis = _year_of(month, day, phrase, scene)
    if year is None:
        return Meaning(TimeKind.DATE, f"XXXX-{month:02}-{day:02}", UNKNOWN)
    return Meaning(TimeKind.DATE, iso_day(year, month, day), basis)


def month_year(phrase: Phrase, scene: Scene) -> Meaning | None:
    return Meaning(TimeKind.DATE, f"{_year(phrase):04}-{_month(phrase):02}")


def month(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "March", "last March", "next March", "March last year", "March of that year"; "the Long March" is none."""
    if phrase.word("M") == "march" and re.search(r"\b(?:the|[A-Z]\w+)\s$", phrase.before(14)):
        return None
    month = _month(phrase)
    year, basis = _year_of(month, None, phrase, scene)
    value = f"{year:04}-{month:02}" if year is not None else f"XXXX-{month:02}"
    return Meaning(TimeKind.DATE, value, basis)


def first_of_days(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "5" of "5-7 March 2024": the month and year stand after it."""
    tokens, at = phrase.tokens, phrase.last
    ahead = re.match(r"[-~+]D(F?[Mm])(?:,?(Y))?", tokens.codes[at : at + 8])
    if ahead is None:
        return None
    month = month_number(tokens.word(at + ahead.end(1) - 1))
    year, basis = int(tokens.word(at + ahead.start(2))) if ahead[2] else None, WRITTEN
    if year is None:
        year, basis = _year_of(month, None, phrase, scene)
    return _day_told(year, month, int(phrase.word("D") or 0), basis)


def last_of_days(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "7" of "March 5-7, 2024", with the month told before it."""
    told = scene.told_day
    if told is None or len(scene.told or "") != 10:
        return None
    day = int(phrase.word("D") or 0)
    return _day_told(told.year, told.month, day, WRITTEN) if day > told.day else None


def _day_told(year: int | None, month: int, day: int, basis: str) -> Meaning | None:
    value = iso_day(year, month, day) if year is not None else f"XXXX-{month:02}-{day:02}"
    return Meaning(TimeKind.DATE, value, basis) if value else None


def day_of_month(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the 20th" of the month told before."""
    told, number = scene.told_day, ordinal(phrase.word("O") or "")
    if told is None or number is None or len(scene.told or "") < 7 or not scene.narrative or _is_numbered(phrase):
        return None
    day = iso_day(told.year, told.month, number)
    return Meaning(TimeKind.DATE, day, BY_STORY) if day else None


def _is_numbered(phrase: Phrase) -> bool:
    """ "the 24th Division", "the 5th-largest": an ordinal of something else."""
    following = phrase.after(3)
    return re.match(r"\s?[-–A-Z]|\s[a-z]", following) is not None and not re.match(r"\s(?:a|i|t|o|w)", following)


def year(phrase: Phrase, scene: Scene) -> Meaning | None:
    word = phrase.word("Yy") or ""
    if len(word) == 3:
        told = scene.told_day if scene.narrative else None
        century = told.year // 100 if told else 20 if word[1] < "3" else 19
        return Meaning(TimeKind.DATE, f"{century}{word[1:]}")
    if not _is_year(phrase):
        return None
    return Meaning(TimeKind.DATE, word)


def _is_year(phrase: Phrase) -> bool:
    """ "2000 soldiers" and "1,400 men" count, "the 2015 deal" and "in 2015" date."""
    before = phrase.before(14).lower()
    if re.search(r"[$£€]\s?$|\b(?:no\.|about|nearly|some|almost|than|over|least)\s$", before):
        return re.search(r"\b(?:later|earlier|more recently) than\s$", before) is not None
    end = phrase.tokens.span(phrase.first)[1]
    after = re.match(r"\s([a-z]{3,}s)\b", phrase.tokens.text[end : end + 24])
    dated = re.search(r"\b(?:in|since|of|by|until|from|before|after|during|the|mid|early|late)[\s-]$", before)
    return (
        after is None
        or dated is not None
        or after[1] in ("was", "has", "is", "elections", "talks", "its", "this", "his")
    )


def year_range_end(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "17" of "1915-17"."""
    told, word = scene.told or "", phrase.words("DN")[-1]
    if len(told) != 4:
        return None
    return Meaning(TimeKind.DATE, told[:2] + word) if word.isdigit() and len(word) == 2 and word > told[2:4] else None


def spelled_year(phrase: Phrase, scene: Scene) -> Meaning | None:
    year = year_in_words(phrase.words("n"))
    return Meaning(TimeKind.DATE, f"{year:04}") if year else None


def month_spelled_year(phrase: Phrase, scene: Scene) -> Meaning | None:
    year = year_in_words(phrase.words("n"))
    return Meaning(TimeKind.DATE, f"{year:04}-{_month(phrase):02}") if year else None


def year_before_christ(phrase: Phrase, scene: Scene) -> Meaning | None:
    number = int(float(phrase.words("NYD")[-1].replace(",", "")))
    if not 0 < number < 5000:
        return None
    prefix = f"-{_month(phrase):02}" if phrase.has("M") else ""
    season = _season(phrase)
    return Meaning(TimeKind.DATE, f"BC{number:04}" + prefix + (f"-{season}" if season else ""))


def decade(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the 1990s", "the nineties": their first three digits, as in TimeBank and WikiWars."""
    word = (phrase.word("K") or "").lstrip("'’‘`")
    if word in DECADES:
        return Meaning(TimeKind.DATE, "19" + DECADES[word])
    number = word[:-1]
    return Meaning(TimeKind.DATE, number[:-1] if len(number) >= 3 else "19" + number[0])


def century(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the 19th century" is 18."""
    number = ordinal(phrase.word("Oo") or "")
    if number is None or not 0 < number < 30 or (phrase.word("U") or "century") != "century":
        return None
    return Meaning(TimeKind.DATE, f"BC{number - 1:02}" if phrase.has("k") else f"{number - 1:02}")


def weekday(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "met on Friday" is the last Friday, publication day included; "will meet on Friday" the next."""
    number = weekday_number(phrase)
    here, basis = scene.here()
    if scene.narrative and scene.published and len(scene.told or "") < 10:  # no day of the story to count from
        here, basis = scene.published, BY_PUBLICATION
    if here is None:
        ahead_of_us = phrase.has("e") or tense_at(phrase) is Tense.FUTURE
        return Meaning(TimeKind.DATE, f"XXXX-WXX-{number}", AHEAD if ahead_of_us else UNKNOWN)
    back = (here.isoweekday() - number) % 7
    ahead = (number - here.isoweekday()) % 7
    if phrase.has("l"):
        count = -(back or 7)
    elif phrase.has("e"):
        count = ahead or 7
    elif basis == BY_STORY:
        count = ahead
    elif phrase.has("h"):
        count = ahead if tense_at(phrase) is not Tense.PAST else -back
    else:
        count = ahead if tense_at(phrase) is Tense.FUTURE else -back
    day = shift_days(here, count)
    return Meaning(TimeKind.DATE, day.isoformat() if day else None, basis)


def weekday_number(phrase: Phrase) -> int:
    word = (phrase.word("Ww") or "").rstrip(".")
    return SHORT_WEEKDAYS.get(word) or WEEKDAYS[word.removesuffix("s")]


def season(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "last summer", "the spring of 2024", "this winter"."""
    season = _season(phrase)
    if season is None:
        return None
    if phrase.has("Y"):
        return Meaning(TimeKind.DATE, f"{_year(phrase):04}-{season}")
    year, basis = _year_of(SEASON_MONTH[season], None, phrase, scene)
    return Meaning(TimeKind.DATE, f"{year:04}-{season}" if year is not None else f"XXXX-{season}", basis)


def _season(phrase: Phrase) -> str | None:
    word = phrase.word("Ss")
    return SEASONS.get(word or "") or WEAK_SEASONS.get(word or "")


def quarter(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the third quarter", "third-quarter", "this year's first quarter": the last that had begun."""
    number = ordinal(phrase.word("oO") or "")
    if number is None or not 1 <= number <= 4 or "quarter" not in phrase.words("U"):
        return None
    scene.quarters = phrase.first
    here, basis = scene.here()
    if phrase.has("Y"):
        scene.quarter, basis = f"{_year(phrase):04}-Q{number}", WRITTEN
    elif here is None:
        return Meaning(TimeKind.DATE, f"XXXX-Q{number}", UNKNOWN)
    elif phrase.has("g") or "year-ago" in phrase.tokens.text[phrase.start : phrase.start + 16]:
        return Meaning(TimeKind.DATE, f"{_quarter_year(phrase, here, number) - 1:04}-Q{number}", basis)
    else:
        scene.quarter = f"{_quarter_year(phrase, here, number):04}-Q{number}"
    return Meaning(TimeKind.DATE, scene.quarter, basis)


def _quarter_year(phrase: Phrase, here: date, number: int) -> int:
    named = {"l": -1, "h": 0, "e": 1}
    told = next((named[c] for c in phrase.codes if c in named), None)
    if told is not None:
        return here.year + told
    begun = (number - 1) * 3 + 1 <= here.month
    return here.year if begun or tense_at(phrase) is Tense.FUTURE else here.year - 1


def half(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "the second half of 2024"."""
    first = phrase.word("oOLB") in ("first", "1st", "early")
    return Meaning(TimeKind.DATE, f"{_year(phrase):04}-H{1 if first else 2}")


def holiday(phrase: Phrase, scene: Scene) -> Meaning | None:
    """ "Christmas", "Christmas Day 2024", "Thanksgiving"."""
    here, basis = scene.here()
    name = phrase.word("j") or ""
    month, day = HOLIDAYS[name]
    year: int | None
    if phrase.has("Y"):
        year, basis = _year(phrase), WRITTEN
    elif month:
        year, basis = _year_of(month, day or 25, phrase, scene)
    else:
        year = here.year if here else None
    if year is None:
        return Meaning(TimeKind.DATE, f"XXXX-{month:02}-{day:02}" if day else None, UNKNOWN)
    if name == "easter":
        return Meaning(TimeKind.DATE, _easter(year).isoformat(), basis)
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return Meaning(TimeKind.DATE, f"{year:04}-11-{1 + (4 - first.isoweekday()) % 7 + 21:02}", basis)
    return Meaning(TimeKind.DATE, f"{year:04}-{month:02}-{day:02}", basis)


def _easter(year: int) -> date:
    """The Western Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _year_of(month: int, day: int | None, phrase: Phrase, scene: Scene) -> tuple[int | None, str]:
    """The year of a month that is told without one."""
    if phrase.has("xi"):
        anchor, basis = scene.anchor()
        if scene.narrative and scene.year is not None:
            return scene.year, basis
        return (anchor.year if anchor else None), basis
    written = _year_ahead(phrase)
    if written is not None:
        return written, WRITTEN
    here, basis = scene.here()
    if here is None:
        return None, UNKNOWN
    if phrase.has("U") and phrase.has("lhe"):
        return here.year + {"l": -1, "h": 0, "e": 1}[next(c for c in phrase.codes if c in "lhe")], basis
    if phrase.has("lce"):
        return _by_word(month, phrase, here), basis
    if phrase.has("h"):
        return here.year, basis
    if scene.narrative:
        return _next_in_story(month, here, scene), basis
    return _nearest(month, day, here, tense_at(phrase)), basis


def _year_ahead(phrase: Phrase) -> int | None:
    """The year of "14 August-24 August 1914", "from March to June 1944", "March 5-7, 2024"."""
    tokens, at = phrase.tokens, phrase.last
    ahead = re.match(r"[-~+](?:[Mm][DO]?|[DO][Mm]?),?(Y)", tokens.codes[at : at + 6])
    return int(tokens.word(at + ahead.start(1))) if ahead else None


def _by_word(month: int, phrase: Phrase, here: date) -> int:
    """ "last March" is the latest that is over, "next March" the first to come."""
    if phrase.has("e"):
        return here.year + (month <= here.month)
    return here.year - (month >= here.month)


def _next_in_story(month: int, told: date, scene: Scene) -> int:
    """A story goes on: after "December 1940", "in February" is 1941; WikiWars 01-11 set the months."""
    before = scene.told_month()
    return told.year + (before is not None and before - month > TURN)


def _nearest(month: int, day: int | None, here: date, tense: Tense) -> int:
    """News tells of what is near: the past year or, in the future tense, the coming one."""
    distance = month - here.month
    if tense is Tense.FUTURE:
        return here.year + (distance < -1)
    if tense is Tense.PAST and (day is None or distance > NEAR_MONTHS or distance <= 0):
        return here.year - (distance > 0)
    return here.year - (distance > 12 - FAR_MONTHS) + (distance < -FAR_MONTHS)


def _month(phrase: Phrase) -> int:
    return month_number(phrase.word("Mm") or "")


def _year(phrase: Phrase) -> int:
    return int(phrase.words("Y")[-1])


def _day(phrase: Phrase) -> int:
    word = phrase.word("DOo") or ""
    return ordinal(word) or int(word)
