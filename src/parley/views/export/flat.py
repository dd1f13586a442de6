"""The record as flat tables: one a noun, one row a piece of evidence, lists joined."""

import json
from collections.abc import Iterator
from typing import Any

from parley.learn.plover import ROOT_OF
from parley.record import Record, StanceKind
from parley.views import contract

Row = dict[str, str | float | bool | None]
# of an article: they have tables or exports of their own
INNER = ("blocks", "credits", "quotes", "times", "figures", "actors", "stances", "meetings", "measures")


def flat_tables(record: Record) -> dict[str, list[Row]]:
    """Noun -> rows, for each noun of the record that has one; names are the contract's."""
    whole = contract.record_json(record)
    return {noun: list(_rows(noun, items)) for noun, items in whole.items() if items}


def _rows(noun: str, items: list[dict[str, Any]]) -> Iterator[Row]:
    left_out = ("evidence", "passages", *(INNER if noun == "articles" else ()))
    for item in items:
        flat = {k: _value(v["text"] if k == "words" and v else v) for k, v in item.items() if k not in left_out}
        if noun == "positions":
            flat["plover"] = ROOT_OF[StanceKind(item["stance"])]
        for e in item.get("evidence") or [{}]:
            yield {**flat, **{k: _value(v) for k, v in e.items()}}


def _value(value: Any) -> str | float | bool | None:
    if isinstance(value, list):
        plain = all(isinstance(x, str) for x in value)
        return "; ".join(value) if plain else json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)
