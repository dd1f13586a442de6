"""parley import"""

from argparse import Namespace
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from parley.check.coding import Coded, CodingError, Held, Statement, decisions, hold_coding, statements
from parley.views.cli.files import finished, opened
from parley.views.cli.speak import CommandError, err, safe
from parley.views.making import update

SHOWN = 20  # statements that are told of a kind


def import_(options: Namespace) -> int:
    """Keeps what a person coded as decisions of that person, which every build applies; says what the record lacks."""
    record = finished(options.file)
    found = list(hold_coding(record, _read(options.table)))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with opened(options.file) as store:
        known = {replace(d, at="") for d in store.decisions()}
        made = [d for d in decisions(found, options.author, at) if replace(d, at="") not in known]
        for new in made:
            store.decide(new)
        if made:
            update(store, ())
    counts = Counter(h.coded for h in found)
    print(
        f"{len(found)} statements: {counts[Coded.AGREES]} agree with the record, {counts[Coded.DIFFERS]} put it right, "
        f"{counts[Coded.MISSING]} have no position in it"
    )
    for held in [h for h in found if h.coded is not Coded.AGREES][:SHOWN]:
        print(safe(_line(held)))
    err(f"{len(made)} decisions of {options.author} kept")
    return 0


def _read(path: Path) -> list[Statement]:
    try:
        return statements(path.read_text("utf-8-sig"))
    except OSError as error:
        raise CommandError(f"{path}: cannot be read ({error.strerror}); name DNA's CSV export") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: is not UTF-8; save the table as CSV in UTF-8") from error
    except CodingError as error:
        raise CommandError(f"{path}: {error}") from error


def _line(held: Held) -> str:
    told = held.statement
    side = "agreement" if told.agrees else "disagreement"
    known = f"the record had: {held.position.stance.replace('_', ' ')}" if held.position else "no such position"
    return f"row {told.row}: {told.organization or told.person}, {told.concept}, {side}; {known}"
