"""The day on which a page was published: as JSON-LD, its head, its time elements or its first lines tell it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from parley.reading.labelling.page_tree import Page
from parley.text.calendar import full_dates, iso_day
from parley.text.markup import whole_body

KEYS = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "dc.date.issued", "dc.date", "dcterms.created", "article.published", "date", "publication_date", "og:article:published_time", "cxenseparse:recs:publishtime",
    "published", "pub_date", "published_time", "published_at", "article:published", "dcterms.date", "dcterms.issued", "og:pubdate", "displaydate", "rnews:datepublished",
)  # fmt: skip
ISO_DAY = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?")
# "17.05.2024" and "25/03/2024", but not "03/05/2024", which is March in one country and May in another
NUMBERS = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d./])")
CHANGED = re.compile(r"updated|modified|reviewed|edited|changed|last", re.IGNORECASE)
NEAR, ABOVE, LONGEST_DATED = 14, 3, 120  # lines below and above the headline; letters of a line that tells a day
BESIDE = 40  # letters beside the day in a line that is there to tell it
DECKS = 2
MOST_TIMES = 60

Told = tuple[str | None, str]


def published(page: Page, top: int, metas: dict[str, str], story: dict[str, Any], markup: str, url: str | None) -> Told:
    """The day and where it stands. JSON-LD goes before the head, the head before the day shown beside the headline, that
    before what htmldate finds; but a day shown counts where the other is its neighbour, for heads often count in another
    time zone, or later, for pages are published anew. `top` is the headline's line."""
    told = [("json-ld", story.get("datePublished")), *(("meta", metas[k]) for k in KEYS if k in metas)]
    shown, sure = _shown(page, top)
    for basis, value in told:
        if isinstance(value, str) and (iso := _iso(value)):
            other = shown and shown[:10] != iso[:10] and (shown < iso or (sure and abs(_days(shown) - _days(iso)) <= 1))
            return (shown, "page") if other else (iso, basis)
    return (shown, "page") if shown else _searched(markup, url)


def _days(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _shown(page: Page, top: int) -> tuple[str | None, bool]:
    """The first day near the headline that is not of a change, below it or else right above; and whether its line is
    there to tell it."""
    times = dict(_times(page))
    lines = [line.text for line in page.lines[max(0, top - ABOVE) : top + NEAR]]
    start = min(top, ABOVE)
    # decks may stand before the day, but behind a third long line a day is of an event, or of a message shown there
    long = [n for n in range(start + 1, len(lines)) if len(lines[n]) >= LONGEST_DATED]
    lines = lines[: long[DECKS]] if len(long) > DECKS else lines
    for n in (*range(start, len(lines)), *range(start)):
        if len(lines[n]) < LONGEST_DATED:
            for value, at, end in _days_in(lines[n], times):
                before = (lines[n - 1] if n and at < 3 else "") + lines[n][:at]
                if not CHANGED.search(before[-40:]):
                    return value, len(lines[n]) - (end - at) <= BESIDE
    return None, False


def _days_in(text: str, times: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """(ISO value, start, end) of the days that a line tells in words, in numbers or by a time element."""
    for found in full_dates(text):
        yield found.value, found.start, found.end
    for match in NUMBERS.finditer(text):
        if value := _numbered(match):
            yield value, match.start(), match.end()
    for words, value in times.items():
        if words in text:
            yield value, text.index(words), text.index(words) + len(words)


def _numbered(match: re.Match[str]) -> str | None:
    one, two, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or one > 12:
        return iso_day(year, two, one)
    return iso_day(year, one, two) if two > 12 else None


def _times(page: Page) -> Iterator[tuple[str, str]]:
    """Words and ISO value of the page's time elements, those of changes left out."""
    for element, _ in zip(page.tree.iter("time"), range(MOST_TIMES), strict=False):
        words = " ".join(element.text_content().split())
        told = " ".join(filter(None, (element.get("class"), element.get("itemprop"), words)))
        value = _iso(element.get("datetime") or "")
        if words and value and not CHANGED.search(told):
            yield words, value


def _iso(value: str) -> str | None:
    match = ISO_DAY.match(value)
    if not match:
        return next((found.value for found in full_dates(value[:LONGEST_DATED])), None)
    day = iso_day(int(match[1]), int(match[2]), int(match[3]))
    if not day:
        return None
    return f"{day}T{match[4]}:{match[5]}" if match[4] and (match[4], match[5]) != ("00", "00") else day


def _searched(markup: str, url: str | None) -> Told:
    """What htmldate finds in the address or the page's own dates."""
    from htmldate import find_date

    try:
        day = find_date(whole_body(markup), url=url, original_date=True, extensive_search=False)
    except (ValueError, TypeError, RecursionError, AssertionError):
        return None, "unknown"
    return (day, "page") if day else (None, "unknown")
