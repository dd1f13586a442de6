"""Open formats, one short file each. The same record gives the same bytes."""

from collections.abc import Callable, Iterable, Mapping

from parley.record import Record
from parley.views.export.annotation import web_annotations
from parley.views.export.csl import csl_items
from parley.views.export.csv_tables import csv_tables
from parley.views.export.dna import dna_statements
from parley.views.export.ftm import ftm_entities
from parley.views.export.graphml import graphml
from parley.views.export.json_whole import record_json
from parley.views.export.jsonl import record_lines
from parley.views.export.pack import evidence_pack
from parley.views.export.parquet import parquet_tables
from parley.views.export.prov import provenance
from parley.views.export.site import site_pages

__all__ = ["FORMATS", "Exported", "csv_tables", "record_json", "record_lines"]

Exported = str | bytes | Iterable[tuple[str, str]] | Iterable[tuple[str, bytes]]

# format -> its exporter: one file, or several by file name
FORMATS: Mapping[str, Callable[[Record], Exported]] = {
    "json": record_json,
    "jsonl": record_lines,
    "csv": lambda record: csv_tables(record).items(),
    "parquet": lambda record: parquet_tables(record).items(),
    "annotation": web_annotations,
    "prov": provenance,
    "dna": dna_statements,
    "csl": csl_items,
    "ftm": ftm_entities,
    "graphml": graphml,
    "pack": evidence_pack,
    "site": site_pages,
}
