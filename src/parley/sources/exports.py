"""Text exports of news databases (Nexis, Factiva): many articles in one file, each with its fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from parley.record import Article
from parley.text.calendar import full_dates

MOST = 20_000  # articles of one export
NEXIS_START = re.compile(r"^[ \t]*(?:Document )?\d{1,5} of \d{1,5}(?: DOCUMENTS)?[ \t]*$", re.MULTILINE)
NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
NEXIS_LENGTH = re.compile(r"^[ \t]*LENGTH:[ \t]*\d+ words", re.MULTILINE | re.IGNORECASE)
FACTIVA_END = re.compile(r"^Document [A-Z]{2,8}[A-Za-z0-9]{12,24}[ \t]*$", re.MULTILINE)
FACTIVA_LENGTH = re.compile(r"^(?:WC[ \t]+)?[\d,.]+ words[ \t]*$", re.MULTILINE)
FIELDS = {"HD": "title", "SN": "outlet", "PD": "published", "HEADLINE": "title"}
FIELD = re.compile(r"^(HD|SN|PD|HEADLINE)(?::|[ \t])[ \t]*(\S.*)$", re.MULTILINE)
HEAD = 2_000  # code points of an article in which its fields stand


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a database's export parts its articles, and what proves that it is one."""

    cut: re.Pattern[str]
    at_start: bool
    proof: re.Pattern[str]


KINDS = (
    _Kind(NEXIS_START, True, NEXIS_LENGTH),
    _Kind(NEXIS_END, False, NEXIS_LENGTH),
    _Kind(FACTIVA_END, False, FACTIVA_LENGTH),
)


def exported(id: str, text: str) -> list[Article]:
    """The articles of an export, each a slice of the file's text; [] where the text is no export."""
    for kind in KINDS:
        cuts = [m.start() if kind.at_start else m.end() for m in kind.cut.finditer(text)][:MOST]
        if cuts and kind.proof.search(text):
            bounds = [*cuts, len(text)] if kind.at_start else [0, *cuts]
            return list(_articles(id, text, bounds))
    return []


def _articles(id: str, text: str, bounds: list[int]) -> Iterator[Article]:
    for n, (start, end) in enumerate(pairwise(bounds), 1):
        part = text[start:end]
        if len(part.split()) > 8:
            yield Article(f"{id}#{n}", part, **_known(part[:HEAD]))


def _known(head: str) -> dict[str, Any]:
    """What the fields say; where there are none (Nexis), outlet and day stand in the first lines, a line each."""
    known: dict[str, Any] = {}
    for name, value in FIELD.findall(head):
        known.setdefault(FIELDS[name], " ".join(value.split()))
    dated = next(full_dates(known.get("published", head)), None)
    known.pop("published", None)
    if dated:
        known["published"] = dated.value
    return known
