"""parley search"""

import json
from argparse import Namespace

from parley.record import Record
from parley.store import Hit
from parley.views.cli.files import finished, opened
from parley.views.cli.speak import colours, err, safe


def search(options: Namespace) -> int:
    record = finished(options.file)
    with opened(options.file) as store:
        hits = store.search(" ".join(options.query), options.limit)
    if not hits and not options.json:
        err("No passage holds all these words.")
    told = (_line(hit, record) if options.json else _passage(hit, record) for hit in hits)
    print(("\n" if options.json else "\n\n").join(told), end="\n" if hits else "")
    return 0


def _line(hit: Hit, record: Record) -> str:
    span = hit.span
    found = {
        "article": span.article,
        "start": span.start,
        "end": span.end,
        "text": record.texts()[span.article][span.start : span.end],
    }
    return json.dumps({**found, "matches": [[m.start, m.end] for m in hit.matches]}, ensure_ascii=False)


def _passage(hit: Hit, record: Record) -> str:
    text, bold = record.texts()[hit.span.article], colours()
    parts, at = [], hit.span.start
    for match in hit.matches:
        parts += [safe(text[at : match.start]), "\033[1m" * bold, safe(text[match.start : match.end]), "\033[0m" * bold]
        at = match.end
    parts.append(safe(text[at : hit.span.end]))
    outlet = next((r.outlet for r in record.readings if r.article == hit.span.article), None)
    head = f"{hit.span.article}" + (f" ({outlet})" if outlet else "")
    return f"{safe(head)} {hit.span.start}-{hit.span.end}\n  {''.join(parts)}"
