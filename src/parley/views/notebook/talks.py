"""One negotiation's record as tables that show themselves, search and check drafts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.check import check_draft
from parley.record import Record
from parley.store import StoreError, open_store
from parley.views import contract
from parley.views.summary import distinct_texts

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]
TABLES = ("articles", "copies", "origins", "stories", "actors", "utterances", "meetings", "issues", "positions", "measures", "figures", "findings")  # fmt: skip
NAMED = {"speaker": "actors", "party": "actors", "issue": "issues"}
SHOWN = 30  # rows in a notebook; the table itself holds all
LISTED = 3  # passages shown in a cell
LONGEST_CELL = 200  # code points shown of a cell


@dataclass(frozen=True)
class Table:
    """Rows with the contract's names; evidence stays in each row as (article, start, end, text)."""

    name: str
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> Row:
        return self.rows[at]

    def where(self, **wanted: object) -> "Table":
        """The rows whose columns equal the values: `positions.where(party="Meridian", stance="offers")`."""
        return Table(self.name, tuple(r for r in self.rows if all(r.get(k) == v for k, v in wanted.items())))

    def to_df(self) -> "DataFrame":
        """A pandas DataFrame, a row each. Raises ModuleNotFoundError where pandas is not installed."""
        try:
            from pandas import DataFrame
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError("pandas is not installed; run: pip install pandas", name="pandas") from error

        return DataFrame(list(self.rows))

    def _repr_html_(self) -> str:
        """Escaped text only: no script, no style, no link."""
        heads = list(dict.fromkeys(k for r in self.rows[:SHOWN] for k in r))
        head = "".join(f"<th>{escape(h)}</th>" for h in heads)
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(r.get(h))}</td>" for h in heads) + "</tr>" for r in self.rows[:SHOWN]
        )
        more = f" (the first {SHOWN})" if len(self.rows) > SHOWN else ""
        caption = f"<caption>{escape(self.name)}: {len(self.rows)}{more}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Talks:
    """The record of one .parley file, as of the moment it was opened."""

    def __init__(self, path: Path, record: Record) -> None:
        self.path, self.record = path, record
        self._whole = contract.record_json(record)
        self._names = {
            "actors": {a.id: a.name for a in record.actors},
            "issues": {i.id: i.name for i in record.issues},
        }

    def table(self, name: str) -> Table:
        """One of TABLES; actors and issues are told by name. Raises KeyError for another name."""
        if name not in TABLES:
            raise KeyError(f"{name!r} is no table; there are {', '.join(TABLES)}")
        return Table(name, tuple(self._told(row) for row in self._whole[name]))

    def __getattr__(self, name: str) -> Table:
        if name in TABLES:
            return self.table(name)
        raise AttributeError(f"{name!r}; the tables are {', '.join(TABLES)}")

    def __dir__(self) -> Sequence[str]:
        return [*super().__dir__(), *TABLES]

    def text(self, article: str) -> str:
        """The text of an article, exactly as it was read; offsets count its code points."""
        return self.record.texts()[article]

    def search(self, query: str, limit: int = 50) -> Table:
        """Passages that hold all words of the query, best first."""
        with open_store(self.path) as store:
            spans = [hit.span for hit in store.search(query, limit)]
        return Table("passages", tuple(contract.Texts(self.record.articles).evidence(spans)))

    def check(self, draft: str) -> Table:
        """Every quotation, figure, date and position of a draft, held against the record; offsets count in the draft."""
        texts = contract.Texts(self.record.articles)
        return Table(
            "marks", tuple(_plain(contract.mark_json(m, draft, texts)) for m in check_draft(self.record, draft))
        )

    def _told(self, row: Row) -> Row:
        names = {k: self._names[n].get(row[k], row[k]) for k, n in NAMED.items() if isinstance(row.get(k), str)}
        return _plain({**row, **names})

    def _repr_html_(self) -> str:
        counts = {"distinct texts": distinct_texts(self.record)} | {t: len(self._whole[t]) for t in TABLES}
        cells = "".join(f"<tr><th>{escape(k)}</th><td>{n}</td></tr>" for k, n in counts.items())
        return f"<table><caption>{escape(str(self.path))}</caption><tbody>{cells}</tbody></table>"


def open_talks(path: str | Path) -> Talks:
    """The record of a .parley file. Raises StoreError where it is none or holds no finished record."""
    with open_store(Path(path)) as store:
        record = store.record()
    if not record.articles:
        raise StoreError(f"{path}: holds no finished record; run: parley build {path} INPUT...")
    return Talks(Path(path), record)


def _plain(row: Row) -> Row:
    """Members of closed sets as the strings that they are in the JSON."""
    return {k: v.value if isinstance(v, StrEnum) else v for k, v in row.items()}


def _cell(value: object) -> str:
    """A value as people read it: evidence as its words and place, lists one after the other, unknown as nothing."""
    if isinstance(value, dict) and {"article", "start", "end", "text"} <= value.keys():
        return f"“{_cut(value['text'])}” <small>{_cut(value['article'])} {value['start']}–{value['end']}</small>"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        more = f"<br>and {len(value) - LISTED} more" if len(value) > LISTED else ""
        return "<br>".join(map(_cell, value[:LISTED])) + more
    if isinstance(value, list) and all(isinstance(x, str) for x in value):
        return _cut("; ".join(value))
    return _cut(value)


def _cut(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return escape(text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + " …")
