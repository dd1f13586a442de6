"""Open formats, one short file each. The same record gives the same bytes."""

from parley.views.export.csv_tables import csv_tables
from parley.views.export.json_whole import record_json
from parley.views.export.jsonl import record_lines

__all__ = ["csv_tables", "record_json", "record_lines"]
