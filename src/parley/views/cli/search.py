"""parley search"""

import json
from argparse import Namespace
from collections.abc import Sequence

from parley.record import Record, Span
from parley.text.words import fold
from parley.views.aspects import Surroundings
from parley.views.cli.files import finished, opened
from parley.views.cli.parser import SIDES
from parley.views.cli.speak import CommandError, colours, err, safe
from parley.views.search import WITHOUT, By, Found, search as find

MOST = 1000  # passages that are narrowed and of which `--limit` are told


def search(options: Namespace) -> int:
    record, by = finished(options.file), By(options.by)
    with opened(options.file) as store:
        meaning = store.meaning() if by is not By.WORDS else None
        if by is By.MEANING and meaning is None:
            raise CommandError(f"{options.file}: was {WITHOUT}; build it again: parley build {options.file}")
        every = find(store.search, meaning, " ".join(options.query), by, MOST)
    found = _narrowed(every, record, options)[: options.limit]
    if by is By.BOTH and meaning is None:
        err(f"Found by words only: the record was {WITHOUT}.")
    if not found and not options.json:
        err("No passage is near in meaning." if by is By.MEANING else "No passage holds all these words.")
    told = (_line(f, record) if options.json else _passage(f, record) for f in found)
    print(("\n" if options.json else "\n\n").join(told), end="\n" if found else "")
    return 0


def _narrowed(found: Sequence[Found], record: Record, options: Namespace) -> Sequence[Found]:
    """The passages of the outlet, speaker, party, issue and date asked for, each named in part and in any case."""
    wanted = {side: fold(told) for side in SIDES if (told := getattr(options, side))}
    if not wanted:
        return found
    around = Surroundings(record)
    names = {a.id: a.name for a in record.actors} | {i.id: i.name for i in record.issues}

    def fits(span: Span) -> bool:
        aspects = around.of((span,))
        return all(any(told in fold(names.get(v, v)) for v in getattr(aspects, side)) for side, told in wanted.items())

    return [f for f in found if fits(f.span)]


def _line(found: Found, record: Record) -> str:
    span = found.span
    told = {
        "article": span.article,
        "start": span.start,
        "end": span.end,
        "text": record.texts()[span.article][span.start : span.end],
        "matches": [[m.start, m.end] for m in found.matches],
        "by": found.by,
        "likeness": found.likeness,
    }
    return json.dumps(told, ensure_ascii=False)


def _passage(found: Found, record: Record) -> str:
    text, bold = record.texts()[found.span.article], colours() and found.by is not By.MEANING
    parts, at = [], found.span.start
    for match in found.matches:
        parts += [safe(text[at : match.start]), "\033[1m" * bold, safe(text[match.start : match.end]), "\033[0m" * bold]
        at = match.end
    parts.append(safe(text[at : found.span.end]))
    outlet = next((r.outlet for r in record.readings if r.article == found.span.article), None)
    head = found.span.article + (f" ({outlet})" if outlet else "")
    near = f" near in meaning, {found.likeness:.2f}" if found.by is By.MEANING else ""
    return f"{safe(head)} {found.span.start}-{found.span.end}{near}\n  {''.join(parts)}"
