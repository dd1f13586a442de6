"""parley read, parley copies, parley stories: single steps for pipelines, JSON lines out."""

import json
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import Any

from parley.record import Article, Reading
from parley.views import contract
from parley.views.cli.inputs import gather_some, tell
from parley.views.cli.speak import progress, unread


def read(options: Namespace) -> int:
    found, problems = gather_some(options)
    texts = {a.id: a.text for a in found}
    readings = _readings(found, options)
    _print(contract.reading_json(r, texts[r.article] if options.text else None) for r in readings)
    return tell(problems)


def copies(options: Namespace) -> int:
    from parley.combine.copies import find_copies

    found, problems = gather_some(options)
    _print(map(contract.copy_json, find_copies(found, _labelled(found))))
    return tell(problems)


def stories(options: Namespace) -> int:
    from parley.combine.copies import find_copies
    from parley.combine.stories import group_stories

    found, problems = gather_some(options)
    readings = _labelled(found)
    grouped = group_stories(found, readings, find_copies(found, readings))
    _print(line for story in grouped for line in contract.article_story_json(story))
    return tell(problems)


def _labelled(found: Sequence[Article]) -> tuple[Reading, ...]:
    """What copies and stories need of a reading: blocks, credits and dates, without parsing sentences."""
    from parley.reading import label_only

    return tuple(map(label_only, found))


def _readings(found: Sequence[Article], options: Namespace) -> tuple[Reading, ...]:
    from parley.engine import Unkept, read_all

    with progress("reading", options.quiet) as step:
        return read_all(found, Unkept(), options.workers, step, unread, options.fast)


def _print(rows: Iterable[Any]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
