"""Discourse Network Analyzer: one statement a row (person, organization, concept, agreement), as its CSV export has it."""

import csv
import io

from parley.record import Position, Reading, Record, StanceKind
from parley.views.export.csv_tables import safe_cell

HEAD = ("ID", "time", "docTitle", "docAuthor", "docSource", "person", "organization", "concept", "agreement", "text")
AGAINST = (StanceKind.REJECTS, StanceKind.REFUSES, StanceKind.DENIES)


def dna_statements(record: Record) -> str:
    """Agreement is 0 for rejects, refuses and denies, else 1; times are ISO days."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEAD)
    names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}
    texts, readings = record.texts(), {r.article: r for r in record.readings}
    held = ((p, span) for p in record.positions for span in p.evidence)
    for number, (position, span) in enumerate(held, 1):
        words = texts[span.article][span.start : span.end]
        rows.writerow([str(number), *map(safe_cell, (*_cells(readings[span.article], names, position), words))])
    return out.getvalue()


def _cells(reading: Reading, names: dict[str, str], position: Position) -> tuple[str, ...]:
    return (
        position.when or (reading.published or "")[:10],
        reading.title or reading.article,
        "; ".join(reading.byline),
        reading.outlet or "",
        names.get(position.speaker or "", ""),
        names.get(position.party, position.party),
        names.get(position.issue, position.issue),
        "0" if position.stance in AGAINST else "1",
    )
