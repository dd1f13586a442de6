"""JSON: one Record as CONTRACT fixes it."""

import json

from parley.record import Record
from parley.views import contract


def record_json(record: Record) -> str:
    return json.dumps(contract.record_json(record), ensure_ascii=False, indent=1) + "\n"
