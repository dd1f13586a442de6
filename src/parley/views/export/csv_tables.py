"""CSV: one table a noun, one row a piece of evidence, safe to open in a spreadsheet."""

import csv
import io

from parley.record import Record
from parley.views.export.flat import Row, flat_tables

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts so


def csv_tables(record: Record) -> dict[str, str]:
    """File name -> text, for each noun of the record that has a row."""
    return {f"{noun}.csv": _table(rows) for noun, rows in flat_tables(record).items()}


def safe_cell(value: str | float | bool | None) -> str:
    """The cell as text that no spreadsheet runs."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return repr(value)
    text = "" if value is None else str(value).replace("\0", "\ufffd")  # spreadsheets cut a cell at NUL
    return "'" + text if text.startswith(FORMULA) else text


def _table(rows: list[Row]) -> str:
    heads = list(dict.fromkeys(k for row in rows for k in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({k: safe_cell(v) for k, v in row.items()} for row in rows)
    return out.getvalue()
