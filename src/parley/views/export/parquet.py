"""Parquet: the flat tables, typed, for pandas, DuckDB and Spark. Needs pyarrow (`pip install 'parley[parquet]'`)."""

import io

from parley.record import Record
from parley.views.export.flat import flat_tables


def parquet_tables(record: Record) -> dict[str, bytes]:
    """File name -> bytes, for each noun of the record that has a row. Raises ModuleNotFoundError without pyarrow."""
    from pyarrow import Table
    from pyarrow.parquet import write_table

    files: dict[str, bytes] = {}
    for noun, rows in flat_tables(record).items():
        heads = list(dict.fromkeys(k for row in rows for k in row))
        out = io.BytesIO()
        write_table(Table.from_pylist([{h: row.get(h) for h in heads} for row in rows]), out)
        files[f"{noun}.parquet"] = out.getvalue()
    return files
