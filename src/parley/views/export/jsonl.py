"""JSON Lines: one noun a line, its kind in `noun`."""

import json

from parley.record import Record
from parley.views import contract


def record_lines(record: Record) -> str:
    whole = contract.record_json(record)
    rows = ({"noun": noun, **row} for noun, items in whole.items() for row in items)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
