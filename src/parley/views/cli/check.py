"""parley check"""

import json
import sys
from argparse import Namespace
from pathlib import Path

from parley.check import LONGEST, Mark, MarkKind, Verdict, check_draft, open_draft
from parley.record import Record
from parley.sources import Problem
from parley.views import contract
from parley.views.cli.files import finished
from parley.views.cli.speak import CommandError, err, safe
from parley.views.verdicts import change_in_line, told

FAILED = 3
STDIN = Path("-")
EVIDENCE = 4  # passages told of a mark; --json has all


def check(options: Namespace) -> int:
    text = _draft(options.draft)
    record = finished(options.file)
    marks = check_draft(record, text)
    texts = contract.Texts(record.articles)
    for mark in marks:
        print(_line(mark, text, texts) if options.json else safe(_told(mark, text, record, texts)))
    failed = sum(m.fails for m in marks)
    if not options.json:
        err(f"{len(marks)} quotations, figures, dates and positions checked, {failed} to look at")
    return FAILED if failed else 0


def _draft(path: Path) -> str:
    if path == STDIN:
        text: str | Problem = sys.stdin.read()
    else:
        text = open_draft(path)
    if isinstance(text, Problem):
        raise CommandError(f"{text.input}: {text.what}; {text.hint}")
    if not text.strip():
        raise CommandError("the draft is empty; write something into it first")
    if len(text) > LONGEST:
        err(f"parley: {path}: only its first {LONGEST:,} characters are checked; check the rest as a draft of its own")
    return text


def _line(mark: Mark, text: str, texts: contract.Texts) -> str:
    return json.dumps(contract.mark_json(mark, text, texts), ensure_ascii=False)


def _told(mark: Mark, text: str, record: Record, texts: contract.Texts) -> str:
    place, words = text.count("\n", 0, mark.start) + 1, _flat(text[mark.start : mark.end])
    lines = [f"line {place}, {mark.kind}: {told(mark)}: {words}"]
    evidence = [e for e in texts.evidence(mark.evidence) if e["text"] is not None]
    if mark.kind is MarkKind.QUOTE and mark.verdict is Verdict.CHANGED:
        lines.append(f"    {change_in_line(words, _flat(evidence[0]['text']))}")
    elif mark.note:
        lines.append(f"    {mark.note}")
    passages: dict[str, list[str]] = {}
    for e in evidence:
        passages.setdefault(_flat(e["text"]), []).append(e["article"])
    lines += [
        f"    {', '.join(dict.fromkeys(articles))}: {words}" for words, articles in [*passages.items()][:EVIDENCE]
    ]
    more = [f"    and {len(passages) - EVIDENCE} more passages"] if len(passages) > EVIDENCE else []
    return "\n".join([*lines, *more])


def _flat(words: str) -> str:
    return " ".join(words.split())
