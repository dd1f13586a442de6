"""Quotations labelled by Parley's own rules over free texts: what the tagger learns from without PolNeAR (CLEAN=1)."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from parley.reading.prose import plain
from parley.reading.quoting import ruled
from parley.reading.quoting.found import Found, Range

TREEBANKS = ("ewt-train.conllu.gz", "gum-free-train.conllu.gz")
PAGES = "clean/lines.full.train.jsonl.gz"
SHORTEST_PAGE, LONGEST_PAGE = 800, 12_000  # code points
LONGEST = 4_000  # code points of a text; longer ones are cut into several


def documents(syntax_gold: Path) -> Iterator[dict]:
    """Texts in the shape of the annotated ones (doc_id, text, quotes)."""
    for name in TREEBANKS:
        for n, text in enumerate(texts(syntax_gold / name)):
            quotes = [row(f) for f in ruled.find(plain(text)) if f.cue]
            if quotes:
                yield {"doc_id": f"{name}:{n}", "text": text, "quotes": quotes}


def free(gold: Path) -> Iterator[dict]:
    """Texts without annotation (doc_id, text): the treebanks' and the bodies of the pages that may be learned from."""
    for name in TREEBANKS:
        yield from ({"doc_id": f"{name}:{n}", "text": text} for n, text in enumerate(texts(gold / "syntax" / name)))
    with gzip.open(gold / PAGES, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            if page.get("gold") and SHORTEST_PAGE < len(page["gold"]) < LONGEST_PAGE:
                yield {"doc_id": page["id"], "text": page["gold"]}


def row(found: Found) -> dict[str, list[Range]]:
    return {
        "spans": list(found.contents),
        "cue_spans": [found.cue] if found.cue else [],
        "speaker_spans": [found.source] if found.source else [],
    }


def texts(path: Path) -> Iterator[str]:
    """The texts of a treebank, a line a paragraph."""
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for line in rows:
            if lines and (line.startswith("# newdoc") or sum(map(len, lines)) > LONGEST):
                yield "\n".join(filter(None, lines))
                lines = []
            if line.startswith("# newpar") or not lines:
                lines.append("")
            if line.startswith("# text = "):
                lines[-1] = f"{lines[-1]} {line.removeprefix('# text = ').strip()}".strip()
    if lines:
        yield "\n".join(filter(None, lines))
