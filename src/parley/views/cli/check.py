"""parley check"""

import json
from argparse import Namespace
from pathlib import Path

from parley.check import Mark, Verdict, check_draft
from parley.record import Record
from parley.views import contract
from parley.views.cli.files import finished
from parley.views.cli.speak import CommandError, err, safe

FAILED = 3
TOLD = {
    Verdict.EXACT: "found verbatim",
    Verdict.CHANGED: "found in other words",
    Verdict.OTHER_SPEAKER: "said by somebody else",
    Verdict.DIFFERS: "differs from the record",
    Verdict.UNKNOWN: "not in the record",
}


def check(options: Namespace) -> int:
    text = _draft(options.draft)
    record = finished(options.file)
    marks = check_draft(record, text)
    for mark in marks:
        print(_line(mark, text, record) if options.json else safe(_told(mark, text, record)))
    failed = sum(m.fails for m in marks)
    if not options.json:
        err(f"{len(marks)} quotations and figures checked, {failed} to look at")
    return FAILED if failed else 0


def _draft(path: Path) -> str:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise CommandError(f"{path}: cannot be read ({error.strerror}); name a .txt or .md file") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: is not UTF-8 text; save the draft as plain text") from error
    if not text.strip():
        raise CommandError(f"{path}: the draft is empty; write something into it first")
    return text


def _line(mark: Mark, text: str, record: Record) -> str:
    found = {
        "start": mark.start,
        "end": mark.end,
        "text": text[mark.start : mark.end],
        "kind": mark.kind,
        "verdict": mark.verdict,
        "note": mark.note,
        "evidence": contract.Texts(record.articles).evidence(mark.evidence),
    }
    return json.dumps(found, ensure_ascii=False)


def _told(mark: Mark, text: str, record: Record) -> str:
    place = text.count("\n", 0, mark.start) + 1
    head = f"line {place}: {TOLD[mark.verdict]}: {' '.join(text[mark.start : mark.end].split())}"
    note = [f"    {mark.note}"] if mark.note else []
    evidence = contract.Texts(record.articles).evidence(mark.evidence)
    return "\n".join([head, *note, *(f"    {e['article']}: {' '.join(e['text'].split())}" for e in evidence)])
