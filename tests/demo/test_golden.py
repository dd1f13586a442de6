"""The demo's golden record: reviewed by a person; a change of it is a change to look at.

After a change that is right: PARLEY_GOLDEN=write pytest tests/demo, then read the diff of record.json.
"""

import json
import os
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from parley.build import build
from parley.record import Article, Record
from parley.sources import articles
from parley.views.contract import record_json

GOLDEN = Path(__file__).with_name("record.json")


@cache
def demo() -> Record:
    with resources.as_file(resources.files("parley.demo") / "articles") as folder:
        return build(a for a in articles([folder]) if isinstance(a, Article))


def told() -> dict[str, list[str]]:
    """The record as a reviewer reads it: one line a fact, words in place of offsets and ids."""
    whole = record_json(demo())
    names = {x["id"]: x["name"] for noun in ("actors", "issues") for x in whole[noun]}
    texts = demo().texts()
    lines: dict[str, list[str]] = {
        noun: [_line(noun, x, names) for x in whole[noun]] for noun in whole if noun != "articles"
    }
    lines["articles"] = [_article(a) for a in whole["articles"]]
    lines["utterances"] = [_utterance(u, names, texts) for u in whole["utterances"]]
    return lines


def _article(a: dict[str, Any]) -> str:
    credits = ", ".join(f"{c['kind']} {c['name']}" for c in a["credits"])
    return f"{a['id']} | {a['outlet']} | {a['title']} | {a['byline']} | {a['published']} ({a['published_basis']}) | {credits}"


def _utterance(u: dict[str, Any], names: dict[str, str], texts: Any) -> str:
    words = (f"{q['article'][:2]}: {' … '.join(texts[q['article']][s:e] for s, e in q['spans'])}" for q in u["quotes"])
    told = [*u["flags"], *(["drift"] if u["drift"] else []), *(["near another's"] if u["near"] else [])]
    return f"{names.get(u['speaker'], 'unresolved')} [{' '.join(told)}] " + " | ".join(words)


def _line(noun: str, x: dict[str, Any], names: dict[str, str]) -> str:
    left_out = ("id", "evidence", "passages", "score")
    values = {k: names.get(v, v) if isinstance(v, str) else v for k, v in x.items() if k not in left_out}
    evidence = " | ".join(f"{e['article'][:2]}: {' '.join(e['text'].split())}" for e in x.get("evidence", []))
    return "; ".join(f"{k}={v}" for k, v in values.items() if v not in (None, [], "")) + (
        f" << {evidence}" if evidence else ""
    )


def test_the_demo_makes_its_golden_record() -> None:
    made = told()
    if os.environ.get("PARLEY_GOLDEN") == "write":
        GOLDEN.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    golden = json.loads(GOLDEN.read_text("utf-8"))
    for noun, lines in golden.items():
        assert made[noun] == lines, noun


def test_every_piece_of_evidence_is_the_articles_own_words() -> None:
    texts = demo().texts()
    found = list(evidence(record_json(demo())))
    assert len(found) > 20
    assert all(texts[e["article"]][e["start"] : e["end"]] == e["text"] != "" for e in found)


def evidence(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    for x in value if isinstance(value, list) else []:
        yield from evidence(x)


def test_the_order_of_articles_leaves_no_trace() -> None:
    shuffled = [*demo().articles[4:], *demo().articles[:4]]
    assert build(shuffled) == build(reversed(shuffled)) == demo()
