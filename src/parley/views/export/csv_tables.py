"""CSV: one table a noun, one row a piece of evidence, safe to open in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from parley.record import Record
from parley.views import contract

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts so
TABLES = (
    "articles",
    "copies",
    "origins",
    "actors",
    "utterances",
    "meetings",
    "issues",
    "positions",
    "measures",
    "figures",
    "findings",
    "decisions",
)
INNER = (
    "blocks",
    "credits",
    "quotes",
    "times",
    "figures",
    "actors",
    "stances",
    "meetings",
)  # of an article: own exports


def csv_tables(record: Record) -> dict[str, str]:
    """File name -> text, for each noun of the record that has a row."""
    whole = contract.record_json(record)
    return {f"{noun}.csv": _table(list(_rows(noun, whole[noun]))) for noun in TABLES if whole[noun]}


def _rows(noun: str, items: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for item in items:
        flat = {
            k: _cell(v)
            for k, v in item.items()
            if k not in ("evidence", "passages") and not (noun == "articles" and k in INNER)
        }
        for e in item.get("evidence") or [{}]:
            yield {**flat, **{k: _cell(v) for k, v in e.items()}}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return repr(value)
    if isinstance(value, list):
        plain = all(isinstance(x, str) for x in value)
        value = "; ".join(value) if plain else json.dumps(value, ensure_ascii=False)
    text = str(value)
    return "'" + text if text.startswith(FORMULA) else text


def _table(rows: list[dict[str, Any]]) -> str:
    heads = list(dict.fromkeys(k for row in rows for k in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
