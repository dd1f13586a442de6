"""parley show: the summary and the tables of a record, in the terminal."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from textwrap import fill, indent
from typing import TYPE_CHECKING

from parley.record import Quote, Record, Span, Utterance
from parley.views import contract
from parley.views.cli.files import finished
from parley.views.cli.speak import safe
from parley.views.difference import wording
from parley.views.summary import distinct_texts, stance

if TYPE_CHECKING:
    from rich.table import Table

Row = Sequence[str]
ROOMY, FEW = 120, 3  # columns of the terminal in which many fit side by side; columns of a table that always do
COUNTED = frozenset({"origins", "articles"})
INDENT = "    "
GAP = 2  # blanks between columns
LONGEST_WORD = 24  # letters that a column has room for at least
PARTS = {
    "copies": ("copies", "origins"),
    "quotes": ("utterances",),
    "positions": ("issues", "positions"),
    "timeline": ("meetings", "measures"),
    "figures": ("figures",),
    "findings": ("findings",),
    "actors": ("actors",),
}


def show(options: Namespace) -> int:
    record = finished(options.file)
    if options.json:
        whole = contract.record_json(record)
        print(json.dumps({k: whole[k] for k in PARTS[options.what]} if options.what else whole, ensure_ascii=False))
    elif options.what:
        _print(*TABLES[options.what](record))
    else:
        print(safe(summary(record)))
    return 0


def summary(record: Record) -> str:
    """The counts of a record, the rounds of talks, and how each article is dated."""
    head = (
        f"{_count(len(record.articles), 'article')}, {_count(distinct_texts(record), 'distinct text')}, "
        f"{_count(len(record.origins), 'independent origin')}"
    )
    rest = (
        f"{_count(len(record.utterances), 'utterance')} ({sum(u.drift for u in record.utterances)} worded differently "
        f"by outlets), {_count(len(record.meetings), 'meeting')}, {_count(len(record.positions), 'position')}, "
        f"{_count(len(record.figures), 'figure')}, {_count(len(record.findings), 'finding')}"
    )
    origins = [
        f"  {o.name}: {', '.join(o.articles)}" + "".join(f" ({r})" for r in o.reasons[:1]) for o in record.origins
    ]
    fast = sum(r.fast for r in record.readings)
    left_out = [
        f"{_count(fast, 'article')} read fast: no figures, positions, meetings and measures were looked for there"
    ]
    return "\n".join([head, rest, *(left_out if fast else []), "Origins", *origins])


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")


class Names:
    """Actors by id and words by span, for tables."""

    def __init__(self, record: Record) -> None:
        self._actors = {a.id: a.name for a in record.actors}
        self._issues = {i.id: i.name for i in record.issues}
        self._texts = record.texts()

    def actor(self, key: str | None) -> str:
        return self._actors.get(key or "", key or "unresolved")

    def issue(self, key: str) -> str:
        return self._issues.get(key, key)

    def words(self, span: Span) -> str:
        return " ".join(self._texts[span.article][span.start : span.end].split())

    def longest(self, spans: Sequence[Span]) -> str:
        """The words of the longest piece of evidence: the first may be a dateline."""
        return self.words(max(spans, key=lambda s: s.end - s.start))

    def quote(self, quote: Quote) -> str:
        return " … ".join(map(self.words, quote.spans))


def _copies(record: Record) -> tuple[str, Row, Iterable[Row]]:
    rows = (
        (c.a, c.b, c.kind, c.direction.replace("_", " "), f"{c.shares[0]:.0%} / {c.shares[1]:.0%}", "; ".join(c.basis))
        for c in record.copies
    )
    return "Who copied whom", ("a", "b", "kind", "direction", "shared", "because"), rows


def _quotes(record: Record) -> tuple[str, Row, Iterable[Row]]:
    """A row for each wording, with all articles that have it; the flags stand below the speaker."""
    names = Names(record)
    rows = (
        (
            "\n".join([names.actor(u.speaker), *(f"({flag})" for flag in _flags(u))]),
            words,
            "\n".join(articles),
        )
        for u in sorted(record.utterances, key=lambda u: -len(u.quotes))
        for words, articles in _wordings(u, names)
    )
    return "Quotes, the same words together", ("speaker", "words", "article"), rows


def _flags(utterance: Utterance) -> list[str]:
    return [*utterance.flags, *["near another speaker's"] * bool(utterance.near)]


def _wordings(utterance: Utterance, names: Names) -> Iterable[tuple[str, list[str]]]:
    told: dict[str, tuple[str, list[str]]] = {}
    for quote in utterance.quotes:
        words = names.quote(quote)
        told.setdefault(wording(words), (words, []))[1].append(quote.spans[0].article)
    return told.values()


def _positions(record: Record) -> tuple[str, Row, Iterable[Row]]:
    names = Names(record)
    rows = (
        (
            names.actor(p.party),
            names.issue(p.issue),
            stance(p),
            names.words(p.words) if p.words else "",
            p.when or "",
            str(p.origins),
            names.longest(p.evidence),
        )
        for p in sorted(record.positions, key=lambda p: (names.actor(p.party), names.issue(p.issue), p.when or ""))
    )
    return "Positions", ("party", "issue", "stance", "what", "when", "origins", "words"), rows


def _timeline(record: Record) -> tuple[str, Row, Iterable[Row]]:
    names = Names(record)
    rows = [
        (
            m.date or "undated",
            m.status,
            m.forum or "",
            m.place or "",
            ", ".join(m.participants),
            names.longest(m.evidence),
        )
        for m in sorted(record.meetings, key=lambda m: m.date or "9999")
    ]
    return "Meetings", ("date", "status", "forum", "place", "who", "words"), rows


def _figures(record: Record) -> tuple[str, Row, Iterable[Row]]:
    names = Names(record)
    rows = (
        (
            f.comparator.replace("_", " "),
            _range(f.low, f.high),
            f.unit or "",
            f.of or "",
            str(len(f.evidence)),
            names.longest(f.evidence),
        )
        for f in record.figures
    )
    return "Figures", ("", "value", "unit", "of", "articles", "words"), rows


def _findings(record: Record) -> tuple[str, Row, Iterable[Row]]:
    rows = ((f.kind, f.summary, str(f.origins)) for f in record.findings)
    return "Where outlets agree and differ", ("kind", "finding", "origins"), rows


def _actors(record: Record) -> tuple[str, Row, Iterable[Row]]:
    names = Names(record)
    rows = (
        (a.name, a.kind, "; ".join(a.offices), names.actor(a.party) if a.party else "", ", ".join(a.aliases))
        for a in record.actors
    )
    return "Actors", ("name", "kind", "offices", "party", "also called"), rows


TABLES: dict[str, Callable[[Record], tuple[str, Row, Iterable[Row]]]] = {
    "copies": _copies,
    "quotes": _quotes,
    "positions": _positions,
    "timeline": _timeline,
    "figures": _figures,
    "findings": _findings,
    "actors": _actors,
}


def _range(low: float | None, high: float | None) -> str:
    told = [f"{x:,.10g}" for x in (low, high) if x is not None]
    return "–".join(dict.fromkeys(told))


def _print(title: str, heads: Row, rows: Iterable[Row]) -> None:
    """A table; where the terminal is narrow and the columns are many, a paragraph a row instead, its words on their own lines."""
    from rich.console import Console

    console = Console(highlight=False)
    safely = [[safe(cell) for cell in row] for row in rows]
    if console.width >= ROOMY or len(heads) <= FEW:
        console.print(_table(title, heads, safely, console.width))
        return
    print(title)
    for row in safely:
        *short, words = (" ".join(cell.split("\n")) for cell in row)
        told = (
            _count(int(cell), head[:-1]) if head in COUNTED else cell for head, cell in zip(heads, short, strict=False)
        )
        print("\n" + fill(" · ".join(filter(None, dict.fromkeys(told))), console.width))
        if words:
            print(indent(fill(words, console.width - len(INDENT)), INDENT))


def _table(title: str, heads: Row, rows: Sequence[Row], room: int) -> "Table":
    from rich.table import Column, Table
    from rich.text import Text

    widths = _widths([heads, *rows], room - GAP * len(heads))
    columns = [Column(head, width=width) for head, width in zip(heads, widths, strict=True)]
    table = Table(*columns, title=title, title_justify="left", box=None, padding=(0, GAP, 0, 0))
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _widths(rows: Sequence[Row], room: int) -> list[int]:
    """Of columns that need few lines together: each holds its longest word, and what is left goes one by one to the column whose
    words become the most lines shorter."""
    from rich.cells import cell_len

    columns = list(zip(*rows, strict=True))
    least = max(1, min(LONGEST_WORD, room // len(columns)))
    needed = [max(map(cell_len, "\n".join(column).split("\n"))) for column in columns]
    widths = [min(least, max(map(cell_len, " ".join(column).split()), default=1)) for column in columns]
    held = [sum(map(cell_len, column)) for column in columns]
    for _ in range(room - sum(widths)):
        narrow = [n for n, width in enumerate(widths) if width < needed[n]]
        if not narrow:
            break
        widths[max(narrow, key=lambda n: held[n] / widths[n] ** 2)] += 1
    return widths
